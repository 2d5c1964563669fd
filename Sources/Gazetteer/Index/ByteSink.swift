/// Little-endian bytes of a section in the making.
struct ByteSink {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  mutating func put(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ value: Double) { put(value.bitPattern) }

  mutating func put(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

  /// Fills up with zeros to a multiple of `size` bytes from the start.
  mutating func pad(to size: Int) {
    let rest = bytes.count % size
    if rest > 0 { bytes.append(contentsOf: repeatElement(0, count: size - rest)) }
  }
}

/// The string pool in the making: each string once, in the order of its first use.
struct StringPool {
  private(set) var sink = ByteSink()
  private var offsets: [[UInt8]: UInt32] = [:]

  /// Strings longer than this are cut (a length has two bytes).
  static let longest = 65_535

  init() {
    sink.put(UInt16(0))
    offsets[[]] = 0
  }

  mutating func offset(_ text: String?) -> UInt32 { offset(Array((text ?? "").utf8)) }

  mutating func offset(_ utf8: [UInt8]) -> UInt32 {
    if let known = offsets[utf8] { return known }
    let offset = UInt32(sink.count)
    sink.put(UInt16(min(utf8.count, Self.longest)))
    sink.put(utf8.prefix(Self.longest))
    offsets[utf8] = offset
    return offset
  }
}

/// A hash table in the making (`IndexFormat.Slot`): keys with the numbers that belong to them.
struct SlotTableBuilder {
  private var numbers: [UInt64: [UInt32]] = [:]
  private var continuing: Set<UInt64> = []
  private var single: [UInt64: UInt32] = [:]

  mutating func add(_ number: UInt32, to key: UInt64) {
    let key = key == 0 ? 1 : key
    if numbers[key]?.last != number { numbers[key, default: []].append(number) }
  }

  /// A key with one number and no postings: the number stands in `start`.
  mutating func set(_ number: UInt32, for key: UInt64) { single[key == 0 ? 1 : key] = number }

  mutating func markContinuing(_ key: UInt64) { continuing.insert(key == 0 ? 1 : key) }

  /// The table and the postings behind it; the same keys give the same bytes in any order of insertion.
  func build() -> (slots: [UInt8], postings: [UInt8]) {
    let keys = Set(numbers.keys).union(continuing).union(single.keys).sorted()
    var size = 8
    while size * 5 < keys.count * 8 { size *= 2 }
    var slots = [(key: UInt64, start: UInt32, count: UInt32)](repeating: (0, 0, 0), count: size)
    var postings = ByteSink()
    for key in keys {
      let own = numbers[key] ?? []
      var slot = Int(truncatingIfNeeded: key & UInt64(size - 1))
      while slots[slot].key != 0 { slot = (slot + 1) & (size - 1) }
      let flag = continuing.contains(key) ? IndexFormat.Slot.continues : 0
      slots[slot] = (key, single[key] ?? UInt32(postings.count / 4), UInt32(own.count) | flag)
      for number in own { postings.put(number) }
    }
    var table = ByteSink()
    for slot in slots {
      table.put(slot.key)
      table.put(slot.start)
      table.put(slot.count)
    }
    return (table.bytes, postings.bytes)
  }
}
