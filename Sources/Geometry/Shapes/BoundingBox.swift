/// A box between two meridians and two parallels.
///
/// A box with `west > east` crosses the antimeridian (RFC 7946, section 5.2): 170,-20,-170,-15 is 20 degrees wide.
public struct BoundingBox: Hashable, Sendable {
  /// The western meridian in degrees.
  public var west: Double
  /// The southern parallel in degrees.
  public var south: Double
  /// The eastern meridian in degrees; less than `west` when the box crosses the antimeridian.
  public var east: Double
  /// The northern parallel in degrees.
  public var north: Double

  /// A box by its four sides, in degrees.
  public init(west: Double, south: Double, east: Double, north: Double) {
    self.west = west
    self.south = south
    self.east = east
    self.north = north
  }

  /// The box that holds only the position.
  public init(_ point: Coordinate) {
    self.init(west: point.lon, south: point.lat, east: point.lon, north: point.lat)
  }

  /// Does it cross the antimeridian?
  public var crossesAntimeridian: Bool { west > east }

  /// Degrees from west to east, going east.
  public var width: Double { crossesAntimeridian ? east - west + 360 : east - west }

  /// Degrees from south to north.
  public var height: Double { north - south }

  /// The middle of the box in degrees.
  public var center: Coordinate {
    let lon = west + width / 2
    return Coordinate(lon: lon > 180 ? lon - 360 : lon, lat: (south + north) / 2)
  }

  /// Is the position inside or on a side?
  public func contains(_ point: Coordinate) -> Bool {
    guard south <= point.lat, point.lat <= north else { return false }
    return crossesAntimeridian ? point.lon >= west || point.lon <= east : west <= point.lon && point.lon <= east
  }

  /// Have the boxes a position in common, if only on their sides?
  public func intersects(_ other: BoundingBox) -> Bool {
    guard south <= other.north, other.south <= north else { return false }
    return plainParts.contains { part in
      other.plainParts.contains { part.west <= $0.east && $0.west <= part.east }
    }
  }

  /// The box, or where it crosses the antimeridian the two on either side of it.
  public var plainParts: [BoundingBox] {
    guard crossesAntimeridian else { return [self] }
    return [
      BoundingBox(west: west, south: south, east: 180, north: north),
      BoundingBox(west: -180, south: south, east: east, north: north),
    ]
  }

  /// The box as a polygon, counterclockwise; two polygons where it crosses the antimeridian.
  public var shape: Shape {
    let polygons = plainParts.map(\.plainPolygon)
    return polygons.count == 1 ? .polygon(polygons[0]) : .multiPolygon(MultiPolygon(polygons))
  }

  private var plainPolygon: Polygon {
    let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return Polygon(exterior: Ring(unchecked: corners.map { Coordinate(lon: $0.0, lat: $0.1) }))
  }
}
