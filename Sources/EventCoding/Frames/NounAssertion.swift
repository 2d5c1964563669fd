import NewsText
import Records

/// A noun tells an event only where the sentence says that it took place: launched by somebody, subject of a verb of
/// happening, cause of a loss, reported, or under a picture. Elsewhere it is talk about one.
struct NounAssertion {
  let reading: Reading
  private var words: FunctionWords { reading.lexicon.words }

  init(reading: Reading) { self.reading = reading }

  /// Why the noun asserts nothing; nil where it does.
  func miss(_ noun: Int, _ rule: EventRule, _ clause: Clause, _ sentence: ParsedSentence) -> Miss? {
    let told = noun
    let noun = reading.whole(of: noun, sentence)
    let group = sentence.nouns[noun]
    let zone = reading.document.sentences[sentence.index].zone
    // "most bombing was carried out by jets" tells of none of them
    if words.words("vague quantity").contains(reading.word(group.tokens.lowerBound)) { return talk }
    if isStretch(told, sentence) { return Miss(kind: .ongoing, reason: "told over a stretch of time") }
    if isLine(group, sentence) { return nil }
    guard let verb = clause.verb.map({ sentence.verbs[$0] }) else {
      return isVerbless(noun, clause, sentence) || zone == .caption ? nil : talk
    }
    // "a strike targeting a bus killed five" tells one
    if verb.isReducedRelative, verb.tense != .gerund, clause.subjects.contains(noun) {
      return Miss(kind: .reference, reason: "only says which one is meant")
    }
    if isNone(sentence.nouns[told]) { return Miss(kind: .negated, reason: "said not to have happened") }
    if isHappening(noun, rule, clause, verb, sentence) {
      // "fighting has raged", "airstrikes have intensified": up to now, of no day
      let goesOn = verb.tense == .perfect && !verb.isPassive && reading.dates(of: clause).isEmpty
      return goesOn && (words.words("going on").contains(verb.lemma) || isHabit(group, clause, sentence))
        ? Miss(kind: .ongoing, reason: "going on up to now, of no day") : nil
    }
    if rule.type == .ceasefire { return talk }
    if isToldByRelative(noun, sentence) { return nil }
    if isThere(noun, clause, verb, sentence) { return nil }
    if isTold(group, byTollOf: clause, verb, sentence) { return nil }
    if isCause(group, clause, verb, sentence) || zone == .caption && isShown(group, clause, sentence) { return nil }
    // "announced the recapture of Saraqib": a capture is told by its place, and so with "the"
    if words.words("report").contains(verb.lemma), clause.objects.contains(noun),
      !group.isDefinite || rule.type == .capture || rule.type == .withdrawal
    {
      return nil
    }
    if verb.tense == .past, !verb.isPassive, isAnswer(group, verb) { return nil }
    if verb.tense == .past, isOccasion(group) || isFollowed(group, clause, verb) { return nil }
    if isPresupposed(noun, clause, verb, sentence) { return nil }
    if verb.classes.contains(.perceive) {
      return Miss(kind: .heard, reason: "what was seen or heard is no event of its own")
    }
    if verb.classes.contains(.demand) {
      return Miss(kind: .statement, reason: "a call, a warning or a judgment, not a report")
    }
    return talk
  }

  /// "Russia has carried out airstrikes on the city": how things stand, told behind the news.
  private func isHabit(_ group: NounGroup, _ clause: Clause, _ sentence: ParsedSentence) -> Bool {
    (group.isPlural || endsInS(group.head)) && group.number == nil && !reading.isLead(sentence.index)
      && reading.document.numbers(in: sentence.tokens).isEmpty
  }

  /// "after a week of intense bombing", "weeks of clashes".
  private func isStretch(_ noun: Int, _ sentence: ParsedSentence) -> Bool {
    // "the ongoing assault", "the two-week-old battle", "their three-week seizure of the town"
    let own = sentence.nouns[noun].tokens
    if reading.containsAny(words.words("under way"), in: own) { return true }
    if own.contains(where: { token in
      words.words("long unit").contains(reading.word(token)) && token > own.lowerBound
        && reading.document.tokens[token - 1].kind == .hyphen
    }) {
      return true
    }
    guard let token = sentence.nouns[noun].preposition, reading.word(token) == words.of, token > 0 else { return false }
    return words.words("stretch").contains(reading.word(token - 1))
  }

  private var talk: Miss { Miss(kind: .reference, reason: "speaks of it without saying that it took place") }

