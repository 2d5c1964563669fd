import Synchronization

/// Answers that were worked out before, for a function that always answers the same: bounded, safe to share.
///
/// For example: `let units = Memo<Coordinate, AdminUnits>(slots: 4096)`, then `units.value(point) { work($0) }`.
public final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let slots: Mutex<[(key: Key, value: Value)?]>
  private let mask: Int

  /// Room for so many answers, a power of two; a newer answer takes the place of an older one.
  public init(slots count: Int) {
    mask = count - 1
    slots = Mutex(Array(repeating: nil, count: count))
  }

  /// The answer to a question: remembered, else worked out and remembered.
  public func value(_ key: Key, _ work: (Key) -> Value) -> Value {
    let slot = key.hashValue & mask
    let known = slots.withLock { slots in slots[slot].flatMap { $0.key == key ? $0.value : nil } }
    if let known { return known }
    let value = work(key)
    slots.withLock { $0[slot] = (key, value) }
    return value
  }
}
