/// Cuts UTF-8 bytes into tokens in one pass.
struct Tokenizer {
  let language: TextLanguage
  let vocabulary: Vocabulary
  private(set) var tokens: [Token] = []
  /// Whether a straight double quotation mark is open; every block starts anew.
  private var quoteOpen = false
  private var spaced = true

  init(language: TextLanguage, vocabulary: Vocabulary) {
    self.language = language
    self.vocabulary = vocabulary
  }

  /// Appends the tokens of `range`.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    quoteOpen = false
    spaced = true
    var index = range.lowerBound
    let text = UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
    while index < range.upperBound {
      let (kind, length) = classify(text, index)
      switch kind {
      case .space, .newline:
        spaced = true
        index += length
      case .letter: index = word(text, index)
      case .digit: index = number(text, index)
      case .apostrophe: index = apostrophe(text, index, length)
      case .other: index = mark(text, index, length)
      }
    }
  }

  private func classify(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (CharacterClass, Int) {
    let byte = text[index]
    return byte < 0x80 ? (asciiClasses[Int(byte)], 1) : CharacterClass.multibyte(text, at: index)
  }

  private mutating func add(_ kind: TokenKind, _ start: Int, _ end: Int, _ flags: TokenFlags = [], word: Int32 = 0) {
    var flags = flags
    if spaced { flags.insert(.spaced) }
    if quoteOpen || kind == .closeQuote { flags.insert(.quoted) }
    tokens.append(Token(start: Int32(start), end: Int32(end), word: word, kind: kind, flags: flags))
    spaced = false
  }

  // MARK: Words

  private mutating func word(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var end = start
    var upper = 0
    var letters = 0
    var flags: TokenFlags = []
    scan: while end < text.count {
      let (kind, length) = classify(text, end)
      switch kind {
      case .letter:
        letters += 1
        if isUpper(text, end) { upper += 1 }
        if text[end] >= 0xCD { flags.insert(.otherScript) }
      case .digit: flags.insert(.alphanumeric)
      case .apostrophe where letterFollows(text, end + length) && !possessiveFollows(text, end, length): break
      default: break scan
      }
      end += length
    }
    if isUpper(text, start) { flags.insert(.capitalized) }
    if letters > 1 || flags.contains(.alphanumeric), upper == letters { flags.insert(.allCaps) }
    let full = abbreviation(text, start, end)
    if full > end { flags.insert(.abbreviation) }
    if full > end + 1, flags.contains(.capitalized) { flags.insert(.allCaps) }
    let bare = full > start + 1 && text[full - 1] == 0x2E ? full - 1 : full
    let hash = Vocabulary.hash(text: text, start..<bare)
    add(.word, start, full, flags, word: vocabulary.code(hash: hash))
    return full
  }

  /// One past the periods of an abbreviation that begins at `start`: "U.S.", "W.Va.", "Feb."; else `end`.
  private func abbreviation(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard end < text.count, text[end] == 0x2E else { return end }
    var stop = end
    var parts = 0
    if end - start <= 2 {
      while stop + 1 < text.count, text[stop] == 0x2E, letterFollows(text, stop + 1) {
        var next = stop + 1
        while next < text.count, classify(text, next).0 == .letter { next += 1 }
        guard next - stop <= 3 || (next < text.count && text[next] == 0x2E && next - stop <= 5) else { break }
        stop = next
        parts += 1
      }
    }
    if parts > 0 { return stop < text.count && text[stop] == 0x2E ? stop + 1 : stop }
    let code = vocabulary.code(hash: Vocabulary.hash(text: text, start..<end))
    if code != 0, language.abbreviations[code] != nil { return end + 1 }
    let initial = end - start == 1 && isUpper(text, start)
    return initial ? end + 1 : end
  }

  private func isUpper(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let byte = text[index]
    if byte < 0x80 { return byte >= 0x41 && byte <= 0x5A }
    guard index + 1 < text.count else { return false }
    let next = text[index + 1]
    switch byte {
    case 0xC3: return next >= 0x80 && next <= 0x9E
    case 0xC4, 0xC5: return (byte == 0xC5 && next >= 0xB9) ? next & 1 == 1 : next & 1 == 0
    case 0xD0: return next >= 0x80 && next <= 0xAF
    case 0xE1: return next >= 0xB8 && next <= 0xBB && index + 2 < text.count && text[index + 2] & 1 == 0
    default: return false
    }
  }

  private func letterFollows(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index < text.count && classify(text, index).0 == .letter
  }

  /// Whether the apostrophe at `index` begins a possessive `'s` that ends a word.
  private func possessiveFollows(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int) -> Bool {
    let next = index + length
    guard next < text.count, text[next] | 0x20 == 0x73 else { return false }
    guard next + 1 < text.count else { return true }
    let after = classify(text, next + 1).0
    return after != .letter && after != .digit
  }

  // MARK: Numbers and marks

  private mutating func number(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var end = start
    while end < text.count {
      let byte = text[end]
      if byte >= 0x30, byte <= 0x39 {
        end += 1
      } else if byte == 0x2C || byte == 0x2E || byte == 0x3A, end + 1 < text.count,
        (0x30...0x39).contains(text[end + 1])
      {
        end += 1
      } else {
        break
      }
    }
    add(.number, start, end, word: vocabulary.code(hash: Vocabulary.hash(text: text, start..<end)))
    return end
  }

  private mutating func apostrophe(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int) -> Int {
    let afterWord = !spaced && tokens.last?.kind == .word
    if afterWord, possessiveFollows(text, index, length) {
      add(.possessive, index, index + length + 1)
      return index + length + 1
    }
    // A leading ayn or hamza belongs to the word it opens ('Afrin).
    if spaced, text[index] != 0x27, text[index] != 0x60 || letterFollows(text, index + length), text[index] != 0xE2,
      letterFollows(text, index + length)
    {
      return word(text, index)
    }
    add(afterWord ? .possessive : .symbol, index, index + length)
    return index + length
  }

  private mutating func mark(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int) -> Int {
    let end = index + length
    switch text[index] {
    case 0x2E, 0x21, 0x3F: add(.stop, index, end)
    case 0x2C: add(.comma, index, end)
    case 0x3A: add(.colon, index, end)
    case 0x3B: add(.semicolon, index, end)
    case 0x28, 0x5B: add(.openBracket, index, end)
    case 0x29, 0x5D: add(.closeBracket, index, end)
    case 0x22: straightQuote(index, end)
    case 0x2D: hyphen(text, index)
    default: multibyteMark(text, index, end)
    }
    return end
  }

  private mutating func straightQuote(_ index: Int, _ end: Int) {
    let closing = quoteOpen
    if closing { add(.closeQuote, index, end) }
    quoteOpen.toggle()
    if !closing { add(.openQuote, index, end) }
  }

  private mutating func hyphen(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) {
    let tight = !spaced && index + 1 < text.count && ![.space, .newline].contains(classify(text, index + 1).0)
    add(tight && text[index + 1] != 0x2D ? .hyphen : .dash, index, index + 1)
  }

  private mutating func multibyteMark(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) {
    let third: UInt8 = end - index == 3 && text[index] == 0xE2 && text[index + 1] == 0x80 ? text[index + 2] : 0
    switch third {
    case 0x90, 0x91: hyphen(text, index)
    case 0x92...0x95: add(.dash, index, end)
    case 0x9C, 0x9E, 0x9F:
      quoteOpen = true
      add(.openQuote, index, end)
    case 0x9D:
      add(.closeQuote, index, end)
      quoteOpen = false
    case 0xA6: add(.stop, index, end)
    default: add(.symbol, index, end)
    }
  }
}

extension Vocabulary {
  /// The hash of a range of a buffer.
  static func hash(text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var index = range.lowerBound
    while index < range.upperBound {
      var byte = text[index]
      if byte == 0xE2, index + 2 < range.upperBound, text[index + 1] == 0x80, text[index + 2] == 0x99 {
        byte = 0x27
        index += 2
      } else if byte >= 0x41, byte <= 0x5A {
        byte |= 0x20
      }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      index += 1
    }
    return hash
  }
}
