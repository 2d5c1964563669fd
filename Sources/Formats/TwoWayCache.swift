/// Values worked out before, two for each remainder of a hash; of the two, the one used last stays. For one worker.
///
/// For example: `words.value(at: hash, where: { $0.text == text }) { Word(text) }`.
public struct TwoWayCache<Value> {
  @usableFromInline var values: [Value?]
  @usableFromInline let mask: UInt64

  /// Room for two values in each of so many sets, a power of two.
  public init(sets: Int) {
    values = Array(repeating: nil, count: 2 * sets)
    mask = UInt64(sets - 1)
  }

  /// The value that fits, or a new one.
  @inlinable
  public mutating func value(at hash: UInt64, where fits: (Value) -> Bool, make: () -> Value) -> Value {
    // A multiplication spreads hashes that are mere numbers.
    let slot = 2 * Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32 & mask)
    if let known = values[slot], fits(known) { return known }
    if let known = values[slot + 1], fits(known) {
      values.swapAt(slot, slot + 1)
      return known
    }
    let value = make()
    values.swapAt(slot, slot + 1)
    values[slot] = value
    return value
  }
}
