import NewsText
import Records

/// Gives a frame its places: asked of its own clause first, then of its neighbors in the sentence.
struct PlaceAssigner {
  let reading: Reading
  var words: FunctionWords { reading.lexicon.words }
  static let attacks: Set<EventType> = [.airstrike, .shelling, .droneStrike]

  init(reading: Reading) { self.reading = reading }

  /// Sets the frame's spots. `triggers` are the clauses that tell an event: they keep their places to themselves.
  func assign(_ frame: inout Frame, _ sentence: ParsedSentence, triggers: Set<Int>) {
    let clause = sentence.clauses[frame.clause]
    var own = usable(reading.spots(of: clause), frame, clause, sentence)
    // "blocked the road to Mangu", "on the highway to Sittwe": at the town only where nothing else is told
    if frame.type == .protest || own.contains(where: { !isRoadTo($0, sentence) }) {
      own.removeAll { isRoadTo($0, sentence) }
    }
    if own.contains(where: { !isCrossed($0) }) { own.removeAll(where: isCrossed) }
    if own.contains(where: { !isPath($0) }) { own.removeAll(where: isPath) }
    if let spots = choose(own, frame, clause, sentence) {
      frame.spots = scene(of: frame, own, clause, sentence).flatMap { contradicts($0, spots[0]) ? [$0] : nil } ?? spots
      frame.placeIsOwn = true
    } else if namesUnknown(clause) {
      frame.isOfUnknownPlace = true
      frame.spots = neighbors(frame, sentence, triggers).filter(\.isCoarse)
    } else if frame.rule.place == .any || frame.rule.place == .from {
      frame.spots = neighbors(frame, sentence, triggers)
      if frame.spots.isEmpty { frame.spots = places(ofLocalsIn: sentence) }
    }
    if frame.spots.allSatisfy(\.isCoarse), frame.rule.place == .any {
      let homes = homes(clause, sentence)
      if !homes.isEmpty { frame.spots = homes }
    }
    frame.isUnnamedMany = namesMany(frame, clause, sentence)
    for spot in frame.spots {
      reading.explain(
        "place \"\(reading.document.string(tokens: spot.tokens))\" -> \(spot.location.place.name) (\(spot.location.place.id))",
        in: &frame.cues)
    }
  }

  // MARK: Which phrases may be an event's place

  /// "Activists in Nyala said four people died in an airstrike": who lives there tells what happened there.
  private func places(ofLocalsIn sentence: ParsedSentence) -> [PlaceSpot] {
    let locals = words.words("local voice")
    let spots = reading.spots(in: sentence.tokens).filter { spot in
      guard spot.role == .literal, spot.kind != .country,
        reading.focus.map({ $0.code == spot.location.country }) ?? true
      else { return false }
      return sentence.nouns.contains {
        locals.contains(reading.word($0.head))
          && ($0.tokens.upperBound == spot.preposition || $0.tokens.contains(spot.tokens.lowerBound - 1))
      }
    }
    return finest(spots).map { [$0] } ?? []
  }

  /// "A boy from Inkhil was shot dead": where those who suffer come from, where nothing else is told.
  private func homes(_ clause: Clause, _ sentence: ParsedSentence) -> [PlaceSpot] {
    let victims = clause.subjects.map { sentence.nouns[$0] }.filter { reading.has($0, reading.lexicon.people) }
    let spots = reading.spots(of: clause).filter { spot in
      guard spot.role == .literal, spot.kind.isSettlement, let preposition = spot.preposition else { return false }
      return words.words("origin").contains(reading.word(preposition))
        && victims.contains { $0.tokens.upperBound <= preposition && preposition - $0.tokens.upperBound <= 4 }
    }
    return Array(spots.prefix(1))
  }

  // MARK: Choosing

  private func choose(_ spots: [PlaceSpot], _ frame: Frame, _ clause: Clause, _ sentence: ParsedSentence)
    -> [PlaceSpot]?
  {
    let verbEnd = frame.trigger.upperBound
    var ordered: [PlaceSpot]
    switch frame.rule.place {
    case .subject:
      let before = spots.filter { $0.tokens.lowerBound < frame.trigger.lowerBound }
      ordered = before.isEmpty ? spots : before
    case .object: ordered = inObject(spots, clause, sentence)
    case .from:
      ordered = left(spots, verbEnd, clause, sentence)
    case .any:
      let passive = clause.verb.map { sentence.verbs[$0].isPassive } ?? false
      let after = spots.filter { $0.tokens.lowerBound >= verbEnd }
      let before = spots.filter { $0.tokens.lowerBound < verbEnd }
      // "Nikopol, which faces the plant in Enerhodar, was shelled"
      let subjects = passive ? before.filter { isSubject($0, clause, sentence) } : []
      ordered = !subjects.isEmpty ? subjects + after : after.isEmpty ? before : after
      if let first = ordered.first, first.kind == .country, let finer = before.first(where: { $0.kind != .country }) {
        ordered = [finer]
      }
    }
    guard var first = finest(ordered) else { return nil }
    if first.isCoarse, frame.rule.place == .any, let finer = spots.last(where: { lies($0, in: first) }) {
      first = finer
    }
    return list(from: first, in: ordered)
  }

