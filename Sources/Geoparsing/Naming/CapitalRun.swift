import NewsText
import Records

/// Runs of capitals with their particles and hyphens, none of them part of a known name.
enum CapitalRun {
  /// Whether a run may begin at a token, by a look at it and the next: most words are passed over by this alone.
  @inline(__always)
  static func mayBegin(_ token: Int, _ work: Workspace) -> Bool {
    let first = work.tokens[token]
    guard first.kind == .word, work.nameAt[token] < 0 else { return false }
    return first.has(.capitalized) || token + 1 < work.tokens.count && work.tokens[token + 1].kind == .hyphen
  }

  /// The run that begins at a token.
  static func at(_ start: Int, in sentence: Range<Int>, _ work: Workspace) -> Range<Int>? {
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
    while end > start, !work.isCapital(end - 1) { end -= 1 }
    return end > start ? start..<end : nil
  }

  /// A person's or an organization's name, or a word that is no name.
  static func isOther(_ run: Range<Int>, _ work: Workspace) -> Bool {
    let sentence = work.sentence(of: run.lowerBound)
    if run.count > 6 || work.tokens[run.lowerBound].has(.credit) { return true }
    if run.contains(where: { work.isCapital($0) && !work.cues($0).isDisjoint(with: [.given, .organization]) }) {
      return true
    }
    let before = run.lowerBound - 1
    if before >= sentence.lowerBound, work.cues(before).contains(.title), work.nameAt[before] < 0 { return true }
    guard run.count == 1 else { return false }
    let flags = work.tokens[run.lowerBound]
    return flags.has(.allCaps)
      || !work.cues(run.lowerBound).isDisjoint(with: [.title, .function, .common, .subjectVerb, .people])
      || work.lexicon.directions[work.word(run.lowerBound)] != nil
      || work.lexicon.kindNouns.starting(at: run.lowerBound, in: work.tokens, limit: sentence.upperBound) != nil
  }

  private static func canBegin(_ token: Int, _ sentence: Range<Int>, _ work: Workspace) -> Bool {
    guard work.tokens[token].kind == .word, work.tokens[token].flags.isDisjoint(with: [.credit, .dateline]) else {
      return false
    }
    if work.isCapital(token) {
      return work.cues(token).isDisjoint(with: [
        .calendar, .article, .listWord, .placePreposition, .otherPreposition, .function,
      ])
    }
    return token + 2 < sentence.upperBound && work.tokens[token + 1].kind == .hyphen && work.isCapital(token + 2)
      && work.cues(token).contains(.particle)
  }

  private static func continues(_ token: Int, _ work: Workspace) -> Bool {
    guard work.tokens[token].kind == .word, work.nameAt[token] < 0, !work.cues(token).contains(.calendar) else {
      return false
    }
    if work.isCapital(token) {
      let noun = work.lexicon.kindNouns.starting(at: token, in: work.tokens, limit: token + 1)
      return noun.map { !$0.value.kind.isArea || work.cues(token).contains(.namePart) } ?? true
    }
    guard work.cues(token).contains(.particle), token + 1 < work.tokens.count else { return false }
    // "at", "an", "as" are articles of Arabic only where a hyphen says so.
    let isEnglish = !work.cues(token).isDisjoint(with: [.placePreposition, .otherPreposition, .article, .function])
    return work.tokens[token + 1].kind == .hyphen || (work.isCapital(token + 1) && !isEnglish)
  }
}
