import Formats
import Geometry
import Records

/// Lays places, roads and boundaries out as an index (`IndexFormat`), one after the other: what grows with their number
/// goes to files without a name, so that memory stays bounded.
struct IndexWriter {
  let folder: String
  let rules: IndexRules
  var strings: StringPool
  let places: ScratchBytes
  let names: ScratchBytes
  let roads: ScratchBytes
  let boundaries: ScratchBytes
  let rings: ScratchBytes
  let coordinates: ScratchBytes
  let points: ScratchBytes
  var units: UnitTables
  let ids: SlotTableBuilder
  var tables: NameTables
  /// The kind of each place, as the row of the kinds section.
  private(set) var kindOfPlace: [UInt8] = []
  private(set) var placeOfRoad: [String: UInt32] = [:]
  private let kindNumbers: [PlaceKind: UInt8]

  /// - Parameter folder: where files without a name are made when memory is not enough.
  init(_ rules: IndexRules, folder: String) {
    self.folder = folder
    self.rules = rules
    func scratch() -> ScratchBytes { ScratchBytes(folder: folder) }
    strings = StringPool(folder: folder)
    (places, names, roads) = (scratch(), scratch(), scratch())
    (boundaries, rings, coordinates, points) = (scratch(), scratch(), scratch(), scratch())
    units = UnitTables(folder: folder)
    ids = SlotTableBuilder(folder: folder)
    tables = NameTables(rules.spellings.map(\.rules), folder: folder)
    kindNumbers = Dictionary(uniqueKeysWithValues: PlaceKind.allCases.enumerated().map { ($1, UInt8($0)) })
  }

  var placeCount: Int { kindOfPlace.count }

  // MARK: Places

  mutating func add(_ place: PlaceSource) {
    let number = UInt32(placeCount)
    let first = UInt32(names.count / IndexFormat.Name.size)
    let count = addNames(of: place, number: number)
    places.put(place.point?.lon ?? .nan)
    places.put(place.point?.lat ?? .nan)
    for text in [place.id, place.name, place.arabicName, place.admin1, place.admin2, place.admin3, place.source] {
      places.put(strings.offset(text))
    }
    places.put(place.population.map { UInt32(clamping: $0) } ?? IndexFormat.Place.unknownPopulation)
    places.put(Self.bytes(ofCountry: place.country))
    places.put(kindNumber(place.kind))
    places.put(UInt8(0))
    places.put(first)
    places.put(UInt16(clamping: count))
    places.pad(to: IndexFormat.Place.size)
    enter(place, number)
  }

  /// Puts the place into the tables that find it otherwise than by name.
  private mutating func enter(_ place: PlaceSource, _ number: UInt32) {
    ids.add(number, to: WordHash.word(place.id.utf8, seed: 0))
    kindOfPlace.append(kindNumber(place.kind))
    if place.kind == .road { placeOfRoad[place.id] = number }
    guard let point = place.point else { return }
    points.put(point.lon)
    points.put(point.lat)
    points.put(UInt64(number))
  }

  private mutating func addNames(of place: PlaceSource, number: UInt32) -> Int {
    var seen: Set<[UInt8]> = []
    let rank = place.rank(among: rules.kinds)
    for (text, kind) in place.allNames {
      let folded = NameFold.fold(text)
      guard !folded.isEmpty, seen.insert(folded).inserted else { continue }
      let name = UInt32(names.count / IndexFormat.Name.size)
      let sets = tables.add(folded, name: name, country: place.country, kind: kind, rank: rank)
      names.put(number)
      names.put(strings.offset(text))
      names.put(strings.offset(folded))
      names.put(kind.rawValue)
      names.put(Self.isAbbreviation(text) ? IndexFormat.Name.abbreviation : 0)
      names.put(sets)
      names.put(UInt8(0))
    }
    return seen.count
  }

  /// At most five letters, all of them capitals: US, U.S., UAE, W.Va. is none.
  static func isAbbreviation(_ text: String) -> Bool {
    let letters = text.utf8.filter { $0 != UInt8(ascii: ".") }
    return (2...5).contains(letters.count) && letters.allSatisfy { (65...90).contains($0) }
  }

  func kindNumber(_ kind: PlaceKind) -> UInt8 { kindNumbers[kind] ?? 0 }

  static func bytes(ofCountry country: String?) -> [UInt8] {
    let letters = Array((country ?? "").utf8)
    return letters.count == 2 ? letters : [0, 0]
  }

  // MARK: The end

  /// All sections, in the order of `IndexSection`.
  ///
  /// - Throws: when the disk is full, or the strings need more than 4 GiB.
  mutating func sections() throws(GazetteerError) -> [ScratchBytes] {
    let (chains, postings) = tables.chains.build()
    let byKind = placesByKind()
    let made: [IndexSection: ScratchBytes] = [
      .places: places, .names: names, .chains: chains, .postings: postings, .prefixOrder: prefixOrder(),
      .ids: ids.build(single: true).slots, .spatial: spatial(), .roads: roads, .boundaries: boundaries, .rings: rings,
      .coordinates: coordinates, .kinds: kinds(byKind.counts), .spellings: spellings(),
      .placesByKind: byKind.numbers, .strings: strings.bytes, .strips: units.strips, .stripEdges: units.edges,
    ].merging(tables.variants.build()) { own, _ in own }.merging(units.grid()) { own, _ in own }
    try check(made)
    return IndexSection.allCases.map { made[$0] ?? ScratchBytes(folder: folder) }
  }

  private func check(_ made: [IndexSection: ScratchBytes]) throws(GazetteerError) {
    let failures = made.values.map(\.failure) + [points.failure, ids.failure] + tables.failures
    if let failure = failures.compactMap({ $0 }).first { throw .file(failure) }
    guard !strings.isFull else {
      throw .index(file: folder, problem: "the names need more than 4 GiB; import fewer places")
    }
  }
}

extension PlaceSource {
  /// How great the place is, 0...255: by kind and population, an unknown one as much as a town.
  fileprivate func rank(among kinds: [PlaceKindInfo]) -> UInt8 {
    let weight = (kinds.first { $0.kind == kind } ?? .unknown(kind)).newsWeight
    return UInt8(clamping: Int((RankingPrices.size(population: population, weight: weight) - 0.9) * 2550))
  }

  /// Every name with its sort, the primary first.
  fileprivate var allNames: [(String, NameMatch.Kind)] {
    [(name, .primary)] + (arabicName.map { [($0, .arabic)] } ?? []) + otherNames.map { ($0, .alternate) }
      + demonyms.map { ($0, .demonym) }
  }
}
