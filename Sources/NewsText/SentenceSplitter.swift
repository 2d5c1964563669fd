import Records

/// Cuts the tokens of a block into sentences.
struct SentenceSplitter {
  let language: TextLanguage

  /// The sentences of all blocks.
  func split(_ document: inout DocumentDraft) {
    var sentences: [Sentence] = []
    for (index, block) in document.blocks.enumerated() {
      var start = block.tokens.lowerBound
      while start < block.tokens.upperBound, document.tokens[start].has(.dateline) { start += 1 }
      if start > block.tokens.lowerBound {
        sentences.append(Sentence(tokens: block.tokens.lowerBound..<start, block: index, zone: .dateline))
      }
      for range in ranges(start..<block.tokens.upperBound, document) {
        sentences.append(Sentence(tokens: range, block: index, zone: zone(range, block.zone, document)))
      }
    }
    document.sentences = sentences
    document.sentenceOfToken = [Int32](repeating: 0, count: document.tokens.count)
    for (number, sentence) in sentences.enumerated() {
      for token in sentence.tokens { document.sentenceOfToken[token] = Int32(number) }
    }
    for sentence in sentences {
      if let first = sentence.tokens.first(where: { document.tokens[$0].kind == .word }) {
        document.tokens[first].flags.insert(.first)
      }
    }
  }

  private func ranges(_ block: Range<Int>, _ document: DocumentDraft) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = block.lowerBound
    var index = start
    while index < block.upperBound {
      if ends(index, block.upperBound, document) {
        var next = index + 1
        while next < block.upperBound, closes(document.tokens[next]) { next += 1 }
        found.append(start..<next)
        start = next
        index = next
      } else {
        index += 1
      }
    }
    if start < block.upperBound { found.append(start..<block.upperBound) }
    return found
  }

  /// Quotation marks and brackets that stand tight behind a stop belong to its sentence.
  private func closes(_ token: Token) -> Bool {
    guard !token.has(.spaced) else { return false }
    switch token.kind {
    case .closeQuote, .closeBracket, .stop, .possessive: return true
    default: return false
    }
  }

  private func ends(_ index: Int, _ limit: Int, _ document: DocumentDraft) -> Bool {
    let token = document.tokens[index]
    guard token.kind == .stop || token.has(.abbreviation) else { return false }
    var next = index + 1
    while next < limit, closes(document.tokens[next]) { next += 1 }
    guard next < limit else { return false }
    let follower = document.tokens[next]
    if token.kind == .stop {
      guard follower.has(.spaced) else { return isLostSpace(index, next, document) }
      let asks = document.bytes[Int(token.start)] == 0x3F && next == index + 1
      return asks || beginsSentence(follower, next, limit, document)
    }
    guard follower.has(.spaced), token.has(.abbreviation), document.bytes[Int(token.end) - 1] == 0x2E else {
      return false
    }
    return abbreviationEnds(token, follower, document)
  }

  /// "two homes.The army": a word in lower case, a period, a capital.
  private func isLostSpace(_ stop: Int, _ next: Int, _ document: DocumentDraft) -> Bool {
    let (before, after) = (document.tokens[max(stop - 1, 0)], document.tokens[next])
    return stop > 0 && before.kind == .word && !before.has(.capitalized) && before.range.count > 2
      && after.kind == .word && after.has(.capitalized) && !after.has(.allCaps)
  }

  private func beginsSentence(_ token: Token, _ index: Int, _ limit: Int, _ document: DocumentDraft) -> Bool {
    switch token.kind {
    case .word: token.has(.capitalized) || token.has(.otherScript) || startsLowercaseName(index, limit, document)
    case .number, .openQuote, .openBracket, .dash: true
    case .symbol: true
    default: false
    }
  }

  /// "al-Numan was hit": an article in lower case before a hyphen and a capital.
  private func startsLowercaseName(_ index: Int, _ limit: Int, _ document: DocumentDraft) -> Bool {
    index + 2 < limit && document.tokens[index + 1].kind == .hyphen && document.tokens[index + 2].has(.capitalized)
  }

  private func abbreviationEnds(_ token: Token, _ follower: Token, _ document: DocumentDraft) -> Bool {
    guard follower.kind == .word, follower.has(.capitalized) else { return false }
    let day = language.calendar[follower.word]
    switch language.abbreviations[token.word] {
    case .title, .word, .number: return false
    case .month: return day == nil && !language.functions(of: follower.word).isEmpty
    case .clock:
      if case .weekday = day { return false }
      if case .month = day { return false }
      return !follower.has(.allCaps)
    case .closing: return opensClause(follower)
    case nil: return opensClause(follower) && token.range.count > 2
    }
  }

  private func opensClause(_ token: Token) -> Bool {
    !language.functions(of: token.word).isDisjoint(with: [
      .determiner, .pronoun, .preposition, .conjunction, .subordinator, .adverb,
    ])
  }

  /// Behind a caption's last sentence, capitals and slashes without a verb are its credit.
  private func zone(_ range: Range<Int>, _ zone: Zone, _ document: DocumentDraft) -> Zone {
    guard zone == .caption || zone == .body, range.count <= 24 else { return zone }
    let slashes = range.contains {
      document.tokens[$0].kind == .symbol && document.bytes[Int(document.tokens[$0].start)] == 0x2F
    }
    guard slashes else { return zone }
    let words = document.tokens[range].filter { $0.kind == .word }
    let capitals = words.filter { $0.has(.capitalized) || $0.has(.allCaps) }.count
    return words.count > 1 && capitals * 10 >= words.count * 7 && words.contains { $0.has(.allCaps) }
      ? .credit : zone
  }
}
