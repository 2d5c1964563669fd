import NewsText
import Records

/// Reads the words before (and a few behind) every place reference: "some 25 kilometers west of central".
struct RelationReader {
  /// Appends the relations of the document to `work.relations`, in the order of their anchors.
  static func read(_ work: inout Workspace) {
    let reader = RelationReader()
    for name in work.names.indices where work.names[name].role != .demonym && work.names[name].role != .dateline {
      if work.owners.contains(name) { continue }
      reader.read(.toponym(name), work.names[name].tokens, work.modifiers[name], &work)
    }
    for definite in work.definites.indices {
      let tokens = work.definites[definite].tokens
      let modifiers = Modifiers(before: tokens.lowerBound, in: work.sentence(of: tokens.lowerBound), work)
      reader.read(.definite(definite), tokens, modifiers, &work)
    }
    work.relations.sort { $0.relation.words.lowerBound < $1.relation.words.lowerBound }
  }

  private func read(
    _ anchor: PlaceReference, _ tokens: Range<Int>, _ modifiers: Modifiers, _ work: inout Workspace
  ) {
    let sentence = work.sentence(of: tokens.lowerBound)
    let isRoad = work.canBeRoad(anchor)
    var found =
      head(before: modifiers.start, anchor, sentence, work, isRoad: isRoad, isCenter: modifiers.isCenter)
      ?? own(anchor, tokens, modifiers, sentence, work, isRoad: isRoad)
    if isRoad, found == nil || found?.kind == .near, let side = trailingSide(tokens.upperBound, sentence, work) {
      found = SpatialRelation(
        kind: .sideOfRoad(side.direction), anchor: anchor,
        words: (found?.words.lowerBound ?? side.range.lowerBound)..<(found?.words.upperBound ?? side.range.upperBound))
    }
    guard let relation = found else { return }
    work.relations.append(FoundRelation(relation: relation, owner: owner(of: relation, sentence, work)))
  }

  // MARK: What stands directly on the name

  /// "southern Idlib", "central Aleppo", "Idlib countryside", "Idlib's southern countryside", "on the M5".
  private func own(
    _ anchor: PlaceReference, _ tokens: Range<Int>, _ modifiers: Modifiers, _ sentence: Range<Int>, _ work: Workspace,
    isRoad: Bool
  ) -> SpatialRelation? {
    let behind = behindPossessive(tokens.upperBound, sentence, work)
    if let (direction, range) = modifiers.direction ?? behind {
      return SpatialRelation(kind: .inside(direction), anchor: anchor, words: range)
    }
    if modifiers.isCenter { return SpatialRelation(kind: .center, anchor: anchor, words: modifiers.range) }
    if case .toponym(let number) = anchor, let noun = work.names[number].kindTokens,
      work.isWord(noun.lowerBound, work.lexicon.words.countryside) || modifiers.isRural
    {
      return SpatialRelation(kind: .countryside, anchor: anchor, words: noun)
    }
    let before = modifiers.start - 1
    if isRoad, before >= sentence.lowerBound, work.isWord(before, work.lexicon.words.on) {
      return SpatialRelation(kind: .along, anchor: anchor, words: before..<before + 1)
    }
    return nil
  }

  /// "'s southern countryside", "'s north".
  private func behindPossessive(_ end: Int, _ sentence: Range<Int>, _ work: Workspace) -> (
    CompassDirection, Range<Int>
  )? {
    guard end + 1 < sentence.upperBound, work.tokens[end].kind == .possessive,
      let direction = work.direction(at: end + 1, limit: sentence.upperBound)
    else { return nil }
    let next = direction.range.upperBound
    if direction.isAdjective, next < sentence.upperBound, work.cues(next).contains(.sideInside) {
      return (direction.direction, direction.range.lowerBound..<next + 1)
    }
    return direction.isAdjective ? nil : (direction.direction, direction.range)
  }

