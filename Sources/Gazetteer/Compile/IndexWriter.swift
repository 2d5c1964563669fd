import Formats
import Geometry
import Records

/// Lays the sources out as an index (`IndexFormat`).
struct IndexWriter {
  let sources: GazetteerSources
  var strings = StringPool()
  var places = ByteSink()
  var names = ByteSink()
  var roads = ByteSink()
  var boundaries = ByteSink()
  var rings = ByteSink()
  var coordinates = ByteSink()
  var tables: NameTables

  init(_ sources: GazetteerSources) {
    self.sources = sources
    tables = NameTables(sources.spellings.map(\.rules))
  }

  mutating func write() -> [UInt8] {
    for (number, place) in sources.places.enumerated() { add(place, number: UInt32(number)) }
    addRoads()
    for boundary in sources.boundaries { add(boundary) }
    let sections = build()
    return Self.assemble(IndexSection.allCases.map { sections[$0] ?? [] })
  }

  private mutating func build() -> [IndexSection: [UInt8]] {
    let (chains, postings) = tables.chains.build()
    let variants = tables.variants.build()
    let kinds = self.kinds()
    let spellings = self.spellings()
    let others: [IndexSection: [UInt8]] = [
      .places: places.bytes, .names: names.bytes, .chains: chains, .postings: postings,
      .prefixOrder: tables.prefixOrder(), .ids: ids(), .spatial: spatial(),
      .roads: roads.bytes, .boundaries: boundaries.bytes, .rings: rings.bytes, .coordinates: coordinates.bytes,
      .kinds: kinds, .spellings: spellings, .strings: strings.sink.bytes,
    ]
    return others.merging(variants) { own, _ in own }
  }

  // MARK: Places

  private mutating func add(_ place: PlaceSource, number: UInt32) {
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
  }

  private mutating func addNames(of place: PlaceSource, number: UInt32) -> Int {
    var seen: Set<[UInt8]> = []
    var count = 0
    for (text, kind) in place.allNames {
      let folded = NameFold.fold(text)
      guard !folded.isEmpty, seen.insert(folded).inserted else { continue }
      let name = UInt32(names.count / IndexFormat.Name.size)
      let sets = tables.add(
        folded, name: name, country: place.country, kind: kind, rank: place.rank(among: sources.kinds))
      names.put(number)
      names.put(strings.offset(text))
      names.put(strings.offset(folded))
      names.put(kind.rawValue)
      names.put(Self.isAbbreviation(text) ? IndexFormat.Name.abbreviation : 0)
      names.put(sets)
      names.put(UInt8(0))
      count += 1
    }
    return count
  }

  /// At most five letters, all of them capitals: US, U.S., UAE, W.Va. is none.
  static func isAbbreviation(_ text: String) -> Bool {
    let letters = text.utf8.filter { $0 != UInt8(ascii: ".") }
    return (2...5).contains(letters.count) && letters.allSatisfy { (65...90).contains($0) }
  }

  private func kindNumber(_ kind: PlaceKind) -> UInt8 {
    UInt8(allKinds.firstIndex { $0.kind == kind } ?? 0)
  }

  /// Every kind has a row, so that a place can always say what it is.
  private var allKinds: [PlaceKindInfo] {
    PlaceKind.allCases.map { kind in sources.kinds.first { $0.kind == kind } ?? .unknown(kind) }
  }

  private static func bytes(ofCountry country: String?) -> [UInt8] {
    let letters = Array((country ?? "").utf8)
    return letters.count == 2 ? letters : [0, 0]
  }

  // MARK: Roads and boundaries

  private mutating func addRoads() {
    for road in sources.roads {
      guard let place = sources.places.firstIndex(where: { $0.id == road.id }) else { continue }
      roads.put(UInt32(place))
      let texts: [String?] = [road.name, road.otherNames.joined(separator: "|"), road.distanceKey, road.from, road.to]
      for text in texts { roads.put(strings.offset(text)) }
      roads.put(run(of: road.waypoints))
    }
  }

  private mutating func add(_ boundary: BoundarySource) {
    guard let box = Shape.multiPolygon(MultiPolygon(boundary.polygons)).boundingBox else { return }
    for side in [box.west, box.south, box.east, box.north] { boundaries.put(side) }
    boundaries.put(strings.offset(boundary.id))
    boundaries.put(strings.offset(boundary.name))
    boundaries.put(Self.bytes(ofCountry: boundary.country))
    boundaries.put(kindNumber(boundary.kind))
    boundaries.put(UInt8(0))
    boundaries.put(UInt32(rings.count / IndexFormat.Ring.size))
    boundaries.put(UInt32(boundary.polygons.reduce(0) { $0 + 1 + $1.holes.count }))
    boundaries.pad(to: IndexFormat.Boundary.size)
    for polygon in boundary.polygons {
      put(polygon.exterior, hole: false)
      for hole in polygon.holes { put(hole, hole: true) }
    }
  }

  private mutating func put(_ ring: Ring, hole: Bool) {
    rings.put(run(of: ring.coordinates))
    rings.put(UInt32(hole ? 1 : 0))
    rings.put(UInt32(0))
  }

  /// Writes positions; gives the number of the first and how many there are, as bytes.
  private mutating func run(of positions: [Coordinate]) -> [UInt8] {
    var run = ByteSink()
    run.put(UInt32(coordinates.count / IndexFormat.coordinateSize))
    run.put(UInt32(positions.count))
    for position in positions {
      coordinates.put(position.lon)
      coordinates.put(position.lat)
    }
    return run.bytes
  }

  // MARK: Small sections

  private func ids() -> [UInt8] {
    var table = SlotTableBuilder()
    for (number, place) in sources.places.enumerated() {
      table.set(UInt32(number), for: WordHash.word(place.id.utf8, seed: 0))
    }
    return table.build().slots
  }

  private func spatial() -> [UInt8] {
    var points: [(number: UInt32, point: Coordinate)] = []
    for (number, place) in sources.places.enumerated() {
      if let point = place.point { points.append((UInt32(number), point)) }
    }
    SpatialTree.order(&points)
    var sink = ByteSink()
    for entry in points { sink.put(entry.number) }
    return sink.bytes
  }

  private mutating func kinds() -> [UInt8] {
    var sink = ByteSink()
    for info in allKinds {
      sink.put(strings.offset(info.kind.rawValue))
      sink.put(UInt16(clamping: info.geoPrecision))
      sink.put(UInt16(clamping: info.wherePrecision))
      sink.put(info.radius)
      sink.put(info.builtUpRadius)
      sink.put(info.newsWeight)
      sink.pad(to: IndexFormat.Kind.size)
    }
    return sink.bytes
  }

  private mutating func spellings() -> [UInt8] {
    var head = ByteSink()
    head.put(UInt64(sources.spellings.count))
    var offset = 8 + sources.spellings.count * IndexFormat.Spelling.size
    for spelling in sources.spellings {
      head.put(strings.offset(spelling.rules.language))
      head.put(UInt32(0))
      head.put(UInt32(offset))
      head.put(UInt32(spelling.bytes.count))
      offset += spelling.bytes.count
    }
    for spelling in sources.spellings { head.put(spelling.bytes) }
    return head.bytes
  }

  // MARK: The file

  private static func assemble(_ sections: [[UInt8]]) -> [UInt8] {
    var body = ByteSink()
    var ranges: [(offset: Int, length: Int)] = []
    for section in sections {
      body.pad(to: 8)
      ranges.append((IndexFormat.headerLength + body.count, section.count))
      body.put(section)
    }
    return IndexHeader.bytes(sections: ranges, body: body.bytes) + body.bytes
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
