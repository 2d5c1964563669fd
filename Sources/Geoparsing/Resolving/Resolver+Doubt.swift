import Gazetteer
import NewsText
import Records

/// In a text about one country, the one small place of another that nothing else speaks for is more often a person, a
/// word or a thing of that name.
extension Resolver {
  /// Takes the place from such names; those without a word of place beside them are no names of places at all.
  mutating func doubt(_ work: Workspace) {
    let doubtful = states.indices.filter { canBeDoubted($0, work) }
    guard !doubtful.isEmpty else { return }
    let ground = CommonGround(self, work)
    for name in doubtful {
      guard let best = states[name].readings.first, let country = best.place.country else { continue }
      let said = work.names[name].saidKind
      let isLoose = best.match.cost > 0.02 || said.map { !$0.fits(best.place.kind) } ?? false
      guard ground.isElsewhere(country, than: work.texts[name].lower, names: isLoose ? 1 : 3) else { continue }
      let start = work.names[name].tokens.lowerBound
      let isBehind = work.hasPlaceWords(before: start, in: work.sentence(of: start))
      if isBehind, said == nil, best.match.cost == 0 { continue }
      states[name].readings = []
      states[name].isDoubted = !isBehind && said == nil && !work.names[name].isCalledPlace
    }
  }

  /// The country that a name speaks for without doubt: an area or a large place, spelled as known, or one that the text
  /// itself tells where it is.
  fileprivate func backs(_ name: Int, _ work: Workspace) -> String? {
    guard let best = states[name].readings.first, best.match.cost < 0.1 else { return nil }
    let isSure = isLarge(best.place.kind) || isKnown(best, work) || isHeld(name)
    return isSure ? best.place.country : nil
  }

  private func canBeDoubted(_ name: Int, _ work: Workspace) -> Bool {
    let (found, state) = (work.names[name], states[name])
    guard let best = state.readings.first, !found.isGiven, !isHeld(name), state.contents.isEmpty,
      found.role != .demonym, found.role != .dateline, best.place.kind != .country, best.place.kind != .continent
    else { return false }
    if best.match.cost > 0.02 || found.saidKind.map({ !$0.fits(best.place.kind) }) ?? false { return true }
    return !isLarge(best.place.kind) && !isKnown(best, work)
  }

  /// The text itself puts the place where it lies: into an area that holds it, or a country by an adjective.
  private func isHeld(_ name: Int) -> Bool {
    guard let best = states[name].readings.first else { return false }
    if let country = best.place.country, states[name].hint.contains(country) { return true }
    guard let outer = states[name].container, let area = states[outer].readings.first else { return false }
    return Containment.holds(area.place, best.place) == true
  }

  /// Areas that are known beyond their country.
  private func isLarge(_ kind: PlaceKind) -> Bool {
    kind.isArea && kind != .district && kind != .subdistrict
  }

  /// A seat of government, or a place of 100,000 people by its customary name.
  private func isKnown(_ reading: Reading, _ work: Workspace) -> Bool {
    reading.known.isSeat
      || (reading.match.nameKind != .alternate && reading.match.cost == 0 && (reading.place.population ?? 0) >= 100_000)
  }
}

/// The countries that a text's names speak for without doubt, and by how many different names.
private struct CommonGround {
  private var names: [String: Set<UInt64>] = [:]
  /// Names of places where something is; countries that act or speak tell nothing of where.
  private var told: Set<UInt64> = []

  init(_ resolver: Resolver, _ work: Workspace) {
    for name in resolver.states.indices {
      guard let country = resolver.backs(name, work) else { continue }
      let text = work.texts[name].lower
      names[country, default: []].insert(text)
      if work.names[name].role == .literal || work.names[name].role == .dateline { told.insert(text) }
    }
  }

  /// At least so many other names tell where the text is, and none of them speaks for that country.
  func isElsewhere(_ country: String, than text: UInt64, names least: Int) -> Bool {
    guard told.count - (told.contains(text) ? 1 : 0) >= least else { return false }
    return names[country].map { $0.subtracting([text]).isEmpty } ?? true
  }
}
