import Gazetteer
import NewsText
import Records

/// Names that are places only where the text says so: ordinary words, surnames, other spellings.
extension NameJudge {
  func needsContext(_ name: FoundName, _ work: Workspace) -> Bool {
    guard name.kindTokens == nil, let last = name.tokens.last else { return false }
    if name.isVariant, contentCount(name.tokens, work) == 1 || work.cues(last).contains(.given) { return true }
    guard name.tokens.count == 1 else { return false }
    // "urged Paris, Berlin and Moscow": seats of government are named more often than their namesakes.
    let isSeat = !name.isVariant && name.namesakes.hasGovernment
    return !work.cues(last).isDisjoint(with: isSeat ? [.common] : [.common, .given, .surname])
  }

  func hasPlaceContext(_ number: Int, _ work: Workspace) -> Bool {
    let tokens = work.names[number].tokens
    let sentence = work.sentence(of: tokens.lowerBound)
    if number > 0, work.names[number - 1].verdict == .place, !work.names[number - 1].isDemonym,
      work.areListed(number - 1, number), sentence.contains(work.names[number - 1].tokens.lowerBound)
    {
      return true
    }
    if isBeforeContainer(number, work) || isBeforeListed(number, work) { return true }
    let isSurname = tokens.count == 1 && work.cues(tokens.lowerBound).contains(.surname)
    if isSurname, work.hasWeakPlaceWord(before: tokens.lowerBound) { return false }
    return work.hasPlaceWords(before: tokens.lowerBound, in: sentence)
  }

  /// "Sydney, Brisbane and Perth": the next member of the list is a place for certain.
  private func isBeforeListed(_ number: Int, _ work: Workspace) -> Bool {
    guard number + 1 < work.names.count, work.areListed(number, number + 1) else { return false }
    let next = work.names[number + 1]
    return !next.isDemonym && !needsContext(next, work) && next.namesakes.hasLarge
  }

  /// "Franklin, Tennessee": behind the comma stands an area that holds a place of the name.
  private func isBeforeContainer(_ number: Int, _ work: Workspace) -> Bool {
    let comma = work.names[number].tokens.upperBound
    guard number + 1 < work.names.count, comma < work.tokens.count, work.tokens[comma].kind == .comma,
      work.names[number + 1].tokens.lowerBound == comma + 1
    else { return false }
    let areas = work.names[number + 1].namesakes.places.filter(\.kind.isArea)
    return !areas.isEmpty
      && work.names[number].namesakes.places.contains { place in
        areas.contains { Containment.holds($0, place) == true }
      }
  }

  /// The first word of a sentence, or any of a headline in capitals, has a capital for no reason of its own: a small
  /// place of that name needs a word of its own ("Anadan was", "Anadan, ") or a second mention.
  func isFirstWord(_ number: Int, _ work: Workspace) -> Bool {
    let name = work.names[number]
    let first = name.tokens.lowerBound
    let isLoose = titleCase[work.document.sentence(ofToken: first)]
    guard name.tokens.count == 1, name.kindTokens == nil,
      isLoose || work.tokens[first].has(.first) || (first > 0 && work.tokens[first - 1].kind == .openQuote),
      !work.tokens[first].has(.dateline), !name.namesakes.hasLarge
    else { return false }
    if isLoose, !work.tokens[first].has(.first), hasPlaceContext(number, work) { return false }
    let next = name.tokens.upperBound
    guard next < work.tokens.count else { return true }
    switch work.tokens[next].kind {
    case .comma, .possessive: return false
    case .word: return !work.lexicon.isBeing(work.tokens[next].word) && !work.cues(next).contains(.listWord)
    default: return true
    }
  }

  /// The same name in the middle of some sentence, with its capital.
  mutating func isNamedElsewhere(_ number: Int, _ work: Workspace) -> Bool {
    work.names[number].namesakes.matches.first.map { namedInside(work).contains($0.ref.mark) } ?? false
  }

  /// What the text elsewhere says is a place is one here too.
  func readmit(_ work: inout Workspace) {
    guard work.names.contains(where: { $0.verdict == .commonWord }) else { return }
    var known = HashedSet()
    for name in work.names where name.verdict == .place && !name.isDemonym {
      known.insert(work.textHashes(name.tokens).exact)
    }
    for number in work.names.indices where work.names[number].verdict == .commonWord {
      if known.contains(work.textHashes(work.names[number].tokens).exact) { work.names[number].verdict = .place }
    }
  }
}
