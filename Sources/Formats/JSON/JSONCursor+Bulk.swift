/// What the name of an object's next member is, for readers of millions of objects alike.
public enum JSONKey {
  /// The one that was expected.
  case expected
  /// Another one.
  case other(String)
}

extension JSONCursor {
  /// The name of the object's next member, as `nextKey` tells it; the one that is expected is only compared.
  ///
  /// - Parameter expected: a name in UTF-8 without anything that JSON escapes.
  public mutating func nextKey(expecting expected: [UInt8]) throws(JSONError) -> JSONKey? {
    guard try beginKey() else { return nil }
    let end = offset + 1 + expected.count
    guard end < bytes.count, bytes[end] == ASCII.quote, bytes.part(offset + 1..<end).elementsEqual(expected) else {
      let key = try string()
      try endKey()
      return .other(key)
    }
    offset = end + 1
    try endKey()
    return .expected
  }

  /// Reads a string that has no escapes, its bytes left where they stand; nil, with nothing read, for one that has.
  public mutating func plainString() throws(JSONError) -> UnsafeRawBufferPointer? {
    try expect(.string)
    let (end, isASCII) = endOfPlain(from: offset + 1)
    guard end < bytes.count, bytes[end] != ASCII.backslash else { return nil }
    let body = bytes.part(offset + 1..<end)
    // What is wrong with it, the slower way tells.
    guard bytes[end] == ASCII.quote, isASCII || UTF8Check.firstBadOffset(in: body) == nil else { return nil }
    offset = end + 1
    return body
  }

  /// Reads a number that is whole; nil, with nothing read, for any other.
  public mutating func wholeNumber() throws(JSONError) -> Int? {
    try expect(.number)
    guard let number = DecimalNumber(bytes, at: offset) else { throw error(.malformedNumber) }
    guard let int = number.int else { return nil }
    offset = number.end
    return int
  }

  /// Where the next quote, backslash or control character is, and whether there are only ASCII bytes before it.
  func endOfPlain(from start: Int) -> (end: Int, isASCII: Bool) {
    var (next, all) = (start, UInt64(0))
    while next < bytes.count {
      if next + 8 <= bytes.count {
        let eight = bytes.loadUnaligned(fromByteOffset: next, as: UInt64.self)
        if !Self.endsPlain(eight) {
          all |= eight
          next += 8
          continue
        }
      }
      let byte = bytes[next]
      guard byte != ASCII.quote, byte != ASCII.backslash, byte >= ASCII.space else { break }
      all |= UInt64(byte)
      next += 1
    }
    return (next, all & 0x8080_8080_8080_8080 == 0)
  }

  /// Is one of the eight bytes a quote, a backslash or a control character? Now and then it says so of a byte beyond
  /// ASCII: then they are looked at one by one.
  private static func endsPlain(_ eight: UInt64) -> Bool {
    let (ones, highs) = (0x0101_0101_0101_0101 as UInt64, 0x8080_8080_8080_8080 as UInt64)
    let (quotes, strokes) = (eight ^ (ones &* UInt64(ASCII.quote)), eight ^ (ones &* UInt64(ASCII.backslash)))
    let found =
      ((quotes &- ones) & ~quotes) | ((strokes &- ones) & ~strokes)
      | ((eight &- (ones &* UInt64(ASCII.space))) & ~eight)
    return found & highs != 0
  }
}
