import Geodesy
import Geometry

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Positions in space, in meters from the middle of the earth, and what a straight chord tells of the way on the ground.
enum Geocentric {
  private static let eccentricity2 = Ellipsoid.flattening * (2 - Ellipsoid.flattening)

  /// Where a point of the ellipsoid lies in space; the fourth lane is 0.
  static func position(_ point: Coordinate) -> SIMD4<Double> {
    let (phi, lambda) = (point.lat * .pi / 180, point.lon * .pi / 180)
    let normal = Ellipsoid.equatorialRadius / (1 - eccentricity2 * sin(phi) * sin(phi)).squareRoot()
    let flat = normal * cos(phi)
    return SIMD4(flat * cos(lambda), flat * sin(lambda), normal * (1 - eccentricity2) * sin(phi), 0)
  }

  /// No geodesic of the ellipsoid bends sharper: b²/a.
  static let leastCurvatureRadius =
    Ellipsoid.equatorialRadius * (1 - Ellipsoid.flattening) * (1 - Ellipsoid.flattening)
  /// No geodesic bends less than a circle of a²/b, 6400 km; a little more, for a geodesic is no plane curve.
  private static let mostCurvatureRadius = 6_450_000.0
  /// More than all rounding together: a micron.
  private static let slack = 1e-6

  /// A chord up to this is surely a way of no more than `distance`; negative where nothing is sure. By Schur's theorem
  /// the chord of a curve is at least that of the circle that bends as sharply as the curve ever does.
  static func sureChord(_ distance: Double) -> Double {
    // Beyond it the theorem does not reach, and the sine turns.
    guard distance < 15_000_000 else { return -1 }
    return 2 * leastCurvatureRadius * sin(distance / (2 * leastCurvatureRadius)) - slack
  }

  /// A chord beyond this is surely a way of more than `distance`.
  static func possibleChord(_ distance: Double) -> Double {
    guard distance < 15_000_000 else { return .infinity }
    // Up to some hundred kilometers the two bounds are the same to centimeters; the plain one needs no theorem.
    let bend = 2 * mostCurvatureRadius * sin(distance / (2 * mostCurvatureRadius))
    return (distance < 200_000 ? distance : min(distance, bend)) + slack
  }

  /// The longest way that a chord can stand for.
  static func longestWay(_ chord: Double) -> Double {
    let ratio = (chord + slack) / (2 * leastCurvatureRadius)
    return ratio < 0.9 ? 2 * leastCurvatureRadius * asin(ratio) + slack : .infinity
  }
}
