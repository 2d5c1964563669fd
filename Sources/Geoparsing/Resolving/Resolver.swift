import Gazetteer
import Geodesy
import Geometry
import NewsText
import Records

/// Prices the readings of all names of a document and decides last.
///
/// First what each name says by itself, then what the document is about, then what lies near what, then the relations
/// with numbers; every step adds to the prices of the one before.
struct Resolver {
  let scope: Scope
  var states: [NameReadings] = []
  /// The country that the document speaks of most, and each country's share.
  private(set) var shares: [String: Double] = [:]

  init(scope: Scope) { self.scope = scope }

  /// The country that the document is about.
  var focus: String? {
    shares.max { ($0.value, $1.key) < ($1.value, $0.key) }.flatMap { $0.value > 0.25 ? $0.key : nil }
  }

  /// The cheapest reading of each name, nil where there is none.
  var chosen: [Place?] { states.map { $0.readings.first?.place } }

  /// Reads everything but the relations of definite places, which need the names' places.
  mutating func resolve(_ work: inout Workspace) {
    states = work.names.indices.map { readings(of: $0, &work) }
    ContainerReader.read(&work, &states)
    Evidence.read(work, &states)
    for name in states.indices { priceWords(name, work) }
    weighCountries(work)
    for name in states.indices { priceFocus(name, work) }
    sort()
    priceNearness(work)
    sort()
    DefiniteResolver(chosen: chosen, focus: focus).resolve(&work)
    priceDescriptions(work)
    sort()
    priceRelations(work)
    sort()
    keepSense(work)
    sort()
    refute(work)
  }

  /// A reading that the text refutes is gone, for every mention of the name that the text does not tell apart.
  private mutating func refute(_ work: Workspace) {
    var refuted: [String: Set<String>] = [:]
    for name in states.indices {
      refuted[key(name, work), default: []].formUnion(states[name].readings.filter(\.isRefuted).map(\.place.id))
    }
    for name in states.indices where !work.names[name].isGiven {
      let gone = states[name].isExplicit ? [] : refuted[key(name, work)] ?? []
      states[name].readings.removeAll { $0.isRefuted || gone.contains($0.place.id) }
    }
  }

  private mutating func sort() {
    for name in states.indices {
      states[name].readings.sort { ($0.price, $0.place.id) < ($1.price, $1.place.id) }
    }
  }

  // MARK: The name by itself

  private func readings(of name: Int, _ work: inout Workspace) -> NameReadings {
    var state = NameReadings()
    let isDemonym = work.names[name].role == .demonym
    for match in work.names[name].matches {
      if match.nameKind == .demonym, !isDemonym, !work.names[name].isGiven { continue }
      let place = work.place(match.ref)
      guard scope.allows(place) else { continue }
      state.readings.append(reading(match, place, work))
    }
    return state
  }

  private func reading(_ match: NameMatch, _ place: Place, _ work: Workspace) -> Reading {
    let prices = work.prices
    var price = match.cost * prices.spelling
    if match.nameKind == .alternate { price += prices.alternateName }
    price += Odds.price(max(0.02, work.index.info(of: place.kind).newsWeight)) * prices.kind
    price += (7 - magnitude(place)) * prices.size
    if work.seats.isSeat(place) { price -= prices.seat }
    if !scope.prefers(place) { price += prices.bias }
    let spelt = match.cost == 0 ? ["spelled as known"] : match.reasons
    return Reading(match: match, place: place, base: price, price: price, reasons: spelt)
  }

  /// The power of ten of the inhabitants, by kind where they are unknown.
  private func magnitude(_ place: Place) -> Double {
    if let population = place.population, population > 0 { return min(7, max(2, Odds.magnitude(Double(population)))) }
    switch place.kind {
    case .country, .continent, .region, .sea: return 7
    case .governorate, .province: return 6
    case .city, .district: return 5
    case .town, .base, .airfield, .road, .river, .crossing, .lake, .dam: return 4.5
    case .village, .neighborhood: return 3
    default: return 4
    }
  }

  // MARK: What the words say

