import Gazetteer
import NewsText
import Records

/// Says which names are no places: persons, organizations, media, common words.
struct NameJudge {
  private var surnames = HashedSet()
  private(set) var titleCase: [Bool] = []
  /// Places named in the middle of some sentence, with their capital; nil before somebody asked.
  private var inside: HashedSet?

  /// Sets the verdict of every name; those that are no place lose their tokens.
  static func judge(_ work: inout Workspace) {
    var judge = NameJudge()
    judge.titleCase = work.document.sentences.map { isTitleCase($0.tokens, work) }
    for number in work.names.indices { work.names[number].verdict = judge.verdict(number, work) }
    work.markNames()
    judge.collectSurnames(work)
    for number in work.names.indices where work.names[number].verdict == .place {
      if judge.isSurname(number, work) { work.names[number].verdict = .person }
    }
    judge.readmit(&work)
    work.names.removeAll { $0.verdict != .place }
    work.markNames()
  }

  /// Places named in the middle of some sentence, with their capital.
  mutating func namedInside(_ work: Workspace) -> HashedSet {
    if let inside { return inside }
    var found = HashedSet()
    for name in work.names {
      let first = name.tokens.lowerBound
      guard !work.tokens[first].has(.first), !titleCase[work.document.sentence(ofToken: first)],
        let ref = name.namesakes.matches.first?.ref
      else { continue }
      found.insert(ref.mark)
    }
    inside = found
    return found
  }

  private mutating func verdict(_ number: Int, _ work: Workspace) -> FoundName.Verdict {
    let name = work.names[number]
    if isOrganization(name.tokens, work) || isInstitution(name, work) { return .organization }
    if name.isDemonym { return .place }
    let besides = besides(number, work)
    if besides != .place { return besides }
    if isThing(name, work) || isLostPossessive(name, work) { return .thing }
    if isPartOfWord(name, work) { return .commonWord }
    if isPartOfAnother(number, work) || isNameOfSite(number, work) { return .part }
    if isPeople(name, work) { return .commonWord }
    if needsContext(name, work), !hasPlaceContext(number, work) { return .commonWord }
    if isFirstWord(number, work), !isNamedElsewhere(number, work) { return .commonWord }
    return .place
  }

  // MARK: Organizations

  /// A capitalized noun of organizations behind the name in the same run of capitals, or before it.
  private func isOrganization(_ tokens: Range<Int>, _ work: Workspace) -> Bool {
    let sentence = work.sentence(of: tokens.lowerBound)
    var token = tokens.upperBound
    while let next = nextCapital(token, sentence.upperBound, work) {
      if work.cues(next).contains(.organization) { return true }
      token = next + 1
    }
    return organizationBefore(tokens.lowerBound, sentence.lowerBound, work)
  }

  /// The next capital of a run: adjacent, or behind a hyphen.
  private func nextCapital(_ token: Int, _ limit: Int, _ work: Workspace) -> Int? {
    guard token < limit else { return nil }
    if work.tokens[token].kind == .hyphen, token + 1 < limit, work.isCapital(token + 1) { return token + 1 }
    guard work.isCapital(token), !work.cues(token).contains(.calendar) else { return nil }
    return token
  }

  /// "Radio Damascus", "Voice of America", "Free Syrian Army" (its noun stands behind), "Army of Aleppo".
  private func organizationBefore(_ start: Int, _ limit: Int, _ work: Workspace) -> Bool {
    var token = start - 1
    var steps = 0
    while token >= limit, steps < 5 {
      let isJoint =
        work.isWord(token, work.lexicon.words.of) || work.isWord(token, work.lexicon.words.the)
        || work.tokens[token].kind == .hyphen
      if work.isCapital(token) {
        if work.cues(token).contains(.organizationBefore), !work.tokens[token].has(.first) || steps == 0 {
          return true
        }
        if work.tokens[token].has(.first) { return false }
      } else if !isJoint {
        return false
      }
      token -= 1
      steps += 1
    }
    return false
  }

  // MARK: Persons

