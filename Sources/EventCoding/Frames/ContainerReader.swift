import Geodesy
import Geometry
import Geoparsing
import NewsText
import Records

/// Holds places against what the text says they lie in: "al-Jamilia neighborhood in Aleppo city" is no village of that
/// name elsewhere. Where the two cannot agree, the place named as the container stands for it, honestly coarser.
struct ContainerReader {
  let document: Document
  let places: GeoparsedText
  let lexicon: Lexicon
  let language: TextLanguage

  /// A part of a town lies within so many meters of the town.
  private static let townReach = 12_000.0

  /// The spots, those that contradict their container replaced by it.
  func checked(_ spots: [PlaceSpot]) -> [PlaceSpot] {
    let countries = CountryCounts(places)
    var spots = spots.filter { !isStray($0, countries) }
    // the city told last, or the first one to come
    var city = spots.first(where: isCity)
    for index in spots.indices {
      if let container = container(of: index, in: spots) {
        if !holds(container, spots[index]) { replace(&spots[index], by: container) }
      } else if let city = cityNamed(beside: spots[index], in: spots) ?? city, isPartOfTown(spots[index]),
        !isNear(spots[index], city), !isContained(spots[index])
      {
        replace(&spots[index], by: city)
      }
      if isCity(spots[index]) { city = spots[index] }
    }
    return spots
  }

  /// The city of the same sentence, where that names but one.
  private func cityNamed(beside spot: PlaceSpot, in spots: [PlaceSpot]) -> PlaceSpot? {
    let sentence = document.sentences[document.sentence(ofToken: spot.tokens.lowerBound)].tokens
    let cities = spots.filter { sentence.contains($0.tokens.lowerBound) && isCity($0) }
    return Set(cities.map(\.location.place.id)).count == 1 ? cities.first : nil
  }

  /// "Kharkiv's Saltivka neighborhood": the text itself says what it lies in, and it does.
  private func isContained(_ spot: PlaceSpot) -> Bool {
    toponym(of: spot)?.container.flatMap { places.toponyms[$0].chosen } != nil
  }

  /// The last name of a spot with the place that it means.
  private func toponym(of spot: PlaceSpot) -> Toponym? {
    places.toponyms.last { spot.tokens.contains($0.tokens.lowerBound) && $0.chosen?.id == spot.location.place.id }
  }

  /// A village, or a part of a town, in a country that the text never names and that few of its places lie in: a namesake
  /// of a place that the gazetteer lacks.
  private func isStray(_ spot: PlaceSpot, _ countries: CountryCounts) -> Bool {
    let isDivision = spot.kind == .district || spot.kind == .subdistrict
    guard let country = spot.location.country, !spot.kind.isArea || isDivision || isPartOfTown(spot) else {
      return false
    }
    guard spot.kind != .city || isPartOfTown(spot) || isDistrict(spot) || isFarFromAll(spot) else { return false }
    return !countries.named.contains(country) && (countries.places[country] ?? 0) * 4 <= countries.total
  }

  /// "al-Meridian neighborhood" is no city of Idaho.
  private func isFarFromAll(_ spot: PlaceSpot) -> Bool {
    guard let point = spot.location.place.point else { return false }
    let others = places.toponyms.compactMap(\.chosen).filter {
      $0.kind.isSettlement && $0.country != spot.location.country
    }
    return !others.isEmpty
      && others.compactMap(\.point).allSatisfy { Ellipsoid.distance(point, $0).rawValue > 3_000_000 }
  }

  private func isDistrict(_ spot: PlaceSpot) -> Bool {
    let next = spot.tokens.upperBound
    return next < document.tokens.count && lexicon.words.words("district").contains(document.tokens[next].word)
  }

  private func isCity(_ spot: PlaceSpot) -> Bool { spot.kind == .city && spot.role == .literal && !isPartOfTown(spot) }

