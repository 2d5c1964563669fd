import NewsText
import Records

/// Judges whether a frame is asserted, and how; PLOVER's modes (Halterman et al. 2023) made to work.
struct ModalityReader {
  let reading: Reading
  var words: FunctionWords { reading.lexicon.words }

  init(reading: Reading) { self.reading = reading }

  /// Sets status, attribution and, where it is no event, the miss.
  func judge(_ frame: inout Frame, _ sentence: ParsedSentence) {
    let clause = sentence.clauses[frame.clause]
    let attribution = AttributionReader(reading: reading).read(frame.clause, sentence)
    frame.attribution = attribution.source
    speakForThemselves(&frame, attribution)
    if let verb = clause.verb.map({ sentence.verbs[$0] }) {
      frame.miss = frame.miss ?? verbMiss(verb, frame, clause, sentence, attribution)
      if verb.governorClasses.contains(.claim) || attribution.verb.contains(.claim) || isOwnTale(frame, attribution) {
        frame.status = .claimed
      }
    }
    if let verb = clause.verb.map({ sentence.verbs[$0] }) {
      frame.isDenial = isDenial(verb, attribution)
    }
    if frame.miss == nil {
      frame.miss = contextMiss(clause, sentence, attribution) ?? background(frame, clause, sentence)
    }
    if frame.miss == nil, clause.tokens.contains(where: isAllegation) { frame.status = .alleged }
  }

  /// "denied that ...", "said it had not ...".
  private func isDenial(_ verb: VerbGroup, _ attribution: Attribution) -> Bool {
    if verb.governorClasses.contains(.deny) { return true }
    if attribution.verb.contains(.deny) { return !verb.isNegated }
    return verb.isNegated && [.past, .perfect].contains(verb.tense)
      && !attribution.verb.isDisjoint(with: [.say, .claim])
  }

  private func isAllegation(_ token: Int) -> Bool {
    words.words("allegedly").contains(reading.word(token)) && !words.words("reportedly").contains(reading.word(token))
  }

  /// "The rebels said they had captured ...": those who speak are those who act.
  private func speakForThemselves(_ frame: inout Frame, _ attribution: Attribution) {
    let sides = attribution.speakers.filter { $0.kind != .civilians }
    guard frame.hasPronounAgent, !sides.isEmpty, sides.allSatisfy({ !frame.targets.contains($0) }) else { return }
    frame.agents = sides
    frame.hasPronounAgent = false
  }

  /// A side that tells of its own capture claims it (Codebook 8).
  private func isOwnTale(_ frame: Frame, _ attribution: Attribution) -> Bool {
    frame.type == .capture && attribution.speakers.contains { frame.agents.contains($0) && $0.kind != .civilians }
  }

  // MARK: The verb group

  private func verbMiss(
    _ verb: VerbGroup, _ frame: Frame, _ clause: Clause, _ sentence: ParsedSentence, _ attribution: Attribution
  ) -> Miss? {
    if verb.isReducedRelative, frame.trigger.lowerBound == verb.main {
      return Miss(kind: .reference, reason: "only says which one is meant")
    }
    if isOfKnown(verb, clause, sentence) { return Miss(kind: .reference, reason: "only says which one is meant") }
    if verb.isNegated { return Miss(kind: .negated, reason: "said not to have happened") }
    if verb.governorClasses.contains(.deny) || isDenied(verb, sentence) {
      return Miss(kind: .negated, reason: "denied")
    }
    if isKnownBefore(verb, frame, clause) { return Miss(kind: .reference, reason: "only says which one is meant") }
    if !verb.governorClasses.isDisjoint(with: [.plan, .demand]) {
      return Miss(kind: .hypothetical, reason: "planned, tried or asked for, not done")
    }
    switch verb.tense {
    case .future: return Miss(kind: .future, reason: "said to be going to happen")
    case .modal: return Miss(kind: .hypothetical, reason: "could, would or must happen")
    case .gerund where isOnlyNamed(clause, sentence) && attribution.verb.isDisjoint(with: [.accuse, .deny]):
      return Miss(kind: .reference, reason: "names an act without saying that it took place")
    case .infinitive where !allowsInfinitive(verb) && !isOutcome(verb, frame, sentence): return aim
    case .progressive: return frame.zone == .headline ? nil : ongoing
    case .present where !isToldInPresent(frame, verb): return ongoing
    default: break
    }
    if verb.governorClasses.contains(.goesOn), verb.tense != .past { return ongoing }
    if frame.type == .groundAssault, verb.classes.contains(.begin) || isCampaign(frame) && verb.tense == .perfect,
      !reading.dates(of: clause).contains(where: isDay)
    {
      return ongoing
    }
    if verb.tense == .perfect, reading.dates(of: clause).contains(where: isStretch) {
      return Miss(kind: .backgroundTotal, reason: "told over a stretch of time")
    }
    if isSinceThen(verb, frame, sentence) { return Miss(kind: .backgroundTotal, reason: "told over a stretch of time") }
    if isHabit(verb, frame, sentence) || isOften(verb, clause) { return ongoing }
    if isGround(frame.type), verb.tense == .pastProgressive { return ongoing }
    if frame.type == .withdrawal, frame.hasPronounAgent, followsCivilians(frame, sentence) {
      return Miss(kind: .reference, reason: "those who left are no force")
    }
    if isMeansOfAim(verb, frame, sentence) { return aim }
    if isStanding(verb, frame, clause) { return ongoing }
    if frame.type == .displacement, isRelative(clause), reading.dates(of: clause).isEmpty {
      return Miss(kind: .reference, reason: "only says which one is meant")
    }
    if frame.type == .displacement, verb.tense == .perfect, reading.dates(of: clause).isEmpty {
      return Miss(kind: .backgroundTotal, reason: "displacement up to now, of no day")
    }
    return nil
  }

