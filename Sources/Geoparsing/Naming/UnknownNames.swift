import Gazetteer
import NewsText
import Records

/// Names that the gazetteer's running-text match did not take, where the text says that they are places.
///
/// "the village of Kafr Xyz", "Tirende, south of the town", "Avdiivka, Toretsk and Bohoiavlenka came under fire".
/// A whole-name look-up with more tolerance comes first; what it does not know stays unresolved.
struct UnknownNames {
  /// Runs that the text called places, by the hash of their lower-case text: the same run elsewhere is the same place.
  private var called = HashedSet()

  /// Adds such names to `work.names`, in the order of the text.
  static func find(_ work: inout Workspace) {
    var finder = UnknownNames()
    let count = work.names.count
    finder.pass(&work, isFirst: true)
    // Where nothing was called a place, nothing can be the same place or stand beside it.
    if work.names.count > count { finder.pass(&work, isFirst: false) }
  }

  /// First what the text calls a place, then what was called so elsewhere; members of lists both times.
  private mutating func pass(_ work: inout Workspace, isFirst: Bool) {
    let count = work.names.count
    for sentence in work.document.sentences where sentence.zone != .keywords && sentence.zone != .credit {
      var token = sentence.tokens.lowerBound
      while token < sentence.tokens.upperBound {
        guard CapitalRun.mayBegin(token, work), let run = CapitalRun.at(token, in: sentence.tokens, work) else {
          token += 1
          continue
        }
        if !CapitalRun.isOther(run, work), accepts(run, sentence.tokens, work, isFirst: isFirst) { add(run, &work) }
        token = run.upperBound
      }
    }
    guard work.names.count > count else { return }
    work.names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    work.markNames()
  }

  private func accepts(_ run: Range<Int>, _ sentence: Range<Int>, _ work: Workspace, isFirst: Bool) -> Bool {
    // "Syrias town of Urum al-Joz" calls no town Syrias
    if run.count == 1, NameJudge.isBarePossessive(run.lowerBound, work) { return false }
    if isFirst, CalledPlace.isCalled(run, in: sentence, work) { return true }
    if !isFirst, !called.isEmpty, called.contains(work.textHashes(run).lower) { return true }
    return isAmongPlaces(run, in: sentence, work)
  }

  private mutating func add(_ run: Range<Int>, _ work: inout Workspace) {
    work.probes += 1
    let text = work.document.string(tokens: run)
    called.insert(work.textHashes(run).lower)
    let limit = min(work.prices[.spellingLimit], 0.025 * Double(text.utf8.count))
    var name = FoundName(tokens: run, namesakes: work.memory.lookedUp(text, limit: limit))
    name.isCalledPlace = true
    work.names.append(name)
    for token in run { work.nameAt[token] = Int32(work.names.count - 1) }
  }

  // MARK: Lists

  /// A member of a list whose neighbor is a known settlement, where the list is long or follows a preposition.
  private func isAmongPlaces(_ run: Range<Int>, in sentence: Range<Int>, _ work: Workspace) -> Bool {
    let before = listNeighbor(run.lowerBound - 1, -1, sentence, work)
    let after = listNeighbor(run.upperBound, 1, sentence, work)
    guard before || after else { return false }
    return before && after || listLength(run, sentence, work) >= 3 || isBesideCalled(run, sentence, work)
      || work.hasPlaceWords(before: run.lowerBound, in: sentence)
  }

  /// "two other villages, al-Sheikh Dames and Hantoteen"
  private func isBesideCalled(_ run: Range<Int>, _ sentence: Range<Int>, _ work: Workspace) -> Bool {
    var token = run.lowerBound - 1
    while sentence.contains(token), work.tokens[token].kind == .comma || work.cues(token).contains(.listWord) {
      token -= 1
    }
    guard sentence.contains(token), work.nameAt[token] >= 0 else { return false }
    let name = work.names[Int(work.nameAt[token])]
    return name.isCalledPlace || name.saidKind?.isSettlement == true
  }

  private func listNeighbor(_ token: Int, _ step: Int, _ sentence: Range<Int>, _ work: Workspace) -> Bool {
    var token = token
    var joints = 0
    while sentence.contains(token), work.tokens[token].kind == .comma || work.cues(token).contains(.listWord) {
      token += step
      joints += 1
    }
    guard joints > 0, sentence.contains(token), work.nameAt[token] >= 0 else { return false }
    let name = work.names[Int(work.nameAt[token])]
    return name.isUnknown || name.isCalledPlace
      || !name.namesakes.kinds.isDisjoint(with: KindSet.settlements)
  }

  /// Places joined by commas and "and" round a run, itself included.
  private func listLength(_ run: Range<Int>, _ sentence: Range<Int>, _ work: Workspace) -> Int {
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
