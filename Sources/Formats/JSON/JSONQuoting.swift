extension ByteWriter {
  /// Appends the text as a JSON string: quotes, backslashes and control characters escaped, all else as UTF-8.
  public mutating func append(quoted text: String) {
    var text = text
    text.withUTF8 { append(quoted: UnsafeRawBufferPointer($0), colons: 0) }
  }

  /// The same for the name of a member, with the colon behind it.
  mutating func append(key text: String) {
    var text = text
    text.withUTF8 { append(quoted: UnsafeRawBufferPointer($0), colons: 1) }
  }

  @inline(__always)
  private mutating func append(quoted bytes: UnsafeRawBufferPointer, colons: Int) {
    guard Self.firstEscaped(bytes, from: 0) == nil else {
      append(ASCII.quote)
      append(escaping: bytes)
      append(ASCII.quote)
      for _ in 0..<colons { append(ASCII.colon) }
      return
    }
    write(bytes.count + 2 + colons) { room in
      room[room.count - 1] = ASCII.colon
      room[0] = ASCII.quote
      UnsafeMutableRawBufferPointer(rebasing: room[1...]).copyMemory(from: bytes)
      room[bytes.count + 1] = ASCII.quote
    }
  }

  private mutating func append(escaping bytes: UnsafeRawBufferPointer) {
    var start = 0
    while let index = Self.firstEscaped(bytes, from: start) {
      append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[start..<index]))
      append(escape: bytes[index])
      start = index + 1
    }
    append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[start...]))
  }

  /// The offset of the first byte at or after `start` that cannot stand raw in a JSON string. U+007F may, and does.
  private static func firstEscaped(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if index + 8 <= bytes.count, !mayHoldEscaped(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
        index += 8
        continue
      }
      let byte = bytes[index]
      if byte < ASCII.space || byte == ASCII.quote || byte == ASCII.backslash { return index }
      index += 1
    }
    return nil
  }

  /// Whether one of eight bytes must be escaped, by their highest bits; now and then without need where one is above
  /// such a byte.
  @inline(__always)
  private static func mayHoldEscaped(_ lanes: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = lanes ^ (ones &* UInt64(ASCII.quote))
    let backslashes = lanes ^ (ones &* UInt64(ASCII.backslash))
    let found =
      ((lanes &- ones &* UInt64(ASCII.space)) & ~lanes) | ((quotes &- ones) & ~quotes)
      | ((backslashes &- ones) & ~backslashes)
    return found & (ones &* 0x80) != 0
  }

  private mutating func append(escape byte: UInt8) {
    switch byte {
    case ASCII.quote: append(ascii: "\\\"")
    case ASCII.backslash: append(ascii: "\\\\")
    case ASCII.lineFeed: append(ascii: "\\n")
    case ASCII.carriageReturn: append(ascii: "\\r")
    case ASCII.tab: append(ascii: "\\t")
    default:
      append(ascii: "\\u00")
      append(utf8: hexadecimal([byte]))
    }
  }
}
