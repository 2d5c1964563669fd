/// What sort of token it is.
public enum TokenKind: UInt8, Sendable {
  /// Letters, perhaps with digits and inner apostrophes; abbreviations with their periods.
  case word
  /// Digits with their separators.
  case number
  /// `'s` or a bare plural apostrophe.
  case possessive
  /// A hyphen inside a word.
  case hyphen
  /// A dash between words.
  case dash
  /// `.`, `!`, `?` or an ellipsis.
  case stop
  /// `,`
  case comma
  /// `:`
  case colon
  /// `;`
  case semicolon
  /// A double quotation mark that opens.
  case openQuote
  /// A double quotation mark that closes.
  case closeQuote
  /// `(` or `[`
  case openBracket
  /// `)` or `]`
  case closeBracket
  /// Anything else.
  case symbol
}

/// Marks of a token.
public struct TokenFlags: OptionSet, Sendable {
  /// The bits.
  public let rawValue: UInt16
  /// Flags of these bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Begins with an upper-case letter.
  public static let capitalized = TokenFlags(rawValue: 1)
  /// Two or more letters, all upper case.
  public static let allCaps = TokenFlags(rawValue: 2)
  /// White space stands before it.
  public static let spaced = TokenFlags(rawValue: 4)
  /// An abbreviation with its period.
  public static let abbreviation = TokenFlags(rawValue: 8)
  /// Inside double quotation marks.
  public static let quoted = TokenFlags(rawValue: 16)
  /// Part of a dateline.
  public static let dateline = TokenFlags(rawValue: 32)
  /// Part of a credit, such as "(AFP Photo)".
  public static let credit = TokenFlags(rawValue: 64)
  /// The first word of its sentence.
  public static let first = TokenFlags(rawValue: 128)
  /// Has letters of a script other than Latin.
  public static let otherScript = TokenFlags(rawValue: 256)
  /// Has both letters and digits ("M5").
  public static let alphanumeric = TokenFlags(rawValue: 512)
}

/// A piece of text: a range of bytes, its sort, its marks and the code of its word.
public struct Token: Sendable {
  /// The first byte.
  public var start: Int32
  /// One past the last byte.
  public var end: Int32
  /// The code of the lower-cased word in the vocabulary, 0 where the vocabulary does not know it.
  public var word: Int32
  /// What sort of token it is.
  public var kind: TokenKind
  /// Its marks.
  public var flags: TokenFlags

  /// The bytes it covers.
  public var range: Range<Int> { Int(start)..<Int(end) }
  /// Whether it has all these marks.
  public func has(_ marks: TokenFlags) -> Bool { flags.contains(marks) }
}
