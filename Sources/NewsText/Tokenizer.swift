/// Cuts UTF-8 bytes into tokens in one pass.
struct Tokenizer {
  let abbreviations: CodeTable<AbbreviationKind>
  let vocabulary: Vocabulary
  private(set) var tokens: [Token] = []
  /// The hash of each token as `ZoneCues` wants it.
  private(set) var hashes: [UInt64] = []
  /// Whether a double quotation mark is open; every block starts anew.
  var quoteOpen = false
  /// Whether white space stands before the next token.
  private(set) var spaced = true

  init(abbreviations: CodeTable<AbbreviationKind>, vocabulary: Vocabulary) {
    self.abbreviations = abbreviations
    self.vocabulary = vocabulary
  }

  /// Appends the tokens of `range`.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    quoteOpen = false
    spaced = true
    // English news has a token for every five bytes or so.
    let expected = tokens.count + range.count / 5
    if expected > tokens.capacity {
      tokens.reserveCapacity(max(expected, 2 * tokens.capacity))
      hashes.reserveCapacity(max(expected, 2 * tokens.capacity))
    }
    var index = range.lowerBound
    let text = UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
    while index < range.upperBound {
      let (kind, length) = CharacterClass.at(index, in: text)
      switch kind {
      case .space, .newline:
        spaced = true
        index += length
      case .letter: index = word(text, index)
      case .digit: index = number(text, index)
      case .invisible: index += length
      case .apostrophe: index = apostrophe(text, index, length)
      case .other: index = mark(text, index, length)
      }
    }
  }

  mutating func add(
    _ kind: TokenKind, _ start: Int, _ end: Int, _ flags: TokenFlags = [], word: Int32 = 0, hash: UInt64
  ) {
    var flags = flags
    if spaced { flags.insert(.spaced) }
    if quoteOpen || kind == .closeQuote { flags.insert(.quoted) }
    tokens.append(Token(start: Int32(start), end: Int32(end), word: word, kind: kind, flags: flags))
    hashes.append(hash)
    spaced = false
  }

  /// The class of the character at `index`, a space behind the end.
  func classify(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> CharacterClass {
    index < text.count ? CharacterClass.at(index, in: text).0 : .space
  }

  /// Adds a mark or a possessive.
  mutating func add(_ kind: TokenKind, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    let isDash = kind == .dash || kind == .hyphen
    add(kind, start, end, hash: isDash ? ZoneCues.dash : Vocabulary.hash(text: text, start..<end))
  }

  func code(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int32 {
    vocabulary.code(hash: Vocabulary.hash(text: text, range))
  }

  // MARK: Numbers

  private mutating func number(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var end = digits(text, start)
    while end < text.count, let next = numberPart(text, end) { end = next }
    let hash = Vocabulary.hash(text: text, start..<end)
    add(.number, start, end, word: vocabulary.code(hash: hash), hash: hash)
    return end
  }

  private func digits(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var end = start
    while end < text.count, text[end] >= 0x30, text[end] <= 0x39 { end += 1 }
    return end
  }

  /// One past ".7", ":15" or ",800": a comma parts groups of three digits, a colon pairs.
  private func numberPart(_ text: UnsafeBufferPointer<UInt8>, _ separator: Int) -> Int? {
    let end = digits(text, separator + 1)
    let count = end - separator - 1
    switch text[separator] {
    case 0x2E: return count > 0 ? end : nil
    case 0x2C: return count == 3 ? end : nil
    case 0x3A: return count == 2 ? end : nil
    default: return nil
    }
  }
}
