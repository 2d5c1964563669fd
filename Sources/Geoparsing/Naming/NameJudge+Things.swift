import Gazetteer
import NewsText
import Records

/// What is called after a place and is another thing.
extension NameJudge {
  /// "Wadi al-Rabie", "Lake Ontario": a capitalized kind noun before the name makes another name of it.
  func isPartOfAnother(_ number: Int, _ work: Workspace) -> Bool {
    let name = work.names[number]
    let before = name.tokens.lowerBound - 1
    guard before >= work.sentence(of: name.tokens.lowerBound).lowerBound, work.isCapital(before),
      work.nameAt[before] < 0, !work.tokens[before].has(.first),
      let noun = work.lexicon.kindNouns.ending(at: before, in: work.tokens, limit: before), !noun.value.kind.isArea
    else { return false }
    return name.isVariant || !name.matches.contains { noun.value.kind.fits(work.index.kind(at: $0.ref)) }
  }

  /// "Raju Street", "the Salem mosque": a site that is called after a place, or after nobody knows what.
  func isNameOfSite(_ number: Int, _ work: Workspace) -> Bool {
    let name = work.names[number]
    let end = name.tokens.upperBound
    let limit = work.sentence(of: end - 1).upperBound
    guard name.kindTokens == nil || name.role == .embedded, end < limit, work.tokens[end].kind == .word,
      let noun = work.lexicon.kindNouns.starting(at: end, in: work.tokens, limit: limit)?.value,
      noun.kind.isSite || (work.isCapital(end) && work.cues(end).contains(.namePart))
    else { return false }
    if name.isVariant { return true }
    return work.isCapital(end) && !noun.isFacility
      && !name.matches.contains { noun.kind.fits(work.index.kind(at: $0.ref)) }
  }

  /// "Marburg virus": a thing called after a place.
  func isThing(_ name: FoundName, _ work: Workspace) -> Bool {
    let next = name.tokens.upperBound
    return next < work.tokens.count && work.tokens[next].kind == .word && work.cues(next).contains(.thing)
  }

  /// Kurdish, Sunni, Arab: peoples and creeds, no places.
  func isPeople(_ name: FoundName, _ work: Workspace) -> Bool {
    name.tokens.count == 1 && work.cues(name.tokens.lowerBound).contains(.people)
  }

  /// Words without articles and hyphens: "al-Nusra" is one.
  func contentCount(_ tokens: Range<Int>, _ work: Workspace) -> Int {
    tokens.filter { work.tokens[$0].kind == .word && !work.cues($0).contains(.particle) }.count
  }
}
