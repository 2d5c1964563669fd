import Records

/// Cuts a document into blocks and says which zone each is.
struct ZoneReader {
  let language: TextLanguage

  /// A block's words weigh this much before it is a caption or a credit.
  private static let enough = 2.0
  /// A block of more tokens than this is no caption, whatever agency it names: some texts come without paragraphs.
  private static let longestCaption = 90
  /// And none of more than this is a credit.
  private static let longestCredit = 16

  /// The byte ranges of the lines that are not blank.
  static func lines(_ bytes: [UInt8], from start: Int) -> [Range<Int>] {
    bytes.withUnsafeBufferPointer { bytes in
      var lines: [Range<Int>] = []
      var index = start
      while index < bytes.count {
        var end = index
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        var (first, last) = (index, end)
        while first < last, bytes[first] <= 0x20 { first += 1 }
        while last > first, bytes[last - 1] <= 0x20 { last -= 1 }
        if first < last { lines.append(first..<last) }
        index = end + 1
      }
      return lines
    }
  }

  /// Sets the zone of every block, and marks credits and datelines among its tokens.
  func mark(_ document: inout DocumentDraft, _ hashes: [UInt64]) {
    let datelines = DatelineReader(language: language)
    for index in document.blocks.indices {
      let tokens = document.blocks[index].tokens
      let hashes = hashes[tokens]
      document.blocks[index].zone = zone(of: index, in: document, hashes)
      markCredit(tokens, hashes, &document.tokens)
      if document.blocks[index].zone == .body { datelines.mark(index, hashes, &document) }
    }
  }

  private func zone(of index: Int, in document: DocumentDraft, _ hashes: ArraySlice<UInt64>) -> Zone {
    let block = document.blocks[index]
    if block.bytes.lowerBound < document.textStart { return .headline }
    if isKeywordLine(block, document) { return .keywords }
    let isShort = block.tokens.count <= Self.longestCredit
    let isCredit = isShort && language.zoneCues.weight(of: .credit, hashes) >= Self.enough
    if block.tokens.count <= Self.longestCaption, language.zoneCues.weight(of: .caption, hashes) >= Self.enough {
      return block.tokens.count <= 8 && isCredit ? .credit : .caption
    }
    if isCredit, !isProse(block, document) { return .credit }
    let opens = index == 0 && document.textStart == 0 && index + 1 < document.blocks.count
    return opens && isHeadline(block, document) ? .headline : .body
  }

  /// "By Monday, the army had taken the town." is no byline: most of its words are in lower case, or it ends like a
  /// sentence that leans on a verb.
  private func isProse(_ block: Block, _ document: DocumentDraft) -> Bool {
    let words = document.tokens[block.tokens].dropFirst().filter { $0.kind == .word }
    let capitals = words.filter { $0.has(.capitalized) }.count
    return capitals * 2 < words.count || words.contains { language.functions(of: $0.word).contains(.auxiliary) }
  }

  private func isHeadline(_ block: Block, _ document: DocumentDraft) -> Bool {
    guard block.tokens.count <= 30, let last = block.tokens.last else { return false }
    let end = document.tokens[last]
    let closed = end.kind == .stop && document.bytes[Int(end.start)] == 0x2E
    return !closed && !document.tokens[block.tokens].contains { $0.kind == .stop && $0.start != end.start }
  }

  /// Three or more short phrases between commas, no function word in lower case, no period.
  private func isKeywordLine(_ block: Block, _ document: DocumentDraft) -> Bool {
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

  /// "(AFP Photo)" and the like inside a block.
  private func markCredit(_ range: Range<Int>, _ hashes: ArraySlice<UInt64>, _ tokens: inout [Token]) {
    var open: Int?
    for index in range {
      if tokens[index].kind == .openBracket { open = index }
      guard tokens[index].kind == .closeBracket, let start = open else { continue }
      let words = hashes[start...index]
      if words.count <= 7, language.zoneCues.weight(of: .bracketed, words) >= Self.enough {
        for inside in start...index { tokens[inside].flags.insert(.credit) }
      }
      open = nil
    }
  }
}
