import Formats
import Gazetteer
import NewsText
import Records

/// Finds "the capital", "the Libyan capital", "the town", "there", and later says what they stand for.
enum DefinitePlaceReader {
  /// Appends the descriptions of the document to `work.definites`.
  static func find(_ work: inout Workspace) {
    for sentence in work.document.sentences where sentence.zone != .keywords && sentence.zone != .credit {
      for token in sentence.tokens
      where work.tokens[token].kind == .word && work.lexicon.isDefinite(work.tokens[token].word)
        && work.nameAt[token] < 0
      {
        if let found = definite(at: token, sentence.tokens, work) { work.definites.append(found) }
      }
    }
  }

  private static func definite(at token: Int, _ sentence: Range<Int>, _ work: Workspace) -> FoundDefinite? {
    let words = work.lexicon.words
    if work.isWord(token, words.there) { return there(token, sentence, work) }
    guard work.lexicon.definitePlaces.holds(work.tokens[token].word), !work.isCapital(token),
      let noun = work.lexicon.definitePlaces[work.tokens[token].word]
    else { return nil }
    if isFollowedByName(token, sentence, work) { return nil }
    if let owner = owner(before: token, sentence, work) {
      return FoundDefinite(tokens: work.names[owner].tokens.lowerBound..<token + 1, noun: noun, demonym: owner)
    }
    var start = token - 1
    var demonym: Int?
    if start > sentence.lowerBound, work.nameAt[start] >= 0, work.names[Int(work.nameAt[start])].isDemonym {
      demonym = Int(work.nameAt[start])
      start -= 1
    }
    if demonym == nil { start = beforeDescription(start, sentence, work) }
    guard start >= sentence.lowerBound,
      work.isWord(start, words.the) || (start == token - 1 && isBare(start, noun, work))
    else { return nil }
    let from = work.isWord(start, words.the) ? start : token
    return FoundDefinite(tokens: from..<token + 1, noun: noun, demonym: demonym)
  }

  /// "the same town", "the northwestern border town": the token before the words that describe it.
  private static func beforeDescription(_ token: Int, _ sentence: Range<Int>, _ work: Workspace) -> Int {
    var start = token
    while start > sentence.lowerBound, token - start < 2, work.nameAt[start] < 0, work.tokens[start].kind == .word,
      work.cues(start).contains(.describing) || work.lexicon.directions[work.tokens[start].word]?.isAdjective == true
    { start -= 1 }
    return start
  }

  /// "Somalia's capital"
  private static func owner(before token: Int, _ sentence: Range<Int>, _ work: Workspace) -> Int? {
    guard token - 2 >= sentence.lowerBound, work.lexicon.definitePlaces[work.tokens[token].word] == "capital",
      work.tokens[token - 1].kind == .possessive, work.nameAt[token - 2] >= 0
    else { return nil }
    let owner = Int(work.nameAt[token - 2])
    return work.names[owner].namesakes.has(.country) ? owner : nil
  }

  /// "to capital Damascus" is no description; "in town" is none either.
  private static func isBare(_ token: Int, _ noun: String, _ work: Workspace) -> Bool { false }

  /// "the town of Kafr Ruma", "the capital Baku", "the city's": a name follows, or the noun is part of more.
  private static func isFollowedByName(_ token: Int, _ sentence: Range<Int>, _ work: Workspace) -> Bool {
    let next = token + 1
    guard next < sentence.upperBound else { return false }
    if work.nameAt[next] >= 0 { return true }
    if work.isWord(next, work.lexicon.words.of) { return true }
    return work.tokens[next].kind == .word && work.isCapital(next)
      && work.cues(next).isDisjoint(with: [.calendar, .function])
  }

  /// "developing there", "civilians there have been killed", but not "there are", "there was".
  private static func there(_ token: Int, _ sentence: Range<Int>, _ work: Workspace) -> FoundDefinite? {
    guard token > sentence.lowerBound, !work.isCapital(token) else { return nil }
    let next = token + 1
    if next < sentence.upperBound, work.tokens[next].kind == .word, work.lexicon.isBeing(work.tokens[next].word) {
      return nil
    }
    return FoundDefinite(tokens: token..<token + 1, noun: "", demonym: nil)
  }
}

