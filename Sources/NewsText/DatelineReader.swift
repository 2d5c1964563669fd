import Records

/// Finds "BEIRUT, Feb 24, 2020 -", "TROY, N.C. (AP) —", "Feb 14, 2020 -" at the head of a block.
struct DatelineReader {
  let language: TextLanguage

  /// Marks the tokens of a dateline, the closing dash included.
  func mark(_ range: Range<Int>, _ document: inout Document) {
    guard let dash = end(range, document) else { return }
    for index in range.lowerBound...dash { document.tokens[index].flags.insert(.dateline) }
  }

  private func end(_ range: Range<Int>, _ document: Document) -> Int? {
    guard let first = range.first, opens(document.tokens[first]) else { return nil }
    for index in range.prefix(18) {
      let token = document.tokens[index]
      switch token.kind {
      case .dash: return index > first ? index : nil
      case .comma, .number, .openBracket, .closeBracket, .hyphen, .symbol, .possessive: continue
      case .word where token.has(.capitalized) || isCalendar(token): continue
      case .colon where index > first && document.tokens[first].has(.allCaps): return index
      default: return nil
      }
    }
    return nil
  }

  private func opens(_ token: Token) -> Bool {
    token.kind == .number
      || (token.kind == .word && (token.has(.allCaps) || isCalendar(token) || token.has(.capitalized)))
  }

  private func isCalendar(_ token: Token) -> Bool { language.calendar[token.word] != nil }
}
