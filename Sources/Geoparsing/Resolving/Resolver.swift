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
  /// The share that each country and each first-level unit has in what the document names, by their numbers.
  var shares: [Double] = []
  /// The country that the document is about.
  var focus: String?

  init(scope: Scope) { self.scope = scope }

  /// The cheapest reading of each name, nil where there is none.
  var chosen: [KnownPlace?] { states.map { $0.readings.first?.known } }

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
    doubt(work)
  }

  /// A reading that the text refutes is gone, for every mention of the name that the text does not tell apart.
  private mutating func refute(_ work: Workspace) {
    var refuted: [UInt64: Set<String>] = [:]
    for name in states.indices where states[name].readings.contains(where: \.isRefuted) {
      refuted[work.texts[name].lower, default: []].formUnion(states[name].readings.filter(\.isRefuted).map(\.place.id))
    }
    guard !refuted.isEmpty else { return }
    for name in states.indices where !work.names[name].isGiven {
      let gone = states[name].isExplicit ? [] : refuted[work.texts[name].lower] ?? []
      states[name].readings.removeAll { $0.isRefuted || gone.contains($0.place.id) }
    }
  }

  private mutating func sort() {
    for name in states.indices {
      guard !states[name].isSorted else { continue }
      states[name].readings.sort { $0.stands(before: $1) }
    }
  }

  // MARK: The name by itself

  private func readings(of name: Int, _ work: inout Workspace) -> NameReadings {
    var state = NameReadings()
    let isDemonym = work.names[name].role == .demonym
    state.readings.reserveCapacity(work.names[name].matches.count)
    for match in work.names[name].matches {
      if match.nameKind == .demonym, !isDemonym, !work.names[name].isGiven { continue }
      let known = work.memory.known(match.ref)
      guard scope.allows(known.place) else { continue }
      state.readings.append(reading(match, known, work))
    }
    return state
  }

  private func reading(_ match: NameMatch, _ known: KnownPlace, _ work: Workspace) -> Reading {
    let prices = work.prices
    var reading = Reading(match: match, known: known, isTraced: isTraced)
    reading.add(match.cost, of: .spelling, prices)
    if match.nameKind == .alternate { reading.add(1, of: .alternateName, prices) }
    reading.add(known.rarity, of: .kind, prices)
    reading.add(7 - known.magnitude, of: .size, prices)
    if known.isSeat { reading.add(-1, of: .seat, prices) }
    if !scope.prefers(known.place) { reading.add(1, of: .bias, prices) }
    if match.cost == 0 { reading.reasons.append(.asKnown) } else { reading.reasons = ReasonList(match.reasons) }
    return reading
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
    var senses: [UInt64: [String: Int]] = [:]
    for name in states.indices where states[name].isExplicit && work.names[name].role != .demonym {
      guard let place = states[name].readings.first?.place else { continue }
      senses[work.texts[name].lower, default: [:]][place.id, default: 0] += 1
    }
    guard !senses.isEmpty else { return }
    for name in states.indices where !states[name].isExplicit && states[name].readings.count > 1 {
      guard let sense = senses[work.texts[name].lower] else { continue }
      let total = Double(sense.values.reduce(0, +))
      for index in states[name].readings.indices {
        let share = Double(sense[states[name].readings[index].place.id] ?? 0) / total
        states[name].readings[index].add(1 - share, of: .otherSense, work.prices)
        if share > 0.5 { states[name].readings[index].reasons.append(.sense) }
      }
    }
  }
}
