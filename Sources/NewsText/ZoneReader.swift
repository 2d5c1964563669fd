import Records

/// Cuts a document into blocks and says which zone each is.
struct ZoneReader {
  let language: TextLanguage
  let vocabulary: Vocabulary

  /// The byte ranges of the lines that are not blank.
  static func lines(_ bytes: [UInt8], from start: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var index = start
    while index < bytes.count {
      let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
      var (first, last) = (index, end)
      while first < last, bytes[first] <= 0x20 { first += 1 }
      while last > first, bytes[last - 1] <= 0x20 { last -= 1 }
      if first < last { lines.append(first..<last) }
      index = end + 1
    }
    return lines
  }

  /// Sets the zone of every block, and marks credits and datelines among its tokens.
  func mark(_ document: inout Document) {
    for index in document.blocks.indices {
      document.blocks[index].zone = zone(of: index, in: document)
      markCredit(document.blocks[index].tokens, &document.tokens)
      if document.blocks[index].zone == .body {
        DatelineReader(language: language).mark(document.blocks[index].tokens, &document)
      }
    }
  }

  private func zone(of index: Int, in document: Document) -> Zone {
    let block = document.blocks[index]
    if block.bytes.lowerBound < document.textStart { return .headline }
    if isKeywordLine(block, document) { return .keywords }
    let lowered = document.string(block.bytes).lowercased()
    if weight(of: "caption", lowered) >= 2 {
      return block.tokens.count <= 8 && isCreditOnly(lowered) ? .credit : .caption
    }
    if block.tokens.count <= 16, weight(of: "credit", lowered) >= 2 { return .credit }
    let opens = index == 0 || document.blocks[index - 1].bytes.lowerBound < document.textStart
    if opens, document.textStart == 0, index + 1 < document.blocks.count, isHeadline(block, document) {
      return .headline
    }
    return .body
  }

  private func isHeadline(_ block: Block, _ document: Document) -> Bool {
    guard block.tokens.count <= 30, let last = block.tokens.last else { return false }
    let end = document.tokens[last]
    let closed = end.kind == .stop && document.bytes[Int(end.start)] == 0x2E
    return !closed && !document.tokens[block.tokens].contains { $0.kind == .stop && $0.start != end.start }
  }

  /// Three or more short phrases between commas, no function word in lower case, no period.
  private func isKeywordLine(_ block: Block, _ document: Document) -> Bool {
    var commas = 0
    var run = 0
    for token in document.tokens[block.tokens] {
      switch token.kind {
      case .comma, .semicolon:
        commas += 1
        run = 0
      case .word:
        run += 1
        let function = language.functions(of: token.word)
        if run > 4 || (!token.has(.capitalized) && !function.isDisjoint(with: [.auxiliary, .preposition, .pronoun])) {
          return false
        }
      case .hyphen, .possessive: break
      default: return false
      }
    }
    return commas >= 2 && run > 0
  }

  private func weight(of zone: String, _ lowered: String) -> Double {
    var sum = 0.0
    for cue in language.zoneCues where cue.zone == zone {
      let words = cue.words.joined(separator: " ").replacing(" :", with: ":")
      if cue.atStart ? startsWithWords(lowered, words) : lowered.contains(words) { sum += cue.weight }
    }
    return sum
  }

  private func startsWithWords(_ text: String, _ words: String) -> Bool {
    guard text.hasPrefix(words) else { return false }
    let rest = text.utf8.dropFirst(words.utf8.count).first
    return rest.map { !(0x61...0x7A).contains($0) } ?? true
  }

  private func isCreditOnly(_ lowered: String) -> Bool { weight(of: "credit", lowered) >= 2 }

  /// "(AFP Photo)" and the like inside a block.
  private func markCredit(_ range: Range<Int>, _ tokens: inout [Token]) {
    var open: Int?
    for index in range {
      if tokens[index].kind == .openBracket { open = index }
      guard tokens[index].kind == .closeBracket, let start = open else { continue }
      let words = tokens[start...index].map { vocabulary.words[Int($0.word)] }
      if index - start <= 6, words.contains("photo") || words.contains("getty") || words.contains("reuters") {
        for inside in start...index { tokens[inside].flags.insert(.credit) }
      }
      open = nil
    }
  }
}
