/// A growing run of bytes that text is written into.
public struct ByteWriter: Sendable {
  /// Room that what was written fills from the start: a piece of text asks once whether it has room.
  private var room: [UInt8]
  /// How many bytes were written.
  public private(set) var count = 0

  /// An empty run with room for `capacity` bytes.
  public init(capacity: Int = 0) { room = Array(repeating: 0, count: capacity) }

  /// What was written so far.
  public var bytes: [UInt8] { Array(room[..<count]) }

  /// Appends one byte.
  public mutating func append(_ byte: UInt8) {
    if count == room.count { grow(by: 1) }
    room[count] = byte
    count += 1
  }

  /// Appends text as UTF-8. The label says what it is meant for: fixed words of a format.
  public mutating func append(ascii text: StaticString) {
    append(contentsOf: UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends bytes as they are.
  public mutating func append(contentsOf more: some Sequence<UInt8>) {
    let isDone: Void? = more.withContiguousStorageIfAvailable { append(contentsOf: UnsafeRawBufferPointer($0)) }
    if isDone == nil { for byte in more { append(byte) } }
  }

  /// Appends bytes as they are.
  mutating func append(contentsOf more: UnsafeRawBufferPointer) {
    write(more.count) { $0.copyMemory(from: more) }
  }

  /// Appends text as UTF-8.
  public mutating func append(utf8 text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: UnsafeRawBufferPointer($0)) }
  }

  /// Appends an integer in decimal digits.
  public mutating func append(decimal value: Int) {
    if value < 0 { append(ASCII.minus) }
    append(digits: UInt64(value.magnitude), atLeast: 1)
  }

  /// Forgets everything written and keeps the room.
  public mutating func removeAll() { count = 0 }

  /// Appends digits, with zeros before them up to the count.
  mutating func append(digits value: UInt64, atLeast count: Int) {
    var rest = value
    var length = 0
    repeat {
      rest /= 10
      length += 1
    } while rest > 0
    length = max(length, count)
    write(length) { digits in
      var rest = value
      for index in digits.indices.reversed() {
        digits[index] = ASCII.zero + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
    }
  }

  /// Appends so many bytes that the body writes.
  @inline(__always)
  mutating func write(_ length: Int, _ body: (UnsafeMutableRawBufferPointer) -> Void) {
    if count + length > room.count { grow(by: length) }
    room.withUnsafeMutableBytes { body(UnsafeMutableRawBufferPointer(rebasing: $0[count..<count + length])) }
    count += length
  }

  private mutating func grow(by length: Int) {
    room.append(contentsOf: repeatElement(0, count: max(length, room.count, 64)))
  }
}