  /// What is left: behind "from", else behind the verb, else "In Aleppo residents fled".
  private func left(_ spots: [PlaceSpot], _ verbEnd: Int, _ clause: Clause, _ sentence: ParsedSentence) -> [PlaceSpot] {
    let from = spots.filter { spot in
      isGoverned(spot, by: "origin") && !isHome(spot, sentence)
        && !(isOfObject(spot, clause, sentence) && spots.contains { !isGoverned($0, by: "origin") })
    }
    if !from.isEmpty { return from }
    let after = spots.filter { $0.tokens.lowerBound >= verbEnd }
    if !after.isEmpty {
      let there = withoutGoals(after)
      let elsewhere = there.filter { !isGoverned($0, by: "origin") || !isHome($0, sentence) }
      return elsewhere.isEmpty ? there : elsewhere
    }
    return spots.filter { isGoverned($0, by: "container") }
  }

  /// Without "to Homs", "to the cities of Homs or Hama": where they went.
  private func withoutGoals(_ spots: [PlaceSpot]) -> [PlaceSpot] {
    var goal: PlaceSpot?
    return spots.filter { spot in
      let goesOn = goal.map { isJoined($0.name.upperBound, spot.name.lowerBound) } ?? false
      guard goesOn || isGoal(spot) else { return true }
      goal = spot
      return false
    }
  }

  /// "kidnapped two merchants from Damascus near Ariqa": behind those it was done to, with another place to choose.
  private func isOfObject(_ spot: PlaceSpot, _ clause: Clause, _ sentence: ParsedSentence) -> Bool {
    (clause.objects + clause.subjects).contains {
      sentence.nouns[$0].tokens.upperBound == spot.preposition
        && reading.has(sentence.nouns[$0], reading.lexicon.people)
    }
  }

  /// "A businessman from Homs was abducted in Shahba": where he comes from.
  private func isHome(_ spot: PlaceSpot, _ sentence: ParsedSentence) -> Bool {
    sentence.nouns.contains { $0.tokens.upperBound == spot.preposition && reading.has($0, reading.classes("civilian")) }
  }

  /// "Smoke rises over Khan al-Asal after shelling ... in Aleppo province": the town is the place, the province holds it.
  private func lies(_ spot: PlaceSpot, in region: PlaceSpot) -> Bool {
    guard !spot.isCoarse, region.location.relation == nil else { return false }
    return spot.location.admin1 == region.location.place.name && spot.location.country == region.location.country
  }

  private func isSubject(_ spot: PlaceSpot, _ clause: Clause, _ sentence: ParsedSentence) -> Bool {
    clause.subjects.contains { sentence.nouns[$0].tokens.overlaps(spot.tokens) }
  }

  /// The first named place; a region only where nothing finer of the same phrase follows.
  func finest(_ spots: [PlaceSpot]) -> PlaceSpot? {
    guard let first = spots.first else { return nil }
    guard first.isCoarse || first.kind == .country else { return first }
    return spots.first { !$0.isCoarse && $0.kind != .country && contains(first, $0) } ?? first
  }

  /// "shot down in Idlib province after delivering aid to Aleppo": Aleppo lies in another.
  private func contains(_ region: PlaceSpot, _ place: PlaceSpot) -> Bool {
    region.kind == .country ? region.location.country == place.location.country : Compatibility.holds(region, place)
  }