  private func replace(_ spot: inout PlaceSpot, by container: PlaceSpot) {
    let text = spot.location.text
    spot.location = container.location
    spot.location.text = text
    spot.location.geoPrecision = max(2, spot.location.geoPrecision)
    spot.kind = container.kind
    spot.isCoarse = container.isCoarse
    spot.isStandIn = true
  }

  /// The place that the words right behind a spot name as the one it lies in.
  private func container(of index: Int, in spots: [PlaceSpot]) -> PlaceSpot? {
    let spot = spots[index]
    guard spot.role == .literal, spot.location.relation == nil, index + 1 < spots.count else { return nil }
    let next = spots[index + 1]
    guard next.role == .literal, next.location.relation == nil || next.location.basis == .area,
      next.location.basis != .line,
      let preposition = next.preposition, preposition >= spot.tokens.upperBound,
      lexicon.words.words("container").contains(document.tokens[preposition].word),
      next.tokens.lowerBound - spot.tokens.upperBound <= 8,
      (spot.tokens.upperBound..<next.tokens.lowerBound).allSatisfy(passes)
    else { return nil }
    return next
  }

  /// Articles, prepositions, kinds of places and points of the compass.
  private func passes(_ token: Int) -> Bool {
    let word = document.tokens[token].word
    let functions = language.functions(of: word)
    if document.tokens[token].kind == .comma || functions.contains(.determiner) { return true }
    if lexicon.words.words("container").contains(word) || lexicon.words.words("compass").contains(word) { return true }
    if let toponym = places.toponym(at: token) { return places.toponyms[toponym].role == .demonym }
    let noun = lexicon.nouns.longest(at: token, in: document, limit: token + 1)
    return noun.map { !$0.entry.classes.isDisjoint(with: lexicon.nouns.named("settlement")) } ?? false
  }

  private func holds(_ container: PlaceSpot, _ spot: PlaceSpot) -> Bool {
    let (outer, inner) = (container.location, spot.location)
    if outer.place.id == inner.place.id { return true }
    switch container.kind {
    case .country: return inner.country == nil || inner.country == outer.country
    case .governorate, .province, .region:
      // the point of a part of a region may lie beyond a border
      guard inner.country == outer.country || inner.place.country == outer.place.country else { return false }
      return inner.admin1 == nil || inner.admin1 == outer.place.name || outer.admin1 != outer.place.name
        || spot.kind.isArea
    case .city, .town:
      return isPartOfTown(spot) || spot.kind == .neighborhood ? isNear(spot, container) : inner.country == outer.country
    default: return true
    }
  }

  private func isNear(_ spot: PlaceSpot, _ town: PlaceSpot) -> Bool {
    Ellipsoid.distance(spot.location.point, town.location.point).rawValue <= ContainerReader.townReach
  }

  /// "X neighborhood", "X Street".
  private func isPartOfTown(_ spot: PlaceSpot) -> Bool {
    let next = spot.tokens.upperBound
    guard spot.role == .literal, !spot.kind.isArea, spot.kind != .neighborhood else { return false }
    // "the neighborhoods of al-Sheikh Saad and al-Mazzeh"
    if spot.kind != .city, toponym(of: spot)?.saidKind == .neighborhood { return true }
    // "an Aleppo neighborhood" is not called so.
    if spot.kind == .city, let name = toponym(of: spot), name.saidKind == nil { return false }
    let own = document.tokens[next - 1].word
    let parts = lexicon.words.words("part of town")
    return parts.contains(own) || next < document.tokens.count && parts.contains(document.tokens[next].word)
  }
}

/// How many places of each country a text names, the countries themselves apart.
private struct CountryCounts {
  private(set) var named: Set<String> = []
  private(set) var places: [String: Int] = [:]
  private(set) var total = 0

  init(_ text: GeoparsedText) {
    for toponym in text.toponyms {
      guard let kind = toponym.chosen?.kind else { continue }
      if kind != .country { total += 1 }
      guard let country = toponym.chosen?.country else { continue }
      if kind == .country { named.insert(country) } else { places[country, default: 0] += 1 }
    }
  }
}
