import Geometry

extension Shape {
  /// The same shape with every position moved by a function that keeps equal positions equal.
  func mapped(_ move: (Coordinate) -> Coordinate) -> Shape {
    switch self {
    case .point(let point): .point(move(point))
    case .multiPoint(let points): .multiPoint(points.map(move))
    case .lineString(let line): .lineString(line.mapped(move))
    case .multiLineString(let lines): .multiLineString(lines.map { $0.mapped(move) })
    case .polygon(let polygon): .polygon(polygon.mapped(move))
    case .multiPolygon(let polygons): .multiPolygon(MultiPolygon(polygons.polygons.map { $0.mapped(move) }))
    case .collection(let shapes): .collection(shapes.map { $0.mapped(move) })
    }
  }
}

extension LineString {
  fileprivate func mapped(_ move: (Coordinate) -> Coordinate) -> LineString { LineString(sure: coordinates.map(move)) }
}

extension Polygon {
  fileprivate func mapped(_ move: (Coordinate) -> Coordinate) -> Polygon {
    Polygon(exterior: exterior.mapped(move), holes: holes.map { $0.mapped(move) })
  }
}

extension Ring {
  fileprivate func mapped(_ move: (Coordinate) -> Coordinate) -> Ring {
    Ring(sure: coordinates.dropLast().map(move))
  }

  /// The ring through these positions and back to the first: three or more, all finite.
  init(sure path: some Collection<Coordinate>) {
    // Closed by the very same position, so that rounding cannot leave it open.
    guard let first = path.first, let ring = try? Ring(path + [first]) else {
      preconditionFailure("a ring of \(path.count) positions, or off the earth")
    }
    self = ring
  }
}

extension LineString {
  /// The line through these positions: two or more, all finite.
  init(sure positions: [Coordinate]) {
    guard let line = try? LineString(positions) else {
      preconditionFailure("a line of \(positions.count) positions, or off the earth")
    }
    self = line
  }
}
