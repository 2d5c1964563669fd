import NewsText
import Records

/// Two places and what lies between them.
extension RelationReader {
  /// "between X and Y", "linking X with Y", "the road from X to Y", seen from Y.
  func between(_ link: Int, _ make: RelationMaker, _ sentence: Range<Int>, _ work: Workspace) -> SpatialRelation? {
    let words = work.lexicon.words
    guard [words.and, words.with, words.to].contains(work.word(link)) else { return nil }
    var last = link - 1
    while last > sentence.lowerBound, work.nameAt[last] < 0, work.definite(at: last) == nil, last > link - 4 {
      last -= 1
    }
    guard last > sentence.lowerBound, let first = reference(at: last, work), !work.isCountry(first) else { return nil }
    let begin = Modifiers(before: work.tokens(of: first).lowerBound, in: sentence, work).start - 1
    guard begin >= sentence.lowerBound else { return nil }
    if work.isWord(link, words.and), work.isWord(begin, words.between) {
      let half = begin - 1
      let isHalf = half >= sentence.lowerBound && [words.halfway, words.midway].contains(work.word(half))
      return make.relation(.between(first, halfway: isHalf), from: isHalf ? half : begin)
    }
    if work.cues(begin).contains(.joining) { return make.relation(.between(first, halfway: false), from: begin) }
    guard work.isWord(link, words.to), work.isWord(begin, words.from), isRoadNoun(endingAt: begin - 1, sentence, work)
    else { return nil }
    return make.relation(.between(first, halfway: false), from: begin - 1)
  }

  /// "the Ithriya-Khanasser road": two names that a hyphen joins before a noun for a road.
  func roadBetween(_ link: Int, _ make: RelationMaker, _ sentence: Range<Int>, _ work: Workspace) -> SpatialRelation? {
    guard link > sentence.lowerBound, [.hyphen, .dash].contains(work.tokens[link].kind),
      let first = reference(at: link - 1, work), !work.isCountry(first)
    else { return nil }
    let end = work.tokens(of: make.anchor).upperBound
    guard let noun = work.lexicon.kindNouns.starting(at: end, in: work.tokens, limit: sentence.upperBound),
      noun.value.kind == .road
    else { return nil }
    let begin = Modifiers(before: work.tokens(of: first).lowerBound, in: sentence, work).start
    return RelationMaker(
      anchor: make.anchor, end: noun.range.upperBound, isRoad: make.isRoad, isCenter: false
    ).relation(.between(first, halfway: false), from: begin)
  }

  private func isRoadNoun(endingAt last: Int, _ sentence: Range<Int>, _ work: Workspace) -> Bool {
    last >= sentence.lowerBound
      && work.lexicon.kindNouns.ending(at: last, in: work.tokens, limit: sentence.lowerBound)?.value.kind == .road
  }
}

/// Makes the relations of one anchor.
struct RelationMaker {
  let anchor: PlaceReference
  let end: Int
  let isRoad: Bool
  let isCenter: Bool

  func side(_ direction: CompassDirection) -> RelationKind {
    isRoad ? .sideOfRoad(direction) : .direction(direction, meters: nil)
  }

  func relation(_ kind: RelationKind, from start: Int, isApproximate: Bool = false) -> SpatialRelation {
    SpatialRelation(
      kind: kind, anchor: anchor, words: start..<end, isApproximate: isApproximate, isFromCenter: isCenter)
  }

  func relation(_ kind: RelationKind, from start: Int, _ number: Int, _ unit: Double, _ work: Workspace)
    -> SpatialRelation
  {
    let said = work.document.numbers[number]
    return SpatialRelation(
      kind: kind, anchor: anchor, words: start..<end, number: number,
      isApproximate: said.qualifier == .about || !said.isDigits, rounding: said.rounding * unit, isFromCenter: isCenter)
  }
}
