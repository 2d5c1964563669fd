import Geodesy
import Geometry
public import Records
import Topology

extension ControlMaps {
  /// The lines between the sides of any control map: where the ground of two sides meets, on the grid of 1e-7 degrees.
  ///
  /// Sides that are drawn with a gap between them meet nowhere. A map that shows one side alone has the border of that
  /// side, with nobody known across it. Claims bound nothing. Throws when the map has no area but claims.
  public static func front(of map: ControlMap) throws(TerritoryError) -> [FrontLine] {
    let areas = map.areas.filter { $0.status != .claimed && $0.side != Settlement.unknownSide }
    guard !areas.isEmpty else { throw .emptyMap(map.name) }
    let names = areas.map(\.side).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let mesh = try onTopology { () throws(TopologyError) in
      try self.mesh(of: areas, frame: names.count == 1)
    }
    // The last cell is what lies round a lone side.
    let labels = areas.map { names.firstIndex(of: $0.side) ?? -1 } + [names.count]
    return mesh.lines(between: labels).map { line in
      FrontLine(
        left: names[line.labels.left],
        right: line.labels.right < names.count ? names[line.labels.right] : Settlement.unknownSide, date: map.date,
        shape: .multiLineString(line.lines), lengthKM: line.length.kilometers,
        vertexSpacingKM: line.length.kilometers / Double(max(1, line.segmentCount)))
    }
  }

  /// A cell for each area, and one for the surroundings if they are wanted.
  private static func mesh(of areas: [ControlArea], frame: Bool) throws(TopologyError) -> CellMesh {
    let engine = Engine()
    var rings = areas.flatMap(\.shape.polygons).flatMap(\.rings).compactMap { try? LineString($0.coordinates) }
    let extent = areas.compactMap(\.shape.boundingBox).reduce(nil as BoundingBox?) { $0?.union($1) ?? $1 }
    if frame, let box = extent {
      let wider = BoundingBox(west: box.west - 1, south: box.south - 1, east: box.east + 1, north: box.north + 1)
      rings += Polygon(wider).rings.compactMap { try? LineString($0.coordinates) }
    }
    let index = try RegionIndex(areas.map(\.shape), engine: engine)
    var pieces: [(cell: Int, polygon: Polygon)] = []
    for face in try engine.faces(of: rings) {
      guard let inside = try engine.representativePoint(of: .polygon(face)) else { continue }
      if let area = try index.holding(inside).first {
        pieces.append((area, face))
      } else if frame {
        pieces.append((areas.count, face))
      }
    }
    return CellMesh(pieces: pieces, count: areas.count + 1)
  }
}
