/// Why bytes are not JSON, and where.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong. None of these repeats the text: it may hold names of people.
  public enum Reason: Hashable, Sendable {
    /// There is nothing but blanks.
    case empty
    /// The text ends inside of something: "an object", "a string" ...
    case unexpectedEnd(of: String)
    /// Another byte was wanted here.
    case unexpected(UInt8, wanted: String)
    /// A comma with nothing after it.
    case trailingComma
    /// `NaN`, `Infinity`, `None`, `True` ...: what other languages write.
    case foreignWord(String)
    /// A number that breaks the grammar.
    case malformedNumber
    /// A number beyond the largest Double.
    case numberTooLarge
    /// A string in single quotes or a name in none.
    case unquoted
    /// A comment.
    case comment
    /// A backslash before something else than the nine that JSON knows.
    case badEscape
    /// Half of a surrogate pair.
    case loneSurrogate
    /// A raw byte below U+0020 in a string.
    case controlCharacter(UInt8)
    /// Bytes in a string that are not UTF-8.
    case notUTF8
    /// Nesting beyond the limit.
    case tooDeep(limit: Int)
    /// More text after the value.
    case moreAfterEnd
    /// A value of another kind than the reader asked for.
    case wrongKind(found: String, wanted: String)
  }

  /// The file's name, nil for bytes that have none.
  public let file: String?
  /// From 1.
  public let line: Int
  /// In Unicode scalars, from 1.
  public let column: Int
  /// What is wrong.
  public let reason: Reason

  /// An error at a place.
  public init(file: String?, line: Int, column: Int, reason: Reason) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
  }

  /// `FILE:LINE:COLUMN: what is wrong; what to do`
  public var description: String {
    "\(file.map { "\($0):\(line):\(column)" } ?? "line \(line), column \(column)"): \(reason.sentence)"
  }
}

extension JSONError.Reason {
  /// What is wrong; what to do.
  public var sentence: String {
    switch self {
    case .empty: "no JSON value here; the text is empty"
    case .unexpectedEnd(let thing): "the text ends inside \(thing); is the file cut short?"
    case .unexpected(let byte, let wanted): "\(name(of: byte)) where \(wanted) must stand"
    case .trailingComma: "a comma with nothing after it; remove the comma"
    case .foreignWord(let word): "\(word) is not JSON; write \(cure(for: word))"
    case .malformedNumber: "a malformed number; write it like -12.5 or 1e6, without leading zeros"
    case .numberTooLarge: "a number beyond 1.8e308; write a smaller one, or a string"
    case .unquoted: "a string or name without double quotes; put it in double quotes"
    case .comment: "a comment; JSON has none, remove it"
    case .badEscape: "a backslash before a character that JSON does not escape; write \\\\ for a backslash"
    case .loneSurrogate: "half of a surrogate pair; write both \\u escapes or the character itself"
    case .controlCharacter(let byte): "a raw control character in a string; write it as \\u00\(hexadecimal([byte]))"
    case .notUTF8: "bytes that are not UTF-8; save the file as UTF-8"
    case .tooDeep(let limit): "nested more than \(limit) levels deep; flatten it"
    case .moreAfterEnd: "more text after the value; one value a file, or one a line in a .jsonl file"
    case .wrongKind(let found, let wanted): "\(found) where \(wanted) must stand"
    }
  }

  private func name(of byte: UInt8) -> String {
    switch byte {
    case 0x21...0x7E: "`\(Character(UnicodeScalar(byte)))`"
    case ASCII.space: "a space"
    case ASCII.lineFeed, ASCII.carriageReturn: "a line end"
    default: "byte 0x\(hexadecimal([byte]))"
    }
  }

  private func cure(for word: String) -> String {
    switch word {
    case "True", "TRUE": "true"
    case "False", "FALSE": "false"
    default: "null"
    }
  }
}