  /// "adjacent to the M5 from the west": the side of a road named behind it.
  private func trailingSide(_ end: Int, _ sentence: Range<Int>, _ work: Workspace) -> (
    direction: CompassDirection, range: Range<Int>
  )? {
    var token = end
    if let noun = work.lexicon.kindNouns.starting(at: token, in: work.tokens, limit: sentence.upperBound) {
      token = noun.range.upperBound
    }
    guard token + 2 < sentence.upperBound,
      [work.lexicon.words.from, work.lexicon.words.to, work.lexicon.words.on].contains(work.word(token)),
      work.isWord(token + 1, work.lexicon.words.the),
      let direction = work.direction(at: token + 2, limit: sentence.upperBound)
    else { return nil }
    return (direction.direction, token..<direction.range.upperBound)
  }

  // MARK: What stands before it

  private func head(
    before start: Int, _ anchor: PlaceReference, _ sentence: Range<Int>, _ work: Workspace, isRoad: Bool, isCenter: Bool
  ) -> SpatialRelation? {
    let last = start - 1
    let make = RelationMaker(anchor: anchor, end: start, isRoad: isRoad, isCenter: isCenter)
    if let found = roadBetween(last, make, sentence, work) { return found }
    guard last >= sentence.lowerBound, work.tokens[last].kind == .word else { return nil }
    if work.isWord(last, work.lexicon.words.of), let found = beforeOf(last, make, sentence, work) { return found }
    if work.isWord(last, work.lexicon.words.from), let found = distanceFrom(last, make, sentence, work) { return found }
    if let found = between(last, make, sentence, work) { return found }
    guard let phrase = work.lexicon.relations.ending(at: last, in: work.tokens, limit: sentence.lowerBound) else {
      return nil
    }
    return make.relation(cue(phrase.value), from: phrase.range.lowerBound)
  }

  private func cue(_ cue: RelationCue) -> RelationKind {
    switch cue {
    case .near: .near
    case .outskirts: .outskirts(nil)
    case .countryside: .countryside
    case .opposite: .opposite
    case .along: .along
    case .center: .center
    }
  }

  /// "[25 km] west of", "the southern edge of", "within 10 km of", "the western countryside of".
  private func beforeOf(_ of: Int, _ make: RelationMaker, _ sentence: Range<Int>, _ work: Workspace) -> SpatialRelation?
  {
    let last = of - 1
    guard last >= sentence.lowerBound else { return nil }
    if let direction = work.direction(endingAt: last, limit: sentence.lowerBound), !direction.isAdjective {
      return directionOf(direction.direction, direction.range.lowerBound, make, sentence, work)
    }
    if !work.cues(last).isDisjoint(with: [.sideInside, .sideOutskirts]),
      let side = work.direction(endingAt: last - 1, limit: sentence.lowerBound)
    {
      let isEdge = work.cues(last).contains(.sideOutskirts)
      let kind: RelationKind = isEdge ? .outskirts(side.direction) : .inside(side.direction)
      return make.relation(kind, from: withArticle(side.range.lowerBound, sentence, work))
    }
    if let unit = work.lexicon.units[work.word(last)], let number = number(endingAt: last, sentence, work) {
      let meters = (work.document.numbers[number].value ?? 0) * unit
      return make.relation(.within(meters: meters), from: start(of: number, work), number, unit, work)
    }
    guard let phrase = work.lexicon.relations.ending(at: of, in: work.tokens, limit: sentence.lowerBound) else {
      return nil
    }
    return make.relation(cue(phrase.value), from: phrase.range.lowerBound)
  }

  /// "some 25 kilometers west of", "to the west of", "in the west of", "just west of the M5".
  private func directionOf(
    _ direction: CompassDirection, _ first: Int, _ make: RelationMaker, _ sentence: Range<Int>, _ work: Workspace
  ) -> SpatialRelation? {
    var token = first - 1
    if let (unit, number) = distance(endingAt: token, sentence, work) {
      let meters = (work.document.numbers[number].value ?? 0) * unit
      return make.relation(.direction(direction, meters: meters), from: start(of: number, work), number, unit, work)
    }
    guard token >= sentence.lowerBound else { return make.relation(make.side(direction), from: first) }
    let isJust = work.isWord(token, work.lexicon.words.just)
    if isJust { token -= 1 }
    if token >= sentence.lowerBound, work.isWord(token, work.lexicon.words.the) {
      let before = token - 1
      if before >= sentence.lowerBound, [work.lexicon.words.to, work.lexicon.words.on].contains(work.word(before)) {
        return make.relation(make.side(direction), from: before)
      }
      return make.relation(make.isRoad ? make.side(direction) : .inside(direction), from: token)
    }
    return make.relation(make.side(direction), from: isJust ? first - 1 : first, isApproximate: isJust)
  }

