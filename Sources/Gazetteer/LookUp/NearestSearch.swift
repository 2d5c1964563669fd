import Geodesy
import Geometry

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The nearest places found so far, by exact distance; boxes and places that cannot be nearer are left out by a
/// bound on the sphere.
struct NearestSearch {
  let point: Coordinate
  private(set) var found: [(ref: PlaceRef, distance: Meters)] = []
  private let count: Int

  /// The sphere's polar radius is below every radius of the ellipsoid, and its distances differ from the exact ones
  /// by less than 0.6 %: a bound of 0.99 of a distance on it is never too great.
  private static let boundRadius = 6_356_752.3 * 0.99

  init(count: Int, point: Coordinate) {
    self.count = count
    self.point = point
  }

  private var limit: Double { found.count < count ? .infinity : found[count - 1].distance.rawValue }

  /// Whether a place in the box could be nearer than what is found.
  func mayHold(_ box: BoundingBox) -> Bool { bound(box) <= limit }

  /// Whether a place here could be nearer than what is found.
  func wants(_ other: Coordinate) -> Bool {
    bound(BoundingBox(west: other.lon, south: other.lat, east: other.lon, north: other.lat)) <= limit
  }

  mutating func add(_ ref: PlaceRef, _ at: Coordinate) {
    let distance = Ellipsoid.distance(point, at)
    guard distance.rawValue < limit || found.count < count else { return }
    let place = found.firstIndex { $0.distance > distance } ?? found.count
    found.insert((ref, distance), at: place)
    if found.count > count { found.removeLast() }
  }

  /// A distance in meters that nothing in the box is nearer than.
  private func bound(_ box: BoundingBox) -> Double {
    let latitude = max(0, box.south - point.lat, point.lat - box.north)
    let across = max(0, longitudeGap(box))
    // To a meridian at most 90 degrees away it is asin(cos(lat) sin(gap)); beyond that only the latitude counts.
    let meridian = across < 90 ? asin(cos(Self.radians(point.lat)) * sin(Self.radians(across))) : 0
    return max(Self.radians(latitude), across < 90 ? meridian : 0) * Self.boundRadius
  }

  /// Degrees of longitude between the point and the box, the shorter way round; 0 inside.
  private func longitudeGap(_ box: BoundingBox) -> Double {
    if box.west <= point.lon, point.lon <= box.east { return 0 }
    return min(Self.around(box.west - point.lon), Self.around(point.lon - box.east))
  }

  private static func around(_ degrees: Double) -> Double { degrees < 0 ? degrees + 360 : degrees }

  private static func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
}
