import CPROJ
import Geometry

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The foot of a point on one segment of a line.
struct Foot {
  var distance: Double
  var place: Coordinate
  var segment: Int
  var along: Double

  func seen(from point: Coordinate) -> NearestOnLine {
    NearestOnLine(
      distance: Meters(distance), nearest: place,
      azimuth: distance == 0 ? 0 : Ellipsoid.inverse(point, place).azimuth, segment: segment, along: Meters(along))
  }
}

/// A geodesic from one position to the next.
struct GeodesicSegment {
  private var line = geod_geodesicline()
  let (from, to): (Coordinate, Coordinate)
  let length: Double

  /// Feet nearer than this to an end are the end itself: a millimeter.
  private static let slack = 0.001
  /// On pieces this long a distance has one minimum wherever the point lies.
  private static let piece = 1_000_000.0
  private static let meanRadius = 6_371_008.8

  init(from: Coordinate, to: Coordinate) {
    (self.from, self.to) = (from, to)
    // caps 0: everything that can be computed, the distance to the end among it.
    geod_inverseline(&line, Ellipsoid.wgs84, from.lat, from.lon, to.lat, to.lon, 0)
    length = line.s13
  }

  /// The nearest point strictly between the ends; nil when an end is nearest on every piece.
  func foot(of point: Coordinate, index: Int) -> Foot? {
    let pieces = max(1, Int((length / Self.piece).rounded(.up)))
    let size = length / Double(pieces)
    let feet = (0..<pieces).map { foot(of: point, on: size * Double($0)...size * Double($0 + 1)) }
    guard let best = feet.min(by: { $0.distance < $1.distance }) else { return nil }
    guard best.along > Self.slack, best.along < length - Self.slack else { return nil }
    return Foot(distance: best.distance, place: position(at: best.along), segment: index, along: best.along)
  }

  /// Newton's method on the derivative of the distance. The step is the exact one on a sphere, and its slope at the foot
  /// is the ellipsoid's own (reduced length m and geodesic scale M), so that it converges quadratically.
  private func foot(of point: Coordinate, on piece: ClosedRange<Double>) -> (distance: Double, along: Double) {
    var along = (piece.lowerBound + piece.upperBound) / 2
    var here = sight(from: point, along)
    for _ in 0..<30 {
      let next = min(max(along + here.step, piece.lowerBound), piece.upperBound)
      let moved = abs(next - along)
      along = next
      here = sight(from: point, along)
      if moved < 1e-5 { break }
    }
    return (here.distance, along)
  }

  /// The distance from the point to the place so far along, and how much further the foot should be.
  private func sight(from point: Coordinate, _ along: Double) -> (distance: Double, step: Double) {
    var (lat, lon, course) = (0.0, 0.0, 0.0)
    withUnsafePointer(to: line) { geod_position($0, along, &lat, &lon, &course) }
    var (distance, arrival, reduced, scale) = (0.0, 0.0, 0.0, 0.0)
    // m12 is the reduced length from the point to the place, M21 its derivative there.
    _ = geod_geninverse(
      Ellipsoid.wgs84, point.lat, point.lon, lat, lon, &distance, nil, &arrival, &reduced, nil, &scale, nil)
    // Going on brings one nearer as far as the way ahead runs against the way of arrival.
    let ahead = -cos((arrival - course) * .pi / 180)
    return (distance, Self.meanRadius * atan2(reduced / Self.meanRadius * ahead, scale))
  }

  private func position(at along: Double) -> Coordinate {
    var (lat, lon) = (0.0, 0.0)
    withUnsafePointer(to: line) { geod_position($0, along, &lat, &lon, nil) }
    return Coordinate(lon: lon, lat: lat)
  }
}
