import Formats
import NewsText
import Records

/// Lives lost, people counted by what they belong to, and those whom nothing befell.
extension CasualtyReader {
  /// "claimed the lives of three brothers", "took a boy's life", "lost their lives".
  func lifeLoss(_ verb: VerbGroup, _ index: Int, _ sentence: ParsedSentence) -> [Loss] {
    let clause = sentence.clauses[index]
    let words = lexicon.words
    let lives = clause.objects.first { words.words("lives").contains(reading.word(sentence.nouns[$0].head)) }
    guard let lives, !verb.isNegated, !verb.isPassive, [.past, .perfect, .gerund].contains(verb.tense) else {
      return []
    }
    let group = sentence.nouns[lives]
    if words.words("loss verb").contains(verb.lemma) {
      guard verb.tense != .gerund else { return [] }
      return loss(of: beforeParts(clause.subjects.map { sized(sentence.nouns[$0], sentence) }), verb, index, sentence)
    }
    guard words.words("life taker").contains(verb.lemma) else { return [] }
    if group.number != nil { return loss(of: [group], verb, index, sentence) }
    let people = clause.phrases.map { sized(sentence.nouns[$0], sentence) }.filter {
      $0.preposition == group.tokens.upperBound && reading.preposition($0) == words.of
    }
    if let first = people.first { return loss(of: [first] + joined(to: first, sentence), verb, index, sentence) }
    let owners = clause.objects.map { sentence.nouns[$0] }.filter { $0.tokens.upperBound <= group.tokens.lowerBound }
    return loss(of: owners.isEmpty ? [group] : owners, verb, index, sentence)
  }

  /// "the death of eight members", "the bodies of nine men": the people behind "of".
  func deathLoss(_ index: Int, _ sentence: ParsedSentence) -> [Loss] {
    let clause = sentence.clauses[index]
    let words = lexicon.words
    guard reading.containsAny(words.words("death"), in: clause.extent) else { return [] }
    for noun in clause.subjects + clause.objects + clause.phrases {
      let group = sentence.nouns[noun]
      guard words.words("death").contains(reading.word(group.head)), clause.contains(group.tokens.lowerBound),
        group.number == nil, clause.verb.map({ !sentence.verbs[$0].isNegated && isTold(sentence.verbs[$0]) }) ?? true,
        let people = sentence.nouns.first(where: { $0.preposition == group.tokens.upperBound }),
        reading.preposition(people) == words.of, reading.has(people, lexicon.people), !isSubset(people)
      else { continue }
      let groups = [sized(people, sentence)] + joined(to: people, sentence)
      return [loss(of: groups, group.tokens.lowerBound..<(groups.last ?? people).tokens.upperBound, index, sentence)]
    }
    return []
  }

  private func isTold(_ verb: VerbGroup) -> Bool {
    [.past, .perfect, .present, .gerund].contains(verb.tense) && verb.classes.isDisjoint(with: [.demand, .plan, .deny])
  }

  /// "left six tribesmen and two soldiers dead", "leaving four of them dead".
  func leftDead(_ verb: VerbGroup, _ index: Int, _ sentence: ParsedSentence) -> [Loss] {
    guard lexicon.words.words("leave dead").contains(verb.lemma), !verb.isNegated else { return [] }
    let clause = sentence.clauses[index]
    let behind = verb.tokens.upperBound..<max(verb.tokens.upperBound, clause.tokens.upperBound)
    guard let dead = behind.first(where: { lexicon.words.words("dead").contains(reading.word($0)) }) else { return [] }
    let groups = clause.objects.map { sentence.nouns[$0] }.filter {
      $0.tokens.lowerBound < dead && ($0.number != nil || reading.has($0, lexicon.people))
    }
    return loss(of: beforeParts(groups), verb, index, sentence)
  }

  /// "a woman and her son": what "and" adds to a group behind "of".
  private func joined(to first: NounGroup, _ sentence: ParsedSentence) -> [NounGroup] {
    sentence.nouns.filter { group in
      group.tokens.lowerBound > first.tokens.upperBound && group.preposition == nil
        && group.tokens.lowerBound - first.tokens.upperBound <= 2
        && sentence.tag(group.tokens.lowerBound - 1) == .conjunction && reading.has(group, lexicon.people)
    }
  }

  private func loss(of groups: [NounGroup], _ verb: VerbGroup, _ index: Int, _ sentence: ParsedSentence) -> [Loss] {
    guard let first = groups.first, let last = groups.last else { return [] }
    return [loss(of: groups, extent(first, last, verb), index, sentence)]
  }

  /// The loss of these people, told in these tokens.
  private func loss(of groups: [NounGroup], _ tokens: Range<Int>, _ index: Int, _ sentence: ParsedSentence) -> Loss {
    var loss = Loss(kind: .killed, sentence: sentence.index, clause: index, tokens: tokens)
    add(groups, to: &loss)
    loss.areCivilians = groups.contains { reading.has($0, reading.classes("civilian")) }
    return loss
  }

  /// "a family of nine", "its crew of three": as many as the figure behind "of" says.
  func sized(_ group: NounGroup, _ sentence: ParsedSentence) -> NounGroup {
    guard group.number == nil, lexicon.words.words("sized").contains(reading.word(group.head)),
      let size = sentence.nouns.first(where: { $0.preposition == group.tokens.upperBound }),
      reading.preposition(size) == lexicon.words.of, size.number != nil, size.classes.isEmpty
    else { return group }
    var sized = group
    sized.number = size.number
    sized.classes.formUnion(reading.classes("civilian"))
    return sized
  }

  /// "him", "her": one person.
  func isOnePerson(_ group: NounGroup) -> Bool {
    guard group.tokens.count == 1 else { return false }
    if lexicon.words.words("one person").contains(reading.word(group.head)) { return true }
    // "one of their volunteers was killed"
    let next = group.tokens.upperBound
    return lexicon.words.words("one").contains(reading.word(group.head)) && next < reading.document.tokens.count
      && reading.word(next) == lexicon.words.of && !isSubset(group)
  }

  /// "No one was hurt", "without causing any casualties", "no injuries were reported": nobody, of either kind.
  func noLosses(_ index: Int, _ sentence: ParsedSentence) -> [Loss] {
    let tokens = sentence.clauses[index].tokens
    guard lexicon.words.unharmed.stands(in: tokens, of: reading.document) else { return [] }
    return [.killed, .injured].map {
      Loss(kind: $0, sentence: sentence.index, clause: index, tokens: tokens, count: 0, low: 0, high: 0)
    }
  }
}
