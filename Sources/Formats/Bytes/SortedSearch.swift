extension RandomAccessCollection {
  /// The first index at which something holds that, from there on, holds to the end; `endIndex` where it never does.
  ///
  /// A binary search. For example: `dates.partitioningIndex(where: { $0.start >= token })`.
  @inlinable
  public func partitioningIndex(where holds: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = count
    while count > 0 {
      let middle = index(low, offsetBy: count / 2)
      if holds(self[middle]) {
        count /= 2
      } else {
        low = index(after: middle)
        count -= count / 2 + 1
      }
    }
    return low
  }
}
