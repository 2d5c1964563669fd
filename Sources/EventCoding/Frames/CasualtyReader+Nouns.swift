import NewsText
import Records

/// Losses that nouns tell, and damage.
extension CasualtyReader {
  /// "20 dead", "no casualties", "11 injured people".
  func nounLosses(_ index: Int, _ sentence: ParsedSentence) -> [Loss] {
    let clause = sentence.clauses[index]
    let verb = clause.verb.map { sentence.verbs[$0] }
    if let verb, !verb.classes.isDisjoint(with: [.say, .demand]), verb.isNegated { return [] }
    var losses: [Loss] = []
    clause.eachNoun { noun in
      let group = sentence.nouns[noun]
      guard clause.contains(group.tokens.lowerBound), let kind = nounKind(group),
        !isSubset(group) || isWhole(group)
      else { return }
      if isNone(group) {
        losses.append(
          Loss(kind: .killed, sentence: sentence.index, clause: index, tokens: group.tokens, count: 0, low: 0, high: 0))
      } else if group.number != nil, !isVerbOfLoss(verb) || namesLoss(group) {
        var loss = Loss(kind: kind, sentence: sentence.index, clause: index, tokens: group.tokens)
        add([group], to: &loss)
        losses.append(loss)
      }
    }
    return losses
  }

  /// "among the four dead was a nine-year-old": all of them.
  private func isWhole(_ group: NounGroup) -> Bool { group.isDefinite && group.number != nil && namesLoss(group) }

  /// "three dead": the word itself is the head.
  private func namesLoss(_ group: NounGroup) -> Bool {
    let head = reading.word(group.head)
    return lexicon.words.words("dead").contains(head) || lexicon.words.words("injured").contains(head)
  }

  private func isVerbOfLoss(_ verb: VerbGroup?) -> Bool {
    verb.map { !$0.classes.isDisjoint(with: .casualty) } ?? false
  }

  private func isNone(_ group: NounGroup) -> Bool {
    lexicon.words.words("none").contains(reading.word(group.tokens.lowerBound))
      && reading.has(group, reading.classes("casualty"))
  }

  private func nounKind(_ group: NounGroup) -> LossKind? {
    if isNone(group) { return .killed }
    for token in group.tokens {
      if lexicon.words.words("dead").contains(reading.word(token)) { return .killed }
      if lexicon.words.words("injured").contains(reading.word(token)) { return .injured }
    }
    return nil
  }

  func damage(_ things: [Int], _ index: Int, _ clause: Clause, _ sentence: ParsedSentence) -> [Loss] {
    let structures = things.map { sentence.nouns[$0] }.filter { reading.has($0, reading.classes("structure")) }
    guard !structures.isEmpty else { return [] }
    return [Loss(kind: .damage, sentence: sentence.index, clause: index, tokens: trimmed(clause.tokens))]
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, skips(start) { start += 1 }
    while end > start, reading.document.tokens[end - 1].kind != .word, reading.document.tokens[end - 1].kind != .number
    { end -= 1 }
    return start..<end
  }

  private func skips(_ token: Int) -> Bool {
    let functions = reading.language.functions(of: reading.word(token))
    return reading.document.tokens[token].kind != .word && reading.document.tokens[token].kind != .number
      || !functions.isDisjoint(with: [.subordinator, .conjunction])
  }
}
