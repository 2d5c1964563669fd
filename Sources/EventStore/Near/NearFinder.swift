import Geodesy
import Geometry

/// Finds what may be near: points by their tree, other shapes by their latitudes. What it leaves out is surely no part
/// of the answer; what it names must be measured.
struct NearFinder: Sendable {
  let tree: NearTree
  let others: [(index: Int, band: LatitudeBand, radius: Double)]

  /// Discs that together hold everything within `limit` of the center; nil where that is the whole earth.
  static func discs(_ center: NearCenter, _ limit: Double) -> [(center: Coordinate, radius: Double)]? {
    if case .point(let point) = center { return [(point, limit)] }
    guard limit < 5_000_000 else { return nil }
    switch center {
    case .point(let point): return [(point, limit)]
    case .line(let line): return pieces(line, limit)
    case .shape(let shape):
      var discs = shape.lines.flatMap { pieces($0, limit) }
      for polygon in shape.polygons {
        guard let disc = disc(polygon, limit) else { return nil }
        discs.append(disc)
      }
      if shape.lines.isEmpty, shape.polygons.isEmpty { discs += shape.coordinates.map { ($0, limit) } }
      return discs + loosePoints(shape).map { ($0, limit) }
    }
  }

  /// The points of a collection beside lines and areas.
  private static func loosePoints(_ shape: Shape) -> [Coordinate] {
    guard case .collection(let parts) = shape else { return [] }
    return parts.flatMap { part -> [Coordinate] in
      switch part {
      case .point, .multiPoint: return part.coordinates
      case .collection: return loosePoints(part)
      case .lineString, .multiLineString, .polygon, .multiPolygon: return []
      }
    }
  }

  /// A disc round the middle of every piece of the line.
  private static func pieces(_ line: LineString, _ limit: Double) -> [(center: Coordinate, radius: Double)] {
    let size = max(limit, 10_000)
    return zip(line.coordinates, line.coordinates.dropFirst()).flatMap { from, to in
      let way = Ellipsoid.inverse(from, to)
      let count = max(1, Int((way.distance.rawValue / size).rounded(.up)))
      let piece = way.distance.rawValue / Double(count)
      return (0..<count).map { index in
        let middle = Meters(piece * (Double(index) + 0.5))
        return (Ellipsoid.direct(from: from, azimuth: way.azimuth, distance: middle), limit + piece / 2 + 0.01)
      }
    }
  }

  private static func disc(_ polygon: Polygon, _ limit: Double) -> (center: Coordinate, radius: Double)? {
    let ring = polygon.exterior.coordinates
    let center = ring[0]
    let edge = zip(ring, ring.dropFirst()).reduce(0) { max($0, Ellipsoid.distance($1.0, $1.1).rawValue) }
    let reach = ring.reduce(0) { max($0, Ellipsoid.distance(center, $1).rawValue) } + edge / 2
    return reach < 5_000_000 ? (center, reach + limit) : nil
  }

  /// The points that may be within the limit of the center.
  func points(within limit: Double, of center: NearCenter, _ point: ((UInt32) -> Coordinate)?) -> [UInt32] {
    guard let discs = Self.discs(center, limit) else { return allPoints }
    if discs.count == 1 { return tree.within(discs[0].radius, of: discs[0].center, point) }
    var seen: Set<UInt32> = []
    for disc in discs { seen.formUnion(tree.within(disc.radius, of: disc.center, point)) }
    return seen.sorted()
  }

  var allPoints: [UInt32] { Array(UnsafeBufferPointer(start: tree.items, count: tree.count)) }

  /// Points among which the nearest `count` are, by widening rings round a center that is no point.
  func points(
    nearest count: Int, to center: NearCenter, isWanted: (UInt32) -> Bool,
    _ point: @escaping (UInt32) -> Coordinate
  ) -> [UInt32] {
    if case .point(let place) = center {
      return withoutActuallyEscaping(isWanted) { tree.nearest(count, to: place, isWanted: $0, point) }
    }
    var limit = 5000.0
    while limit < 5_000_000 {
      let found = points(within: limit, of: center, nil).filter(isWanted)
      let near = found.count { (ShapeWay.from(center, to: .point(point($0)))?.distance ?? .infinity) <= limit }
      if near >= count { return found }
      limit *= 4
    }
    return allPoints.filter(isWanted)
  }

  /// The other shapes that may be within the limit, or all without.
  func others(within limit: Double?, of band: LatitudeBand) -> [(index: Int, gap: Double)] {
    others.compactMap { other in
      let gap = other.band.gap(to: band)
      guard let limit else { return (other.index, gap) }
      return gap - other.radius <= limit ? (other.index, gap) : nil
    }
  }
}
