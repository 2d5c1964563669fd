import Geometry
import Glibc

/// The sphere as a first guess of distances: it is never off by more than `error` of them.
enum Sphere {
  /// The ellipsoid's geodesics differ from the mean sphere's by at most 0.56 %.
  static let error = 0.01
  /// Kilometers.
  private static let radius = 6371.0088

  static func direction(_ point: Coordinate) -> SIMD3<Double> {
    let (lat, lon) = (point.lat * .pi / 180, point.lon * .pi / 180)
    return SIMD3(cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat))
  }

  /// The straight line between two directions.
  @inline(__always)
  static func chord(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double {
    let difference = a - b
    return (difference * difference).sum().squareRoot()
  }

  /// Kilometers along the sphere over a straight line.
  static func kilometers(_ chord: Double) -> Double { 2 * radius * asin(min(1, chord / 2)) }

  /// The straight line under so many kilometers along the sphere; infinite where that is more than half way round.
  static func chord(ofKilometers length: Double) -> Double {
    let half = length / (2 * radius)
    return half < .pi / 2 ? 2 * sin(max(0, half)) : .infinity
  }
}