  /// A given name or a title beside it; unknown capitals beside it make it part of another name.
  private func besides(_ number: Int, _ work: Workspace) -> FoundName.Verdict {
    let name = work.names[number]
    let sentence = work.sentence(of: name.tokens.lowerBound)
    let loose = titleCase[work.document.sentence(ofToken: name.tokens.lowerBound)]
    let before = neighbor(before: name.tokens.lowerBound, sentence, work)
    let after = neighbor(after: name.tokens.upperBound, sentence, work)
    if before == .person || after == .person || startsWithGiven(name, work) || speaks(name, work) { return .person }
    if loose { return .place }
    if after == .unknown { return isBeforeOffice(name, work) ? .place : .part }
    // "Wad an-Nora village": joined by an article, both are one name.
    let isJoined =
      name.tokens.lowerBound > sentence.lowerBound && work.tokens[name.tokens.lowerBound - 1].kind == .hyphen
    return before == .unknown && (isJoined || name.kindTokens == nil) ? .part : .place
  }

  private enum Neighbor { case none, place, person, unknown }

  private func neighbor(before start: Int, _ sentence: Range<Int>, _ work: Workspace) -> Neighbor {
    var token = start - 1
    if token > sentence.lowerBound, work.tokens[token].kind == .hyphen { token -= 1 }
    while token > sentence.lowerBound, work.cues(token).contains(.particle), !work.isCapital(token) { token -= 1 }
    guard token >= sentence.lowerBound, work.tokens[token].kind == .word else { return .none }
    let cues = work.cues(token)
    // "Aleppo-Damascus" are two, "Ain al-Arab" is one.
    let isAdjacent = work.tokens[start - 1].kind != .hyphen || token < start - 2
    if isAdjacent, Self.isBarePossessive(token, work) { return .none }
    if let kind = beside(token, isAdjacent: isAdjacent, work) { return kind }
    if cues.contains(.title), !isKindOrDirection(token, sentence, work) { return .person }
    guard work.isCapital(token) else { return .none }
    if cues.contains(.given) { return .person }
    if work.tokens[token].has(.first) { return .none }
    if work.tokens[token].has(.abbreviation), work.tokens[token].end - work.tokens[token].start <= 3 { return .person }
    return isHarmless(token, sentence, work) ? .none : .unknown
  }

  /// "Syrias Aleppo": a country's possessive that lost its apostrophe on the way.
  static func isBarePossessive(_ token: Int, _ work: Workspace) -> Bool {
    let range = work.tokens[token].range
    guard range.count > 4, work.document.bytes[range.upperBound - 1] == UInt8(ascii: "s") else { return false }
    let hash = Vocabulary.hash(work.document.bytes[range.dropLast()])
    return work.withBytes(token) { word in
      work.memory.names.matches(UnsafeRawBufferPointer(rebasing: word.dropLast()), hash: hash, isJoined: false)
        .contains { $0.cost == 0 && work.index.kind(at: $0.ref) == .country }
    }
  }

  private func neighbor(after end: Int, _ sentence: Range<Int>, _ work: Workspace) -> Neighbor {
    guard end < sentence.upperBound else { return .none }
    var token = end
    if work.tokens[token].kind == .hyphen, token + 1 < sentence.upperBound { token += 1 }
    if work.cues(token).contains(.particle), token + 2 < sentence.upperBound, work.tokens[token + 1].kind == .hyphen,
      !work.isCapital(token)
    {
      token += 2
    }
    guard work.tokens[token].kind == .word, work.isCapital(token) else { return .none }
    if let kind = beside(token, isAdjacent: work.tokens[end].kind != .hyphen, work) { return kind }
    let cues = work.cues(token)
    if cues.contains(.title) { return .none }
    if work.tokens[token].has(.allCaps), !work.tokens[end - 1].has(.allCaps) { return .none }
    return isHarmless(token, sentence, work) ? .none : .unknown
  }

  /// Another name beside this one: two names with nothing between are one that the gazetteer does not know, unless one
  /// is an adjective or a country.
  private func beside(_ token: Int, isAdjacent: Bool, _ work: Workspace) -> Neighbor? {
    guard work.nameAt[token] >= 0 else { return nil }
    let other = work.names[Int(work.nameAt[token])]
    if other.isDemonym || !isAdjacent || isUnit(other) { return .place }
    return other.namesakes.has(.country) && !other.isVariant ? .place : .unknown
  }

