import Formats

extension Tokenizer {
  /// Adds the word that begins at `start` and gives its end.
  mutating func word(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    plainWord(text, start) ?? anyWord(text, start)
  }

  /// The same for a word of ASCII letters alone with nothing behind it that could belong to it: most words, hashed while
  /// they are read.
  @inline(__always)
  private mutating func plainWord(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var end = start
    var upper = 0
    var hash = FNV1a64()
    while end < text.count, CharacterClass.isASCIILetter(text[end]) {
      if text[end] < 0x60 { upper += 1 }
      hash.combine(text[end] | 0x20)
      end += 1
    }
    guard end > start, end == text.count || CharacterClass.partsPlainly(text[end]) else { return nil }
    var flags: TokenFlags = text[start] < 0x60 ? .capitalized : []
    if upper > 1, upper == end - start { flags.insert(.allCaps) }
    add(.word, start, end, flags, word: vocabulary.code(hash: hash.value), hash: hash.value)
    return end
  }

  private mutating func anyWord(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var (end, flags) = letters(text, start)
    let full = abbreviation(text, start, end)
    if full > end { flags.insert(.abbreviation) }
    if full > end + 1, flags.contains(.capitalized) { flags.insert(.allCaps) }
    if full > start + 1, text[full - 1] == 0x2E { end = full - 1 } else { end = full }
    let hash = Vocabulary.hash(text: text, start..<end)
    let whole = end == full ? hash : Vocabulary.hash(text: text, start..<full)
    add(.word, start, full, flags, word: vocabulary.code(hash: hash), hash: whole)
    return full
  }

  /// The end of a run of letters, digits and inner apostrophes, and its marks.
  private func letters(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> (end: Int, flags: TokenFlags) {
    var end = start
    var (upper, letters) = (0, 0)
    var flags: TokenFlags = CharacterClass.isUpper(text, start) ? .capitalized : []
    scan: while end < text.count {
      if CharacterClass.isASCIILetter(text[end]) {
        letters += 1
        if text[end] < 0x60 { upper += 1 }
        end += 1
        continue
      }
      let (kind, length) = CharacterClass.at(end, in: text)
      switch kind {
      case .letter:
        letters += 1
        if CharacterClass.isUpper(text, end) { upper += 1 }
        if CharacterClass.isOtherScript(text, end) { flags.insert(.otherScript) }
      case .digit: flags.insert(.alphanumeric)
      case .apostrophe
      where end == start || classify(text, end + length) == .letter && !isPossessive(text, end, length):
        break
      default: break scan
      }
      end += length
    }
    if letters > 1 || flags.contains(.alphanumeric), upper == letters { flags.insert(.allCaps) }
    return (end, flags)
  }

  /// One past the periods of an abbreviation that begins at `start`: "U.S.", "W.Va.", "Feb."; else `end`.
  private func abbreviation(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard end < text.count, text[end] == 0x2E else { return end }
    let dotted = parts(text, start, end)
    if dotted > end { return dotted < text.count && text[dotted] == 0x2E ? dotted + 1 : dotted }
    let isCapital = CharacterClass.isUpper(text, start)
    switch abbreviations[code(text, start..<end)] {
    case .title, .month: return isCapital ? end + 1 : end
    case .number: return isNumberAhead(text, end + 1) ? end + 1 : end
    case .clock, .word, .closing: return end + 1
    case nil: return isCapital && end - start == 1 ? end + 1 : end
    }
  }

  /// The end of the last letters of "a.m", "U.S" or "W.Va"; `end` where no such part follows. A first part of two
  /// letters ("Ph.D") is a capital and takes single letters alone: "up.He" is a lost space.
  private func parts(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    let isSingle = end - start == 1
    guard isSingle || (end - start == 2 && CharacterClass.isUpper(text, start)) else { return end }
    var stop = end
    while stop + 1 < text.count, text[stop] == 0x2E, classify(text, stop + 1) == .letter {
      var next = stop + 1
      while classify(text, next) == .letter { next += 1 }
      let length = next - stop - 1
      let isClosed = next < text.count && text[next] == 0x2E
      guard isSingle ? length <= 2 || isClosed && length <= 4 : length == 1 else { break }
      stop = next
    }
    return stop
  }

  private func isNumberAhead(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    classify(text, index) == .digit || classify(text, index) == .space && classify(text, index + 1) == .digit
  }

  /// Whether the apostrophe at `index` begins a possessive `'s` that ends a word.
  func isPossessive(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int) -> Bool {
    let next = index + length
    guard next < text.count, text[next] | 0x20 == 0x73 else { return false }
    let after = classify(text, next + 1)
    return after != .letter && after != .digit
  }
}