/// Says what a description stands for, once the names have places.
struct DefiniteResolver {
  let chosen: [KnownPlace?]
  let focus: String?

  /// Sets toponym and place of every description.
  func resolve(_ work: inout Workspace) {
    for number in work.definites.indices { resolve(number, &work) }
  }

  private func resolve(_ number: Int, _ work: inout Workspace) {
    let found = work.definites[number]
    switch found.noun {
    case "capital": resolveCapital(number, &work)
    case "country": resolveCountry(number, &work)
    case "":
      let name = last(before: found.tokens.lowerBound, work, { !$0.kind.isCountryLike })
      if let before = described(before: number, after: name, work) {
        work.definites[number].toponym = work.definites[before].toponym
        work.definites[number].place = work.definites[before].place
        work.definites[number].reason = "the place last spoken of before \"there\""
      } else if let name, !isBeforeUnknown(name, found.tokens.lowerBound, work) {
        set(number, name, "the last place named before \"there\"", &work)
      }
    default:
      if let name = called(before: number, work) {
        return set(number, name, "the \(found.noun) that the sentence names", &work)
      }
      if found.noun == PlaceKind.province.rawValue || found.noun == PlaceKind.governorate.rawValue,
        let unit = unitNamed(before: number, work)
      {
        work.definites[number].place = unit
        work.definites[number].reason = "the \(found.noun) that the sentence names a place of"
        return
      }
      if let before = sameNoun(as: number, work) {
        work.definites[number].toponym = work.definites[before].toponym
        work.definites[number].place = work.definites[before].place
        work.definites[number].reason = "the \(found.noun) spoken of before"
        return
      }
      let kind = PlaceKind(rawValue: found.noun) ?? .other
      let start = found.tokens.lowerBound
      let name =
        last(before: start, work, called: kind, { $0.kind == kind })
        ?? last(before: start, work, called: kind, { kind.fits($0.kind) })
      if let name {
        set(number, name, "the last \(found.noun) named before", &work)
      } else if kind.isArea, let name = last(before: start, work, { $0.kind.isSettlement }),
        let place = chosen[name]?.place,
        let unit = unit(of: place, work)
      {
        work.definites[number].place = unit
        work.definites[number].reason = "the \(found.noun) that \(place.name) lies in"
      }
    }
  }

  /// "closed the Torkham crossing. Forces traded fire there": at a place that no gazetteer knows, not at the one before.
  private func isBeforeUnknown(_ name: Int, _ token: Int, _ work: Workspace) -> Bool {
    (name + 1..<max(name + 1, work.names.count)).contains { later in
      work.names[later].tokens.upperBound <= token && work.names[later].isUnknown
        && work.names[later].role == .literal
    }
  }

  /// The description before this one, where it stands in a later sentence than the last name.
  private func described(before number: Int, after name: Int?, _ work: Workspace) -> Int? {
    guard number > 0, work.definites[number - 1].place != nil, work.definites[number - 1].noun != "capital" else {
      return nil
    }
    let home = work.document.sentence(ofToken: work.definites[number - 1].tokens.lowerBound)
    guard work.document.sentence(ofToken: work.definites[number].tokens.lowerBound) - home <= 1 else { return nil }
    guard let name else { return number - 1 }
    return work.document.sentence(ofToken: work.names[name].tokens.lowerBound) < home ? number - 1 : nil
  }

  /// "In Aleppo city 18 people were killed in the east of the city": whatever city was spoken of before.
  private func called(before number: Int, _ work: Workspace) -> Int? {
    let start = work.definites[number].tokens.lowerBound
    let sentence = work.sentence(of: start)
    return work.names.indices.last {
      sentence.contains(work.names[$0].tokens.lowerBound) && work.names[$0].tokens.upperBound <= start
        && work.names[$0].saidKind?.rawValue == work.definites[number].noun && work.names[$0].role == .literal
        && chosen[$0] != nil
    }
  }

  /// "Sources in Deir Ezzor said that raids destroyed bridges in the province": Deir Ezzor's.
  private func unitNamed(before number: Int, _ work: Workspace) -> Place? {
    let start = work.definites[number].tokens.lowerBound
    let sentence = work.sentence(of: start)
    let name = work.names.indices.last {
      sentence.contains(work.names[$0].tokens.lowerBound) && work.names[$0].tokens.upperBound <= start
        && work.names[$0].role == .literal && work.hasLocalPreposition(before: work.names[$0].tokens.lowerBound)
        && chosen[$0].map { $0.kind.isSettlement || $0.kind == .governorate || $0.kind == .province } ?? false
    }
    guard let place = name.flatMap({ chosen[$0]?.place }) else { return nil }
    return place.kind.isSettlement ? unit(of: place, work) : place
  }

