/// A position on the ellipsoid WGS 84, in degrees.
///
/// Assumes longitude in -180...180 and latitude in -90...90; readers check that at the border.
public struct Coordinate: Hashable, Sendable {
  /// Degrees east of Greenwich.
  public var lon: Double
  /// Degrees north of the equator.
  public var lat: Double

  /// The position at a longitude and a latitude.
  public init(lon: Double, lat: Double) {
    self.lon = lon
    self.lat = lat
  }

  /// Are both numbers finite?
  public var isFinite: Bool { lon.isFinite && lat.isFinite }

  /// Is the position on the earth: finite, longitude in -180...180, latitude in -90...90?
  public var isOnEarth: Bool { lon.magnitude <= 180 && lat.magnitude <= 90 }

  /// The position on the grid of 1e-7 degrees (about 1 cm), on which the program does topology and writes.
  public var rounded: Coordinate {
    Coordinate(lon: (lon * 1e7).rounded() / 1e7, lat: (lat * 1e7).rounded() / 1e7)
  }
}

extension Coordinate: CustomStringConvertible {
  /// `lon,lat`, as the command line takes it.
  public var description: String { "\(lon),\(lat)" }
}
