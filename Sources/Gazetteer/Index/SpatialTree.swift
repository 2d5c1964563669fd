import Geometry

/// A balanced k-d tree laid out in place: the middle of a range is its root, what is smaller lies before it.
/// Longitude splits first, then latitude, in turn.
enum SpatialTree {
  typealias Entry = (number: UInt32, point: Coordinate)

  /// Brings the entries into the order of the tree. Ties are broken by number: the same places, the same order.
  static func order(_ entries: inout [Entry]) { order(&entries, 0..<entries.count, byLongitude: true) }

  /// What is fewer is sorted.
  private static let few = 32

  private static func order(_ entries: inout [Entry], _ range: Range<Int>, byLongitude: Bool) {
    guard range.count > 1 else { return }
    let middle = middle(range)
    select(&entries, range, middle, byLongitude: byLongitude)
    order(&entries, range.lowerBound..<middle, byLongitude: !byLongitude)
    order(&entries, middle + 1..<range.upperBound, byLongitude: !byLongitude)
  }

  /// Brings the entry that belongs at `middle` there, the smaller ones before it (Hoare's selection).
  private static func select(_ entries: inout [Entry], _ range: Range<Int>, _ middle: Int, byLongitude: Bool) {
    func isBefore(_ a: Entry, _ b: Entry) -> Bool {
      let (x, y) = byLongitude ? (a.point.lon, b.point.lon) : (a.point.lat, b.point.lat)
      return x == y ? a.number < b.number : x < y
    }
    var (low, high) = (range.lowerBound, range.upperBound)
    // Unlucky splits cannot go on for ever: then the rest is sorted.
    var patience = 64
    while high - low > few, patience > 0 {
      patience -= 1
      let pivot = median(entries[low], entries[(low + high) / 2], entries[high - 1], isBefore)
      var (left, right) = (low, high - 1)
      while left <= right {
        while isBefore(entries[left], pivot) { left += 1 }
        while isBefore(pivot, entries[right]) { right -= 1 }
        if left <= right {
          entries.swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if middle <= right { high = right + 1 } else if middle >= left { low = left } else { return }
    }
    entries[low..<high].sort(by: isBefore)
  }

  private static func median(
    _ a: Entry, _ b: Entry, _ c: Entry, _ isBefore: (Entry, Entry) -> Bool
  ) -> Entry {
    let (low, high) = isBefore(a, b) ? (a, b) : (b, a)
    return isBefore(c, low) ? low : isBefore(high, c) ? high : c
  }

  /// The root of a range.
  static func middle(_ range: Range<Int>) -> Int { range.lowerBound + range.count / 2 }
}
