import Geodesy
import Geometry

/// A center made ready for many points: its lines and rings in space once, not once a point.
struct NearGround {
  private let center: NearCenter
  private let points: [Coordinate]
  private let lines: [WayLine]
  private let areas: [WayArea]

  init(_ center: NearCenter) {
    self.center = center
    var parts = Parts()
    parts.add(center.shape)
    (points, lines, areas) = (parts.points, parts.lines, parts.areas)
  }

  /// The shortest way to a shape; nil for an empty one.
  func way(to shape: Shape) -> ShapeWay? {
    guard case .point(let point) = shape else { return ShapeWay.from(center, to: shape) }
    return way(to: point)
  }

  private func way(to point: Coordinate) -> ShapeWay? {
    if areas.contains(where: { $0.holds(point) }) { return ShapeWay(distance: 0, ends: (point, point)) }
    var best: ShapeWay?
    for from in points { ShapeWay.keep(ShapeWay.between(from, point), in: &best) }
    let place = Geocentric.position(point)
    for line in lines where line.path.leastWay(from: place) <= best?.distance ?? .infinity {
      ShapeWay.keep(ShapeWay.measured(point, to: line).reversed, in: &best)
    }
    return best
  }

  private struct Parts {
    var points: [Coordinate] = []
    var lines: [WayLine] = []
    var areas: [WayArea] = []

    mutating func add(_ shape: Shape) {
      switch shape {
      case .point, .multiPoint: points += shape.coordinates
      case .lineString(let line): lines.append(WayLine(line))
      case .multiLineString(let several): lines += several.map { WayLine($0) }
      case .polygon(let polygon): add(polygon)
      case .multiPolygon(let several): for polygon in several.polygons { add(polygon) }
      case .collection(let shapes): for shape in shapes { add(shape) }
      }
    }

    private mutating func add(_ polygon: Polygon) {
      areas.append(WayArea(polygon))
      lines += polygon.rings.compactMap { try? LineString($0.coordinates) }.map { WayLine($0) }
    }
  }
}

/// A line and its place in space.
struct WayLine {
  let line: LineString
  let path: SpacePath

  init(_ line: LineString) { (self.line, path) = (line, SpacePath(line.coordinates)) }
}

/// An area and the box that it is surely in.
private struct WayArea {
  private let polygon: Polygon
  private let box: (west: Double, east: Double, south: Double, north: Double)

  init(_ polygon: Polygon) {
    self.polygon = polygon
    box = polygon.exterior.coordinates.reduce((.infinity, -.infinity, .infinity, -.infinity)) { box, corner in
      (min(box.0, corner.lon), max(box.1, corner.lon), min(box.2, corner.lat), max(box.3, corner.lat))
    }
  }

  func holds(_ point: Coordinate) -> Bool {
    guard point.lat >= box.south, point.lat <= box.north,
      [0.0, 360, -360].contains(where: { point.lon + $0 >= box.west && point.lon + $0 <= box.east })
    else { return false }
    return polygon.holds(point)
  }
}
