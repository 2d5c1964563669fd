import Formats
import Gazetteer
import NewsText
import Records

/// The words on a name that are no part of it: "the city of", "rebel-held", "the northwestern Syrian province of".
struct Modifiers {
  /// Where they begin; the name's own start when there are none.
  private(set) var start: Int
  /// The direction among them, and its tokens: "southern Idlib".
  private(set) var direction: (CompassDirection, Range<Int>)?
  /// "central", "downtown".
  private(set) var isCenter = false
  /// "rural".
  private(set) var isRural = false
  /// "rebel-held", "embattled".
  private(set) var hasStatus = false
  /// The demonym among them, by index into the names.
  private(set) var demonym: Int?
  /// The name in the possessive among them: "Syria's Aleppo".
  private(set) var owner: Int?
  /// From their start to the name.
  var range: Range<Int> { start..<name }
  private let name: Int

  init(before name: Int, in sentence: Range<Int>, _ work: Workspace) {
    self.name = name
    start = name
    while start > sentence.lowerBound, take(start - 1, sentence, work) {}
  }

  private mutating func take(_ last: Int, _ sentence: Range<Int>, _ work: Workspace) -> Bool {
    let token = work.tokens[last]
    if token.kind == .possessive, last > sentence.lowerBound, work.nameAt[last - 1] >= 0 {
      owner = Int(work.nameAt[last - 1])
      start = work.names[owner ?? 0].tokens.lowerBound
      return true
    }
    if token.kind == .hyphen, hasStatus {
      start = last
      return true
    }
    guard token.kind == .word else { return false }
    if work.nameAt[last] >= 0 { return takeDemonym(Int(work.nameAt[last]), work) }
    return takeWord(last, sentence, work)
  }

  private mutating func takeDemonym(_ number: Int, _ work: Workspace) -> Bool {
    guard work.names[number].isDemonym else { return false }
    demonym = number
    start = work.names[number].tokens.lowerBound
    return true
  }

  private mutating func takeWord(_ last: Int, _ sentence: Range<Int>, _ work: Workspace) -> Bool {
    let words = work.lexicon.words
    if work.isWord(last, words.the) || work.isWord(last, words.a) || work.isWord(last, words.an) {
      start = last
      return false
    }
    if let found = work.direction(endingAt: last, limit: sentence.lowerBound), found.isAdjective {
      // "the southern city of Daraa", "the western Syrian city of Homs" are no part of the city
      if start == name { direction = (found.direction, found.range) }
      start = found.range.lowerBound
      return true
    }
    if work.isWord(last, words.of), last > sentence.lowerBound,
      let noun = work.lexicon.kindNouns.ending(at: last - 1, in: work.tokens, limit: sentence.lowerBound),
      isDescribing(noun.range, sentence, work)
    {
      start = noun.range.lowerBound
      return true
    }
    if work.lexicon.kindNouns.ending(at: last, in: work.tokens, limit: sentence.lowerBound) != nil, start == name {
      start = last
      return true
    }
    return takeCue(last, sentence, work)
  }

  /// "the province of Idlib" describes Idlib; "western parts of Aleppo" and "the countryside of" are relations.
  private func isDescribing(_ noun: Range<Int>, _ sentence: Range<Int>, _ work: Workspace) -> Bool {
    if noun.lowerBound > sentence.lowerBound, work.nameAt[noun.lowerBound - 1] >= 0,
      !work.names[Int(work.nameAt[noun.lowerBound - 1])].isDemonym
    {
      return false
    }
    return !work.cues(noun.upperBound - 1).contains(.sideInside)
      || work.lexicon.isUnitNoun(work.tokens[noun.upperBound - 1].word)
  }

  private mutating func takeCue(_ last: Int, _ sentence: Range<Int>, _ work: Workspace) -> Bool {
    if let phrase = work.lexicon.relations.ending(at: last, in: work.tokens, limit: sentence.lowerBound),
      phrase.range.count == 1, phrase.value == .center || work.isWord(last, work.lexicon.words.rural)
    {
      isCenter = phrase.value == .center
      isRural = !isCenter
      start = last
      return true
    }
    guard work.cues(last).contains(.statusWord) else { return false }
    hasStatus = true
    start = last
    return true
  }
}

extension Workspace {
  /// The description that holds a token, nil where none does.
  func definite(at token: Int) -> Int? {
    let index = definites.partitioningIndex(where: { $0.tokens.upperBound > token })
    return index < definites.count && definites[index].tokens.contains(token) ? index : nil
  }

  /// The tokens of a reference.
  func tokens(of reference: PlaceReference) -> Range<Int> {
    switch reference {
    case .toponym(let number): names[number].tokens
    case .definite(let number): definites[number].tokens
    }
  }

  /// Whether a reference may be a road.
  func canBeRoad(_ reference: PlaceReference) -> Bool {
    switch reference {
    case .toponym(let number): names[number].namesakes.has(.road)
    case .definite(let number): definites[number].noun == PlaceKind.road.rawValue
    }
  }

  /// Whether a reference is a country.
  func isCountry(_ reference: PlaceReference) -> Bool {
    switch reference {
    case .toponym(let number):
      names[number].namesakes.places.first?.kind == .country
    case .definite(let number): definites[number].noun == PlaceKind.country.rawValue
    }
  }
}
