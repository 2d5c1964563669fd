import Gazetteer
import Records

/// What the words round a name say of its readings.
extension Resolver {
  mutating func priceWords(_ name: Int, _ work: Workspace) {
    let found = work.names[name]
    let hasExact = states[name].readings.contains { $0.match.cost == 0 }
    let hasCountry = states[name].readings.contains { $0.place.kind == .country }
    let isPlain = found.saidKind == nil && states[name].container == nil && states[name].contents.isEmpty
    for index in states[name].readings.indices {
      let place = states[name].readings[index].place
      if let said = found.saidKind { priceKind(said, name, index, work.prices) }
      // "Islamabad denied it" is not the town in Kashmir.
      if found.role == .metonym, place.kind.isSettlement,
        !work.memory.known(states[name].readings[index].match.ref).isGovernment
      {
        states[name].readings[index].isRefuted = true
      }
      if hasCountry, isPlain, place.kind != .country { add(1, of: .countryTwin, name, index, work.prices) }
      if hasExact, states[name].readings[index].match.cost > 0 {
        add(1, of: .variantBesideExact, name, index, work.prices)
      }
      priceSense(name, index, work.prices)
      if let outer = states[name].container {
        priceContainer(outer, name, index, work.prices) { work.index.info(of: $0).radius }
      }
      if !states[name].contents.isEmpty { priceContents(name, index, work) }
      if !states[name].hint.isEmpty, let country = place.country, !states[name].hint.contains(country) {
        add(1, of: .countryHint, name, index, work.prices)
      }
    }
  }

  mutating func add(_ amount: Double, of price: PriceName, _ name: Int, _ index: Int, _ prices: Prices) {
    states[name].readings[index].add(amount, of: price, prices)
  }

  private mutating func priceKind(_ said: PlaceKind, _ name: Int, _ index: Int, _ prices: Prices) {
    let kind = states[name].readings[index].place.kind
    if kind == said || (said == .province && kind == .governorate) || (said == .governorate && kind == .province) {
      states[name].readings[index].reasons.append(called: said)
    } else {
      add(1, of: said.fits(kind) ? .kindLoose : .kindMisfit, name, index, prices)
      if !said.fits(kind), states[name].readings[index].match.cost > 0 { states[name].readings[index].isRefuted = true }
    }
  }

  private mutating func priceSense(_ name: Int, _ index: Int, _ prices: Prices) {
    let (wantsArea, wantsTown) = (states[name].wantsArea, states[name].wantsTown)
    let kind = states[name].readings[index].place.kind
    if kind.isSettlement {
      if wantsArea, !wantsTown { add(1, of: .townWhereArea, name, index, prices) }
      if states[name].areaCue, !wantsTown { add(1, of: .areaCue, name, index, prices) }
    } else if kind == .governorate || kind == .province || kind == .district {
      if !wantsArea, let seat = seat(name, index) { add(7 - seat.magnitude, of: .areaOfSeat, name, index, prices) }
      if wantsTown, !wantsArea { add(1, of: .areaWhereTown, name, index, prices) }
      if !wantsArea, !wantsTown { add(1, of: .areaAlone, name, index, prices) }
    }
  }

  /// The largest town of the area's own name that lies in it.
  private func seat(_ name: Int, _ index: Int) -> KnownPlace? {
    let area = states[name].readings[index].place
    let towns = states[name].readings.filter {
      $0.place.kind.isSettlement && $0.match.cost == 0 && $0.match.nameKind != .alternate
        && Containment.holds(area, $0.place) == true
    }
    return towns.map(\.known).max { $0.magnitude < $1.magnitude }
  }

  private mutating func priceContainer(
    _ outer: Int, _ name: Int, _ index: Int, _ prices: Prices, radius: (PlaceKind) -> Double
  ) {
    let place = states[name].readings[index].place
    let areas = states[outer].readings.filter { Containment.holds($0.place, place) == true }
    if let area = areas.min(by: { $0.price < $1.price }) {
      states[name].readings[index].reasons.append("in \(area.place.name), as the text says")
    } else {
      add(1, of: .outsideContainer, name, index, prices)
      let areas = states[outer].readings.filter { $0.place.kind.isArea || $0.place.kind == .city }
      if !areas.isEmpty, areas.allSatisfy({ Containment.excludes($0.place, place, radius: radius($0.place.kind)) }) {
        states[name].readings[index].isRefuted = true
      }
    }
  }

  private mutating func priceContents(_ name: Int, _ index: Int, _ work: Workspace) {
    let area = states[name].readings[index].place
    let holds = states[name].contents.contains { inner in
      let isQuarter = Evidence.isQuarter(inner, work, states)
      return states[inner].readings.isEmpty
        || states[inner].readings.contains { Containment.holds(area, $0.place, asQuarter: isQuarter) == true }
    }
    if !holds { add(1, of: .outsideContainer, name, index, work.prices) }
    let holdsQuarter = states[name].contents.contains { Evidence.isQuarter($0, work, states) }
    if !area.kind.isArea, !holdsQuarter { add(1, of: .containerIsTown, name, index, work.prices) }
  }
}