  /// "as they were leaving the city": not gone yet.
  private func isGround(_ type: EventType) -> Bool {
    type == .capture || type == .withdrawal || type == .displacement
  }

  /// "Dozens of civilians were killed as they fled": they are the civilians.
  private func followsCivilians(_ frame: Frame, _ sentence: ParsedSentence) -> Bool {
    guard frame.clause > 0 else { return false }
    let before = sentence.nouns.filter { $0.tokens.upperBound <= sentence.clauses[frame.clause].tokens.lowerBound }
    return before.contains { reading.has($0, reading.classes("civilian")) }
  }

  /// "are hoping to encircle the group by taking a strip": what is only hoped for.
  private func isMeansOfAim(_ verb: VerbGroup, _ frame: Frame, _ sentence: ParsedSentence) -> Bool {
    guard verb.tense == .gerund, frame.clause > 0, verb.tokens.lowerBound > 0,
      reading.word(verb.tokens.lowerBound - 1) == words.by,
      let before = sentence.clauses[frame.clause - 1].verb.map({ sentence.verbs[$0] })
    else { return false }
    return before.tense == .modal || before.tense == .future
      || !before.governorClasses.isDisjoint(with: [.plan, .demand])
  }

  /// "because rebels have moved out of Aleppo", "have entered the neighboring province": how things stand, of no day.
  private func isStanding(_ verb: VerbGroup, _ frame: Frame, _ clause: Clause) -> Bool {
    guard verb.tense == .perfect, isGround(frame.type), frame.zone == .body, reading.dates(of: clause).isEmpty else {
      return false
    }
    let isReason = clause.subordinator.map { words.words("reason").contains(reading.word($0)) } ?? false
    let isWholeRegion =
      !frame.spots.isEmpty
      && frame.spots.allSatisfy { $0.isCoarse && $0.location.relation == nil && $0.location.place.kind.isArea }
    return isReason || isWholeRegion && !frame.isLead
  }

  /// "people who escaped from the town": says who is meant.
  private func isRelative(_ clause: Clause) -> Bool {
    guard let subordinator = clause.subordinator.map({ reading.word($0) }) else { return false }
    return words.relative.contains(subordinator) && subordinator != words.that
  }

  /// "The area that was targeted houses two ministries": known before, and told of no day.
  private func isOfKnown(_ verb: VerbGroup, _ clause: Clause, _ sentence: ParsedSentence) -> Bool {
    guard verb.isPassive, let subordinator = clause.subordinator, words.relative.contains(reading.word(subordinator)),
      reading.dates(of: clause).isEmpty, reading.spots(of: clause).isEmpty,
      let known = sentence.nouns.last(where: { $0.tokens.upperBound == subordinator })
    else { return false }
    return known.isDefinite && known.preposition == nil && known.number == nil
  }

  /// "denied having arrested any of them"
  private func isDenied(_ verb: VerbGroup, _ sentence: ParsedSentence) -> Bool {
    sentence.verbs.contains { $0.tokens.upperBound == verb.tokens.lowerBound && $0.classes.contains(.deny) }
  }

  /// "with Iraqi forces having retaken Ramadi": what had come about before, of no day, behind the news.
  private func isKnownBefore(_ verb: VerbGroup, _ frame: Frame, _ clause: Clause) -> Bool {
    words.words("having").contains(reading.word(verb.tokens.lowerBound)) && frame.zone == .body && !frame.isLead
      && !reading.dates(of: clause).contains(where: isDay)
  }

