import Geometry
public import Records

extension PlaceIndex {
  /// The place of a reference that this index gave.
  public func place(at ref: PlaceRef) -> Place { record(ref).place }

  /// All names of the place of a reference as the table writes them, the primary first.
  public func names(at ref: PlaceRef) -> [String] {
    let file = layers[Int(ref.layer)].file
    return record(ref).names.map { NameRecord(file: file, number: $0).written }
  }

  /// The place with the id, nil when there is none. A later file's comes first.
  public func place(id: String) -> Place? { ref(id: id).map { place(at: $0) } }

  /// The reference of the place with the id.
  public func ref(id: String) -> PlaceRef? {
    for layer in layers.indices.reversed() {
      if let number = number(of: id, in: layer) { return PlaceRef(layer: UInt8(layer), number: number) }
    }
    return nil
  }

  /// All places but the replaced ones, in the order of the files.
  public var refs: [PlaceRef] {
    layers.indices.flatMap { layer in
      (0..<layers[layer].file.placeCount).map { PlaceRef(layer: UInt8(layer), number: UInt32($0)) }
    }.filter { !isReplaced($0) }
  }

  /// The places of these kinds but the replaced ones, in the order of the files: costs as much as there are such places.
  public func refs(of kinds: Set<PlaceKind>) -> [PlaceRef] {
    layers.indices.flatMap { layer in
      layers[layer].file.places(of: kinds).map { PlaceRef(layer: UInt8(layer), number: $0) }
    }.filter { !isReplaced($0) }
  }

  func record(_ ref: PlaceRef) -> PlaceRecord { PlaceRecord(file: layers[Int(ref.layer)].file, number: ref.number) }

  /// Whether a later file has a place with the same id.
  func isReplaced(_ ref: PlaceRef) -> Bool {
    guard Int(ref.layer) + 1 < layers.count else { return false }
    let id = record(ref).id
    return layers.indices.dropFirst(Int(ref.layer) + 1).contains { number(of: id, in: $0) != nil }
  }

  private func number(of id: String, in layer: Int) -> UInt32? {
    let file = layers[layer].file
    guard let found = SlotTable(window: file[.ids]).find(WordHash.word(id.utf8, seed: 0)) else { return nil }
    let number = UInt32(found.start)
    return PlaceRecord(file: file, number: number).id == id ? number : nil
  }
}

/// A place's record in its file.
struct PlaceRecord {
  let file: IndexFile
  let number: UInt32

  private var base: Int { Int(number) * IndexFormat.Place.size }
  private var window: Window { file[.places] }
  private func text(_ field: Int) -> String? { file.text(window.u32(base + field)) }

  var id: String { text(IndexFormat.Place.id) ?? "" }
  var name: String { text(IndexFormat.Place.name) ?? "" }
  var admin1: String? { text(IndexFormat.Place.admin1) }
  var admin2: String? { text(IndexFormat.Place.admin2) }
  /// Where the unit's name stands among the strings, 0 for none.
  var admin1Key: UInt32 { window.u32(base + IndexFormat.Place.admin1) }
  var admin2Key: UInt32 { window.u32(base + IndexFormat.Place.admin2) }

  var kind: PlaceKind {
    let row = Int(window.u8(base + IndexFormat.Place.kind))
    return row < file.kinds.count ? file.kinds[row].kind : .other
  }

  var point: Coordinate? {
    let point = Coordinate(lon: window.double(base), lat: window.double(base + IndexFormat.Place.lat))
    return point.isFinite && point.isOnEarth ? point : nil
  }

  var population: Int? {
    let value = window.u32(base + IndexFormat.Place.population)
    return value == IndexFormat.Place.unknownPopulation ? nil : Int(value)
  }

  var country: String? {
    let first = window.u8(base + IndexFormat.Place.country)
    let second = window.u8(base + IndexFormat.Place.country + 1)
    return first == 0 ? nil : String(decoding: [first, second], as: UTF8.self)
  }

  /// The numbers of its names.
  var names: Range<Int> {
    let first = Int(window.u32(base + IndexFormat.Place.firstName))
    return first..<first + Int(window.u16(base + IndexFormat.Place.nameCount))
  }

  var place: Place {
    Place(
      id: id, name: name, kind: kind, point: point, country: country, admin1: admin1, admin2: admin2,
      population: population, arabicName: text(IndexFormat.Place.arabic), source: text(IndexFormat.Place.source))
  }
}

/// A name's record in its file.
struct NameRecord {
  let file: IndexFile
  let number: Int

  private var base: Int { number * IndexFormat.Name.size }
  private var window: Window { file.names }

  var place: UInt32 { window.u32(base + IndexFormat.Name.place) }
  var writtenOffset: UInt32 { window.u32(base + IndexFormat.Name.written) }
  var written: String { file.string(writtenOffset) }
  var folded: UnsafeBufferPointer<UInt8> { file.utf8(window.u32(base + IndexFormat.Name.folded)) }
  var kind: NameMatch.Kind { NameMatch.Kind(rawValue: window.u8(base + IndexFormat.Name.kind)) ?? .alternate }
  var isAbbreviation: Bool {
    window.u8(base + IndexFormat.Name.flags) & IndexFormat.Name.abbreviation != 0
  }

  func match(layer: Int, cost: Double = 0, reasons: [String] = []) -> NameMatch {
    NameMatch(self, layer: layer, cost: cost, reasons: reasons)
  }
}
