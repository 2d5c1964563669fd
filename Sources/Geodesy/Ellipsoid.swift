import CPROJ
public import Geometry

/// The WGS 84 ellipsoid, on which everything is measured.
public enum Ellipsoid {
  /// The equatorial radius of WGS 84 in meters.
  public static let equatorialRadius = 6_378_137.0
  /// The flattening of WGS 84.
  public static let flattening = 1 / 298.257223563

  // Written once before its first use and only read afterwards, so that sharing it is safe; an allocation, because
  // geodesic.h wants an address and a Swift constant has none.
  nonisolated(unsafe) static let wgs84: UnsafePointer<geod_geodesic> = {
    let place = UnsafeMutablePointer<geod_geodesic>.allocate(capacity: 1)
    place.initialize(to: geod_geodesic())
    geod_init(place, equatorialRadius, flattening)
    return UnsafePointer(place)
  }()
}

/// The shortest way between two points: how long it is and in which directions it runs.
public struct Geodesic: Hashable, Sendable {
  /// The length of the way.
  public let distance: Meters
  /// The direction from the first point to the second, in degrees clockwise from north, 0 ..< 360.
  public let azimuth: Double
  /// The direction from the second point back to the first, in degrees clockwise from north, 0 ..< 360.
  public let backAzimuth: Double
}

extension Ellipsoid {
  /// The shortest distance between two points, right to about ten nanometers.
  ///
  /// For example Aleppo to Damascus: `distance(Coordinate(lon: 37.16, lat: 36.20), Coordinate(lon: 36.29, lat: 33.51))`
  /// is 309 km.
  public static func distance(_ a: Coordinate, _ b: Coordinate) -> Meters {
    var meters = 0.0
    geod_inverse(wgs84, a.lat, a.lon, b.lat, b.lon, &meters, nil, nil)
    return Meters(meters)
  }

  /// The shortest way between two points with its directions. Between equal points both are what geodesic.h says for a
  /// way of no length (north there, south back).
  public static func inverse(_ a: Coordinate, _ b: Coordinate) -> Geodesic {
    var (meters, forward, arrival) = (0.0, 0.0, 0.0)
    geod_inverse(wgs84, a.lat, a.lon, b.lat, b.lon, &meters, &forward, &arrival)
    return Geodesic(distance: Meters(meters), azimuth: turned(forward), backAzimuth: turned(arrival + 180))
  }

  /// Where one arrives going so far in that direction (degrees clockwise from north). The longitude is in -180 ... 180.
  public static func direct(from start: Coordinate, azimuth: Double, distance: Meters) -> Coordinate {
    var (lat, lon) = (0.0, 0.0)
    geod_direct(wgs84, start.lat, start.lon, azimuth, distance.rawValue, &lat, &lon, nil)
    return Coordinate(lon: lon, lat: lat)
  }

  /// An azimuth brought into 0 ..< 360.
  public static func turned(_ azimuth: Double) -> Double {
    let rest = azimuth.truncatingRemainder(dividingBy: 360)
    let positive = rest < 0 ? rest + 360 : rest
    // A tiny negative angle plus 360 rounds to 360 itself, and -0 must not be written as "-0".
    return positive >= 360 || positive == 0 ? 0 : positive
  }
}
