import Gazetteer
import NewsText
import Records

/// Names that the gazetteer's running-text match did not take, where the text says that they are places.
///
/// "the village of Kafr Xyz", "Tirende, south of the town", "Avdiivka, Toretsk and Bohoiavlenka came under fire".
/// A whole-name look-up with more tolerance comes first; what it does not know stays unresolved.
enum UnknownNames {
  /// Adds such names to `work.names`, in the order of the text.
  static func find(_ work: inout Workspace) {
    for sentence in work.document.sentences where sentence.zone != .keywords && sentence.zone != .credit {
      var token = sentence.tokens.lowerBound
      while token < sentence.tokens.upperBound {
        guard let run = run(at: token, in: sentence.tokens, work) else {
          token += 1
          continue
        }
        if isCalledPlace(run, in: sentence.tokens, work) || isAmongPlaces(run, in: sentence.tokens, work) {
          add(run, &work)
        }
        token = run.upperBound
      }
    }
    work.names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    work.markNames()
  }

  private static func add(_ run: Range<Int>, _ work: inout Workspace) {
    work.probes += 1
    let matches = work.index.lookUp(work.document.string(tokens: run), limit: 12).filter { $0.nameKind != .demonym }
    work.names.append(FoundName(tokens: run, matches: matches))
    for token in run { work.nameAt[token] = Int32(work.names.count - 1) }
  }

  /// A run of capitals with their particles and hyphens, none of them part of a name.
  private static func run(at start: Int, in sentence: Range<Int>, _ work: Workspace) -> Range<Int>? {
    guard work.nameAt[start] < 0, canBegin(start, sentence, work) else { return nil }
    var end = start + 1
    while end < sentence.upperBound {
      let token = work.tokens[end]
      if token.kind == .hyphen, end + 1 < sentence.upperBound, continues(end + 1, work) {
        end += 2
      } else if token.has(.spaced), continues(end, work) {
        end += 1
      } else {
        break
      }
    }
    while end > start, !work.isCapital(end - 1) {
      end -= work.tokens[end - 2 >= start ? end - 2 : start].kind == .hyphen ? 2 : 1
    }
    return end > start ? start..<end : nil
  }

  private static func canBegin(_ token: Int, _ sentence: Range<Int>, _ work: Workspace) -> Bool {
    guard work.tokens[token].kind == .word, !work.tokens[token].has(.credit), !work.tokens[token].has(.dateline)
    else { return false }
    let cues = work.cues(token)
    if work.isCapital(token) { return cues.isDisjoint(with: [.calendar, .article, .listWord, .placePreposition]) }
    return cues.contains(.particle) && token + 2 < sentence.upperBound && work.tokens[token + 1].kind == .hyphen
      && work.isCapital(token + 2)
  }

  private static func continues(_ token: Int, _ work: Workspace) -> Bool {
    guard work.tokens[token].kind == .word, work.nameAt[token] < 0, !work.cues(token).contains(.calendar) else {
      return false
    }
    if work.isCapital(token) {
      return work.lexicon.kindNouns.starting(at: token, in: work.tokens, limit: token + 1).map { !$0.value.kind.isArea }
        ?? true
    }
    return work.cues(token).contains(.particle) && token + 1 < work.tokens.count
      && (work.isCapital(token + 1) || work.tokens[token + 1].kind == .hyphen)
  }

  /// A person's or an organization's name.
  private static func isOther(_ run: Range<Int>, _ work: Workspace) -> Bool {
    run.contains { !work.cues($0).isDisjoint(with: [.given, .organization]) && work.isCapital($0) }
      || work.cues(run.lowerBound).contains(.title) && run.count == 1
      || run.count > 6
  }

  /// "the village of X", "the towns of X and Y", "X village", "X, south of", "X, a town in".
  private static func isCalledPlace(_ run: Range<Int>, in sentence: Range<Int>, _ work: Workspace) -> Bool {
    if isOther(run, work) { return false }
    if isBehindKindNoun(run.lowerBound, sentence, work) { return true }
    guard work.hasPlaceWords(before: run.lowerBound, in: sentence) else { return false }
    return isToldWhere(run.upperBound, sentence, work)
  }

  private static func isBehindKindNoun(_ start: Int, _ sentence: Range<Int>, _ work: Workspace) -> Bool {
    let of = start - 1
    guard of > sentence.lowerBound, work.isWord(of, work.lexicon.words.of),
      let noun = work.lexicon.kindNouns.ending(at: of - 1, in: work.tokens, limit: sentence.lowerBound)
    else { return false }
    return noun.value.kind.isSettlement || noun.value.kind.isSite
  }

  /// ", south of", ", 12 km from", ", a town in", or a kind noun.
  private static func isToldWhere(_ end: Int, _ sentence: Range<Int>, _ work: Workspace) -> Bool {
    guard end < sentence.upperBound else { return false }
    if let noun = work.lexicon.kindNouns.starting(at: end, in: work.tokens, limit: sentence.upperBound),
      noun.value.kind.isSettlement || noun.value.kind.isSite
    {
      return true
    }
    guard work.tokens[end].kind == .comma, end + 1 < sentence.upperBound else { return false }
    var next = end + 1
    if work.cues(next).contains(.article) { next += 1 }
    guard next < sentence.upperBound else { return false }
    if let direction = work.direction(at: next, limit: sentence.upperBound), !direction.isAdjective {
      return direction.range.upperBound < sentence.upperBound
        && work.isWord(direction.range.upperBound, work.lexicon.words.of)
    }
    return work.cues(end + 1).contains(.article)
      && work.lexicon.kindNouns.starting(at: next, in: work.tokens, limit: sentence.upperBound)?.value.kind
        .isSettlement == true
  }

  /// A member of a list whose neighbor on either side is a known settlement.
  private static func isAmongPlaces(_ run: Range<Int>, in sentence: Range<Int>, _ work: Workspace) -> Bool {
    if isOther(run, work) { return false }
    let before = listNeighbor(run.lowerBound - 1, -1, sentence, work)
    let after = listNeighbor(run.upperBound, 1, sentence, work)
    guard before || after else { return false }
    return before && after || listLength(run, sentence, work) >= 3
  }

  private static func listNeighbor(_ token: Int, _ step: Int, _ sentence: Range<Int>, _ work: Workspace) -> Bool {
    var token = token
    var joints = 0
    while sentence.contains(token), work.tokens[token].kind == .comma || work.cues(token).contains(.listWord) {
      token += step
      joints += 1
    }
    guard joints > 0, sentence.contains(token), work.nameAt[token] >= 0 else { return false }
    let name = work.names[Int(work.nameAt[token])]
    return name.isUnknown || name.matches.contains { work.index.place(at: $0.ref).kind.isSettlement }
  }

  /// Places joined by commas and "and" round a run, itself included.
  private static func listLength(_ run: Range<Int>, _ sentence: Range<Int>, _ work: Workspace) -> Int {
    var count = 1
    for step in [-1, 1] {
      var token = step < 0 ? run.lowerBound - 1 : run.upperBound
      while sentence.contains(token) {
        let isJoint = work.tokens[token].kind == .comma || work.cues(token).contains(.listWord)
        guard isJoint || work.nameAt[token] >= 0 else { break }
        if !isJoint, !sentence.contains(token - step) || work.nameAt[token - step] != work.nameAt[token] { count += 1 }
        token += step
      }
    }
    return count
  }
}