  private mutating func priceWords(_ name: Int, _ work: Workspace) {
    let found = work.names[name]
    let hasExact = states[name].readings.contains { $0.match.cost == 0 }
    let hasCountry = states[name].readings.contains { $0.place.kind == .country }
    let isPlain = found.saidKind == nil && states[name].container == nil && states[name].contents.isEmpty
    for index in states[name].readings.indices {
      let place = states[name].readings[index].place
      if let said = found.saidKind { priceKind(said, name, index, work.prices) }
      if hasCountry, isPlain, place.kind != .country { states[name].readings[index].price += work.prices.countryTwin }
      if hasExact, states[name].readings[index].match.cost > 0 {
        states[name].readings[index].price += work.prices.variantBesideExact
      }
      priceSense(name, index, work.prices)
      if let outer = states[name].container {
        priceContainer(outer, name, index, work.prices) { work.index.info(of: $0).radius }
      }
      if !states[name].contents.isEmpty { priceContents(name, index, work.prices) }
      if !states[name].hint.isEmpty, let country = place.country, !states[name].hint.contains(country) {
        states[name].readings[index].price += work.prices.countryHint
      }
    }
  }

  private mutating func priceKind(_ said: PlaceKind, _ name: Int, _ index: Int, _ prices: Prices) {
    let kind = states[name].readings[index].place.kind
    if kind == said || (said == .province && kind == .governorate) || (said == .governorate && kind == .province) {
      states[name].readings[index].reasons.append("called a \(said.rawValue)")
    } else {
      states[name].readings[index].price += said.fits(kind) ? prices.kindLoose : prices.kindMisfit
      if !said.fits(kind), states[name].readings[index].match.cost > 0 { states[name].readings[index].isRefuted = true }
    }
  }

  private mutating func priceSense(_ name: Int, _ index: Int, _ prices: Prices) {
    let state = states[name]
    let kind = state.readings[index].place.kind
    if kind.isSettlement {
      if state.wantsArea, !state.wantsTown { states[name].readings[index].price += prices.townWhereArea }
      if state.areaCue, !state.wantsTown { states[name].readings[index].price += prices.areaCue }
    } else if kind == .governorate || kind == .province || kind == .district {
      if state.wantsTown, !state.wantsArea { states[name].readings[index].price += prices.areaWhereTown }
      if !state.wantsArea, !state.wantsTown { states[name].readings[index].price += prices.areaAlone }
    }
  }

  private mutating func priceContainer(
    _ outer: Int, _ name: Int, _ index: Int, _ prices: Prices, radius: (PlaceKind) -> Double
  ) {
    let place = states[name].readings[index].place
    let areas = states[outer].readings.filter { Containment.holds($0.place, place) == true }
    if let area = areas.min(by: { $0.price < $1.price }) {
      states[name].readings[index].reasons.append("in \(area.place.name), as the text says")
    } else {
      states[name].readings[index].price += prices.outsideContainer
      let areas = states[outer].readings.filter { $0.place.kind.isArea || $0.place.kind == .city }
      if !areas.isEmpty, areas.allSatisfy({ Containment.excludes($0.place, place, radius: radius($0.place.kind)) }) {
        states[name].readings[index].isRefuted = true
      }
    }
  }

  private mutating func priceContents(_ name: Int, _ index: Int, _ prices: Prices) {
    let area = states[name].readings[index].place
    let holds = states[name].contents.contains { inner in
      states[inner].readings.isEmpty || states[inner].readings.contains { Containment.holds(area, $0.place) == true }
    }
    if !holds { states[name].readings[index].price += prices.outsideContainer }
    if !area.kind.isArea { states[name].readings[index].price += prices.containerIsTown }
  }

  // MARK: What the document is about

  /// Each distinct name gives its countries a share by its readings' odds.
  private mutating func weighCountries(_ work: Workspace) {
    var seen: Set<String> = []
    var sum = 0.0
    for name in states.indices where !states[name].readings.isEmpty {
      guard seen.insert(work.document.string(tokens: work.names[name].tokens)).inserted else { continue }
      let weight = weight(name, work)
      let least = states[name].readings.map(\.price).min() ?? 0
      let odds = states[name].readings.map { Odds.odds($0.price, least: least) }
      let total = odds.reduce(0, +)
      for (reading, odd) in zip(states[name].readings, odds) {
        if let country = reading.place.country { shares[country, default: 0] += weight * odd / total }
      }
      sum += weight
    }
    for country in shares.keys { shares[country, default: 0] /= max(sum, 1) }
  }

