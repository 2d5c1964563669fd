import Geodesy
import Geometry
import Topology

/// The shortest way from a center to a shape.
struct ShapeWay {
  /// How long.
  var distance: Double
  /// The two ends: on the center and on the shape.
  var ends: (Coordinate, Coordinate)

  var azimuth: Double? { distance > 0 ? Ellipsoid.inverse(ends.0, ends.1).azimuth : nil }

  var reversed: ShapeWay { ShapeWay(distance: distance, ends: (ends.1, ends.0)) }
}

extension ShapeWay {
  /// The way to a shape; nil for an empty one.
  static func from(_ center: NearCenter, to shape: Shape) -> ShapeWay? {
    switch center {
    case .point(let point): from(point, to: shape)
    case .line(let line): from(line, to: shape)
    case .shape(let center): from(center, to: shape)
    }
  }

  /// The way from the nearest part of a center that may have several.
  private static func from(_ center: Shape, to shape: Shape) -> ShapeWay? {
    switch center {
    case .point(let point): from(point, to: shape)
    case .multiPoint(let points): least(points.map { from($0, to: shape) })
    case .lineString(let line): from(line, to: shape)
    case .multiLineString(let lines): least(lines.map { from($0, to: shape) })
    case .polygon(let polygon): from(polygon, to: shape)
    case .multiPolygon(let polygons): least(polygons.polygons.map { from($0, to: shape) })
    case .collection(let parts): least(parts.map { from($0, to: shape) })
    }
  }

  private static func from(_ polygon: Polygon, to shape: Shape) -> ShapeWay? {
    switch shape {
    case .point(let point): return from(point, to: polygon)?.reversed
    case .multiPoint(let points): return least(points.map { from($0, to: polygon)?.reversed })
    case .lineString, .multiLineString, .polygon, .multiPolygon, .collection: break
    }
    if let meets = try? Engine().intersects(.polygon(polygon), shape), meets, let point = shape.coordinates.first {
      return ShapeWay(distance: 0, ends: (point, point))
    }
    return least(polygon.rings.map { ring in (try? LineString(ring.coordinates)).flatMap { from($0, to: shape) } })
  }

  private static func from(_ point: Coordinate, to shape: Shape) -> ShapeWay? {
    switch shape {
    case .point(let place): between(point, place)
    case .multiPoint(let places): least(places.map { from(point, to: .point($0)) })
    case .lineString(let line): from(point, to: line)
    case .multiLineString(let lines): least(lines.map { from(point, to: $0) })
    case .polygon(let polygon): from(point, to: polygon)
    case .multiPolygon(let polygons): least(polygons.polygons.map { from(point, to: $0) })
    case .collection(let parts): least(parts.map { from(point, to: $0) })
    }
  }

  private static func from(_ point: Coordinate, to line: LineString) -> ShapeWay { measured(point, to: line) }

  private static func from(_ point: Coordinate, to polygon: Polygon) -> ShapeWay? {
    if polygon.holds(point) { return ShapeWay(distance: 0, ends: (point, point)) }
    return least(polygon.rings.map { ring in (try? LineString(ring.coordinates)).flatMap { from(point, to: $0) } })
  }

  /// Lines and areas that do not meet are nearest at a position of one of them.
  private static func from(_ line: LineString, to shape: Shape) -> ShapeWay? {
    if !shape.lines.isEmpty || !shape.polygons.isEmpty, let meeting = meeting(line, shape) {
      return ShapeWay(distance: 0, ends: (meeting, meeting))
    }
    let theirs = least(shape.coordinates, to: [SpacePath(line.coordinates)]) { from($0, to: line).reversed }
    let hasEdges = !shape.lines.isEmpty || !shape.polygons.isEmpty
    return least([theirs, hasEdges ? least(line.coordinates, to: shape.paths) { from($0, to: shape) } : nil])
  }

  private static func meeting(_ line: LineString, _ shape: Shape) -> Coordinate? {
    // A shape that GEOS cannot read has no meeting; its positions still have their distances.
    guard let meets = try? Engine().intersects(.lineString(line), shape), meets else { return nil }
    return line.coordinates[0]
  }

  private static func least(_ ways: [ShapeWay?]) -> ShapeWay? {
    ways.compactMap { $0 }.min { $0.distance < $1.distance }
  }

  /// Whether every position of the shape is within the limit of the center.
  static func holds(_ center: NearCenter, _ shape: Shape, within limit: Double) -> Bool {
    let around = center.shape
    let paths = around.paths
    let edged =
      around.lines.reduce(0) { $0 + $1.coordinates.count }
      + around.polygons.flatMap(\.rings).reduce(0) { $0 + $1.coordinates.count }
    // What no edge is near to can only be inside; loose points have no edges.
    let hasEdgesOnly = edged > 0 && edged == around.coordinates.count
    return shape.coordinates.allSatisfy { position in
      if hasEdgesOnly, paths.allSatisfy({ $0.leastWay(from: Geocentric.position(position)) > limit }) {
        return around.polygons.contains { $0.holds(position) }
      }
      return (from(center, to: .point(position))?.distance ?? .infinity) <= limit
    }
  }
}

extension Polygon {
  /// Whether the point is inside, on the plane of longitude and latitude; a polygon that runs on past 180 degrees is met
  /// from either side of the antimeridian. On the edge either answer comes, and the distance is 0 anyway.
  func holds(_ point: Coordinate) -> Bool {
    [0.0, 360, -360].contains { turn in
      let place = Coordinate(lon: point.lon + turn, lat: point.lat)
      return rings.reduce(false) { $0 != $1.isRound(place) }
    }
  }
}

extension Ring {
  /// Whether a ray to the east crosses the ring an odd number of times.
  fileprivate func isRound(_ point: Coordinate) -> Bool {
    zip(coordinates, coordinates.dropFirst()).reduce(false) { inside, edge in
      let (a, b) = edge
      guard (a.lat > point.lat) != (b.lat > point.lat) else { return inside }
      let crossing = a.lon + (point.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon)
      return point.lon < crossing ? !inside : inside
    }
  }
}
