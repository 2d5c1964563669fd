import Gazetteer
import Geometry
import Records

/// What is weighed of a match.
struct MatchFacts {
  let ref: PlaceRef
  let cost: Double
  let nameKind: NameMatch.Kind
}

/// A candidate in the making: a place, the match that brought it, and its price so far.
struct Reading {
  let match: MatchFacts
  let known: KnownPlace
  /// The sum of what speaks against it.
  private(set) var price = 0.0
  var reasons = ReasonList()
  /// The text says something of the place that cannot be true of this one.
  var isRefuted = false
  /// How much of each price went into the sum, in the order of `PriceName`; empty unless prices are fitted.
  private(set) var amounts: [Double]

  /// The place.
  var place: Place { known.place }

  init(match: NameMatch, known: KnownPlace, isTraced: Bool) {
    self.match = MatchFacts(ref: match.ref, cost: match.cost, nameKind: match.nameKind)
    self.known = known
    amounts = isTraced ? [Double](repeating: 0, count: PriceName.allCases.count) : []
  }

  /// The cheaper one, by id where both cost the same.
  func stands(before other: Reading) -> Bool {
    price == other.price ? place.id < other.place.id : price < other.price
  }

  /// Adds an amount of one price.
  mutating func add(_ amount: Double, of name: PriceName, _ prices: Prices) {
    price += amount * prices[name]
    if !amounts.isEmpty { amounts[name.rawValue] += amount }
  }
}

/// What the resolver knows of one name.
struct NameReadings {
  var readings: [Reading] = []

  /// No reading stands behind one that it should stand before.
  var isSorted: Bool {
    for index in readings.indices.dropFirst() where readings[index].stands(before: readings[index - 1]) { return false }
    return true
  }

  /// The name's container, by index into the names.
  var container: Int?
  /// Names that lie in this one.
  var contents: [Int] = []
  /// Countries of an adjective on the name.
  var hint: Set<String> = []
  /// The text itself says which sense is meant.
  var isExplicit = false
  /// An area is meant ("southern", "rebel-held", "villages in").
  var wantsArea = false
  /// A town is meant ("central", "25 km west of", among towns).
  var wantsTown = false
  /// Nothing in the text speaks for a place of that name.
  var isDoubted = false
  /// Weaker: a word before the preposition speaks of areas.
  var areaCue = false
}
