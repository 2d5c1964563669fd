/// Values by keys that are hashes already: open addressing, nothing hashed again.
struct HashedTable<Value> {
  private var slots: [(key: UInt64, value: Value)?] = []
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  /// The value of a key.
  subscript(key: UInt64) -> Value? {
    guard count > 0 else { return nil }
    return slots[slot(of: key)]?.value
  }

  /// The value of a key, to be changed; it begins as `value`.
  subscript(key: UInt64, default value: @autoclosure () -> Value) -> Value {
    get { self[key] ?? value() }
    _modify {
      if count * 2 >= slots.count { grow() }
      let slot = slot(of: key)
      if slots[slot] == nil { count += 1 }
      var entry = slots[slot] ?? (key, value())
      slots[slot] = nil
      defer { slots[slot] = entry }
      yield &entry.value
    }
  }

  /// Where a key stands, or the free slot where it would.
  private func slot(of key: UInt64) -> Int {
    let mask = slots.count - 1
    // A multiplication spreads hashes whose lower bits are alike.
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while let entry = slots[slot], entry.key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: nil, count: max(16, old.count * 2))
    for case let entry? in old { slots[slot(of: entry.key)] = entry }
  }
}

/// A set of hashes.
struct HashedSet {
  private var table = HashedTable<Void>()

  var count: Int { table.count }
  var isEmpty: Bool { table.isEmpty }

  func contains(_ hash: UInt64) -> Bool { table[hash] != nil }

  /// False where it was there already.
  @discardableResult
  mutating func insert(_ hash: UInt64) -> Bool {
    let count = table.count
    table[hash, default: ()] = ()
    return table.count > count
  }
}
