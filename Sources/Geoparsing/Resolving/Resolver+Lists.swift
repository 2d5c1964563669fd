import Gazetteer
import Records

/// "Colorado, California and Minnesota": the members of a list are of one rank and mostly of one country.
extension Resolver {
  mutating func priceLists(_ work: Workspace) {
    for list in ToponymList.all(work) {
      let shares = list.map { rankShares(of: $0) }
      for (position, name) in list.enumerated() where states[name].range.count > 1 {
        let others = shares.indices.filter { $0 != position && !shares[$0].isEmpty }
        guard !others.isEmpty else { continue }
        for index in states[name].range {
          let rank = readings[index].rank
          let fit = others.reduce(0) { $0 + Self.share(of: rank, in: shares[$1]) } / Double(others.count)
          add(1 - fit, of: .listMisfit, index)
        }
      }
    }
  }

  private typealias RankShares = [(rank: Int, share: Double)]

  private static func share(of rank: Int, in shares: RankShares) -> Double {
    for entry in shares where entry.rank == rank { return entry.share }
    return 0
  }

  /// How probable each rank is for a name, by its readings' odds.
  private func rankShares(of name: Int) -> RankShares {
    let least = leastPrice(name)
    var shares: RankShares = []
    var sum = 0.0
    for index in states[name].range {
      let odds = Odds.odds(readings[index].price, least: least)
      if let known = shares.firstIndex(where: { $0.rank == readings[index].rank }) {
        shares[known].share += odds
      } else {
        shares.append((readings[index].rank, odds))
      }
      sum += odds
    }
    for index in shares.indices { shares[index].share /= sum }
    return shares
  }

  /// The price of the cheapest reading.
  func leastPrice(_ name: Int) -> Double {
    var least = Double.infinity
    for index in states[name].range { least = min(least, readings[index].price) }
    return least
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
