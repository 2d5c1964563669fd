/// Finds directed edges by their ends: open addressing over the numbers of the edges.
///
/// A standard set would spend most of the time of a comparison on hashing; here two multiplications do.
struct EdgeTable: Sendable {
  private var slots: [Int32]
  private let mask: Int

  /// A table over the edges. Of two with the same ends the first is found.
  init(_ edges: [GridEdge]) {
    var size = 16
    while size < edges.count * 2 { size *= 2 }
    (slots, mask) = ([Int32](repeating: -1, count: size), size - 1)
    for (number, edge) in edges.enumerated() {
      var slot = Self.hash(edge.from, edge.to) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  /// The number of the edge between these ends in that direction; nil when there is none.
  func find(_ from: GridPoint, _ to: GridPoint, in edges: [GridEdge]) -> Int? {
    var slot = Self.hash(from, to) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if edges[number].from == from, edges[number].to == to { return number }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private static func hash(_ from: GridPoint, _ to: GridPoint) -> Int {
    // Odd constants of the golden ratio's kind; the high bits are the well mixed ones.
    let mixed = (from.key &* 0x9E37_79B9_7F4A_7C15) ^ ((to.key &* 0xC2B2_AE3D_27D4_EB4F) >> 7)
    return Int(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) >> 33)
  }
}
