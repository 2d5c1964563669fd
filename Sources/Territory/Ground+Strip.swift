public import Geodesy
public import Geometry
import Topology

extension Ground {
  /// The strip on one side of a road: every point within `width` of the road inside the region whose nearest point on the
  /// road lies across from that side ("adjacent to the M5 from the west").
  ///
  /// The road is cut where it leaves the region. The strip ends straight across the road's own ends, just short of them:
  /// the place at which a road begins is at it, not beside it.
  ///
  /// For example `strip(along: m5, side: .west, within: aleppoGovernorate, width: Meters(kilometers: 5))`.
  public static func strip(along road: LineString, side: RoadSide, within region: Shape?, width: Meters)
    throws(TerritoryError) -> Shape
  {
    guard width.rawValue > 0, width.rawValue.isFinite else { throw .width(width.rawValue) }
    try check(.lineString(road), "the road")
    if let region { try check(region, "the region") }
    let polygons = try onTopology { () throws(TopologyError) in
      try StripMaker(road: road, side: side, width: width.rawValue).polygons(within: region)
    }
    guard !polygons.isEmpty else { throw .roadOutside }
    return area(polygons)
  }
}

/// The steps of making a strip; on the plane positions are meters.
private struct StripMaker {
  let road: LineString
  let side: RoadSide
  let width: Double
  private let engine = Engine()
  private let grid = Ground.planeGrid

  init(road: LineString, side: RoadSide, width: Double) {
    (self.road, self.side, self.width) = (road, side, width)
  }

  func polygons(within region: Shape?) throws(TopologyError) -> [Polygon] {
    let inside = try region.map { region throws(TopologyError) in try engine.intersection(.lineString(road), region) }
    let kept = Shape.multiLineString((inside ?? .lineString(road)).lines)
    guard let box = kept.boundingBox else { return [] }
    let plane = LocalPlane(center: box.center)
    let beside = try besideRoad(way(kept, plane))
    let reach = try engine.buffer(plane.flat(kept), width: width)
    let strip = plane.round(try engine.intersection(Ground.area(beside), reach, grid: grid))
    guard let region else { return try engine.snapped(strip).polygons }
    return try engine.intersection(strip, region).polygons
  }

  /// The road on the plane, as far as it can matter: from where the kept part begins to where it ends, and on beyond by
  /// more than the width, so that a cut at the border is no end; its own ends drawn in a little.
  private func way(_ kept: Shape, _ plane: LocalPlane) -> [Coordinate] {
    let all = road.coordinates
    // What is kept are stretches of the road: their ends say which.
    let ends = kept.lines.flatMap { [$0.coordinates[0], $0.coordinates[$0.coordinates.count - 1]] }
    let feet = ends.map { Ellipsoid.distance(from: $0, to: road).segment }
    var (first, last) = (feet.min() ?? 0, (feet.max() ?? 0) + 1)
    let margin = width * 2
    var (before, after) = (0.0, 0.0)
    while first > 0, before < margin {
      first -= 1
      before += Ellipsoid.distance(all[first], all[first + 1]).rawValue
    }
    while last < all.count - 1, after < margin {
      last += 1
      after += Ellipsoid.distance(all[last - 1], all[last]).rawValue
    }
    var path = distinct(all[first...last].map(plane.flat))
    if path.count > 1 {
      path[0] = shortened(path[0], toward: path[1])
      path[path.count - 1] = shortened(path[path.count - 1], toward: path[path.count - 2])
    }
    return path
  }

  /// The ground on the wanted side of each run, where that run is the nearest.
  private func besideRoad(_ way: [Coordinate]) throws(TopologyError) -> [Polygon] {
    let runs = RoadRun.runs(of: way, side: side, width: width)
    let zones = try RoadZones(runs: runs, width: width, engine: engine)
    var parts: [Shape] = []
    for (index, run) in runs.enumerated() {
      let positions = zones.stretched(index)
      guard let line = try? LineString(positions) else { continue }
      let faces = try self.faces(beside: line, onLeft: run.onLeft)
      parts.append(try zones.clip(Ground.area(faces), to: index))
    }
    return try engine.union(parts, grid: grid).polygons
  }

  /// The pieces of the road's surroundings that lie on that hand of it.
  private func faces(beside line: LineString, onLeft: Bool) throws(TopologyError) -> [Polygon] {
    let around = try engine.buffer(.lineString(line), width: width, cap: .flat)
    // The cut reaches past the flat ends of the buffer: rounding may leave it a hair short of them.
    let cut = try? LineString(PlaneLine.stretched(line.coordinates, by: 1, atStart: true, atEnd: true))
    let pieces = try engine.split(around, by: [cut ?? line], grid: grid)
    let hands = try self.hands(of: pieces, beside: line.coordinates)
    return zip(pieces, hands).filter { onLeft ? $0.1 > 0 : $0.1 < 0 }.map(\.0)
  }

  /// For each piece the length of road that has it on the left, less the length that has it on the right. Most of a
  /// piece's border decides, not a loop somewhere along it.
  private func hands(of pieces: [Polygon], beside line: [Coordinate]) throws(TopologyError) -> [Double] {
    let index = try RegionIndex(pieces.map(Shape.polygon), engine: engine)
    var hands = [Double](repeating: 0, count: pieces.count)
    for (a, b) in zip(line, line.dropFirst()) {
      let (left, right) = PlaneLine.beside(a, b)
      for piece in try index.holding(left) { hands[piece] += RoadRun.length(a, b) }
      for piece in try index.holding(right) { hands[piece] -= RoadRun.length(a, b) }
    }
    return hands
  }

  private func distinct(_ path: [Coordinate]) -> [Coordinate] {
    path.reduce(into: []) { kept, next in
      if let last = kept.last, RoadRun.length(last, next) < 1 { return }
      kept.append(next)
    }
  }

  /// The end drawn in by a hundredth of the width, or half the segment.
  private func shortened(_ end: Coordinate, toward next: Coordinate) -> Coordinate {
    let share = min(width / 100 / RoadRun.length(end, next), 0.5)
    return Coordinate(lon: end.lon + (next.lon - end.lon) * share, lat: end.lat + (next.lat - end.lat) * share)
  }
}
