extension JSONCursor {
  /// The number of the line the offset is in, counted from the start of the bytes: for messages, not for loops.
  func line(at offset: Int) -> Int { bytes.lineFeeds(in: 0..<offset) + firstLine }

  func error(_ reason: JSONError.Reason) -> JSONError { error(reason, at: offset) }

  func error(_ reason: JSONError.Reason, at offset: Int) -> JSONError {
    let start = bytes[..<offset].lastIndex(of: ASCII.lineFeed).map { $0 + 1 } ?? bytes.byteOrderMarkLength
    let column = bytes[min(start, offset)..<offset].reduce(1) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    return JSONError(file: file, line: line(at: offset), column: column, reason: reason)
  }

  /// The text ended inside the thing, or before any value.
  func endError(in thing: Surrounding) -> JSONError {
    let isBlank = bytes.dropFirst(bytes.byteOrderMarkLength).allSatisfy(ASCII.isBlank)
    return error(isBlank ? .empty : .unexpectedEnd(of: thing.rawValue))
  }

  /// What stands here is no value: say it in the words of what was probably meant.
  func notAValue() -> JSONError {
    let byte = bytes[offset]
    let letters = bytes[offset...].prefix(10).prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    let word = String(decoding: letters, as: UTF8.self)
    if Self.foreignWords.contains(word) { return error(.foreignWord(word)) }
    if byte == ASCII.slash { return error(.comment) }
    if looksUnquoted(byte) { return error(.unquoted) }
    if byte == ASCII.plus || byte == ASCII.period { return error(.malformedNumber) }
    return error(.unexpected(byte, wanted: "a value"))
  }

  func looksUnquoted(_ byte: UInt8) -> Bool {
    byte == ASCII.apostrophe || byte == UInt8(ascii: "_") || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }

  private static let foreignWords: Set<String> = [
    "NaN", "nan", "Infinity", "inf", "None", "True", "False", "TRUE", "FALSE", "NULL", "Null", "nil", "undefined",
  ]
}
