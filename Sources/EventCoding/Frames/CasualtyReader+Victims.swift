import Geoparsing
import NewsText
import Records

/// Who those lost are: one person, a part of a number told before, or men of the teller's own.
extension CasualtyReader {
  /// The groups that count: "18 people, including five soldiers and four children" are eighteen.
  func beforeParts(_ groups: [NounGroup]) -> [NounGroup] {
    guard let first = groups.first, let last = groups.last else { return [] }
    let start = first.tokens.upperBound
    guard let cut = (start..<max(start, last.tokens.upperBound)).first(where: opensPart) else { return groups }
    return groups.filter { $0.tokens.lowerBound < cut }
  }

  /// "including", "among them", "mostly women", "many of them fighters", "four of whom".
  private func opensPart(_ token: Int) -> Bool {
    let words = lexicon.words
    if words.words("part").contains(reading.word(token)) || words.words("part of them").contains(reading.word(token)) {
      return true
    }
    guard token + 2 < reading.document.tokens.count, reading.word(token + 1) == words.of else { return false }
    return words.words("them").contains(reading.word(token + 2))
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
    let isPronoun = group.tokens.count == 1 && lexicon.words.words("one person").contains(reading.word(group.head))
    guard isPronoun || isOneVictim(group, verb, kind) || isNamed(group, verb, sentence) else { return [] }
    return [
      Loss(
        kind: kind, sentence: sentence.index, clause: index, tokens: extent(group, group, verb), count: 1, low: 1,
        high: 1)
    ]
  }

  /// A capitalized name that is no place's.
  private func isNamed(_ group: NounGroup, _ verb: VerbGroup, _ sentence: ParsedSentence) -> Bool {
    let head = reading.document.tokens[group.head]
    return head.has(.capitalized) && !head.has(.first) && sentence.tag(group.head) == .noun && verb.isPassive
      && reading.places.toponym(at: group.head) == nil
  }

  /// "a street vendor was killed", "shot dead a mukhtar": who is no noun of the lexicon is one person all the same.
  private func isOneVictim(_ group: NounGroup, _ verb: VerbGroup, _ kind: LossKind) -> Bool {
    guard kind == .killed || kind == .injured, !isOwnLoss(verb), !group.isPlural else { return false }
    // "assassinated the head of the council"
    if lexicon.words.words("assassinate").contains(verb.lemma) { return true }
    return lexicon.nouns.longest(at: group.head, in: reading.document, limit: group.tokens.upperBound) == nil
      && (lexicon.words.words("indefinite").contains(reading.word(group.tokens.lowerBound)) || isOwner(group))
  }

  /// "killing its owner"
  private func isOwner(_ group: NounGroup) -> Bool {
    lexicon.words.words("possessive").contains(reading.word(group.tokens.lowerBound)) && group.tokens.count == 2
      && !reading.document.tokens[group.head].has(.capitalized)
      && lexicon.words.words("owner").contains(reading.word(group.head))
  }
}
