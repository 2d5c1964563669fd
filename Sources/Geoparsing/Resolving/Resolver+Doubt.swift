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
      guard let best = best(name), best.country != 0 else { continue }
      let said = work.names[name].saidKind
      let isLoose = best.cost > 0.02 || said.map { !$0.fits(best.kind) } ?? false
      guard ground.isElsewhere(best.country, than: work.texts[name].lower, names: isLoose ? 1 : 3) else { continue }
      let start = work.names[name].tokens.lowerBound
      let isBehind = work.hasPlaceWords(before: start, in: work.sentence(of: start))
      if isBehind, said == nil, best.cost == 0 { continue }
      states[name].keep(0)
      states[name].isDoubted = !isBehind && said == nil && !work.names[name].isCalledPlace
    }
  }

  /// The country that a name speaks for without doubt, by its number: that of an area or a large place, spelled as known,
  /// or of one that the text itself tells where it is; else 0.
  fileprivate func backs(_ name: Int) -> Int {
    guard let best = best(name), best.cost < 0.1 else { return 0 }
    return isLarge(best.kind) || isKnown(best) || isHeld(name) ? best.country : 0
  }

  private func canBeDoubted(_ name: Int, _ work: Workspace) -> Bool {
    guard let best = best(name), !work.names[name].isGiven, !isHeld(name), states[name].contents.isEmpty,
      work.names[name].role != .demonym, work.names[name].role != .dateline, best.kind != .country,
      best.kind != .continent
    else { return false }
    if best.cost > 0.02 || work.names[name].saidKind.map({ !$0.fits(best.kind) }) ?? false { return true }
    return !isLarge(best.kind) && !isKnown(best)
  }

  /// The text itself puts the place where it lies: into an area that holds it, or a country by an adjective.
  private func isHeld(_ name: Int) -> Bool {
    guard let best = best(name) else { return false }
    if best.country != 0, states[name].hint.contains(best.country) { return true }
    guard let outer = states[name].container, let area = self.best(outer) else { return false }
    return area.holds(best) == true
  }

  /// Areas that are known beyond their country.
  private func isLarge(_ kind: PlaceKind) -> Bool {
    kind.isArea && kind != .district && kind != .subdistrict
  }

  /// A seat of government, or a place of 100,000 people by its customary name.
  private func isKnown(_ reading: Reading) -> Bool {
    reading.isSeat || (reading.nameKind != .alternate && reading.cost == 0 && reading.population >= 100_000)
  }
}

/// The countries that a text's names speak for without doubt, and by how many different names.
private struct CommonGround {
  /// What speaks for a country: one name, and whether there is another.
  private struct Speaker {
    let country: Int
    let text: UInt64
    var hasOthers = false
  }

  private var speakers: [Speaker] = []
  /// Names of places where something is; countries that act or speak tell nothing of where.
  private var told = HashedSet()

  init(_ resolver: Resolver, _ work: Workspace) {
    for name in resolver.states.indices {
      let country = resolver.backs(name)
      guard country != 0 else { continue }
      let text = work.texts[name].lower
      note(country, text)
      if work.names[name].role == .literal || work.names[name].role == .dateline { told.insert(text) }
    }
  }

  private mutating func note(_ country: Int, _ text: UInt64) {
    if let known = speakers.firstIndex(where: { $0.country == country }) {
      if speakers[known].text != text { speakers[known].hasOthers = true }
    } else {
      speakers.append(Speaker(country: country, text: text))
    }
  }

  /// At least so many other names tell where the text is, and none of them speaks for that country.
  func isElsewhere(_ country: Int, than text: UInt64, names least: Int) -> Bool {
    guard told.count - (told.contains(text) ? 1 : 0) >= least else { return false }
    return speakers.first { $0.country == country }.map { $0.text == text && !$0.hasOthers } ?? true
  }
}
