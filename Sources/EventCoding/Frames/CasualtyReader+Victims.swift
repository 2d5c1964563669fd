import Geoparsing
import NewsText
import Records

/// Who those lost are: one person, a part of a number told before, or men of the teller's own.
extension CasualtyReader {
  /// The groups that count: "18 people, including five soldiers and four children" are eighteen.
  func beforeParts(_ groups: [NounGroup]) -> [NounGroup] {
    guard let first = groups.first, let last = groups.last else { return [] }
    let parts = lexicon.words.words("part")
    let cut = (first.tokens.upperBound..<max(first.tokens.upperBound, last.tokens.lowerBound)).first {
      parts.contains(reading.word($0))
    }
    return cut.map { cut in groups.filter { $0.tokens.lowerBound < cut } } ?? groups
  }

  /// "and lost two men": the dead of those who tell it.
  func isOwnLoss(_ verb: VerbGroup) -> Bool {
    lexicon.words.words("loss verb").contains(verb.lemma) && !verb.isPassive
  }

  /// "… was killed": a name, or one person.
  func singular(_ verb: VerbGroup, _ kind: LossKind, _ index: Int, _ people: [Int], _ sentence: ParsedSentence)
    -> [Loss]
  {
    guard let group = people.first.map({ sentence.nouns[$0] }), !isSubset(group), group.number == nil else { return [] }
    if group.tokens.count == 1, lexicon.words.words("one person").contains(reading.word(group.head)) {
      return [one(kind, index, extent(group, group, verb), sentence)]
    }
    if isOneVictim(group, verb, kind) { return [one(kind, index, extent(group, group, verb), sentence)] }
    guard reading.document.tokens[group.head].has(.capitalized), sentence.tag(group.head) == .noun,
      !reading.document.tokens[group.head].has(.first),
      reading.places.toponym(at: group.head) == nil, verb.isPassive
    else { return [] }
    return [one(kind, index, extent(group, group, verb), sentence)]
  }

  private func one(_ kind: LossKind, _ clause: Int, _ tokens: Range<Int>, _ sentence: ParsedSentence) -> Loss {
    Loss(kind: kind, sentence: sentence.index, clause: clause, tokens: tokens, count: 1, low: 1, high: 1)
  }

  /// "a street vendor was killed", "shot dead a mukhtar": who is no noun of the lexicon is one person all the same.
  private func isOneVictim(_ group: NounGroup, _ verb: VerbGroup, _ kind: LossKind) -> Bool {
    guard kind == .killed || kind == .injured, !isOwnLoss(verb), !group.isPlural else { return false }
    return lexicon.nouns.longest(at: group.head, in: reading.document, limit: group.tokens.upperBound) == nil
      && lexicon.words.words("indefinite").contains(reading.word(group.tokens.lowerBound))
  }
}
