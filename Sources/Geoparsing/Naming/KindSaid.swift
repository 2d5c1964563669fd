import Gazetteer
import NewsText
import Records

/// Reads the kind noun beside a name: "Idlib province", "the village of Hass", "Hama and Idlib provinces".
enum KindSaid {
  /// Sets `saidKind`, `kindTokens` and `saysArea` of every name.
  static func read(_ work: inout Workspace) {
    for number in work.names.indices where !work.names[number].isDemonym {
      guard let (noun, range) = after(number, work) ?? before(number, work) else { continue }
      note(noun, range, on: number, &work)
    }
    shareAlongLists(&work)
  }

  private static func note(_ noun: KindNoun, _ range: Range<Int>, on number: Int, _ work: inout Workspace) {
    let namesakes = work.names[number].namesakes
    let isBehind = range.upperBound <= work.names[number].tokens.lowerBound
    if noun.kind == .neighborhood, namesakes.places.contains(where: isCity),
      isBehind || isIndefinite(number, range, work)
    {
      return
    }
    let fits = namesakes.matches.isEmpty || namesakes.fit(noun.kind)
    if !fits, !callsOneOf(noun, range, number, &work) {
      if isBehind, noun.kind == .neighborhood {
        // "the neighborhood of Salaheddin" is not the province of that name.
        work.names[number].namesakes = Namesakes.none
        work.names[number].isCalledPlace = true
      } else {
        embed(noun, range, number, &work)
        return
      }
    }
    work.names[number].saidKind = noun.kind
    work.names[number].kindTokens = range
    if noun.kind.isArea { work.names[number].saysArea = true }
  }

  /// "an Aleppo neighborhood", "the Aleppo neighborhoods": as the neighborhoods of Aleppo they are not called so, they
  /// lie there.
  private static func isIndefinite(_ number: Int, _ noun: Range<Int>, _ work: Workspace) -> Bool {
    let before = work.names[number].tokens.lowerBound - 1
    return work.lexicon.isPlural(work.tokens[noun.upperBound - 1].word)
      || (before >= 0 && work.cues(before).contains(.article) && !work.isWord(before, work.lexicon.words.the))
  }

  /// A country or a large city.
  private static func isCity(_ place: KnownPlace) -> Bool {
    place.kind == .country || place.kind == .city && place.population >= 100_000
  }

  /// "Aleppo Airport" is named after a place.
  private static func embed(_ noun: KindNoun, _ range: Range<Int>, _ number: Int, _ work: inout Workspace) {
    guard range.lowerBound >= work.names[number].tokens.upperBound, noun.isFacility || noun.kind.isSite,
      work.isCapital(range.upperBound - 1)
    else { return }
    work.names[number].kindTokens = range
    work.names[number].role = .embedded
  }

  /// "Ohio and Marshall counties", "Plateau state": each is known by its name with the noun of one.
  private static func callsOneOf(
    _ noun: KindNoun, _ range: Range<Int>, _ number: Int, _ work: inout Workspace
  ) -> Bool {
    if callsUnitOfSeat(noun, number, &work) { return true }
    let name = work.names[number].tokens
    guard noun.singular != nil || (noun.kind.isArea && range.lowerBound == name.upperBound) else { return false }
    let text = work.document.string(tokens: name) + " " + (noun.singular ?? work.document.string(tokens: range))
    let units = work.memory.exact(text, called: noun.kind)
    if !units.matches.isEmpty { work.names[number].namesakes = units }
    return !units.matches.isEmpty
  }

  /// "the province of Raqa": known is only the city by that spelling, and the province by another.
  private static func callsUnitOfSeat(_ noun: KindNoun, _ number: Int, _ work: inout Workspace) -> Bool {
    guard noun.kind == .governorate || noun.kind == .province,
      let seat = work.names[number].namesakes.places.first(where: { $0.kind == .city }),
      seat.place.admin1 == seat.place.name
    else { return false }
    let units = work.memory.exact(seat.place.name, called: noun.kind)
    guard units.places.contains(where: { $0.country == seat.country }) else { return false }
    work.names[number].namesakes = units
    return true
  }

