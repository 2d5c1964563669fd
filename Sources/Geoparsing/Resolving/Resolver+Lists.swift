import Gazetteer
import Records

/// "Colorado, California and Minnesota": the members of a list are of one rank and mostly of one country.
extension Resolver {
  mutating func priceLists(_ work: Workspace) {
    let lists = ToponymList.all(work)
    for list in lists {
      let shares = list.map { rankShares(of: $0) }
      for (position, name) in list.enumerated() where states[name].readings.count > 1 {
        let others = shares.indices.filter { $0 != position && !shares[$0].isEmpty }
        guard !others.isEmpty else { continue }
        for index in states[name].readings.indices {
          let key = states[name].readings[index].known.rank
          let fit = others.reduce(0) { $0 + (shares[$1][key] ?? 0) } / Double(others.count)
          add(1 - fit, of: .listMisfit, name, index, work.prices)
        }
      }
    }
  }

  /// How probable each rank is for a name, by its readings' odds.
  private func rankShares(of name: Int) -> [Int: Double] {
    let readings = states[name].readings
    let least = readings.map(\.price).min() ?? 0
    var shares: [Int: Double] = [:]
    var sum = 0.0
    for reading in readings {
      let odds = Odds.odds(reading.price, least: least)
      shares[reading.known.rank, default: 0] += odds
      sum += odds
    }
    return shares.mapValues { $0 / sum }
  }
}

/// Names that a text lists.
enum ToponymList {
  /// Runs of two names or more with nothing but commas and "and" between them, adjectives left out.
  static func all(_ work: Workspace) -> [Range<Int>] {
    var lists: [Range<Int>] = []
    var first = 0
    for name in work.names.indices.dropFirst() where !continues(name, work) {
      if name - first > 1 { lists.append(first..<name) }
      first = name
    }
    if work.names.count - first > 1 { lists.append(first..<work.names.count) }
    return lists
  }

  private static func continues(_ name: Int, _ work: Workspace) -> Bool {
    work.areListed(name - 1, name) && !work.names[name].isDemonym && !work.names[name - 1].isDemonym
  }

  /// What the members of a list share: countries are listed with countries, towns with towns of their country.
  static func rank(of place: Place) -> String {
    switch place.kind {
    case .country: "countries"
    case .continent, .region, .sea: "regions"
    case .governorate, .province: "units of \(place.country ?? "")"
    default: "places in \(place.country ?? "")"
    }
  }
}
