/// What is known of words, by their codes in the vocabulary: an array instead of a dictionary, so that a look-up is a
/// load.
public struct CodeTable<Value: Sendable>: Sendable {
  /// For each code one more than the index of its value, 0 for none.
  @usableFromInline var slots: [Int32] = []
  @usableFromInline var values: [Value] = []

  /// An empty table.
  public init() {}

  /// The value of a code, nil where there is none.
  @inlinable
  public subscript(code: Int32) -> Value? {
    get {
      guard Int(code) < slots.count else { return nil }
      let slot = Int(slots[Int(code)])
      return slot == 0 ? nil : values[slot - 1]
    }
    set {
      guard let newValue else { return remove(code) }
      while slots.count <= Int(code) { slots.append(0) }
      if slots[Int(code)] == 0 {
        values.append(newValue)
        slots[Int(code)] = Int32(values.count)
      } else {
        values[Int(slots[Int(code)]) - 1] = newValue
      }
    }
  }

  /// The value of a code, to be changed; it begins as `value`.
  @inlinable
  public subscript(code: Int32, default value: Value) -> Value {
    get { self[code] ?? value }
    set { self[code] = newValue }
  }

  /// Whether a code has a value.
  @inlinable
  public func holds(_ code: Int32) -> Bool { Int(code) < slots.count && slots[Int(code)] != 0 }

  @usableFromInline
  mutating func remove(_ code: Int32) {
    if Int(code) < slots.count { slots[Int(code)] = 0 }
  }
}
