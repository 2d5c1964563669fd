import Gazetteer
import NewsText
import Records

/// Prices the readings of all names of a document and decides last.
///
/// First what each name says by itself, then what the document is about, then what lies near what, then the relations
/// with numbers; every step adds to the prices of the one before.
struct Resolver {
  let scope: Scope
  /// Keep what each price added, for fitting.
  var isTraced = false
  var states: [NameReadings] = []
  /// The share that each country has in what the document names.
  var shares: [String: Double] = [:]
  /// The same of first-level units: "US/Ohio".
  var unitShares: [String: Double] = [:]

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
    priceLists(work)
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
    var reading = Reading(match: match, place: place, isTraced: isTraced)
    reading.add(match.cost, of: .spelling, prices)
    if match.nameKind == .alternate { reading.add(1, of: .alternateName, prices) }
    reading.add(Odds.price(max(0.02, work.index.info(of: place.kind).newsWeight)), of: .kind, prices)
    reading.add(7 - magnitude(place), of: .size, prices)
    if work.seats.isSeat(place) { reading.add(-1, of: .seat, prices) }
    if !scope.prefers(place) { reading.add(1, of: .bias, prices) }
    reading.reasons = match.cost == 0 ? ["spelled as known"] : match.reasons
    return reading
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

  // MARK: One sense a document

  /// "the Libyan capital" tells which Tripoli is meant.
  private mutating func priceDescriptions(_ work: Workspace) {
    for found in work.definites where found.demonym != nil {
      guard let place = found.place else { continue }
      for name in states.indices where states[name].readings.contains(where: { $0.place.id == place.id }) {
        for index in states[name].readings.indices where states[name].readings[index].place.id != place.id {
          states[name].readings[index].add(1, of: .otherSense, work.prices)
        }
      }
    }
  }

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
        states[name].readings[index].add(1 - share, of: .otherSense, work.prices)
        if share > 0.5 { states[name].readings[index].reasons.append("the sense that the text tells elsewhere") }
      }
    }
  }

  private func key(_ name: Int, _ work: Workspace) -> String {
    work.document.string(tokens: work.names[name].tokens).lowercased()
  }
}
