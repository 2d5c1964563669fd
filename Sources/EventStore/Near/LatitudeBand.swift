import Geodesy
import Geometry

/// The latitudes a shape reaches, widened so far that every point of its geodesic edges is within.
struct LatitudeBand {
  let south: Double
  let north: Double

  /// Nowhere is a degree of latitude shorter than at the equator: a(1 - e²) a radian. Whoever crosses a degree, on
  /// whatever way, goes at least so far.
  static let metersPerDegree: Double = {
    let f = Ellipsoid.flattening
    return Ellipsoid.equatorialRadius * (1 - f * (2 - f)) * .pi / 180
  }()

  /// Nil for a shape without positions or with one that is not on the earth.
  init?(_ shape: Shape) {
    var (south, north, isSound) = (Double.infinity, -Double.infinity, true)
    shape.forEachCoordinate { position in
      south = min(south, position.lat)
      north = max(north, position.lat)
      isSound = isSound && position.isFinite && abs(position.lat) <= 90
    }
    guard isSound, south <= north else { return nil }
    // A point of an edge is no further than half its length from one of its ends.
    let bulge = Self.longestEdge(of: shape) / 2 / Self.metersPerDegree
    (self.south, self.north) = (south - bulge, north + bulge)
  }

  /// No point of the one is nearer than this to any point of the other.
  func gap(to other: LatitudeBand) -> Double {
    // A hair less, so that rounding never spares a way that is exactly at the limit.
    max(0, other.south - north, south - other.north) * Self.metersPerDegree * (1 - 1e-12)
  }

  private static func longestEdge(of shape: Shape) -> Double {
    let paths = shape.lines.map(\.coordinates) + shape.polygons.flatMap(\.rings).map(\.coordinates)
    return paths.reduce(0) { longest, path in
      zip(path, path.dropFirst()).reduce(longest) { max($0, Ellipsoid.distance($1.0, $1.1).rawValue) }
    }
  }
}
