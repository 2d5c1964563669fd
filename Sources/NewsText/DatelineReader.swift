import Records

/// Finds "BEIRUT, Feb 24, 2020 -", "TROY, N.C. (AP) —", "Damascus, Syria (CNN)" at the head of a block.
struct DatelineReader {
  let language: TextLanguage

  /// A dateline has no more tokens than this.
  private static let longest = 18
  /// Without an agency or a date, a dateline stands in one of the first blocks.
  private static let headBlocks = 4

  /// What the words of a dateline show that is no name.
  private struct Evidence {
    var agency = false
    var calendar = false
    var shouted = false
  }

  /// Marks the tokens of a block's dateline, the closing dash included.
  func mark(_ index: Int, _ hashes: ArraySlice<UInt64>, _ document: inout DocumentDraft) {
    let range = document.blocks[index].tokens
    guard let last = end(range, hashes, document, isHead: index < Self.headBlocks) else { return }
    for token in range.lowerBound...last { document.tokens[token].flags.insert(.dateline) }
  }

  private func end(_ range: Range<Int>, _ hashes: ArraySlice<UInt64>, _ document: DocumentDraft, isHead: Bool) -> Int? {
    guard let first = range.first, opens(document.tokens[first]) else { return nil }
    var evidence = Evidence(shouted: document.tokens[first].has(.allCaps))
    for index in range.prefix(Self.longest) {
      let token = document.tokens[index]
      evidence.calendar = evidence.calendar || isCalendar(token)
      switch token.kind {
      case _ where isDash(token, document):
        return index > first && closes(index, range, evidence, document, isHead) ? index : nil
      case .hyphen where evidence.agency && document.tokens[index - 1].kind == .closeBracket: return index
      case .colon: return index > first && (evidence.shouted || evidence.agency) ? index : nil
      case .openBracket:
        let behind = hashes[(hashes.startIndex + index - first + 1)...]
        evidence.agency = evidence.agency || language.zoneCues.length(of: .agency, atHeadOf: behind) > 0
      case .closeBracket where evidence.agency && startsText(index + 1, range, document): return index
      case .comma, .number, .closeBracket, .hyphen, .symbol, .possessive: continue
      case .word where isPart(token): continue
      default: return nil
      }
    }
    return nil
  }

  private func opens(_ token: Token) -> Bool {
    token.kind == .number || token.kind == .openBracket || (token.kind == .word && isPart(token))
  }

  /// A name, a calendar word, or the "and" between two towns.
  private func isPart(_ token: Token) -> Bool {
    token.has(.capitalized) || isCalendar(token) || language.functions(of: token.word) == .conjunction
  }

  /// A dash between the names and the text; "Russia — which backs Assad — said" is prose.
  private func closes(
    _ dash: Int, _ range: Range<Int>, _ evidence: Evidence, _ document: DocumentDraft, _ isHead: Bool
  ) -> Bool {
    if evidence.agency || evidence.calendar { return true }
    guard isHead || evidence.shouted, document.tokens[range.lowerBound].kind == .word else { return false }
    let rest = document.tokens[dash + 1..<range.upperBound]
    return startsText(dash + 1, range, document) && !rest.prefix(Self.longest).contains { $0.kind == .dash }
  }

  private func startsText(_ index: Int, _ range: Range<Int>, _ document: DocumentDraft) -> Bool {
    guard index < range.upperBound else { return true }
    switch document.tokens[index].kind {
    case .word: return document.tokens[index].has(.capitalized)
    case .number, .openQuote: return true
    default: return false
    }
  }

  /// The underscore of old wires.
  private func isDash(_ token: Token, _ document: DocumentDraft) -> Bool {
    token.kind == .dash || (token.kind == .symbol && document.bytes[Int(token.start)] == 0x5F)
  }

  private func isCalendar(_ token: Token) -> Bool { language.calendar.holds(token.word) }
}
