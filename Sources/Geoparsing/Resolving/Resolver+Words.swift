import Gazetteer
import Records

/// What the words round a name say of its readings.
extension Resolver {
  mutating func priceWords(_ name: Int, _ work: Workspace) {
    let (said, outer) = (work.names[name].saidKind, states[name].container)
    let isMetonym = work.names[name].role == .metonym
    let hasContents = !states[name].contents.isEmpty
    let isCountryTwin = states[name].kinds.contains(.country) && said == nil && outer == nil && !hasContents
    for index in states[name].range {
      let kind = readings[index].kind
      if let said { priceKind(said, name, index, work) }
      // "Islamabad denied it" is not the town in Kashmir.
      if isMetonym, kind.isSettlement, !readings[index].isGovernment { readings[index].isRefuted = true }
      if isCountryTwin, kind != .country { add(1, of: .countryTwin, index) }
      if states[name].hasExact, readings[index].cost > 0 { add(1, of: .variantBesideExact, index) }
      priceSense(name, index, work)
      if let outer { priceContainer(outer, name, index, work) }
      if hasContents { priceContents(name, index, work) }
      if !states[name].hint.isEmpty, readings[index].country != 0,
        !states[name].hint.contains(readings[index].country)
      {
        add(1, of: .countryHint, index)
      }
    }
  }

  private mutating func priceKind(_ said: PlaceKind, _ name: Int, _ index: Int, _ work: Workspace) {
    let kind = readings[index].kind
    if kind == said || (said == .province && kind == .governorate) || (said == .governorate && kind == .province) {
      note(called: said, name, index, work)
    } else {
      add(1, of: said.fits(kind) ? .kindLoose : .kindMisfit, index)
      // "al-Qusor neighborhood" is not Luxor, by another of its names
      let isOther = readings[index].cost > 0 || said == .neighborhood && readings[index].nameKind == .alternate
      if !said.fits(kind), isOther { readings[index].isRefuted = true }
    }
  }

  private mutating func priceSense(_ name: Int, _ index: Int, _ work: Workspace) {
    let (wantsArea, wantsTown) = (states[name].wantsArea, states[name].wantsTown)
    let kind = readings[index].kind
    if kind.isSettlement {
      if wantsArea, !wantsTown { add(1, of: .townWhereArea, index) }
      if states[name].areaCue, !wantsTown { add(1, of: .areaCue, index) }
    } else if kind == .governorate || kind == .province || kind == .district {
      if !wantsArea, let seat = seat(name, index) { add(7 - readings[seat].magnitude, of: .areaOfSeat, index) }
      if wantsTown, !wantsArea { add(1, of: .areaWhereTown, index) }
      if !wantsArea, !wantsTown { add(1, of: .areaAlone, index) }
    }
  }

  /// The largest town of the area's own name that lies in it.
  private func seat(_ name: Int, _ area: Int) -> Int? {
    guard !states[name].kinds.isDisjoint(with: KindSet.settlements) else { return nil }
    var largest: Int?
    for town in states[name].range
    where readings[town].kind.isSettlement && readings[town].cost == 0 && isLarge(readings[town])
      && largest.map({ readings[$0].magnitude < readings[town].magnitude }) ?? true
      && readings[town].isSeat(of: readings[area])
    {
      largest = town
    }
    return largest
  }

  /// Known by that name first, or large enough to be known by all its names.
  private func isLarge(_ reading: Reading) -> Bool {
    reading.nameKind != .alternate || reading.magnitude >= 4
  }

  private mutating func priceContainer(_ outer: Int, _ name: Int, _ index: Int, _ work: Workspace) {
    let place = readings[index]
    var cheapest: Int?
    for area in states[outer].range
    where cheapest.map({ readings[area].price < readings[$0].price }) ?? true && readings[area].holds(place) == true {
      cheapest = area
    }
    if let cheapest {
      note("in \(readings[cheapest].place.name), as the text says", name, index, work)
    } else {
      add(1, of: .outsideContainer, index)
      // another spelling, and elsewhere: a namesake of what no map knows
      if place.cost > 0 || isExcluded(place, from: outer, work) { readings[index].isRefuted = true }
    }
  }

  /// The place can lie in no area that bears a name.
  private func isExcluded(_ place: Reading, from outer: Int, _ work: Workspace) -> Bool {
    guard !states[outer].kinds.isDisjoint(with: KindSet.containers) else { return false }
    return states[outer].range.allSatisfy { area in
      let kind = readings[area].kind
      return !KindSet.containers.contains(kind)
        || readings[area].excludes(place, radius: work.index.info(of: kind).radius)
    }
  }

  private mutating func priceContents(_ name: Int, _ index: Int, _ work: Workspace) {
    let area = readings[index]
    let holds = states[name].contents.contains { inner in
      let isQuarter = Evidence.isQuarter(inner, work, self)
      return states[inner].isEmpty
        || states[inner].range.contains { area.holds(readings[$0], asQuarter: isQuarter) == true }
    }
    if !holds { add(1, of: .outsideContainer, index) }
    let holdsQuarter = states[name].contents.contains { Evidence.isQuarter($0, work, self) }
    if !area.kind.isArea, !holdsQuarter { add(1, of: .containerIsTown, index) }
  }
}
