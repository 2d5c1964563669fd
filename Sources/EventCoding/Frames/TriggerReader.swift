import Geoparsing
import NewsText
import Records

/// The sides of a clause: who acts, on whom, by what.
struct Roles {
  var agents: [NounGroup] = []
  var targets: [NounGroup] = []
  var instruments: [NounGroup] = []
  var agentClasses: NounClasses = []
  var targetClasses: NounClasses = []
}

/// Finds the triggers of a sentence by the rules: verbs in their clause, and nouns that tell an event by themselves.
struct TriggerReader {
  let reading: Reading
  var lexicon: Lexicon { reading.lexicon }

  init(reading: Reading) { self.reading = reading }

  /// The frames of a sentence with trigger, clause, rule and sides; nothing is judged yet.
  func frames(_ sentence: ParsedSentence) -> [Frame] {
    var frames: [Frame] = []
    for index in sentence.clauses.indices {
      if let frame = verbFrame(index, sentence) { frames.append(frame) }
      frames += nounFrames(index, sentence)
    }
    return frames
  }

  // MARK: Verbs

  private func verbFrame(_ index: Int, _ sentence: ParsedSentence) -> Frame? {
    let clause = sentence.clauses[index]
    guard let verb = clause.verb.map({ sentence.verbs[$0] }), let entries = lexicon.verbTriggers[verb.lemma] else {
      return nil
    }
    // Most verbs lack the words around them that a rule asks for: who acts on whom is read when they are there.
    lazy var roles = self.roles(clause, verb, sentence)
    var best: (rule: EventRule, end: Int)?
    for (pattern, place) in entries {
      let rule = lexicon.rules[place]
      if let best, rule.specificity <= best.rule.specificity { continue }
      guard let end = particles(pattern, verb, clause), fitsWords(rule, clause, sentence),
        fits(rule, roles, clause, verb, sentence, pattern.particles.last)
      else { continue }
      best = (rule, end)
    }
    guard let best, !isOfEvent(roles, verb, clause) else { return nil }
    var own = roles
    // "The rebel bastion came under fire": it is what was hit
    if best.rule.place == .subject, best.rule.asksForTarget, !verb.isPassive {
      (own.agents, own.targets) = ([], roles.agents)
    }
    var frame = makeFrame(best.rule, verb.main..<best.end, index, sentence, own)
    frame.isDefinite = roles.agents.contains { $0.isDefinite && $0.number == nil && nounTrigger($0) != nil }
    frame.hasPronounAgent = frame.agents.isEmpty && isPronoun(roles.agents)
    frame.hasPronounPlace = best.rule.targetIsPlace && isPronoun(roles.targets) || leavesIt(best.rule, clause, sentence)
    return frame
  }

  /// "mortar attacks which targeted the quarter": the noun tells it, and which kind it was.
  private func isOfEvent(_ roles: Roles, _ verb: VerbGroup, _ clause: Clause) -> Bool {
    lexicon.words.words("happen").contains(verb.lemma)
      && roles.agents.contains { group in
        !clause.contains(group.tokens.lowerBound)
          && nounTrigger(group).map { [.shelling, .airstrike, .droneStrike, .bombing].contains($0.0.type) } ?? false
      }
  }

  /// "the garrison pulled out of it"
  private func leavesIt(_ rule: EventRule, _ clause: Clause, _ sentence: ParsedSentence) -> Bool {
    rule.place == .from
      && isPronoun(
        clause.phrases.map { sentence.nouns[$0] }.filter { group in
          let preposition = reading.preposition(group)
          return preposition == lexicon.words.of || lexicon.words.words("origin").contains(preposition)
        })
  }

  /// The end of the verb with its particles, nil where one is missing.
  private func particles(_ pattern: VerbPattern, _ verb: VerbGroup, _ clause: Clause) -> Int? {
    var token = verb.main + 1
    if pattern.particles.isEmpty { return token }
    let sentence = reading.document.sentences[reading.document.sentence(ofToken: verb.main)].tokens
    // "was shot and killed" reaches into the next clause
    let limit = max(token, pattern.particles.count > 1 ? sentence.upperBound : clause.tokens.upperBound)
    for particle in pattern.particles {
      guard
        let found = (token..<min(token + 6, limit)).first(where: { reading.word($0) == particle }),
        // "gained no ground"
        !reading.containsAny(lexicon.words.words("none"), in: token..<found)
      else { return nil }
      token = found + 1
    }
    return token
  }

