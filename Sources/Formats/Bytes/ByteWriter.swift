/// A growing run of bytes that text is written into.
public struct ByteWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8]

  /// An empty run with room for `capacity` bytes.
  public init(capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// How many bytes were written.
  public var count: Int { bytes.count }

  /// Appends one byte.
  public mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Appends text as UTF-8. The label says what it is meant for: fixed words of a format.
  public mutating func append(ascii text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends bytes as they are.
  public mutating func append(contentsOf more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

  /// Appends text as UTF-8.
  public mutating func append(utf8 text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends an integer in decimal digits.
  public mutating func append(decimal value: Int) {
    if value < 0 { bytes.append(ASCII.minus) }
    append(digits: UInt64(value.magnitude), atLeast: 1)
  }

  /// Forgets everything written and keeps the room.
  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Appends digits, with zeros before them up to the count.
  mutating func append(digits value: UInt64, atLeast count: Int) {
    var rest = value
    var length = 0
    repeat {
      rest /= 10
      length += 1
    } while rest > 0
    length = max(length, count)
    bytes.append(contentsOf: repeatElement(ASCII.zero, count: length))
    rest = value
    var index = bytes.count
    // Filled in place from the right: reversing a slice would copy the whole array.
    while rest > 0 {
      index -= 1
      bytes[index] = ASCII.zero + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}
