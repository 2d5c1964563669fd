/// Any geometry of RFC 7946.
public enum Shape: Hashable, Sendable {
  /// One position.
  case point(Coordinate)
  /// Positions.
  case multiPoint([Coordinate])
  /// A line.
  case lineString(LineString)
  /// Lines.
  case multiLineString([LineString])
  /// An area.
  case polygon(Polygon)
  /// Areas.
  case multiPolygon(MultiPolygon)
  /// Shapes of any kind.
  case collection([Shape])
}

extension Shape {
  /// GeoJSON's word for the kind.
  public var typeName: String {
    switch self {
    case .point: "Point"
    case .multiPoint: "MultiPoint"
    case .lineString: "LineString"
    case .multiLineString: "MultiLineString"
    case .polygon: "Polygon"
    case .multiPolygon: "MultiPolygon"
    case .collection: "GeometryCollection"
    }
  }

  /// Calls the body with each position, in their order; a ring's closing position comes twice, as it stands.
  public func forEachCoordinate(_ body: (Coordinate) -> Void) {
    switch self {
    case .point(let point): body(point)
    case .multiPoint(let points): points.forEach(body)
    case .lineString(let line): line.coordinates.forEach(body)
    case .multiLineString(let lines): for line in lines { line.coordinates.forEach(body) }
    case .polygon(let polygon): for ring in polygon.rings { ring.coordinates.forEach(body) }
    case .multiPolygon(let areas):
      for polygon in areas.polygons { for ring in polygon.rings { ring.coordinates.forEach(body) } }
    case .collection(let shapes): for shape in shapes { shape.forEachCoordinate(body) }
    }
  }

  /// All positions in their order.
  public var coordinates: [Coordinate] {
    var all: [Coordinate] = []
    forEachCoordinate { all.append($0) }
    return all
  }

  /// How many positions there are.
  public var coordinateCount: Int {
    var count = 0
    forEachCoordinate { _ in count += 1 }
    return count
  }

  /// Has it no position at all?
  public var isEmpty: Bool { coordinateCount == 0 }

  /// The least box around all positions, nil when there are none. A shape is taken as it stands on the plane: one
  /// that crosses the antimeridian unsplit gets a box round the other way.
  public var boundingBox: BoundingBox? {
    var box: BoundingBox?
    forEachCoordinate { box = box?.extended(to: $0) ?? BoundingBox($0) }
    return box
  }

  /// The areas in it, those of collections too; lines and points have none.
  public var polygons: [Polygon] {
    switch self {
    case .polygon(let polygon): [polygon]
    case .multiPolygon(let areas): areas.polygons
    case .collection(let shapes): shapes.flatMap(\.polygons)
    case .point, .multiPoint, .lineString, .multiLineString: []
    }
  }

  /// The lines in it, those of collections too; areas and points have none.
  public var lines: [LineString] {
    switch self {
    case .lineString(let line): [line]
    case .multiLineString(let lines): lines
    case .collection(let shapes): shapes.flatMap(\.lines)
    case .point, .multiPoint, .polygon, .multiPolygon: []
    }
  }
}