  /// "The government's offensive has destroyed hospitals"
  private func isCampaign(_ frame: Frame) -> Bool {
    words.words("campaign").contains(reading.word(frame.trigger.upperBound - 1))
  }

  /// "have killed over 200 since they went on the offensive"
  private func isSinceThen(_ verb: VerbGroup, _ frame: Frame, _ sentence: ParsedSentence) -> Bool {
    guard verb.tense == .perfect, frame.clause + 1 < sentence.clauses.count,
      let subordinator = sentence.clauses[frame.clause + 1].subordinator
    else { return false }
    return words.words("total").contains(reading.word(subordinator))
  }

  /// "Russian strikes have battered parts of Idlib": how things stand, told behind the news without a day or a figure.
  private func isHabit(_ verb: VerbGroup, _ frame: Frame, _ sentence: ParsedSentence) -> Bool {
    let isAttack = frame.type == .airstrike || frame.type == .shelling || frame.type == .droneStrike
    return verb.tense == .perfect && isAttack && frame.zone == .body
      && !reading.isLead(sentence.index) && reading.dates(in: sentence.tokens).isEmpty
      && reading.document.numbers(in: sentence.tokens).isEmpty
  }

  /// "has regularly been targeted"
  private func isOften(_ verb: VerbGroup, _ clause: Clause) -> Bool {
    let range = max(clause.tokens.lowerBound, verb.tokens.lowerBound - 1)..<min(verb.main + 2, clause.tokens.upperBound)
    return reading.containsAny(words.words("habit"), in: range) && !reading.dates(of: clause).contains(where: isDay)
  }

  /// "instead of leaving the city", "aimed at fighting": behind a preposition that asserts nothing.
  private func isOnlyNamed(_ clause: Clause, _ sentence: ParsedSentence) -> Bool {
    guard let verb = clause.verb.map({ sentence.verbs[$0] }), verb.tokens.lowerBound > sentence.tokens.lowerBound else {
      return false
    }
    return words.words("mere naming").contains(reading.word(verb.tokens.lowerBound - 1))
  }

  func isDay(_ date: DateExpression) -> Bool { reading.dates.resolve(date)?.isDay ?? false }

  /// "in less than two weeks"
  func isStretch(_ date: DateExpression) -> Bool {
    if case .period = date.form { return !isDay(date) }
    return false
  }

  private var ongoing: Miss { Miss(kind: .ongoing, reason: "an ongoing campaign or a habit, no event of a day") }

  /// Headlines and captions tell what happened in the present tense; "now claim to have captured" in the perfect.
  private func isToldInPresent(_ frame: Frame, _ verb: VerbGroup) -> Bool {
    frame.zone == .headline || frame.zone == .caption || isFlash(frame) || verb.isPassive && frame.zone == .caption
      || verb.governorClasses.contains(.claim)
  }

  /// "BREAKING: the army captures X"; "UNHCR distributes kits in Qamishli, Monday".
  private func isFlash(_ frame: Frame) -> Bool {
    let tokens = reading.document.sentences[frame.sentence].tokens
    let isAnnounced =
      tokens.count > 1 && reading.document.tokens[tokens.lowerBound].has(.allCaps)
      && reading.document.tokens[tokens.lowerBound + 1].kind == .colon
    return isAnnounced
      || reading.dates(in: tokens).contains { date in
        reading.dates.resolve(date).map { $0.isDay && $0.isExact } ?? false
      }
  }

  private func allowsInfinitive(_ verb: VerbGroup) -> Bool {
    verb.governor != nil && verb.governorClasses.isDisjoint(with: [.plan, .demand, .deny])
  }

  /// "only to lose it": what came of it; "used batons to disperse them": what it was used for was done.
  private func isOutcome(_ verb: VerbGroup, _ frame: Frame, _ sentence: ParsedSentence) -> Bool {
    if frame.clause > 0, let before = sentence.clauses[frame.clause - 1].verb.map({ sentence.verbs[$0] }),
      words.words("means").contains(before.lemma)
        || words.words("compel").contains(before.lemma) && !sentence.clauses[frame.clause - 1].objects.isEmpty,
      before.tense == .past, !before.isNegated
    {
      return true
    }
    return isOutcome(verb)
  }

  private func isOutcome(_ verb: VerbGroup) -> Bool {
    verb.tokens.lowerBound > 0 && words.words("outcome").contains(reading.word(verb.tokens.lowerBound - 1))
  }

  private var aim: Miss {
    Miss(kind: .hypothetical, reason: "an aim or a demand, not said to have happened")
  }

  // MARK: What stands around the clause
}
