import CPROJ
public import Geometry

/// What one geodesic edge adds to a ring.
public struct EdgeMeasure: Hashable, Sendable {
  /// Its length in meters.
  public let length: Double
  /// The area between it and the equator in square meters, signed so that the edges of a counterclockwise ring that goes
  /// round no pole sum to the ring's area.
  public let area: Double

  /// An edge without extent.
  public static let zero = EdgeMeasure(length: 0, area: 0)
}

extension Ellipsoid {
  /// What the edge from one position to the next adds to the length and to the area of a ring.
  ///
  /// Edges that many rings share need to be measured once only: summed exactly (`LongSum`) they give the area of a ring
  /// as `area(of:)` does.
  public static func measure(from: Coordinate, to: Coordinate) -> EdgeMeasure {
    var (length, area) = (0.0, 0.0)
    _ = geod_geninverse(wgs84, from.lat, from.lon, to.lat, to.lon, &length, nil, nil, nil, nil, nil, &area)
    return EdgeMeasure(length: length, area: -area)
  }

  /// The area of a polygon and the length of its rings, in one walk round them.
  public static func areaAndPerimeter(of polygon: Polygon) -> (area: SquareMeters, perimeter: Meters) {
    var (area, perimeter) = (LongSum(), 0.0)
    for (number, ring) in polygon.rings.enumerated() {
      let (part, way) = measured(ring.coordinates.dropLast(), asLine: false)
      area += number == 0 ? abs(part) : -abs(part)
      perimeter += way
    }
    return (SquareMeters(area.value), Meters(perimeter))
  }
}

/// A sum with twice the digits of a Double (Knuth's two-sum), so that adding and taking away millions of edges leaves no
/// trace.
public struct LongSum: Sendable {
  private var head = 0.0
  private var tail = 0.0

  /// Nothing yet.
  public init() {}

  /// The sum, rounded once.
  public var value: Double { head + tail }

  /// Adds a number.
  public static func += (sum: inout LongSum, number: Double) {
    let total = sum.head + number
    let shadow = total - sum.head
    sum.tail += (sum.head - (total - shadow)) + (number - shadow)
    sum.head = total
  }
}
