import NewsText
import Records

/// Whether the text calls a run of capitals a place.
enum CalledPlace {
  static func isCalled(_ run: Range<Int>, in sentence: Range<Int>, _ work: Workspace) -> Bool {
    if isBehindKindNoun(run.lowerBound, sentence, work) || isMeasuredFrom(run.lowerBound, sentence, work)
      || isNear(run.lowerBound, sentence, work)
    {
      return true
    }
    if isDescribed(run.upperBound, sentence, work) || endsInSite(run, work) { return true }
    let list = list(of: run, sentence, work)
    guard work.hasPlaceWords(before: list.lowerBound, in: sentence) else { return false }
    if let kind = kindNoun(at: run.upperBound, sentence, work), kind.isSite { return true }
    return isToldWhere(list.upperBound, sentence, work)
  }

  /// The list of capitals that a run is a member of: "Ain Zara and Wadi al-Rabie".
  private static func list(of run: Range<Int>, _ sentence: Range<Int>, _ work: Workspace) -> Range<Int> {
    var (low, high) = (run.lowerBound, run.upperBound)
    while low - 2 >= sentence.lowerBound, isJoint(low - 1, work), isNamePart(low - 2, work) {
      low -= 2
      while low > sentence.lowerBound, isNamePart(low - 1, work) { low -= 1 }
    }
    while high + 1 < sentence.upperBound, isJoint(high, work), isNamePart(high + 1, work) {
      high += 2
      while high < sentence.upperBound, isNamePart(high, work) { high += 1 }
    }
    return low..<high
  }

  private static func isJoint(_ token: Int, _ work: Workspace) -> Bool {
    work.tokens[token].kind == .comma || work.cues(token).contains(.listWord)
  }

  private static func isNamePart(_ token: Int, _ work: Workspace) -> Bool {
    work.tokens[token].kind == .hyphen || work.isCapital(token) || work.cues(token).contains(.particle)
  }

  /// "the village of X", "the towns of X", "two other villages, X and Y".
  private static func isBehindKindNoun(_ start: Int, _ sentence: Range<Int>, _ work: Workspace) -> Bool {
    let joint = start - 1
    guard joint > sentence.lowerBound,
      work.isWord(joint, work.lexicon.words.of) || work.tokens[joint].kind == .comma
        || work.tokens[joint].kind == .colon,
      let noun = work.lexicon.kindNouns.ending(at: joint - 1, in: work.tokens, limit: sentence.lowerBound)
    else { return false }
    let isList = work.isWord(joint, work.lexicon.words.of) || work.lexicon.isPlural(work.tokens[joint - 1].word)
    // "the Church of X", "the School of X" bear names of their own.
    if noun.value.isFacility, work.isCapital(joint - 1) { return false }
    return isList && (noun.value.kind.isSettlement || noun.value.kind.isSite)
  }

  /// "12 km west of X", "on the outskirts of X": only a place has a side to be on.
  private static func isMeasuredFrom(_ start: Int, _ sentence: Range<Int>, _ work: Workspace) -> Bool {
    let of = start - 1
    guard of > sentence.lowerBound, work.isWord(of, work.lexicon.words.of) else { return false }
    if let direction = work.direction(endingAt: of - 1, limit: sentence.lowerBound), !direction.isAdjective {
      return true
    }
    return work.cues(of - 1).contains(.sideOutskirts)
  }

  /// "near X", "close to X"
  private static func isNear(_ start: Int, _ sentence: Range<Int>, _ work: Workspace) -> Bool {
    work.lexicon.relations.ending(at: start - 1, in: work.tokens, limit: sentence.lowerBound)?.value == .near
  }

  /// "X, a town in", "X village".
  private static func isDescribed(_ end: Int, _ sentence: Range<Int>, _ work: Workspace) -> Bool {
    if let noun = kindNoun(at: end, sentence, work) {
      return noun.isSettlement && !work.lexicon.isPlural(work.tokens[end].word)
    }
    guard end + 2 < sentence.upperBound, work.tokens[end].kind == .comma, work.cues(end + 1).contains(.article) else {
      return false
    }
    var next = end + 2
    while next + 1 < sentence.upperBound, next < end + 4, kindNoun(at: next, sentence, work) == nil { next += 1 }
    return kindNoun(at: next, sentence, work)?.isSettlement ?? false
  }

  private static func kindNoun(at token: Int, _ sentence: Range<Int>, _ work: Workspace) -> PlaceKind? {
    guard token < sentence.upperBound, work.tokens[token].kind == .word else { return nil }
    let noun = work.lexicon.kindNouns.starting(at: token, in: work.tokens, limit: sentence.upperBound)?.value
    return noun?.isBeforeOnly == true ? nil : noun?.kind
  }

  /// "Raju Street": the last word of the run itself says a street or a square.
  private static func endsInSite(_ run: Range<Int>, _ work: Workspace) -> Bool {
    if run.count > 1, let last = run.last, work.cues(last).contains(.namePart) { return true }
    guard run.count > 1, let last = run.last,
      let noun = work.lexicon.kindNouns.ending(at: last, in: work.tokens, limit: run.lowerBound + 1)
    else { return false }
    return noun.value.kind == .neighborhood || noun.value.kind == .road || noun.value.kind == .base
      || noun.value.kind == .airfield
  }

  /// ", south of", ", some 100 km", ", on the southern edge of", ", not far from".
  private static func isToldWhere(_ end: Int, _ sentence: Range<Int>, _ work: Workspace) -> Bool {
    guard end + 1 < sentence.upperBound, work.tokens[end].kind == .comma else { return false }
    let next = end + 1
    if work.lexicon.relations.starting(at: next, in: work.tokens, limit: sentence.upperBound) != nil { return true }
    if let direction = work.direction(at: next, limit: sentence.upperBound), !direction.isAdjective {
      let of = direction.range.upperBound
      return of < sentence.upperBound && work.isWord(of, work.lexicon.words.of)
    }
    for token in next..<min(next + 5, sentence.upperBound) {
      if work.tokens[token].kind == .comma || work.tokens[token].kind == .stop { return false }
      if work.lexicon.units[work.word(token)] != nil || work.cues(token).contains(.sideOutskirts) { return true }
    }
    return false
  }
}
