import Gazetteer
import Records

/// A candidate in the making: a place, the match that brought it, and its price so far.
///
/// Numbers alone, so that readings are copied and sorted as bytes are: the place is held by the `Namesakes` of the name,
/// which whoever holds a reading holds too.
struct Reading: @unchecked Sendable {  // places do not change
  /// The place.
  let unmanaged: Unmanaged<KnownPlace>
  /// The price of the spelling.
  let cost: Double
  /// The sum of what speaks against it.
  private(set) var price = 0.0
  var reasons: ReasonList
  /// The match that brought it, by index into those of the name.
  let match: Int32
  /// Where it is kept how much of each price went into the sum; -1 unless prices are fitted.
  var trace: Int32 = -1
  /// What sort of name brought it.
  let nameKind: NameMatch.Kind
  /// The text says something of the place that cannot be true of this one.
  var isRefuted = false

  /// A match of a name, by its number, with what it costs in any text.
  init(_ match: NameMatch, _ number: Int, _ place: KnownPlace, _ memory: PlaceMemory) {
    unmanaged = Unmanaged.passUnretained(place)
    cost = match.cost
    self.match = Int32(number)
    nameKind = match.nameKind
    reasons = match.cost == 0 ? ReasonList(.asKnown) : ReasonList.ofMatch
    for (amount, price) in Self.standing(match, place, memory) { add(amount, of: price, memory.knowledge.prices) }
  }

  /// What a match costs in any text.
  static func standing(
    _ match: NameMatch, _ place: KnownPlace, _ memory: PlaceMemory
  ) -> [(amount: Double, price: PriceName)] {
    var amounts: [(amount: Double, price: PriceName)] = [(match.cost, .spelling)]
    if match.nameKind == .alternate { amounts.append((1, .alternateName)) }
    amounts.append((place.rarity, .kind))
    amounts.append((7 - place.magnitude, .size))
    if place.isSeat { amounts.append((-1, .seat)) }
    if !memory.prefers(place) { amounts.append((1, .bias)) }
    return amounts
  }

  /// Adds an amount of one price.
  @inline(__always)
  mutating func add(_ amount: Double, of name: PriceName, _ prices: Prices) { price += amount * prices[name] }

  /// The cheaper one, by id where both cost the same.
  @inline(__always)
  func stands(before other: Reading) -> Bool {
    price == other.price ? place.id < other.place.id : price < other.price
  }

  // MARK: The place

  /// Gives the place, whose references need not be counted meanwhile.
  @inline(__always)
  private func with<Result>(_ body: (KnownPlace) -> Result) -> Result { unmanaged._withUnsafeGuaranteedRef(body) }

  var known: KnownPlace { unmanaged.takeUnretainedValue() }
  var place: Place { with { $0.place } }
  var kind: PlaceKind { with { $0.kind } }
  var population: Int { with { $0.population } }
  var magnitude: Double { with { $0.magnitude } }
  var isSeat: Bool { with { $0.isSeat } }
  var isGovernment: Bool { with { $0.isGovernment } }
  var direction: SIMD3<Double>? { with { $0.direction } }
  /// As in `KnownPlace`.
  var country: Int { with { $0.country } }
  var unit: Int { with { $0.unit } }
  var rank: Int { with { $0.rank } }
  /// Differs between places.
  var mark: UInt64 { with { $0.ref.mark } }

  /// As `Containment.holds`.
  func holds(_ other: Reading) -> Bool? { with { area in other.with { Containment.holds(area, $0) } } }

  /// As `Containment.holds`.
  func holds(_ other: Reading, asQuarter: Bool) -> Bool? {
    with { area in other.with { Containment.holds(area, $0, asQuarter: asQuarter) } }
  }

  /// As `Containment.isSeat`.
  func isSeat(of area: Reading) -> Bool { with { town in area.with { Containment.isSeat(town, of: $0) } } }

  /// As `Containment.excludes`.
  func excludes(_ other: Reading, radius: Double) -> Bool {
    with { area in other.with { Containment.excludes(area, $0, radius: radius) } }
  }
}

/// What the resolver knows of one name.
struct NameReadings {
  /// The name's readings among those of all names.
  private(set) var range: Range<Int>
  /// The kinds of the readings, as the name brought them.
  let kinds: KindSet
  /// Some reading is spelled as known.
  let hasExact: Bool

  /// The name's container, by index into the names.
  var container: Int?
  /// Names that lie in this one.
  var contents: [Int] = []
  /// Countries of an adjective on the name, by their numbers.
  var hint: [Int] = []
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

  init(_ range: Range<Int>, kinds: KindSet, hasExact: Bool) {
    self.range = range
    self.kinds = kinds
    self.hasExact = hasExact
  }

  var isEmpty: Bool { range.isEmpty }

  /// Keeps so many readings, the first ones.
  mutating func keep(_ count: Int) { range = range.lowerBound..<range.lowerBound + count }
}
