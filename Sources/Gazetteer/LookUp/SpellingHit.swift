/// A name that a search has found, before it is put into words.
struct SpellingHit {
  /// 0 for the name as written.
  var cost: Float
  var layer: UInt8
  var place: UInt32
  var name: UInt32
  var kind: UInt8
  /// The rules that explain it, by their number in `PlaceIndex.tolerances`; none for the name as written.
  var rules: Int?
  /// The word that stands on one side only.
  var dropped: DroppedWord?
  /// What it costs more than the likeliest name, given who wrote the query; part of `cost`.
  var reading: Float = 0
}

/// A word that stands on one side only: the number of a content word of the query, or of the name.
enum DroppedWord: Hashable {
  case ofQuery(Int)
  case ofName(Int)
}

/// The cheapest name of each place, and no more places than are asked for.
struct SpellingHits {
  private(set) var hits: [SpellingHit] = []
  /// Contents looked at so far.
  var effort = 0
  private let most: Int
  /// Ties with the last place asked for are kept, up to so many.
  private let mostTied: Int

  init(most: Int) {
    self.most = most
    mostTied = max(most > .max / 4 ? .max : 4 * most, 100)
  }

  /// What a further place may cost to be among those asked for.
  var limit: Float { hits.count < most ? .infinity : hits[most - 1].cost }

  /// As many places as are asked for.
  var isFull: Bool { hits.count >= most }

  /// The cheapest so far.
  var best: Float { hits.first?.cost ?? .infinity }

  mutating func add(_ hit: SpellingHit) {
    guard hit.cost <= limit, hits.count < mostTied || hit.cost < (hits.last?.cost ?? 0) else { return }
    if let known = hits.firstIndex(where: { $0.place == hit.place && $0.layer == hit.layer }) {
      guard (hit.cost, hit.kind) < (hits[known].cost, hits[known].kind) else { return }
      hits.remove(at: known)
    }
    var place = hits.count
    while place > 0, hits[place - 1].cost > hit.cost { place -= 1 }
    hits.insert(hit, at: place)
    while hits.count > most, let last = hits.last, last.cost > limit || hits.count > mostTied { hits.removeLast() }
  }

  /// The names as written go in without a search: every one of them, as they come.
  mutating func addExact(_ hit: SpellingHit) {
    if hits.last.map({ $0.place == hit.place && $0.layer == hit.layer }) != true { hits.append(hit) }
  }

  /// Cheapest first; equals in the order of the files.
  var sorted: [SpellingHit] {
    let limit = limit
    return hits.filter { $0.cost <= limit }.sorted {
      ($0.cost, $0.layer, $0.place) < ($1.cost, $1.layer, $1.place)
    }
  }
}
