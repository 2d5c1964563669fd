/// Looks for the first byte that keeps a text from being UTF-8 (RFC 3629).
public enum UTF8Check {
  /// A byte that cannot stand where it does.
  public struct Fault: Hashable, Sendable {
    /// Offset of the byte that begins the bad sequence, from 0.
    public let offset: Int
    /// Its line, from 1.
    public let line: Int
  }

  /// The first bad sequence, nil when all bytes are UTF-8. Overlong forms, surrogates and values beyond
  /// U+10FFFF are bad; NUL is a character like another.
  public static func firstFault(in bytes: UnsafeRawBufferPointer) -> Fault? {
    guard let offset = firstBadOffset(in: bytes) else { return nil }
    return Fault(offset: offset, line: bytes.lineFeeds(in: 0..<offset) + 1)
  }

  /// The first bad sequence, nil when all bytes are UTF-8.
  public static func firstFault(in bytes: [UInt8]) -> Fault? { bytes.withUnsafeBytes { firstFault(in: $0) } }

  static func firstBadOffset(in bytes: UnsafeRawBufferPointer) -> Int? {
    var offset = 0
    while true {
      offset = bytes.endOfASCII(from: offset)
      guard offset < bytes.count else { return nil }
      let length = sequenceLength(bytes, at: offset)
      guard length > 0 else { return offset }
      offset += length
    }
  }

  /// The length of the well-formed sequence of two to four bytes at the offset; 0 when it is not one.
  private static func sequenceLength(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int {
    guard let form = form(of: bytes[offset]), offset + form.length <= bytes.count else { return 0 }
    guard form.second.contains(bytes[offset + 1]) else { return 0 }
    for index in 2..<max(form.length, 2) where bytes[offset + index] & 0xC0 != 0x80 { return 0 }
    return form.length
  }

  /// How long a sequence with this first byte is and what its second byte may be (the Unicode Standard, table 3-7).
  private static func form(of first: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch first {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The offset of the first byte at or after `start` that is not ASCII; the count when all are.
  func endOfASCII(from start: Int) -> Int {
    var offset = start
    while offset + 8 <= count {
      let word = loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      guard word & 0x8080_8080_8080_8080 == 0 else { break }
      offset += 8
    }
    while offset < count, self[offset] < 0x80 { offset += 1 }
    return offset
  }
}
