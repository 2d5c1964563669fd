/// The cheapest match of each place, and no more places than are asked for.
struct MatchList {
  private var best: [PlaceRef: NameMatch] = [:]
  /// The costs of the cheapest places, ascending, at most `most` of them.
  private var costs: [Double] = []
  private let most: Int

  init(most: Int) { self.most = most }

  /// What a further place may cost to be among those asked for; ties are kept.
  var limit: Double { costs.count < most ? .infinity : costs[most - 1] }

  mutating func add(_ match: NameMatch) {
    guard match.cost <= limit else { return }
    if let known = best[match.ref] {
      guard (match.cost, match.nameKind.rawValue) < (known.cost, known.nameKind.rawValue) else { return }
      if let place = costs.firstIndex(of: known.cost) { costs.remove(at: place) }
    }
    best[match.ref] = match
    costs.insert(match.cost, at: costs.firstIndex { $0 > match.cost } ?? costs.count)
  }

  /// Cheapest first; equals in the order of the files.
  var sorted: [NameMatch] {
    let limit = limit
    return best.values.filter { $0.cost <= limit }.sorted {
      ($0.cost, $0.ref.layer, $0.ref.number) < ($1.cost, $1.ref.layer, $1.ref.number)
    }
  }
}
