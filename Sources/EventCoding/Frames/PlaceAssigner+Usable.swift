import NewsText
import Records

/// Which phrases may be an event's place.
extension PlaceAssigner {
  func usable(_ spots: [PlaceSpot], _ frame: Frame, _ clause: Clause, _ sentence: ParsedSentence) -> [PlaceSpot] {
    var origin: PlaceSpot?
    return spots.filter { spot in
      guard spot.role == .literal || spot.role == .embedded && spot.kind.isSettlement else { return false }
      guard spot.kind != .continent, spot.kind != .river, spot.kind != .sea || frame.type == .interception else {
        return false
      }
      // "the Islamic State in Iraq and the Levant"
      if spot.kind == .region, spot.location.place.country == nil { return false }
      if spot.preposition == nil, isInKeywords(spot, frame, sentence) { return false }
      if isOwnCapital(spot, frame) || isStance(spot, frame) || isSide(spot) || isBracketed(spot, clause)
        || isAside(spot, sentence)
      {
        return false
      }
      if frame.rule.startsAtSubject, isBehindSubject(spot, frame, clause, sentence) { return false }
      // "evacuees from the towns of Foua and Kefraya"
      let goesOn = origin.map { isJoined($0.name.upperBound, spot.name.lowerBound) } ?? false
      if goesOn || isOrigin(spot, sentence), frame.rule.place != .from, frame.type != .abduction {
        origin = spot
        return false
      }
      if frame.type != .ceasefire, isPlaceOfReport(spot, frame, clause, sentence) { return false }
      return !isOfPerson(spot, sentence)
    }
  }

  /// "terrorists positioned in Binnish shelled Fuah": where those stand who act.
  func isStance(_ spot: PlaceSpot, _ frame: Frame) -> Bool {
    guard let preposition = spot.preposition, preposition > 0, spot.tokens.lowerBound < frame.trigger.lowerBound,
      Self.attacks.contains(frame.type) || frame.type == .groundAssault
    else { return false }
    return words.words("stance").contains(reading.word(preposition - 1))
  }

  /// "al-Nusra" is an armed group, whatever town is called so.
  func isSide(_ spot: PlaceSpot) -> Bool {
    let next = spot.name.upperBound
    if next < reading.document.tokens.count, words.words("people of a name").contains(reading.word(next)) {
      return true
    }
    return spot.name.contains { token in
      let named = reading.lexicon.actors.named(
        at: token, in: reading.document, limit: spot.name.upperBound, focus: reading.focus?.code)
      return named.map { $0.actor.kind == .group && token + $0.length == spot.name.upperBound } ?? false
    }
  }

  /// "entered by way of Bosra", "via Erbil": passed through, where another place is told.
  func isPath(_ spot: PlaceSpot) -> Bool {
    guard let preposition = spot.preposition else { return false }
    if words.words("path").contains(reading.word(preposition)) { return true }
    return preposition > 0 && reading.word(preposition) == words.of
      && words.words("way").contains(reading.word(preposition - 1)) && reading.word(preposition - 2) == words.by
  }

  /// "Tags Syria Idlib safe zone At least 28 people were killed": a line of keywords that ran into the sentence.
  func isInKeywords(_ spot: PlaceSpot, _ frame: Frame, _ sentence: ParsedSentence) -> Bool {
    words.words("keyword line").contains(reading.word(sentence.tokens.lowerBound))
      && spot.tokens.lowerBound < frame.trigger.lowerBound
  }

  /// "Russia fired missiles at the capital": not at its own.
  func isOwnCapital(_ spot: PlaceSpot, _ frame: Frame) -> Bool {
    return Self.attacks.contains(frame.type)
      && words.words("capital").contains(reading.word(spot.tokens.upperBound - 1))
      && frame.agents.contains { $0.kind == .state && $0.country == spot.location.country }
  }

  /// "Militants in Rashidin fired rockets": the place of those who fire.
  func isBehindSubject(_ spot: PlaceSpot, _ frame: Frame, _ clause: Clause, _ sentence: ParsedSentence) -> Bool {
    guard let verb = clause.verb.map({ sentence.verbs[$0] }), !verb.isPassive else { return false }
    guard clause.contains(spot.tokens.lowerBound), spot.tokens.lowerBound < frame.trigger.lowerBound else {
      return false
    }
    // "In Nubl militants fired rockets at a school" tells where they fell
    return sentence.nouns.contains {
      $0.tokens.upperBound <= spot.tokens.lowerBound && clause.contains($0.tokens.lowerBound)
        && reading.has($0, reading.lexicon.agents)
    }
  }

  /// "launched from the Golan Heights", "carried out from airspace in ...": where it came from, not where it landed.
  func isOrigin(_ spot: PlaceSpot, _ sentence: ParsedSentence) -> Bool {
    guard let preposition = spot.preposition else { return false }
    let origin = words.words("origin")
    // "18 km from Djugu" is where
    if spot.location.relation != nil, spot.location.basis == .relative { return false }
    if origin.contains(reading.word(preposition)) { return true }
    // "from airspace in X": the noun before the preposition is itself governed by "from"; "from the rebels in X" is not.
    guard let group = sentence.nouns.last(where: { $0.tokens.upperBound == preposition }), let outer = group.preposition
    else { return false }
    // "the toll from the airstrike on Sarmin"
    if reading.lexicon.eventNouns.contains(reading.word(group.head)) { return false }
    return origin.contains(reading.word(outer)) && !reading.has(group, reading.lexicon.agents)
      && !reading.has(group, reading.lexicon.people)
  }

  /// "the governor of Hatay", "a spokesman in Baku": belongs to a person who speaks.
  func isOfPerson(_ spot: PlaceSpot, _ sentence: ParsedSentence) -> Bool {
    guard let preposition = spot.preposition,
      let group = sentence.nouns.last(where: {
        $0.tokens.upperBound == preposition || $0.tokens.contains(preposition - 1)
      }),
      let clause = sentence.clause(of: preposition), let verb = sentence.clauses[clause].verb
    else { return false }
    let speaks = !sentence.verbs[verb].classes.isDisjoint(with: [.say, .claim, .deny, .demand])
    let isPerson = reading.has(group, reading.lexicon.people) || reading.document.tokens[group.head].has(.capitalized)
    return speaks && isPerson && group.preposition == nil
  }

  /// "blocked the road to Mangu": not there yet.
  func isRoadTo(_ spot: PlaceSpot, _ sentence: ParsedSentence) -> Bool {
    guard isGoal(spot),
      let group = sentence.nouns.last(where: { $0.tokens.upperBound == spot.preposition })
    else { return false }
    return words.words("way").contains(reading.word(group.head))
  }

  /// "retook a bridge over the Blue Nile in Khartoum": a region that something leads over.
  func isCrossed(_ spot: PlaceSpot) -> Bool { spot.isCoarse && isGoverned(spot, by: "crossing") }

  /// "to Homs"; "to the north of Homs" is a place.
  func isGoal(_ spot: PlaceSpot) -> Bool { spot.location.relation == nil && isGoverned(spot, by: "goal") }
}