  /// Launched or carried out; or subject of a verb that says it took place.
  private func isHappening(
    _ noun: Int, _ rule: EventRule, _ clause: Clause, _ verb: VerbGroup, _ sentence: ParsedSentence
  ) -> Bool {
    let lemma = verb.lemma
    let agree = rule.type == .ceasefire && words.words("agree").contains(lemma)
    let light =
      words.words("light").contains(lemma)
      || rule.type == .protest && words.words("gather").contains(lemma)
      || words.words("begin noun").contains(lemma) && !sentence.nouns[noun].isDefinite
    if clause.objects.contains(noun) { return !verb.isPassive && (light || agree) }
    if verb.isPassive, reading.preposition(sentence.nouns[noun]) == words.by {
      // "people displaced by fighting elsewhere": who is meant
      if verb.isReducedRelative, words.words("displace").contains(lemma) { return false }
      return words.words("happen").contains(lemma)
    }
    guard clause.subjects.contains(noun), clause.contains(sentence.nouns[noun].tokens.lowerBound) else {
      return false
    }
    if verb.isPassive { return light || agree || !verb.classes.isDisjoint(with: [.say]) }
    return words.words("happen").contains(lemma) || agree
  }

  /// "a bombing that killed three people", "a strike on Tarhuna that killed three": the relative clause says that it
  /// happened.
  private func isToldByRelative(_ noun: Int, _ sentence: ParsedSentence) -> Bool {
    sentence.clauses.contains { clause in
      guard let subordinator = clause.subordinator, words.relative.contains(reading.word(subordinator)),
        clause.subjects.contains(noun) || isHead(noun, before: subordinator, sentence),
        let verb = clause.verb.map({ sentence.verbs[$0] })
      else { return false }
      if verb.isNegated || verb.tense != .past { return false }
      return !verb.isPassive && words.words("happen").contains(verb.lemma) || isLoss(in: subordinator, verb)
    }
  }

  /// "a morning of shelling in which 12 people died"
  private func isLoss(in subordinator: Int, _ verb: VerbGroup) -> Bool {
    subordinator > 0 && words.words("cause").contains(reading.word(subordinator - 1))
      && !verb.classes.isDisjoint(with: .casualty)
  }

  /// Nothing but phrases stands between the noun and the relative.
  private func isHead(_ noun: Int, before subordinator: Int, _ sentence: ParsedSentence) -> Bool {
    let start = sentence.nouns[noun].tokens.upperBound
    guard start < subordinator, subordinator - start <= 16,
      !sentence.verbs.contains(where: { (start..<subordinator).contains($0.main) })
    else { return false }
    return sentence.nouns.allSatisfy { group in
      !(start..<subordinator).contains(group.tokens.lowerBound) || group.preposition != nil
    }
  }

  /// "The abduction of a judge in Tripoli on Monday drew condemnation": with its day and its place it is presupposed,
  /// whatever is said of it, but not where it is feared, planned or denied.
  private func isPresupposed(_ noun: Int, _ clause: Clause, _ verb: VerbGroup, _ sentence: ParsedSentence) -> Bool {
    guard [.past, .perfect].contains(verb.tense), !verb.isNegated || clause.subjects.contains(noun),
      verb.classes.isDisjoint(with: [.plan, .deny, .accuse]) || clause.subjects.contains(noun),
      verb.classes.isDisjoint(with: [.demand, .say, .claim, .perceive]) || clause.subjects.contains(noun),
      verb.governorClasses.isDisjoint(with: [.plan, .deny, .demand])
    else { return false }
    let group = sentence.nouns[noun]
    let isDated = reading.dates(of: clause).contains { date in
      guard date.tokens.upperBound >= group.tokens.lowerBound || clause.subjects.contains(noun) else { return false }
      return date.bound == nil && !date.isFuture && reading.dates.resolve(date).map { $0.isDay && $0.isExact } ?? false
    }
    return isDated && reading.spots(of: clause).contains { $0.role == .literal && !$0.isCoarse && $0.kind != .country }
  }

  /// "no mention of", "gained no ground".
  private func isNone(_ group: NounGroup) -> Bool {
    words.words("none").contains(reading.word(group.tokens.lowerBound))
  }

  /// "was halted on Thursday after a drone attack": something new, and the reason of what is told; but not "years after
  /// an attack".
  private func isOccasion(_ group: NounGroup) -> Bool {
    guard let preposition = group.preposition, words.words("occasion").contains(reading.word(preposition)),
      words.words("indefinite").contains(reading.word(group.tokens.lowerBound))
    else { return false }
    return preposition == 0 || !words.words("time unit").contains(reading.word(preposition - 1))
  }

  /// "hit back with a mortar barrage on the base", "responded with artillery fire".
  private func isAnswer(_ group: NounGroup, _ verb: VerbGroup) -> Bool {
    words.words("answer").contains(verb.lemma) && !group.isDefinite
      && words.words("instrument").contains(reading.preposition(group))
  }

