import Geometry

/// A balanced k-d tree laid out in place: the middle of a range is its root, what is smaller lies before it.
/// Longitude splits first, then latitude, in turn.
enum SpatialTree {
  typealias Entry = (number: UInt32, point: Coordinate)

  /// Brings the entries into the order of the tree. Ties are broken by number: the same places, the same order.
  static func order(_ entries: inout [Entry]) { order(&entries, 0..<entries.count, byLongitude: true) }

  private static func order(_ entries: inout [Entry], _ range: Range<Int>, byLongitude: Bool) {
    guard range.count > 1 else { return }
    entries[range].sort { a, b in
      let (x, y) = byLongitude ? (a.point.lon, b.point.lon) : (a.point.lat, b.point.lat)
      return x == y ? a.number < b.number : x < y
    }
    let middle = middle(range)
    order(&entries, range.lowerBound..<middle, byLongitude: !byLongitude)
    order(&entries, middle + 1..<range.upperBound, byLongitude: !byLongitude)
  }

  /// The root of a range.
  static func middle(_ range: Range<Int>) -> Int { range.lowerBound + range.count / 2 }
}
