import Geoparsing
import NewsText
import Records

/// Nouns that tell an event by themselves.
extension TriggerReader {
  func nounFrames(_ index: Int, _ sentence: ParsedSentence) -> [Frame] {
    let clause = sentence.clauses[index]
    var frames: [Frame] = []
    clause.eachNoun { noun in
      let group = sentence.nouns[noun]
      guard clause.contains(group.tokens.lowerBound), nounTrigger(group) != nil,
        let frame = nounFrame(noun, index, clause, sentence)
      else { return }
      frames.append(frame)
    }
    return frames
  }

  private func nounFrame(_ noun: Int, _ index: Int, _ clause: Clause, _ sentence: ParsedSentence) -> Frame? {
    let group = sentence.nouns[noun]
    var roles = Roles()
    roles.agents = agents(of: noun, clause, sentence)
    roles.targets = targets(of: noun, clause, sentence)
    guard let (rule, trigger) = nounTrigger(group, { fits($0, group, roles, clause) }), !acts(trigger, group) else {
      return nil
    }
    var frame = makeFrame(rule, trigger, index, sentence, roles)
    frame.isDefinite = group.isDefinite && group.number == nil
    frame.isAnother = reading.containsAny(lexicon.words.words("again"), in: group.tokens)
    if let miss = NounAssertion(reading: reading).miss(noun, rule, clause, sentence) { frame.miss = miss }
    return frame
  }

  /// "the coalition fighting the group", "rebels shelling the town": a participle behind those who do it.
  private func acts(_ trigger: Range<Int>, _ group: NounGroup) -> Bool {
    guard trigger.count == 1, trigger.lowerBound > group.tokens.lowerBound,
      lexicon.verbs.reading(of: trigger.lowerBound, in: reading.document)?.forms.contains(.ing) == true,
      let doer = lexicon.nouns.longest(at: trigger.lowerBound - 1, in: reading.document, limit: trigger.lowerBound),
      !doer.entry.classes.isDisjoint(with: lexicon.people)
    else { return false }
    let next = trigger.upperBound
    guard next < reading.document.tokens.count, reading.document.tokens[next].kind == .word else { return false }
    let functions = reading.language.functions(of: reading.word(next))
    // "the forces' shelling killed five", "regime forces shelling is pictured" name it
    let isObject = functions.isEmpty && lexicon.verbs.reading(of: next, in: reading.document) == nil
    return functions.contains(.determiner) || isObject || reading.word(next) == lexicon.words.to
  }

  /// The longest noun trigger that ends at the group's head; of equals the one that asks most.
  func nounTrigger(_ group: NounGroup, _ fits: (EventRule) -> Bool = { _ in true }) -> (EventRule, Range<Int>)? {
    var best: (rule: EventRule, trigger: Range<Int>)?
    for token in group.tokens where lexicon.nounTriggers.holds(reading.word(token)) {
      for (words, place) in lexicon.nounTriggers[reading.word(token)] ?? [] {
        let rule = lexicon.rules[place]
        guard let end = end(of: words, at: token, group), end == group.head + 1, fits(rule) else { continue }
        let longer = end - token > best?.trigger.count ?? 0
        let asksMore = end - token == best?.trigger.count && rule.conditions > best?.rule.conditions ?? 0
        if longer || asksMore { best = (rule, token..<end) }
      }
    }
    return best.map { ($0.rule, $0.trigger) }
  }

  /// What a noun's rule asks of its clause: words, and who does it ("a jihadist attack", "an attack by gunmen").
  private func fits(_ rule: EventRule, _ group: NounGroup, _ roles: Roles, _ clause: Clause) -> Bool {
    if reading.containsAny(rule.unless, in: clause.tokens) { return false }
    if !rule.with.isEmpty, !reading.containsAny(rule.with, in: clause.tokens) { return false }
    guard !rule.agent.isEmpty || rule.agentIsActor else { return true }
    return roles.agents.contains { reading.has($0, rule.agent) } || isPronoun(roles.agents)
      || rule.agentIsActor && ActorReader(reading: reading).actors(roles.agents).contains { $0.kind == .group }
  }

  private func end(of words: [Int32], at start: Int, _ group: NounGroup) -> Int? {
    var token = start
    for (place, word) in words.enumerated() {
      if place > 0, token < group.tokens.upperBound, reading.document.tokens[token].kind == .hyphen { token += 1 }
      guard token < group.tokens.upperBound, reading.word(token) == word else { return nil }
      token += 1
    }
    return token
  }

  /// "Russian airstrikes", "shelling by the army", "Israel launched strikes".
  private func agents(of noun: Int, _ clause: Clause, _ sentence: ParsedSentence) -> [NounGroup] {
    let group = sentence.nouns[noun]
    let following = sentence.nouns.filter {
      $0.tokens.lowerBound >= group.tokens.upperBound && clause.contains($0.tokens.lowerBound)
        && reading.preposition($0) == lexicon.words.by
    }
    var found = [group] + following.prefix(1)
    if let verb = clause.verb.map({ sentence.verbs[$0] }), verb.classes.contains(.light),
      clause.objects.contains(reading.whole(of: noun, sentence))
    {
      found = clause.subjects.map { sentence.nouns[$0] } + found
    }
    return found
  }

  private func targets(of noun: Int, _ clause: Clause, _ sentence: ParsedSentence) -> [NounGroup] {
    let group = sentence.nouns[noun]
    let against = lexicon.words.words("against")
    return sentence.nouns.filter {
      $0.tokens.lowerBound >= group.tokens.upperBound && clause.contains($0.tokens.lowerBound)
        && against.contains(reading.preposition($0)) && !isWhere($0)
    }
  }

  /// "in northwestern Syria": where it was, not whom it hit.
  func isWhere(_ group: NounGroup) -> Bool {
    guard lexicon.words.words("container").contains(reading.preposition(group)),
      let toponym = reading.places.toponym(at: group.head)
    else { return false }
    return reading.places.toponyms[toponym].role == .literal
  }
}