  private func inObject(_ spots: [PlaceSpot], _ clause: Clause, _ sentence: ParsedSentence) -> [PlaceSpot] {
    let verb = clause.verb.map { sentence.verbs[$0] }
    let groups = verb?.isPassive == true ? clause.subjects : clause.objects
    let limits = groups.map { sentence.nouns[$0].tokens }
    let inside = spots.filter { spot in limits.contains { $0.overlaps(spot.tokens) } }
    if !inside.isEmpty {
      let rest = spots.filter { spot in
        spot.tokens.lowerBound > inside[0].tokens.lowerBound && !inside.contains { $0.tokens == spot.tokens }
      }
      return inside + rest
    }
    if let antecedent = antecedent(clause, sentence) { return [antecedent] }
    // "the villages of X and Y were cleared"
    let before = spots.filter { $0.tokens.lowerBound < (verb?.main ?? 0) && !isContainer($0) }
    if verb?.isPassive == true, !before.isEmpty { return before }
    return spots.filter { $0.tokens.lowerBound >= (verb?.main ?? 0) }
  }

  /// "In Aleppo province": what follows lies in it.
  private func isContainer(_ spot: PlaceSpot) -> Bool {
    isGoverned(spot, by: "container") && spot.preposition.map(reading.word) != words.of
  }

  /// Whether a place stands behind a preposition of this role.
  func isGoverned(_ spot: PlaceSpot, by role: StaticString) -> Bool {
    spot.preposition.map { words.words(role).contains(reading.word($0)) } ?? false
  }

  /// The object of a relative clause stands before it: "the city Maarat al-Numan ..., which forces claim to have captured".
  private func antecedent(_ clause: Clause, _ sentence: ParsedSentence) -> PlaceSpot? {
    guard let subordinator = clause.subordinator, words.relative.contains(reading.word(subordinator)) else {
      return nil
    }
    let before = reading.spots(in: sentence.tokens).filter {
      $0.tokens.lowerBound < subordinator && $0.role == .literal
    }
    return before.last { !$0.isCoarse && $0.kind.isSettlement } ?? before.last
  }

  /// "X, Y and Z": the places that follow with nothing between but commas, "and" and kind nouns.
  func list(from first: PlaceSpot, in spots: [PlaceSpot]) -> [PlaceSpot] {
    var found = [first]
    guard !first.isCoarse else { return found }
    // "X, Y and Z in Idlib province": the words of X reach up to the province that holds all three
    for spot in spots where spot.name.lowerBound >= first.name.upperBound && !spot.isCoarse {
      guard let last = found.last else { break }
      let start = max(spot.tokens.lowerBound, last.name.upperBound)
      guard isJoined(last.name.upperBound, start < spot.name.lowerBound ? start : spot.name.lowerBound) else { break }
      found.append(spot)
    }
    return found
  }

  func isJoined(_ start: Int, _ end: Int) -> Bool {
    guard start < end, end - start <= 12, !turnsAside(start, end) else { return false }
    // "villages around Bidama, in the countryside of Jisr al-Shughur"
    if end - start > 1, reading.document.tokens[start].kind == .comma,
      words.words("container").contains(reading.word(start + 1))
    {
      return false
    }
    var sawLink = false
    for token in start..<end {
      // "north of Dhale, on the road to Qatabah"
      if words.words("way").contains(reading.word(token)) { return false }
      let functions = reading.language.functions(of: reading.word(token))
      if reading.document.tokens[token].kind == .comma || functions.contains(.conjunction) {
        sawLink = true
      } else if !passesList(token, functions) {
        return false
      }
    }
    return sawLink
  }

  /// "Nikopol, across the Dnipro": a preposition without "and" begins another phrase.
  private func turnsAside(_ start: Int, _ end: Int) -> Bool {
    let hasConjunction = (start..<end).contains {
      reading.language.functions(of: reading.word($0)).contains(.conjunction)
    }
    return !hasConjunction && reading.containsAny(words.words("beyond"), in: start..<end)
  }

  /// Articles, kind nouns, and names that no gazetteer knows go by.
  private func passesList(_ token: Int, _ functions: FunctionClass) -> Bool {
    let mark = reading.document.tokens[token]
    if words.words("list link").contains(reading.word(token)) || reading.document.date(at: token) != nil { return true }
    if mark.kind == .hyphen || mark.has(.capitalized) { return true }
    if token + 1 < reading.document.tokens.count, reading.document.tokens[token + 1].kind == .hyphen { return true }
    return functions.contains(.determiner) || functions.contains(.preposition) || isKindNoun(token)
  }

  /// "the towns of X and the village of Y".
  private func isKindNoun(_ token: Int) -> Bool {
    let noun = reading.lexicon.nouns.longest(at: token, in: reading.document, limit: token + 1)
    return noun.map { !$0.entry.classes.isDisjoint(with: reading.classes("settlement")) } ?? false
  }
}
