import Gazetteer
import NewsText
import Records

/// What the document is about, and what lies near what.
extension Resolver {
  /// Each distinct name gives its countries and their units a share by its readings' odds.
  mutating func weighCountries(_ work: Workspace) {
    var seen: Set<UInt64> = []
    shares = [Double](repeating: 0, count: work.memory.texts.count)
    // Those that get a share.
    var (countries, units): ([Int], [Int]) = ([], [])
    var sum = 0.0
    for name in states.indices where !states[name].readings.isEmpty {
      guard seen.insert(work.texts[name].exact).inserted else { continue }
      let weight = weight(name, work)
      addShares(of: name, weight, &countries, &units)
      sum += weight
    }
    for number in countries { shares[number] /= max(sum, 1) }
    for number in units { shares[number] /= max(sum, 1) }
    let texts = work.memory.texts
    let most = countries.max { (shares[$0], texts[$1]) < (shares[$1], texts[$0]) }
    focus = most.flatMap { shares[$0] > 0.25 ? texts[$0] : nil }
  }

  private mutating func addShares(of name: Int, _ weight: Double, _ countries: inout [Int], _ units: inout [Int]) {
    var least = Double.infinity
    for index in states[name].readings.indices { least = min(least, states[name].readings[index].price) }
    let odds = states[name].readings.indices.map { Odds.odds(states[name].readings[$0].price, least: least) }
    let total = odds.reduce(0, +)
    for index in odds.indices {
      let share = weight * odds[index] / total
      add(share, to: states[name].readings[index].known.country, &countries)
      add(share, to: states[name].readings[index].known.unit, &units)
    }
  }

  private mutating func add(_ share: Double, to number: Int, _ touched: inout [Int]) {
    guard number > 0 else { return }
    if shares[number] == 0 { touched.append(number) }
    shares[number] += share
  }

  /// A name spelled otherwise than known tells little of what the text is about.
  private func weight(_ name: Int, _ work: Workspace) -> Double {
    if work.names[name].isCalledPlace || states[name].readings.allSatisfy({ $0.match.cost > 0 }) {
      return work.prices[.variantWeight]
    }
    return work.names[name].role == .dateline ? work.prices[.datelineWeight] : 1
  }

  mutating func priceFocus(_ name: Int, _ work: Workspace) {
    guard states[name].readings.count > 1 else { return }
    let exact = states[name].readings.filter { $0.match.cost == 0 }
    // Countries are named in texts on others; but the Georgia of a text on Alabama is the state.
    let isTwin = exact.contains { $0.place.kind == .country } && exact.contains { $0.place.kind == .province }
    for index in states[name].readings.indices {
      let known = states[name].readings[index].known
      guard let country = known.place.country else { continue }
      if known.place.kind == .country {
        if isTwin { add(0.9 * (1 - shares[known.country]), of: .otherCountry, name, index, work.prices) }
        continue
      }
      add(1 - shares[known.country], of: .otherCountry, name, index, work.prices)
      if known.unit > 0, !isTwin { add(1 - shares[known.unit], of: .otherUnit, name, index, work.prices) }
      if country == focus { states[name].readings[index].reasons.append(.inFocus) }
    }
  }

  // MARK: What lies near what

  /// Names with nearly one reading stand as anchors for the others.
  mutating func priceNearness(_ work: Workspace) {
    let anchors = Anchors(states.indices.filter { isAnchor($0, work) }, work)
    for name in states.indices where states[name].readings.count > 1 {
      let points = anchors.nearest(to: name, work).compactMap { NearPoint(states[$0].readings.first?.known) }
      guard !points.isEmpty else { continue }
      for index in states[name].readings.indices { priceNearness(name, index, points, work) }
    }
  }

  /// From the edge of an area: what lies in a province is near it.
  private mutating func priceNearness(_ name: Int, _ index: Int, _ points: [NearPoint], _ work: Workspace) {
    let known = states[name].readings[index].known
    guard let here = NearPoint(known), known.place.kind != .country,
      known.place.kind != .continent
    else { return }
    let radius = known.place.kind.isArea ? work.index.info(of: known.place.kind).radius / 1000 : 0
    let most = work.prices[.farLimit] / max(work.prices[.far], 0.05)
    let doublings = here.doublings(of: 25, from: points, beyond: radius, most: most, work.memory)
    add(doublings, of: .far, name, index, work.prices)
    if doublings == 0 { states[name].readings[index].reasons.append(.near) }
  }

  private func isAnchor(_ name: Int, _ work: Workspace) -> Bool {
    guard work.names[name].role != .demonym, work.names[name].role != .metonym, let best = states[name].readings.first,
      best.place.point != nil, best.match.cost < 0.1, !best.place.kind.isArea || best.place.kind == .governorate
    else { return false }
    return states[name].readings.count == 1 || states[name].readings[1].price - best.price > 1
  }
}
