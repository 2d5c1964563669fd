public import Synchronization

/// Answers that were worked out before, for a function that always answers the same: bounded, safe to share.
///
/// For example: `let units = Memo<Coordinate, AdminUnits>(slots: 4096)`, then `units.value(point) { work($0) }`.
public final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  @usableFromInline let slots: Mutex<[(key: Key, value: Value)?]>
  @usableFromInline let sets: Int
  /// So many answers share a remainder; among them a new one takes the place of the one that nobody asked for longest.
  @usableFromInline let ways: Int

  /// Room for so many answers, a power of two; a newer answer takes the place of an older one.
  public init(slots count: Int) {
    ways = min(count, 4)
    sets = count / ways
    slots = Mutex(Array(repeating: nil, count: count))
  }

  // Inlined where it is used, so that keys and values are of known types there.

  /// The answer to a question: remembered, else worked out and remembered.
  @inlinable
  public func value(_ key: Key, _ work: (Key) -> Value) -> Value {
    let first = (key.hashValue & (sets - 1)) * ways
    let known = slots.withLock { remembered(key, from: first, in: &$0) }
    if let known { return known }
    let value = work(key)
    slots.withLock { slots in
      for place in (first..<first + ways - 1).reversed() { slots.swapAt(place, place + 1) }
      slots[first] = (key, value)
    }
    return value
  }

  /// A remembered answer, which comes to the head of its set.
  @inlinable
  func remembered(_ key: Key, from first: Int, in slots: inout [(key: Key, value: Value)?]) -> Value? {
    for place in first..<first + ways {
      guard let entry = slots[place], entry.key == key else { continue }
      for before in (first..<place).reversed() { slots.swapAt(before, before + 1) }
      return entry.value
    }
    return nil
  }
}