  private static func after(_ number: Int, _ work: Workspace) -> (KindNoun, Range<Int>)? {
    let end = work.names[number].tokens.upperBound
    let limit = work.sentence(of: end - 1).upperBound
    guard end < limit, work.tokens[end].kind == .word, work.nameAt[end] < 0,
      let noun = work.lexicon.kindNouns.starting(at: end, in: work.tokens, limit: limit), !noun.value.isBeforeOnly,
      !isOfNext(noun.range.upperBound, limit, work)
    else { return nil }
    return (noun.value, noun.range)
  }

  /// "the Aleppo neighborhood of Salaheddin": the noun is of the next name, unless that is the whole country.
  private static func isOfNext(_ end: Int, _ limit: Int, _ work: Workspace) -> Bool {
    guard end + 1 < limit, work.isWord(end, work.lexicon.words.of), work.isCapital(end + 1) else { return false }
    let next = Int(work.nameAt[end + 1])
    return next < 0 || !work.names[next].namesakes.has(.country)
  }

  /// "the village of X", "the town X", "Lake X".
  private static func before(_ number: Int, _ work: Workspace) -> (KindNoun, Range<Int>)? {
    let start = work.names[number].tokens.lowerBound
    let limit = work.sentence(of: start).lowerBound
    var last = start - 1
    if last >= limit, work.isWord(last, work.lexicon.words.the) { last -= 1 }
    if last >= limit, work.isWord(last, work.lexicon.words.of) { last -= 1 }
    guard last >= limit, work.tokens[last].kind == .word,
      let noun = work.lexicon.kindNouns.ending(at: last, in: work.tokens, limit: limit), !noun.value.isFacility
    else { return nil }
    return (noun.value, noun.range)
  }

  /// "Hama and Idlib provinces", "the villages of X, Y and Z".
  private static func shareAlongLists(_ work: inout Workspace) {
    for number in work.names.indices.dropFirst() {
      guard let range = work.names[number - 1].kindTokens, work.names[number - 1].saidKind != nil,
        range.upperBound <= work.names[number - 1].tokens.lowerBound, work.areListed(number - 1, number),
        work.names[number].saidKind == nil
      else { continue }
      share(range, with: number, &work)
    }
    for number in work.names.indices.dropLast().reversed() {
      guard let range = work.names[number + 1].kindTokens, work.names[number + 1].saidKind != nil,
        range.lowerBound >= work.names[number + 1].tokens.upperBound, work.areListed(number, number + 1),
        work.names[number].saidKind == nil
      else { continue }
      share(range, with: number, &work)
    }
  }

  private static func share(_ range: Range<Int>, with number: Int, _ work: inout Workspace) {
    guard
      var noun = work.lexicon.kindNouns.starting(at: range.lowerBound, in: work.tokens, limit: range.upperBound)?.value
    else { return }
    noun.isFacility = false
    note(noun, range, on: number, &work)
  }
}

extension Workspace {
  /// Whether only commas and "and" stand between two names.
  func areListed(_ first: Int, _ second: Int) -> Bool {
    let between = names[first].tokens.upperBound..<names[second].tokens.lowerBound
    guard !between.isEmpty, between.count <= 2 else { return false }
    return between.allSatisfy { tokens[$0].kind == .comma || cues($0).contains(.listWord) }
  }
}

extension PlaceKind {
  /// Something with a name of its own that is called after a place.
  var isSite: Bool {
    switch self {
    case .base, .airfield, .crossing, .camp, .dam, .facility, .neighborhood, .road: true
    default: false
    }
  }

  /// Whether a place of the other kind may be called so: a town may be a village, a province a governorate.
  func fits(_ other: PlaceKind) -> Bool {
    switch self {
    case .governorate, .province: other == .governorate || other == .province || other == .region
    case .region: other.isArea && other != .country && other != .continent
    case .city, .town, .village: other == .city || other == .town || other == .village || other == .neighborhood
    // GeoNames has quarters among its cities.
    case .neighborhood: other == .neighborhood || other == .city || other == .town || other == .village
    case .base, .airfield: other == .base || other == .airfield
    case .crossing, .camp, .dam, .facility: other == self || other == .facility
    case .district: other == .district || other == .subdistrict || other == .neighborhood
    case .mountain, .island: other == self || other == .region || other == .other
    default: other == self
    }
  }
}