  /// Who acts on whom, the passive turned round.
  func roles(_ clause: Clause, _ verb: VerbGroup, _ sentence: ParsedSentence) -> Roles {
    var roles = Roles()
    let by = lexicon.words.by
    let instrument = lexicon.words.words("instrument")
    let against = lexicon.words.words("against")
    let phrases = clause.phrases.map { sentence.nouns[$0] }
    let subjects = clause.subjects.map { sentence.nouns[$0] }
    if verb.isPassive {
      roles.targets = subjects
      roles.agents = phrases.filter { reading.preposition($0) == by }
    } else {
      roles.agents = subjects
      roles.targets = clause.objects.map { sentence.nouns[$0] }
      if roles.targets.isEmpty {
        roles.targets = phrases.filter { against.contains(reading.preposition($0)) && !isWhere($0) }
      }
    }
    roles.agents += continued(roles.agents, clause, sentence)
    roles.targets += continued(roles.targets, clause, sentence)
    roles.targets += phrases.filter {
      lexicon.words.words("origin").contains(reading.preposition($0)) && reading.has($0, reading.classes("force"))
    }
    roles.instruments = phrases.filter {
      instrument.contains(reading.preposition($0)) && reading.has($0, lexicon.agents)
    }
    // "A gun battle left three dead": no gun did
    roles.agentClasses = (roles.agents + roles.instruments).filter {
      nounTrigger($0) == nil || $0.classes == $0.headClasses
    }
    .reduce(into: []) { $0.formUnion($1.classes) }
    roles.targetClasses = roles.targets.reduce(into: []) { $0.formUnion($1.classes) }
    return roles
  }

  /// "a string of towns": what stands behind "of".
  private func continued(_ groups: [NounGroup], _ clause: Clause, _ sentence: ParsedSentence) -> [NounGroup] {
    var found: [NounGroup] = []
    for group in groups {
      for noun in clause.phrases where sentence.nouns[noun].preposition == group.tokens.upperBound {
        if reading.preposition(sentence.nouns[noun]) == lexicon.words.of { found.append(sentence.nouns[noun]) }
      }
    }
    return found
  }

  /// What a verb's rule asks of the words of its clause.
  private func fitsWords(_ rule: EventRule, _ clause: Clause, _ sentence: ParsedSentence) -> Bool {
    if reading.containsAny(rule.unless, in: clause.tokens) { return false }
    return rule.with.isEmpty || reading.containsAny(rule.with, in: scope(of: clause, sentence))
  }

  private func fits(
    _ rule: EventRule, _ roles: Roles, _ clause: Clause, _ verb: VerbGroup, _ sentence: ParsedSentence,
    _ particle: Int32?
  ) -> Bool {
    guard fitsAgent(rule, roles, verb) else { return false }
    guard rule.asksForTarget else { return true }
    let targets = rule.place == .subject ? clause.subjects.map { sentence.nouns[$0] } : roles.targets
    if targets.contains(where: { reading.has($0, rule.target) }) || rule.targetIsActor && isSide(targets) {
      return true
    }
    if rule.target.contains(reading.classes("civilian")), targets.contains(where: isPersonName) { return true }
    // "drove over a mine": what the particle governs; "opened fire on a crowd"
    let isObject = clause.objects.contains { sentence.nouns[$0].tokens.contains { reading.word($0) == particle } }
    let governed = clause.phrases.map { sentence.nouns[$0] }.filter {
      let preposition = reading.preposition($0)
      return particle == preposition
        || isObject && (lexicon.words.words("against").contains(preposition) || preposition == lexicon.words.to)
    }
    if governed.contains(where: { reading.has($0, rule.target) }) { return true }
    if rule.target.contains(reading.classes("civilian")), governed.contains(where: isPersonName) { return true }
    guard rule.targetIsPlace else { return false }
    return namesPlace(targets)
      || particle != nil && rule.place != .subject && namesPlace(clause.phrases.map { sentence.nouns[$0] })
  }

  /// "opened fire on Muhammad al-Idlibi": a name that is no place's, no side's and no thing's.
  private func isPersonName(_ group: NounGroup) -> Bool {
    let words = group.tokens.filter { reading.document.tokens[$0].kind == .word }
    guard words.count >= 2, group.classes.isEmpty, words.allSatisfy({ isNamePart($0) }),
      group.tokens.allSatisfy({ reading.places.toponym(at: $0) == nil })
    else { return false }
    return !isSide([group])
  }

  private func isNamePart(_ token: Int) -> Bool {
    let mark = reading.document.tokens[token]
    return mark.has(.capitalized) && !mark.has(.allCaps) && reading.document.date(at: token) == nil
      || lexicon.words.words("particle").contains(mark.word)
  }

