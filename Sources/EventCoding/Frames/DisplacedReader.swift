import NewsText
import Records

/// Those who had to leave, and the missing, as a clause counts them. Families and households are not counted as people:
/// their words stand in the toll's text.
struct DisplacedReader {
  let reading: Reading
  private var words: FunctionWords { reading.lexicon.words }

  init(reading: Reading) { self.reading = reading }

  /// The losses of a clause.
  func losses(_ index: Int, _ sentence: ParsedSentence) -> [Loss] {
    var found: [Loss] = []
    if let displaced = displaced(index, sentence) { found.append(displaced) }
    if let missing = missing(index, sentence) { found.append(missing) }
    return found
  }

  /// "displaced 2,000 people", "300 people fled", "about 500 residents were driven out".
  private func displaced(_ index: Int, _ sentence: ParsedSentence) -> Loss? {
    let clause = sentence.clauses[index]
    guard let verb = clause.verb.map({ sentence.verbs[$0] }), !verb.isNegated, isTold(verb.tense) else { return nil }
    let flees = words.words("flee").contains(verb.lemma)
    guard flees || words.words("displace").contains(verb.lemma) else { return nil }
    let people = flees || verb.isPassive ? clause.subjects : clause.objects
    guard let group = people.map({ sentence.nouns[$0] }).first(where: isCounted) else { return nil }
    return loss(.displaced, group, verb.tokens, index, sentence)
  }

  private func isTold(_ tense: Tense) -> Bool {
    switch tense {
    case .past, .perfect, .gerund, .pastProgressive: true
    default: false
    }
  }

  /// "12 people were missing", "left 12 missing".
  private func missing(_ index: Int, _ sentence: ParsedSentence) -> Loss? {
    let clause = sentence.clauses[index]
    guard let word = clause.tokens.first(where: { words.words("missing").contains(reading.word($0)) }),
      let group = sentence.nouns.last(where: { $0.tokens.lowerBound < word }), isCounted(group),
      clause.contains(group.tokens.lowerBound),
      (group.tokens.upperBound..<max(word, group.tokens.upperBound)).allSatisfy({ sentence.tag($0) == .auxiliary })
    else { return nil }
    return loss(.missing, group, word..<word + 1, index, sentence)
  }

  private func isCounted(_ group: NounGroup) -> Bool {
    guard group.number != nil else { return false }
    return reading.has(group, reading.lexicon.people) || words.words("people").contains(reading.word(group.head))
      || group.classes.isEmpty && group.number?.figure.upperBound == group.tokens.upperBound
  }

  private func loss(_ kind: LossKind, _ group: NounGroup, _ verb: Range<Int>, _ clause: Int, _ sentence: ParsedSentence)
    -> Loss
  {
    let range =
      min(group.tokens.lowerBound, verb.lowerBound)..<max(group.tokens.upperBound, verb.upperBound)
    var loss = Loss(kind: kind, sentence: sentence.index, clause: clause, tokens: range)
    if !words.words("household").contains(reading.word(group.head)), let number = group.number {
      loss.count = number.count.map { min($0, number.low.map { Int($0) } ?? $0) }
    }
    return loss
  }
}