  /// "The town" a few sentences ago is "the town" still.
  private func sameNoun(as number: Int, _ work: Workspace) -> Int? {
    let found = work.definites[number]
    let sentence = work.document.sentence(ofToken: found.tokens.lowerBound)
    for before in (0..<number).reversed() {
      if sentence - work.document.sentence(ofToken: work.definites[before].tokens.lowerBound) > 4 { return nil }
      guard work.definites[before].noun == found.noun, work.definites[before].place != nil else { continue }
      // "the city of Hasakeh" was named since
      let since = work.definites[before].tokens.upperBound..<found.tokens.lowerBound
      let isNamedSince = work.names.contains {
        since.contains($0.tokens.lowerBound) && $0.saidKind?.rawValue == found.noun && $0.role == .literal
      }
      return isNamedSince ? nil : before
    }
    return nil
  }

  private func resolveCapital(_ number: Int, _ work: inout Workspace) {
    let found = work.definites[number]
    let said = found.demonym.flatMap { chosen[$0]?.place.country }
    let start = found.tokens.lowerBound
    if said == nil,
      let name = last(before: start, work, { work.seats.isSeat($0) && $0.country == (focus ?? $0.country) })
    {
      return set(number, name, "the capital named before", &work)
    }
    guard let country = said ?? focus, let seat = work.seats.seat(of: country, in: work.memory) else { return }
    let name = work.names.indices.last { chosen[$0]?.place.id == seat.id && work.names[$0].tokens.lowerBound < start }
    work.definites[number].toponym = name
    work.definites[number].place = seat
    work.definites[number].reason =
      said == nil ? "the capital of the country that the text is about" : "the capital of the country of the adjective"
  }

  private func resolveCountry(_ number: Int, _ work: inout Workspace) {
    let start = work.definites[number].tokens.lowerBound
    if let name = last(before: start, work, { $0.kind == .country && $0.country == (focus ?? $0.country) }) {
      set(number, name, "the country that the text is about", &work)
    }
  }

  private func set(_ number: Int, _ name: Int, _ reason: String, _ work: inout Workspace) {
    work.definites[number].toponym = name
    work.definites[number].place = chosen[name]?.place
    work.definites[number].reason = reason
  }

  /// "the city of Idlib" is not "the town".
  private func isCalledOtherwise(_ name: FoundName, _ kind: PlaceKind?) -> Bool {
    guard let kind, let said = name.saidKind, kind.isSettlement, said.isSettlement else { return false }
    return kind != said
  }

  /// The unit of the first level that a place lies in.
  private func unit(of place: Place, _ work: Workspace) -> Place? {
    guard let name = place.admin1 else { return nil }
    return work.index.rememberedLookUp(name, limit: 6).lazy.map { work.place($0.ref) }.first {
      ($0.kind == .governorate || $0.kind == .province) && $0.country == place.country
    }
  }

  /// The last literal name before a token whose place satisfies a test. The subject of a sentence before (its first
  /// fitting name) comes before what that sentence names in passing.
  private func last(before token: Int, _ work: Workspace, called kind: PlaceKind? = nil, _ fits: (Place) -> Bool)
    -> Int?
  {
    let sentence = work.document.sentence(ofToken: token)
    var (first, home) = (Int?.none, 0)
    for number in (0..<work.names.partitioningIndex(where: { $0.tokens.upperBound > token })).reversed() {
      let here = work.document.sentence(ofToken: work.names[number].tokens.lowerBound)
      if first != nil, here != home { break }
      guard work.names[number].role == .literal, chosen[number].map({ fits($0.place) }) ?? false,
        !isCalledOtherwise(work.names[number], kind)
      else { continue }
      if here == sentence { return number }
      (first, home) = (number, here)
    }
    return first
  }
}

extension PlaceKind {
  /// Too large to be "there".
  var isCountryLike: Bool { self == .continent || self == .sea }
}
