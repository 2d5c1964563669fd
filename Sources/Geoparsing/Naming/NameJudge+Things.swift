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
    return name.isVariant || !name.namesakes.fit(noun.value.kind)
  }

  /// "Raju Street", "the Salem mosque", "St. Peter's Square", "the Brisbane River": a site that is called after a place, or after nobody knows what.
  func isNameOfSite(_ number: Int, _ work: Workspace) -> Bool {
    let name = work.names[number]
    let limit = work.sentence(of: name.tokens.lowerBound).upperBound
    var end = name.tokens.upperBound
    if end + 1 < limit, work.tokens[end].kind == .possessive, work.isCapital(end + 1),
      end + 2 == limit || !work.isCapital(end + 2)
    {
      end += 1
    }
    guard name.kindTokens == nil || name.role == .embedded, end < limit, work.tokens[end].kind == .word,
      let noun = work.lexicon.kindNouns.starting(at: end, in: work.tokens, limit: limit)?.value,
      noun.kind.isSite || (work.isCapital(end) && work.cues(end).contains(.namePart))
    else { return false }
    if name.isVariant { return true }
    // "the Grand Mosque" bears an ordinary word
    if noun.isFacility, work.isCapital(end), name.tokens.count == 1, !name.namesakes.hasLarge,
      work.cues(name.tokens.lowerBound).contains(.common)
    {
      return true
    }
    return work.isCapital(end) && !noun.isFacility
      // a square is no town, though a quarter may be one
      && !(noun.kind == .neighborhood ? name.namesakes.has(.neighborhood) : name.namesakes.fit(noun.kind))
  }

  /// "Marburg virus": a thing called after a place.
  func isThing(_ name: FoundName, _ work: Workspace) -> Bool {
    let next = name.tokens.upperBound
    return next < work.tokens.count && work.tokens[next].kind == .word && work.cues(next).contains(.thing)
  }

  /// "Syrias" is not the village of Siris.
  func isLostPossessive(_ name: FoundName, _ work: Workspace) -> Bool {
    name.tokens.count == 1 && name.isVariant && Self.isBarePossessive(name.tokens.lowerBound, work)
  }

  /// "Wisconsin Governor", "Queensland Health Minister": the office is the place's.
  func isBeforeOffice(_ name: FoundName, _ work: Workspace) -> Bool {
    let limit = work.sentence(of: name.tokens.lowerBound).upperBound
    var token = name.tokens.upperBound
    while token < min(limit, name.tokens.upperBound + 3), work.isCapital(token), work.nameAt[token] < 0 {
      if work.cues(token).contains(.title) { return true }
      token += 1
    }
    return false
  }

  /// "AK-47", "Green-winged", "mid-Atlantic": joined by a hyphen to a number or a word in lower case; a country or a
  /// large place may be ("Britain-based", "pro-Russia").
  func isPartOfWord(_ name: FoundName, _ work: Workspace) -> Bool {
    let (before, after) = (name.tokens.lowerBound - 1, name.tokens.upperBound)
    let isBefore = after + 1 < work.tokens.count && work.tokens[after].kind == .hyphen
    let isBehind = before > 0 && work.tokens[before].kind == .hyphen
    guard isBefore || isBehind, !name.namesakes.hasLarge else { return false }
    let sentence = work.sentence(of: name.tokens.lowerBound)
    if isBefore, after + 1 < sentence.upperBound, !work.tokens[after].has(.spaced),
      !work.tokens[after + 1].has(.spaced), work.tokens[after + 1].kind == .number || isLower(after + 1, work)
    {
      return work.cues(after + 1).isDisjoint(with: [.embedding, .backing])
    }
    return isBehind && before > sentence.lowerBound && !work.tokens[before].has(.spaced)
      && isLower(before - 1, work) && !work.cues(before - 1).contains(.particle)
  }

  private func isLower(_ token: Int, _ work: Workspace) -> Bool {
    work.tokens[token].kind == .word && !work.tokens[token].has(.capitalized) && !work.tokens[token].has(.otherScript)
  }

  /// "the White House", "Al-Jazeera": known institutions and media; but "in al-Mayadeen", the town.
  func isInstitution(_ name: FoundName, _ work: Workspace) -> Bool {
    if isChannel(name, work) { return true }
    guard name.tokens.count > 1 else { return false }
    if work.hasLocalPreposition(before: name.tokens.lowerBound),
      name.namesakes.places.contains(where: { $0.kind == .city && $0.magnitude >= 4.5 })
    {
      return false
    }
    return work.document.bytes.withUnsafeBufferPointer { bytes in
      work.lexicon.institutions.contains(NameText.spaced(bytes[work.document.byteRange(name.tokens)]))
    }
  }

  /// "Suwayda 24", "France 24": a channel that is on day and night.
  private func isChannel(_ name: FoundName, _ work: Workspace) -> Bool {
    let next = name.tokens.upperBound
    guard next < work.tokens.count, work.tokens[next].kind == .number else { return false }
    return work.withBytes(next) { $0.elementsEqual("24".utf8) }
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
