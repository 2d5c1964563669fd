import Geometry
import Topology

extension Face {
  /// The polygons of faces with the same holders before and after, joined where they touch along an edge.
  static func joined(_ faces: [Face], engine: Engine) throws(TopologyError) -> [Polygon] {
    let polygons = faces.map(\.polygon)
    if polygons.count > 1, touch(polygons) { return try engine.union(polygons.map(Shape.polygon)).polygons }
    let isSmall = polygons.reduce(0) { $0 + $1.exterior.coordinates.count } < FaceFinder.roughCount / 2
    let whole = Shape.multiPolygon(MultiPolygon(polygons))
    if isSmall { return polygons }
    if try engine.isValid(whole) { return polygons }
    return try engine.repairedOnGrid(whole).polygons
  }

  /// Whether two of the polygons have an edge in common.
  private static func touch(_ polygons: [Polygon]) -> Bool {
    let edges = polygons.flatMap { polygon in
      polygon.rings.flatMap { ring in
        zip(ring.coordinates, ring.coordinates.dropFirst()).map {
          GridEdge(from: GridPoint($0), to: GridPoint($1), side: 0)
        }
      }
    }
    let table = EdgeTable(edges)
    return edges.contains { table.find($0.to, $0.from, in: edges) != nil }
  }
}