  /// The clause with the participles that hang on it: "hurt by an explosive dropped from a drone".
  private func scope(of clause: Clause, _ sentence: ParsedSentence) -> Range<Int> {
    var end = clause.tokens.upperBound
    while let next = sentence.clauses.first(where: { $0.tokens.lowerBound == end }),
      let verb = next.verb.map({ sentence.verbs[$0] }), !verb.isFinite || verb.isReducedRelative
    { end = next.tokens.upperBound }
    // "The body of a woman, shot in the head, was found"
    let before = sentence.clauses.first { $0.tokens.upperBound == clause.tokens.lowerBound }
    let isHanging =
      before?.verb.map { verb in
        // "trucks carrying food entered"
        sentence.verbs[verb].tokens.count == 1
          && (sentence.verbs[verb].isPassive || sentence.verbs[verb].isReducedRelative)
      } ?? false
    let start = isHanging ? before?.extent.lowerBound : nil
    return (start ?? clause.extent.lowerBound)..<end
  }

  private func fitsAgent(_ rule: EventRule, _ roles: Roles, _ verb: VerbGroup) -> Bool {
    guard !rule.agent.isEmpty || rule.agentIsActor else { return true }
    if !roles.agentClasses.isDisjoint(with: rule.agent) { return true }
    if rule.agentIsActor, isSide(roles.agents) { return true }
    // "Saraqib was captured on Wednesday": who did it need not be said.
    if verb.isPassive, roles.agents.isEmpty, rule.asksForTarget, !rule.isWeak { return true }
    // "as he left his club" is no army
    let isOne = roles.agents.contains { lexicon.words.words("one person").contains(reading.word($0.head)) }
    return (rule.agentIsActor || rule.agent.contains(reading.classes("force"))) && isPronoun(roles.agents)
      && !(isOne && (rule.type == .withdrawal || rule.type == .capture))
  }

  /// A side that is named; civilians are none.
  private func isSide(_ groups: [NounGroup]) -> Bool {
    ActorReader(reading: reading).actors(groups).contains { $0.kind != .civilians } || groups.contains(where: areOwnMen)
  }

  /// "its men", "his troops".
  private func areOwnMen(_ group: NounGroup) -> Bool {
    lexicon.words.words("own men").contains(reading.word(group.head))
      && lexicon.words.words("possessive").contains(reading.word(group.tokens.lowerBound))
  }

  func isPronoun(_ groups: [NounGroup]) -> Bool {
    groups.contains { $0.tokens.count == 1 && reading.language.functions(of: reading.word($0.head)).contains(.pronoun) }
  }

  /// A settlement, or a place that is named as itself.
  private func namesPlace(_ groups: [NounGroup]) -> Bool {
    if groups.contains(where: {
      $0.tokens.count == 1 && lexicon.words.words("place pronoun").contains(reading.word($0.head))
    }) {
      return true
    }
    return groups.contains { group in
      if reading.has(group, reading.classes("settlement")) { return true }
      let sentence = reading.document.sentences[reading.document.sentence(ofToken: group.head)].tokens
      return reading.spots(in: sentence).contains {
        $0.tokens.overlaps(group.tokens) && $0.role == .literal && $0.kind != .country
      }
    }
  }

  func makeFrame(
    _ rule: EventRule, _ trigger: Range<Int>, _ clause: Int, _ sentence: ParsedSentence, _ roles: Roles
  ) -> Frame {
    let actors = ActorReader(reading: reading)
    var frame = Frame(
      rule: rule, type: rule.isWeak ? .other : rule.type, sentence: sentence.index, clause: clause, trigger: trigger,
      quote: sentence.clauses[clause].extent, zone: reading.document.sentences[sentence.index].zone)
    // "were executed for collaborating with the government"
    let acting = rule.type == .execution ? roles.agents : roles.agents + roles.instruments
    frame.agents = actors.actors(acting).filter {
      $0.kind != .civilians || rule.agent == reading.classes("civilian")
    }
    frame.targets = actors.actors(roles.targets).filter { !frame.agents.contains($0) }
    if rule.swaps { swap(&frame.agents, &frame.targets) }
    frame.isLoose =
      rule.type == .groundAssault
      && trigger.contains { lexicon.words.words("any attack").contains(reading.word($0)) }
    frame.isAnother = roles.agents.contains { reading.containsAny(lexicon.words.words("again"), in: $0.tokens) }
    frame.isSummary = frame.zone == .headline
    frame.isLead = frame.zone == .body && reading.isLead(sentence.index)
    reading.explain("rule \(rule.name) on \"\(reading.document.string(tokens: trigger))\"", in: &frame.cues)
    return frame
  }
}
