extension JSONCursor {
  /// Reads a string.
  public mutating func string() throws(JSONError) -> String {
    try expect(.string)
    offset += 1
    let start = offset
    try scanPlain()
    guard bytes[offset] == ASCII.backslash else {
      let result = try text(start..<offset)
      offset += 1
      return result
    }
    return try escapedString(from: start)
  }

  /// Reads over a string, checking it all the same.
  mutating func skipString() throws(JSONError) {
    try expect(.string)
    offset += 1
    let start = offset
    try scanPlain()
    while bytes[offset] == ASCII.backslash {
      _ = try escape()
      try scanPlain()
    }
    let part = bytes.part(start..<offset)
    if let bad = UTF8Check.firstBadOffset(in: part) { throw error(.notUTF8, at: start + bad) }
    offset += 1
  }

  /// Moves to the next quote or backslash.
  private mutating func scanPlain() throws(JSONError) {
    offset = endOfPlain(from: offset).end
    guard offset < bytes.count else { throw error(.unexpectedEnd(of: Surrounding.string.rawValue)) }
    if bytes[offset] < ASCII.space { throw error(.controlCharacter(bytes[offset])) }
  }

  private func text(_ range: Range<Int>) throws(JSONError) -> String {
    let part = bytes.part(range)
    if let text = part.text { return text }
    throw error(.notUTF8, at: range.lowerBound + (UTF8Check.firstBadOffset(in: part) ?? 0))
  }

  /// Reads on at the first backslash of a string that began at `start`.
  private mutating func escapedString(from start: Int) throws(JSONError) -> String {
    var result = try text(start..<offset)
    while bytes[offset] == ASCII.backslash {
      result.unicodeScalars.append(try escape())
      let plain = offset
      try scanPlain()
      if offset > plain { result += try text(plain..<offset) }
    }
    offset += 1
    return result
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    guard offset + 1 < bytes.count else {
      throw error(.unexpectedEnd(of: Surrounding.string.rawValue), at: bytes.count)
    }
    let byte = bytes[offset + 1]
    if byte == UInt8(ascii: "u") { return try unicodeEscape() }
    guard let scalar = Self.shortEscape(byte) else { throw error(.badEscape) }
    offset += 2
    return scalar
  }

  private static func shortEscape(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case ASCII.quote, ASCII.backslash, ASCII.slash: Unicode.Scalar(byte)
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "f"): "\u{C}"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "t"): "\t"
    default: nil
    }
  }

  private mutating func unicodeEscape() throws(JSONError) -> Unicode.Scalar {
    let start = offset
    let first = try codeUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard UTF16.isLeadSurrogate(first), offset + 1 < bytes.count, bytes[offset] == ASCII.backslash,
      bytes[offset + 1] == UInt8(ascii: "u")
    else { throw error(.loneSurrogate, at: start) }
    let second = try codeUnit()
    guard UTF16.isTrailSurrogate(second) else { throw error(.loneSurrogate, at: start) }
    return UTF16.decode(UTF16.EncodedScalar([first, second]))
  }

  /// Reads `\uXXXX`.
  private mutating func codeUnit() throws(JSONError) -> UInt16 {
    guard offset + 6 <= bytes.count else {
      throw error(.unexpectedEnd(of: Surrounding.string.rawValue), at: bytes.count)
    }
    var unit: UInt16 = 0
    for index in offset + 2..<offset + 6 {
      guard let digit = Self.hexadecimalDigit(bytes[index]) else { throw error(.badEscape) }
      unit = unit << 4 | UInt16(digit)
    }
    offset += 6
    return unit
  }

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case ASCII.zero...ASCII.nine: byte - ASCII.zero
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
