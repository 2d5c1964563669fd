import CPROJ
public import Geometry

extension Ellipsoid {
  /// The area inside a ring of geodesic edges, whichever way round it runs. A ring round a pole counts the smaller side.
  public static func area(of ring: Ring) -> SquareMeters {
    SquareMeters(abs(measured(ring.coordinates.dropLast(), asLine: false).area))
  }

  /// The area of a polygon: its exterior less its holes.
  public static func area(of polygon: Polygon) -> SquareMeters {
    var sum = LongSum()
    sum += area(of: polygon.exterior).rawValue
    for hole in polygon.holes { sum += -area(of: hole).rawValue }
    return SquareMeters(sum.value)
  }

  /// The sum of the areas of the polygons, whatever their order.
  public static func area(of polygons: MultiPolygon) -> SquareMeters {
    var sum = LongSum()
    for polygon in polygons.polygons { sum += area(of: polygon).rawValue }
    return SquareMeters(sum.value)
  }

  /// The area of all polygons in a shape; points and lines have none.
  public static func area(of shape: Shape) -> SquareMeters {
    switch shape {
    case .point, .multiPoint, .lineString, .multiLineString: SquareMeters(0)
    case .polygon(let polygon): area(of: polygon)
    case .multiPolygon(let polygons): area(of: polygons)
    case .collection(let shapes): shapes.reduce(SquareMeters(0)) { $0 + area(of: $1) }
    }
  }

  /// The length of a line of geodesic segments.
  public static func length(of line: LineString) -> Meters {
    Meters(measured(line.coordinates[...], asLine: true).perimeter)
  }

  /// The way once round a ring.
  public static func perimeter(of ring: Ring) -> Meters {
    Meters(measured(ring.coordinates.dropLast(), asLine: false).perimeter)
  }

  /// The length of all rings of a polygon.
  public static func perimeter(of polygon: Polygon) -> Meters {
    polygon.holes.reduce(perimeter(of: polygon.exterior)) { $0 + perimeter(of: $1) }
  }

  /// Signed area (counterclockwise is positive) and length along the given positions.
  static func measured(_ path: ArraySlice<Coordinate>, asLine: Bool) -> (area: Double, perimeter: Double) {
    var sum = geod_polygon()
    geod_polygon_init(&sum, asLine ? 1 : 0)
    for position in path { geod_polygon_addpoint(wgs84, &sum, position.lat, position.lon) }
    var (area, perimeter) = (0.0, 0.0)
    // For a line the area is left as it is. reverse 0: counterclockwise is positive; sign 1: the result is signed, not the rest of the earth.
    geod_polygon_compute(wgs84, &sum, 0, 1, &area, &perimeter)
    return (area, perimeter)
  }
}