  /// A name spelled otherwise than known tells little of what the text is about.
  private func weight(_ name: Int, _ work: Workspace) -> Double {
    if work.names[name].isCalledPlace || states[name].readings.allSatisfy({ $0.match.cost > 0 }) {
      return work.prices.variantWeight
    }
    return work.names[name].role == .dateline ? work.prices.datelineWeight : 1
  }

  private mutating func priceFocus(_ name: Int, _ work: Workspace) {
    guard states[name].readings.count > 1 else { return }
    for index in states[name].readings.indices {
      let place = states[name].readings[index].place
      guard place.kind != .country, let country = place.country else { continue }
      states[name].readings[index].price += work.prices.otherCountry * (1 - (shares[country] ?? 0))
      if country == focus { states[name].readings[index].reasons.append("in the country that the text is about") }
    }
  }

  // MARK: What lies near what

  /// Names with nearly one reading stand as anchors for the others.
  private mutating func priceNearness(_ work: Workspace) {
    let anchors = states.indices.filter { isAnchor($0, work) }
    for name in states.indices where states[name].readings.count > 1 {
      let text = work.document.string(tokens: work.names[name].tokens)
      let near = anchors.filter { work.document.string(tokens: work.names[$0].tokens) != text }
        .sorted { distance($0, name, work) < distance($1, name, work) }.prefix(6)
      let points = near.compactMap { states[$0].readings.first?.place.point }
      guard !points.isEmpty else { continue }
      for index in states[name].readings.indices { priceNearness(name, index, points, work) }
    }
  }

  private mutating func priceNearness(_ name: Int, _ index: Int, _ points: [Coordinate], _ work: Workspace) {
    let place = states[name].readings[index].place
    guard let point = place.point, place.kind != .country, place.kind != .continent else { return }
    let nearest = points.map { Ellipsoid.distance($0, point).kilometers }.min() ?? 0
    let price = min(work.prices.farLimit, max(0, Odds.doublings(max(nearest, 1), of: 25)) * work.prices.far)
    states[name].readings[index].price += price
    if price == 0 { states[name].readings[index].reasons.append("near other places of the text") }
  }

  private func isAnchor(_ name: Int, _ work: Workspace) -> Bool {
    guard work.names[name].role != .demonym, work.names[name].role != .metonym, let best = states[name].readings.first,
      best.place.point != nil, best.match.cost < 0.1, !best.place.kind.isArea || best.place.kind == .governorate
    else { return false }
    return states[name].readings.count == 1 || states[name].readings[1].price - best.price > 1
  }

  private func distance(_ a: Int, _ b: Int, _ work: Workspace) -> Int {
    abs(work.names[a].tokens.lowerBound - work.names[b].tokens.lowerBound)
  }

  /// "the Libyan capital" tells which Tripoli is meant.
  private mutating func priceDescriptions(_ work: Workspace) {
    for found in work.definites where found.demonym != nil {
      guard let place = found.place else { continue }
      for name in states.indices where states[name].readings.contains(where: { $0.place.id == place.id }) {
        for index in states[name].readings.indices where states[name].readings[index].place.id != place.id {
          states[name].readings[index].price += work.prices.otherSense
        }
      }
    }
  }

  // MARK: One sense a document

  /// A name that the text does not tell apart keeps the sense that it has where the text does.
  private mutating func keepSense(_ work: Workspace) {
    var senses: [String: [String: Int]] = [:]
    for name in states.indices where states[name].isExplicit && work.names[name].role != .demonym {
      guard let place = states[name].readings.first?.place else { continue }
      senses[key(name, work), default: [:]][place.id, default: 0] += 1
    }
    for name in states.indices where !states[name].isExplicit && states[name].readings.count > 1 {
      guard let sense = senses[key(name, work)] else { continue }
      let total = Double(sense.values.reduce(0, +))
      for index in states[name].readings.indices {
        let share = Double(sense[states[name].readings[index].place.id] ?? 0) / total
        states[name].readings[index].price += work.prices.otherSense * (1 - share)
        if share > 0.5 { states[name].readings[index].reasons.append("the sense that the text tells elsewhere") }
      }
    }
  }

  private func key(_ name: Int, _ work: Workspace) -> String {
    work.document.string(tokens: work.names[name].tokens).lowercased()
  }
}