  /// "Azaz Aleppo province": the unit that the place before lies in, without its comma.
  private func isUnit(_ other: FoundName) -> Bool {
    other.kindTokens.map { $0.lowerBound == other.tokens.upperBound } == true
      && (other.saidKind == .governorate || other.saidKind == .province) && !other.isVariant
  }

  private func isKindOrDirection(_ token: Int, _ sentence: Range<Int>, _ work: Workspace) -> Bool {
    work.lexicon.directions[work.word(token)] != nil
      || work.lexicon.kindNouns.ending(at: token, in: work.tokens, limit: sentence.lowerBound) != nil
  }

  /// Capitals that stand beside places: kind nouns, directions, days, words of state.
  private func isHarmless(_ token: Int, _ sentence: Range<Int>, _ work: Workspace) -> Bool {
    let cues = work.cues(token)
    if !cues.isDisjoint(with: [.calendar, .statusWord, .placePreposition, .otherPreposition, .article, .listWord]) {
      return true
    }
    if work.lexicon.directions[work.word(token)] != nil || work.document.number(at: token) != nil { return true }
    return work.lexicon.kindNouns.starting(at: token, in: work.tokens, limit: sentence.upperBound) != nil
      || work.lexicon.kindNouns.ending(at: token, in: work.tokens, limit: sentence.lowerBound) != nil
  }

  /// "Paris Hilton" where the table had a name for all of it, or a lone given name that is only a variant of a place's.
  private func startsWithGiven(_ name: FoundName, _ work: Workspace) -> Bool {
    guard work.cues(name.tokens.lowerBound).contains(.given), name.kindTokens == nil else { return false }
    return name.isVariant
  }

  /// A town does not speak: "Homs said" is a person. Countries and capitals do.
  private func speaks(_ name: FoundName, _ work: Workspace) -> Bool {
    let before = name.tokens.lowerBound - 1
    guard name.tokens.count <= 3, name.kindTokens == nil,
      before < 0 || work.cues(before).isDisjoint(with: [.placePreposition, .otherPreposition]),
      !work.hasPlaceWords(before: name.tokens.lowerBound, in: work.sentence(of: name.tokens.lowerBound))
    else { return false }
    let next = name.tokens.upperBound
    let isSubject =
      next < work.tokens.count && work.tokens[next].kind == .word && work.cues(next).contains(.speech)
    let isInverted = before >= 0 && work.tokens[before].kind == .word && work.cues(before).contains(.speech)
    guard isSubject || (isInverted && !isBeforeOffice(name, work)) else { return false }
    return !name.namesakes.hasGovernment
  }

  // MARK: Surnames

  /// The words of persons' and things' names: what is called so later without a place's context is the person, or the
  /// thing ("Marburg virus", then "Marburg").
  private mutating func collectSurnames(_ work: Workspace) {
    for name in work.names
    where name.verdict == .person || name.verdict == .thing || (name.verdict == .part && isBehindName(name, work)) {
      surnames.insert(work.textHashes(name.tokens).lower)
    }
  }

  /// "Gerald Franklin": a given name or an unknown capital directly before.
  private func isBehindName(_ name: FoundName, _ work: Workspace) -> Bool {
    let before = neighbor(before: name.tokens.lowerBound, work.sentence(of: name.tokens.lowerBound), work)
    return before == .unknown || before == .person
  }

  private func isSurname(_ number: Int, _ work: Workspace) -> Bool {
    guard !surnames.isEmpty, work.names[number].kindTokens == nil else { return false }
    return surnames.contains(work.textHashes(work.names[number].tokens).lower) && !hasPlaceContext(number, work)
  }

  // MARK: Headlines

  /// Most longer words begin with a capital, as in a headline: a capital says nothing there.
  private static func isTitleCase(_ tokens: Range<Int>, _ work: Workspace) -> Bool {
    var (words, capitals) = (0, 0)
    for index in tokens {
      let token = work.tokens[index]
      guard token.kind == .word, token.end - token.start >= 4, !token.has(.first),
        !work.cues(index).contains(.calendar)
      else { continue }
      words += 1
      if token.has(.capitalized) { capitals += 1 }
    }
    return words >= 4 && capitals * 10 >= words * 7
  }
}
