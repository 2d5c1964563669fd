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
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Begins with an upper-case letter.
  @inlinable public static var capitalized: TokenFlags { TokenFlags(rawValue: 1) }
  /// Two or more letters, all upper case.
  @inlinable public static var allCaps: TokenFlags { TokenFlags(rawValue: 2) }
  /// White space stands before it.
  @inlinable public static var spaced: TokenFlags { TokenFlags(rawValue: 4) }
  /// An abbreviation with its period.
  @inlinable public static var abbreviation: TokenFlags { TokenFlags(rawValue: 8) }
  /// Inside double quotation marks.
  @inlinable public static var quoted: TokenFlags { TokenFlags(rawValue: 16) }
  /// Part of a dateline.
  @inlinable public static var dateline: TokenFlags { TokenFlags(rawValue: 32) }
  /// Part of a credit, such as "(AFP Photo)".
  @inlinable public static var credit: TokenFlags { TokenFlags(rawValue: 64) }
  /// The first word of its sentence.
  @inlinable public static var first: TokenFlags { TokenFlags(rawValue: 128) }
  /// Has letters of a script other than Latin.
  @inlinable public static var otherScript: TokenFlags { TokenFlags(rawValue: 256) }
  /// Has both letters and digits ("M5").
  @inlinable public static var alphanumeric: TokenFlags { TokenFlags(rawValue: 512) }
  /// Part of a date expression.
  @inlinable public static var dated: TokenFlags { TokenFlags(rawValue: 1024) }
  /// Part of a number expression.
  @inlinable public static var counted: TokenFlags { TokenFlags(rawValue: 2048) }
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
  @inlinable public var range: Range<Int> { Int(start)..<Int(end) }
  /// Whether it has all these marks.
  @inlinable public func has(_ marks: TokenFlags) -> Bool { flags.contains(marks) }
}
