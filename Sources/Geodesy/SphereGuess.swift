import Geometry

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A position on the mean sphere: a guess of distances that costs a hundredth of a geodesic.
struct SphereGuess {
  /// Geodesics differ from the mean sphere's lines by at most 0.56 %.
  static let error = 0.01
  private static let radius = 6_371_008.8
  private let direction: SIMD3<Double>

  init(_ place: Coordinate) {
    let (lat, lon) = (place.lat * .pi / 180, place.lon * .pi / 180)
    direction = SIMD3(cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat))
  }

  /// Meters along the sphere.
  func meters(to other: SphereGuess) -> Double {
    let difference = direction - other.direction
    return 2 * Self.radius * asin(min(1, (difference * difference).sum().squareRoot() / 2))
  }
}

/// Which segments of a line may hold its nearest point, by the sphere alone.
struct NearSegments {
  private let line: [SphereGuess]
  /// How far the point is from each position of the line.
  private let guesses: [Double]
  /// The nearest position is no farther than this, with a centimeter for what numbers leave out.
  private let reach: Double

  init(of coordinates: [Coordinate], from point: Coordinate) {
    let here = SphereGuess(point)
    line = coordinates.map { SphereGuess($0) }
    guesses = line.map { here.meters(to: $0) }
    reach = (guesses.min() ?? 0) * (1 + SphereGuess.error) + 0.01
  }

  /// Whether a point of the segment, its ends among them, can be the nearest: by the triangle's inequality.
  func mayHold(_ segment: Int) -> Bool {
    let ends = (guesses[segment] + guesses[segment + 1]) * (1 - SphereGuess.error)
    let length = line[segment].meters(to: line[segment + 1]) * (1 + SphereGuess.error)
    return (ends - length) / 2 <= reach
  }
}
