import Gazetteer
import Geodesy
import Geometry
import NewsText
import Records

/// What the document is about, and what lies near what.
extension Resolver {
  /// Each distinct name gives its countries and their units a share by its readings' odds.
  mutating func weighCountries(_ work: Workspace) {
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
        if let unit = Self.unit(of: reading.place) { unitShares[unit, default: 0] += weight * odd / total }
      }
      sum += weight
    }
    for country in shares.keys { shares[country, default: 0] /= max(sum, 1) }
    for unit in unitShares.keys { unitShares[unit, default: 0] /= max(sum, 1) }
  }

  /// The first-level unit that a place lies in or is, with its country before it.
  private static func unit(of place: Place) -> String? {
    guard let country = place.country, place.kind != .country else { return nil }
    let isUnit = place.kind == .governorate || place.kind == .province
    return (isUnit ? place.name : place.admin1).map { country + "/" + $0 }
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
    for index in states[name].readings.indices {
      let place = states[name].readings[index].place
      guard place.kind != .country, let country = place.country else { continue }
      let share = shares[country] ?? 0
      add(1 - share, of: .otherCountry, name, index, work.prices)
      if let unit = Self.unit(of: place) {
        add(1 - (unitShares[unit] ?? 0), of: .otherUnit, name, index, work.prices)
      }
      if country == focus { states[name].readings[index].reasons.append("in the country that the text is about") }
    }
  }

  // MARK: What lies near what

  /// Names with nearly one reading stand as anchors for the others.
  mutating func priceNearness(_ work: Workspace) {
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

  /// From the edge of an area: what lies in a province is near it.
  private mutating func priceNearness(_ name: Int, _ index: Int, _ points: [Coordinate], _ work: Workspace) {
    let place = states[name].readings[index].place
    guard let point = place.point, place.kind != .country, place.kind != .continent else { return }
    let radius = place.kind.isArea ? work.index.info(of: place.kind).radius / 1000 : 0
    let nearest = (points.map { Ellipsoid.distance($0, point).kilometers }.min() ?? 0) - radius
    let most = work.prices[.farLimit] / max(work.prices[.far], 0.05)
    let doublings = min(most, max(0, Odds.doublings(max(nearest, 1), of: 25)))
    add(doublings, of: .far, name, index, work.prices)
    if doublings == 0 { states[name].readings[index].reasons.append("near other places of the text") }
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
}
