/// Contents to be aligned with a query, those first that have the most letters in common with it.
struct CandidateList {
  private var found: [(content: UInt32, difference: UInt8)] = []
  private var letters: UInt16 = 0
  /// How many there are of each difference, then where they begin in `order`.
  private var counts = [Int](repeating: 0, count: Self.differences + 1)
  private var order: [UInt32] = []

  /// One more than the letters that can differ.
  private static let differences = 17
  /// Candidates that differ in so many letters more than the likeliest one are left out.
  private static let spread = 5

  var count: Int { found.count }

  /// Another search begins.
  mutating func begin(with query: [UInt8]) {
    found.removeAll(keepingCapacity: true)
    letters = SpellingTable.letters(query)
  }

  @inline(__always)
  mutating func add(_ content: Int, _ letters: UInt16) {
    found.append((UInt32(truncatingIfNeeded: content), UInt8((self.letters ^ letters).nonzeroBitCount)))
  }

  /// The likeliest of them, at most so many; one found under two keys may stand there twice.
  mutating func likeliest(_ most: Int) -> ArraySlice<UInt32> {
    guard let least = found.lazy.map(\.difference).min() else { return [] }
    for place in counts.indices { counts[place] = 0 }
    for candidate in found { counts[Int(candidate.difference) + 1] += 1 }
    for place in 1..<counts.count { counts[place] += counts[place - 1] }
    let near = counts[min(Int(least) + Self.spread, Self.differences)]
    while order.count < found.count { order.append(0) }
    for candidate in found {
      order[counts[Int(candidate.difference)]] = candidate.content
      counts[Int(candidate.difference)] += 1
    }
    return order[..<min(near, most)]
  }
}

/// Contents that were aligned: a small table that forgets nothing until it is full.
struct SeenContents {
  private var slots = [UInt32](repeating: .max, count: 1024)
  private var count = 0

  /// Begins anew.
  mutating func forget() {
    if count > 0 { for slot in slots.indices { slots[slot] = .max } }
    count = 0
  }

  /// False if the content was seen before.
  mutating func insert(_ content: UInt32) -> Bool {
    guard count < 768 else { return true }
    var slot = Int(truncatingIfNeeded: (content &* 0x9E37_79B1) >> 22)
    while slots[slot] != .max {
      if slots[slot] == content { return false }
      slot = (slot + 1) & 1023
    }
    slots[slot] = content
    count += 1
    return true
  }
}
