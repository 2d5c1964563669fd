import Gazetteer
import NewsText
import Records

/// What the document is about, and what lies near what.
extension Resolver {
  /// Each distinct name gives its countries and their units a share by its readings' odds.
  mutating func weighCountries(_ work: Workspace) {
    var seen = HashedSet()
    shares = [Double](repeating: 0, count: work.memory.numbers.texts.count)
    // Those that get a share.
    var (countries, units): ([Int], [Int]) = ([], [])
    var odds: [Double] = []
    var sum = 0.0
    for name in states.indices where !states[name].isEmpty {
      guard seen.insert(work.texts[name].exact) else { continue }
      let weight = weight(name, work)
      addShares(of: name, weight, &odds, &countries, &units)
      sum += weight
    }
    for number in countries { shares[number] /= max(sum, 1) }
    for number in units { shares[number] /= max(sum, 1) }
    let texts = work.memory.numbers.texts
    let most = countries.max { (shares[$0], texts[$1]) < (shares[$1], texts[$0]) }
    focus = most.flatMap { shares[$0] > 0.25 ? $0 : nil } ?? 0
  }

  /// - Parameter odds: what to work with.
  private mutating func addShares(
    of name: Int, _ weight: Double, _ odds: inout [Double], _ countries: inout [Int], _ units: inout [Int]
  ) {
    let least = leastPrice(name)
    odds.removeAll(keepingCapacity: true)
    for index in states[name].range { odds.append(Odds.odds(readings[index].price, least: least)) }
    let total = odds.reduce(0, +)
    for index in odds.indices {
      let share = weight * odds[index] / total
      let reading = states[name].range.lowerBound + index
      add(share, to: readings[reading].country, &countries)
      add(share, to: readings[reading].unit, &units)
    }
  }

  private mutating func add(_ share: Double, to number: Int, _ touched: inout [Int]) {
    guard number > 0 else { return }
    if shares[number] == 0 { touched.append(number) }
    shares[number] += share
  }

  /// A name spelled otherwise than known tells little of what the text is about.
  private func weight(_ name: Int, _ work: Workspace) -> Double {
    if work.names[name].isCalledPlace || !states[name].hasExact {
      return work.prices[.variantWeight]
    }
    return work.names[name].role == .dateline ? work.prices[.datelineWeight] : 1
  }

  mutating func priceFocus(_ name: Int, _ work: Workspace) {
    guard states[name].range.count > 1 else { return }
    // Countries are named in texts on others; but the Georgia of a text on Alabama is the state.
    let isTwin = hasExact(.country, name) && hasExact(.province, name)
    for index in states[name].range {
      let (country, unit) = (readings[index].country, readings[index].unit)
      guard country != 0 else { continue }
      if readings[index].kind == .country {
        if isTwin { add(0.9 * (1 - shares[country]), of: .otherCountry, index) }
        continue
      }
      add(1 - shares[country], of: .otherCountry, index)
      if unit > 0, !isTwin { add(1 - shares[unit], of: .otherUnit, index) }
      if country == focus { note(.inFocus, name, index, work) }
    }
  }

  /// A place of that kind bears the name as it is spelled.
  private func hasExact(_ kind: PlaceKind, _ name: Int) -> Bool {
    guard states[name].kinds.contains(kind) else { return false }
    return states[name].range.contains { readings[$0].cost == 0 && readings[$0].kind == kind }
  }

  // MARK: What lies near what

  /// Names with nearly one reading stand as anchors for the others.
  mutating func priceNearness(_ work: Workspace) {
    let anchors = Anchors(states.indices.filter { isAnchor($0, work) }, work)
    var points: [NearPoint] = []
    for name in states.indices where states[name].range.count > 1 {
      points.removeAll(keepingCapacity: true)
      anchors.eachNearest(to: name, work) {
        if let point = best($0).flatMap({ NearPoint($0) }) { points.append(point) }
      }
      guard !points.isEmpty else { continue }
      for index in states[name].range { priceNearness(name, index, points, work) }
    }
  }

  private mutating func priceNearness(_ name: Int, _ index: Int, _ points: [NearPoint], _ work: Workspace) {
    let kind = readings[index].kind
    guard kind != .country, kind != .continent, let here = NearPoint(readings[index]) else { return }
    let doublings = here.doublings(from: points, work.memory.nearness[kind.number], work.memory)
    add(doublings, of: .far, index)
    if doublings == 0 { note(.near, name, index, work) }
  }

  private func isAnchor(_ name: Int, _ work: Workspace) -> Bool {
    guard work.names[name].role != .demonym, work.names[name].role != .metonym, let best = best(name),
      best.direction != nil, best.cost < 0.1, !best.kind.isArea || best.kind == .governorate
    else { return false }
    return isAlone(name, by: 1)
  }

  /// Whether no other reading costs nearly as little as the cheapest.
  func isAlone(_ name: Int, by margin: Double) -> Bool {
    let range = states[name].range
    return range.count == 1 || readings[range.lowerBound + 1].price - readings[range.lowerBound].price > margin
  }
}
