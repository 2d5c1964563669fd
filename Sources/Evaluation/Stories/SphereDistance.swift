import Geometry

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Distances as the scorers of this field compute them, on a sphere: only so do our figures equal theirs. Everything
/// that leaves the program is measured on the ellipsoid.
enum SphereDistance {
  private static let radius = 6371.0088

  /// Kilometers by the haversine formula.
  static func kilometers(_ a: Coordinate, _ b: Coordinate) -> Double {
    let degree = Double.pi / 180
    let (north, east) = (sin((b.lat - a.lat) * degree / 2), sin((b.lon - a.lon) * degree / 2))
    let h = north * north + cos(a.lat * degree) * cos(b.lat * degree) * east * east
    return 2 * radius * asin(min(1, h.squareRoot()))
  }
}
