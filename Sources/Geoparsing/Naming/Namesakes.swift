import Gazetteer
import Records

/// What text may mean by one name. Worked out once a worker and shared by all mentions of the name.
final class Namesakes: Sendable {
  /// The cheapest spelling first; empty for a name that the gazetteer does not know.
  let matches: [NameMatch]
  /// The place of each match.
  let places: [KnownPlace]
  /// The kinds of the places.
  let kinds: KindSet
  let isEmpty: Bool
  /// All are adjectives or names of peoples.
  let isDemonym: Bool
  /// The cheapest spelling differs from every name in the table.
  let isVariant: Bool
  /// Some place is large (`KnownPlace.isLarge`).
  let hasLarge: Bool
  /// Some place may stand for a government.
  let hasGovernment: Bool
  /// The readings that the name brings by itself; adjectives are none unless all are.
  let readings: [Reading]
  /// The kinds of the readings.
  let readingKinds: KindSet

  /// The name is unknown.
  static let none = Namesakes()

  private init() {
    (matches, places, readings) = ([], [], [])
    (kinds, readingKinds) = (KindSet(), KindSet())
    (isEmpty, isDemonym, isVariant, hasLarge, hasGovernment) = (true, false, false, false, false)
  }

  init(_ matches: [NameMatch], _ memory: PlaceMemory) {
    let places = matches.map { memory.known($0.ref) }
    let isDemonym = !matches.isEmpty && matches.allSatisfy { $0.nameKind == .demonym }
    self.matches = matches
    self.places = places
    self.isDemonym = isDemonym
    isEmpty = matches.isEmpty
    isVariant = matches.first.map { $0.cost > 0 } ?? false
    hasLarge = places.contains(where: \.isLarge)
    hasGovernment = places.contains(where: \.isGovernment)
    readings = matches.indices.compactMap { index in
      guard isDemonym || matches[index].nameKind != .demonym, memory.allows(places[index]) else { return nil }
      return Reading(matches[index], index, places[index], memory)
    }
    var (kinds, readingKinds) = (KindSet(), KindSet())
    for place in places { kinds.insert(place.kind) }
    for reading in readings { readingKinds.insert(reading.kind) }
    (self.kinds, self.readingKinds) = (kinds, readingKinds)
  }

  /// Some place is of that kind.
  func has(_ kind: PlaceKind) -> Bool { kinds.contains(kind) }

  /// Some place may be called by a noun of that kind.
  func fit(_ noun: PlaceKind) -> Bool { !kinds.isDisjoint(with: noun.called) }
}

/// How a name is written, as far as it tells which of its namesakes can be meant.
struct NameWriting {
  /// All words are in capitals, or abbreviated.
  var isCapitals = false
  /// A word in capitals among words that are not; always with `isCapitals`.
  var isShouted = false
  /// The last word is in lower case.
  var isLower = false

  /// Among the writings of one name.
  fileprivate var number: Int { (isCapitals ? 1 : 0) | (isShouted ? 2 : 0) | (isLower ? 4 : 0) }
  fileprivate static let count = 8
  /// The number that no writing has: for all that bear the name.
  fileprivate static let any = 2

  /// What may be meant of what bears the name.
  fileprivate func usable(_ matches: [NameMatch], _ index: PlaceIndex) -> [NameMatch] {
    let hasExactDemonym = matches.contains { $0.nameKind == .demonym && $0.cost == 0 }
    return matches.filter { match in
      if match.isAbbreviation, !isCapitals { return false }
      if isShouted, match.cost > 0 || !Self.isAllCapitals(match.written) { return false }
      if hasExactDemonym, match.cost > 0 || match.nameKind != .demonym { return false }
      return !isLower || index.kind(at: match.ref) == .road
    }
  }

  private static func isAllCapitals(_ name: String) -> Bool {
    !name.utf8.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }
}

/// The namesakes of the names that were read before, by the state in which a name ends (`NameMemory`).
struct KnownNamesakes {
  /// What is known of a state.
  private enum Ending: UInt8 {
    case unasked, none, name
  }

  private var endings: [Ending] = []
  /// For each state those of each writing.
  private var entries: [Namesakes?] = []
  private var generation = 0
  /// Matches held by all.
  private var weight = 0

  /// More is forgotten before the next text.
  private static let most = 1 << 16

  /// Forgets what is too much, between two texts.
  mutating func makeRoom() {
    if weight > Self.most { forget() }
  }

  private mutating func forget() {
    endings.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    weight = 0
  }

  /// Whether a name ends in a state.
  @inline(__always)
  mutating func holds(_ state: KnownState, _ memory: PlaceMemory) -> Bool {
    let number = Int(state.number)
    if number < endings.count, endings[number] != .unasked, memory.names.generation == generation {
      return endings[number] == .name
    }
    return enter(state, memory)
  }

  private mutating func enter(_ state: KnownState, _ memory: PlaceMemory) -> Bool {
    if memory.names.generation != generation {
      forget()
      generation = memory.names.generation
    }
    while endings.count <= Int(state.number) {
      endings.append(.unasked)
      for _ in 0..<NameWriting.count { entries.append(nil) }
    }
    let matches = memory.names.matches(state)
    endings[Int(state.number)] = matches.isEmpty ? .none : .name
    if !matches.isEmpty {
      entries[Int(state.number) * NameWriting.count + NameWriting.any] = Namesakes(matches, memory)
    }
    weight += matches.count
    return !matches.isEmpty
  }

  /// What may be meant by a name that ends in a state that holds one, and is written so.
  @inline(__always)
  mutating func usable(_ state: KnownState, _ writing: NameWriting, _ memory: PlaceMemory) -> Namesakes {
    if let known = entries[Int(state.number) * NameWriting.count + writing.number] { return known }
    return enter(state, writing, memory)
  }

  private mutating func enter(_ state: KnownState, _ writing: NameWriting, _ memory: PlaceMemory) -> Namesakes {
    let first = Int(state.number) * NameWriting.count
    let all = entries[first + NameWriting.any] ?? Namesakes.none
    let matches = writing.usable(all.matches, memory.index)
    let found =
      matches.count == all.matches.count ? all : matches.isEmpty ? Namesakes.none : Namesakes(matches, memory)
    if found !== all { weight += matches.count }
    entries[first + writing.number] = found
    return found
  }
}