  /// "The incidents came hours after clashes in the quarter": told with its place, on the day of what followed.
  private func isFollowed(_ group: NounGroup, _ clause: Clause, _ verb: VerbGroup) -> Bool {
    guard let preposition = group.preposition, words.words("occasion").contains(reading.word(preposition)),
      preposition > 0, words.words("follow").contains(verb.lemma), !group.isDefinite
    else { return false }
    let unit = reading.document.string(tokens: preposition - 1..<preposition)
    return (unit == "hours" || unit == "shortly" || unit == "minutes" || unit == "soon")
      && reading.spots(of: clause).contains { $0.role == .literal && !$0.isCoarse && $0.kind != .country }
  }

  private func endsInS(_ token: Int) -> Bool {
    reading.document.bytes[reading.document.tokens[token].range].last.map { $0 | 0x20 == 0x73 } ?? false
  }

  /// "There was an explosion in the market", "there were clashes".
  private func isThere(_ noun: Int, _ clause: Clause, _ verb: VerbGroup, _ sentence: ParsedSentence) -> Bool {
    guard words.pastBe.contains(reading.word(verb.main)), !verb.isNegated, clause.objects.contains(noun),
      !sentence.nouns[noun].isDefinite, verb.tokens.lowerBound > clause.tokens.lowerBound
    else { return false }
    return !isNone(sentence.nouns[noun])
      && words.words("existential").contains(reading.word(verb.tokens.lowerBound - 1))
  }

  /// "The death toll from a strike on a cafe rose to 52."
  private func isTold(_ group: NounGroup, byTollOf clause: Clause, _ verb: VerbGroup, _ sentence: ParsedSentence)
    -> Bool
  {
    words.words("toll verb").contains(verb.lemma)
      && clause.subjects.contains { words.words("toll head").contains(reading.word(sentence.nouns[$0].head)) }
      && governs(group, sentence, words.words("toll cause"))
  }

  /// "killed in airstrikes", "wounded when ... by shelling"; through "of" to the group before it.
  private func isCause(_ group: NounGroup, _ clause: Clause, _ verb: VerbGroup, _ sentence: ParsedSentence) -> Bool {
    guard !verb.classes.isDisjoint(with: [.kill, .die, .injure, .damage]) else { return false }
    return governs(group, sentence, words.words("cause"))
  }

  private func governs(_ group: NounGroup, _ sentence: ParsedSentence, _ prepositions: WordSet) -> Bool {
    var group = group
    for _ in 0..<3 {
      let preposition = reading.preposition(group)
      if prepositions.contains(preposition) || isDueTo(group) { return true }
      guard let before = sentence.nouns.last(where: { $0.tokens.upperBound <= (group.preposition ?? 0) }),
        preposition != 0
      else { return false }
      group = before
    }
    return false
  }

  /// "were injured due to an attack"
  private func isDueTo(_ group: NounGroup) -> Bool {
    guard let preposition = group.preposition, preposition > 0, reading.word(preposition) == words.to else {
      return false
    }
    return words.words("owing").contains(reading.word(preposition - 1))
  }

  private func isShown(_ group: NounGroup, _ clause: Clause, _ sentence: ParsedSentence) -> Bool {
    governs(group, sentence, words.words("cause")) || group.preposition == nil
  }

  /// "Two dead in shelling of Chasiv Yar": a loss and its cause; "Air raid on a flat in Sarafand": a line of a digest.
  private func isVerbless(_ noun: Int, _ clause: Clause, _ sentence: ParsedSentence) -> Bool {
    let group = sentence.nouns[noun]
    let losses = clause.subjects.contains { reading.has(sentence.nouns[$0], reading.classes("casualty")) }
    return losses && governs(group, sentence, words.words("cause"))
  }

  /// A short sentence without a verb that opens with what happened, and says where; verbs of its losses stand behind it.
  private func isLine(_ group: NounGroup, _ sentence: ParsedSentence) -> Bool {
    let body = reading.document.sentences[sentence.index]
    guard body.zone == .body, sentence.tokens.count <= 30, !group.isDefinite,
      sentence.verbs.allSatisfy({
        !$0.classes.isDisjoint(with: .casualty) && $0.tokens.count == 1 && $0.tokens.lowerBound > group.head
      }),
      let first = sentence.nouns.first(where: { $0.preposition == nil && !isFigure($0) && !isHeading($0, sentence) }),
      first.tokens == group.tokens
    else { return false }
    return sentence.nouns.contains { phrase in
      phrase.tokens.lowerBound > group.head
        && words.words("against").contains(reading.preposition(phrase))
    }
  }

  /// "Idlib: air raids on ...": what stands before a colon.
  private func isHeading(_ group: NounGroup, _ sentence: ParsedSentence) -> Bool {
    let next = group.tokens.upperBound
    return next < sentence.tokens.upperBound && reading.document.tokens[next].kind == .colon
  }

  /// "0730": nothing but a figure.
  private func isFigure(_ group: NounGroup) -> Bool {
    group.tokens.allSatisfy { reading.document.tokens[$0].kind != .word }
  }
}
