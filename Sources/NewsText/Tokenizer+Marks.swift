extension Tokenizer {
  /// Adds the possessive, the mark or the word that the apostrophe at `index` begins, and gives its end.
  mutating func apostrophe(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int) -> Int {
    let afterWord = !spaced && tokens.last?.kind == .word
    if afterWord, isPossessive(text, index, length) {
      add(.possessive, text, index, index + length + 1)
      return index + length + 1
    }
    if spaced, opensWord(text, index), classify(text, index + length) == .letter { return word(text, index) }
    add(afterWord ? .possessive : .symbol, text, index, index + length)
    return index + length
  }

  /// A leading ayn or hamza (U+02B9 to U+02BF, a backtick) belongs to the word it opens; a quotation mark does not.
  private func opensWord(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    text[index] == 0xCA || text[index] == 0x60
  }

  /// Adds the mark at `index` and gives its end.
  mutating func mark(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int) -> Int {
    let end = index + length
    switch text[index] {
    case 0x2E, 0x21, 0x3F: add(.stop, text, index, end)
    case 0x2C: add(.comma, text, index, end)
    case 0x3A: add(.colon, text, index, end)
    case 0x3B: add(.semicolon, text, index, end)
    case 0x28, 0x5B: add(.openBracket, text, index, end)
    case 0x29, 0x5D: add(.closeBracket, text, index, end)
    case 0x22: quote(text, index, end, opens: quoteOpens(text, end))
    case 0x2D: hyphen(text, index, end)
    case 0xC2: guillemet(text, index, end)
    case 0xD8: add(arabicMark(text[index + length - 1]), text, index, end)
    default: multibyteMark(text, index, end)
    }
    return end
  }

  /// A mark that looks the same on both sides opens where none is open, and where it leans on the word behind it.
  private func quoteOpens(_ text: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    let leans = spaced && classify(text, end) != .space
    return quoteOpen ? leans : spaced || classify(text, end) != .space
  }

  private mutating func quote(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int, opens: Bool) {
    if opens { quoteOpen = true }
    add(opens ? .openQuote : .closeQuote, text, index, end)
    if !opens { quoteOpen = false }
  }

  private mutating func guillemet(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) {
    switch text[end - 1] {
    case 0xAB: quote(text, index, end, opens: true)
    case 0xBB: quote(text, index, end, opens: false)
    default: add(.symbol, text, index, end)
    }
  }

  /// The Arabic comma, semicolon and question mark.
  private func arabicMark(_ second: UInt8) -> TokenKind {
    switch second {
    case 0x8C: .comma
    case 0x9B: .semicolon
    default: .stop
    }
  }

  private mutating func hyphen(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) {
    let isTight = !spaced && classify(text, end) != .space && classify(text, end) != .newline
    add(isTight && text[end] != 0x2D ? .hyphen : .dash, text, index, end)
  }

  private mutating func multibyteMark(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) {
    let third: UInt8 = end - index == 3 && text[index] == 0xE2 && text[index + 1] == 0x80 ? text[index + 2] : 0
    switch third {
    case 0x90, 0x91: hyphen(text, index, end)
    case 0x92...0x95: add(.dash, text, index, end)
    case 0x9C: quote(text, index, end, opens: !quoteOpen || quoteOpens(text, end))
    case 0x9E, 0x9F: quote(text, index, end, opens: true)
    case 0x9D: quote(text, index, end, opens: false)
    case 0xA6: add(.stop, text, index, end)
    default: add(.symbol, text, index, end)
    }
  }
}
