public import Geometry

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A flat map round one point: every point keeps its true distance and direction from the center (azimuthal equidistant,
/// exact on the ellipsoid). Distances between other points are stretched by about (r/6371 km)²/6 at distance r: 0.1 m in
/// a kilometer at 60 km.
///
/// On the plane a `Coordinate` holds meters: `lon` is meters east, `lat` meters north of the center. Only GEOS sees such
/// shapes; they never leave the function that made them.
public struct LocalPlane: Hashable, Sendable {
  /// The point that becomes 0, 0.
  public let center: Coordinate

  /// The plane that touches the earth at this point.
  public init(center: Coordinate) { self.center = center }

  /// The meters east and north of the center at which this point is drawn.
  public func flat(_ point: Coordinate) -> Coordinate {
    let way = Ellipsoid.inverse(center, point)
    let angle = way.azimuth * .pi / 180
    return Coordinate(lon: way.distance.rawValue * sin(angle), lat: way.distance.rawValue * cos(angle))
  }

  /// The point on the earth drawn at these meters east and north of the center.
  public func round(_ flat: Coordinate) -> Coordinate {
    let distance = hypot(flat.lon, flat.lat)
    let azimuth = atan2(flat.lon, flat.lat) * 180 / .pi
    return near(Ellipsoid.direct(from: center, azimuth: azimuth, distance: Meters(distance)))
  }

  /// A shape drawn on the plane, in meters.
  public func flat(_ shape: Shape) -> Shape { shape.mapped(flat) }

  /// A shape of the plane brought back to the earth. Beside the antimeridian the longitudes run on past 180 rather than
  /// tearing the shape apart.
  public func round(_ flat: Shape) -> Shape { flat.mapped(round) }

  /// The same point with the longitude nearest to the center's.
  private func near(_ point: Coordinate) -> Coordinate {
    let gap = point.lon - center.lon
    if gap > 180 { return Coordinate(lon: point.lon - 360, lat: point.lat) }
    if gap < -180 { return Coordinate(lon: point.lon + 360, lat: point.lat) }
    return point
  }
}