  private func withArticle(_ token: Int, _ sentence: Range<Int>, _ work: Workspace) -> Int {
    var start = token
    if start > sentence.lowerBound, work.isWord(start - 1, work.lexicon.words.the) { start -= 1 }
    if start > sentence.lowerBound, [work.lexicon.words.on, work.lexicon.words.at].contains(work.word(start - 1)) {
      start -= 1
    }
    return start
  }

  /// "25 km from", "25 km away from".
  private func distanceFrom(_ from: Int, _ make: RelationMaker, _ sentence: Range<Int>, _ work: Workspace)
    -> SpatialRelation?
  {
    var last = from - 1
    if last >= sentence.lowerBound, work.isWord(last, work.lexicon.words.away) { last -= 1 }
    guard let (unit, number) = distance(endingAt: last, sentence, work) else { return nil }
    let meters = (work.document.numbers[number].value ?? 0) * unit
    return make.relation(.distance(meters: meters), from: start(of: number, work), number, unit, work)
  }

  func reference(at token: Int, _ work: Workspace) -> PlaceReference? {
    if work.nameAt[token] >= 0 { return .toponym(Int(work.nameAt[token])) }
    return work.definite(at: token).map { .definite($0) }
  }

  // MARK: Distances

  /// A number and its unit that end at a token: "25 km", "15 km (9 miles)", "25-kilometer".
  private func distance(endingAt last: Int, _ sentence: Range<Int>, _ work: Workspace) -> (unit: Double, number: Int)? {
    var token = last
    if token >= sentence.lowerBound, work.tokens[token].kind == .closeBracket {
      while token > sentence.lowerBound, work.tokens[token].kind != .openBracket, token > last - 6 { token -= 1 }
      token -= 1
    }
    guard token > sentence.lowerBound, let unit = work.lexicon.units[work.word(token)],
      let number = number(endingAt: token, sentence, work)
    else { return nil }
    return (unit, number)
  }

  /// The number that ends before a unit; a hyphen may join them.
  private func number(endingAt unit: Int, _ sentence: Range<Int>, _ work: Workspace) -> Int? {
    let end = unit > sentence.lowerBound && work.tokens[unit - 1].kind == .hyphen ? unit - 1 : unit
    guard let number = work.document.number(endingBefore: end), work.document.numbers[number].value != nil else {
      return nil
    }
    return number
  }

  private func start(of number: Int, _ work: Workspace) -> Int { work.document.numbers[number].tokens.lowerBound }

  // MARK: Whose it is

  /// The name whose whereabouts the relation tells: directly before it, or parted by "located", "lies", a comma.
  private func owner(of relation: SpatialRelation, _ sentence: Range<Int>, _ work: Workspace) -> PlaceReference? {
    switch relation.kind {
    case .inside, .center, .along, .countryside: return nil
    default: break
    }
    var token = relation.words.lowerBound - 1
    var steps = 0
    while token > sentence.lowerBound, steps < 7,
      work.tokens[token].kind == .comma || (work.nameAt[token] < 0 && work.cues(token).contains(.locative))
        || isPlainKind(token, sentence, work)
    {
      token -= 1
      steps += 1
    }
    guard token >= sentence.lowerBound, let owner = reference(at: token, work) else { return nil }
    if case .toponym(let number) = owner {
      guard work.names[number].role == .literal || work.names[number].role == .embedded else { return nil }
      if work.isCountry(owner) { return nil }
    }
    // "the highway between Homs and Palmyra" is no place named before
    if case .definite = owner, case .between = relation.kind { return nil }
    return owner == relation.anchor ? nil : owner
  }

  /// "X, a town 25 km west of", "X province, 25 km".
  private func isPlainKind(_ token: Int, _ sentence: Range<Int>, _ work: Workspace) -> Bool {
    work.nameAt[token] < 0 && work.definite(at: token) == nil && work.tokens[token].kind == .word
      && work.lexicon.kindNouns.ending(at: token, in: work.tokens, limit: sentence.lowerBound) != nil
  }
}
