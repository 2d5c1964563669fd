import Formats
import Geometry

/// A line of a GeoNames dump: nineteen cells parted by tabs.
struct GeoNamesRow {
  static let cells = 19
  private enum Cell {
    static let id = 0, name = 1, alternates = 3, lat = 4, lon = 5, featureClass = 6, code = 7, country = 8
    static let admin1 = 10, admin2 = 11, admin3 = 12, population = 14
  }

  private let bytes: UnsafeRawBufferPointer
  private var ends: [Int] = []

  /// A row of a line, whose cells are counted and not yet read.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    ends.reserveCapacity(Self.cells)
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\t") {
      ends.append(offset)
      // A line of nothing but tabs shall not fill the memory.
      if ends.count == Self.mostCells { return }
    }
    ends.append(bytes.count)
  }

  private static let mostCells = 100

  var cellCount: Int { ends.count }

  func cell(_ number: Int) -> UnsafeRawBufferPointer {
    let start = number == 0 ? 0 : ends[number - 1] + 1
    return UnsafeRawBufferPointer(rebasing: bytes[start..<ends[number]])
  }

  private func text(_ number: Int) -> String { CleanText.name(cell(number)) }
  private func number(_ number: Int) -> Double? { Double(text(number)) }

  /// GeoNames' number, nil when the cell holds none.
  var number: UInt64? { UInt64(text(Cell.id)) }

  /// Whether it is a row of `alternateNames` and not of a place: two numbers, then a language and a name.
  var isAlternateName: Bool {
    [8, 10].contains(cellCount) && number != nil && UInt64(text(1)) != nil
  }

  var country: String { text(Cell.country) }
  var code: String { text(Cell.code) }
  var name: String { text(Cell.name) }

  /// The key of a unit of that level: the country and the codes down to it, nil where one is missing.
  func unit(level: Int) -> String? {
    let codes = (0..<level).map { text(Cell.admin1 + $0) }
    guard codes.allSatisfy({ !$0.isEmpty && $0 != "00" }) else { return nil }
    return ([country] + codes).joined(separator: ".")
  }

  /// The row as a place.
  ///
  /// - Throws: a sentence, when the row has no id, name or position.
  func place(_ kinds: FeatureKinds) throws(RowFault) -> PlaceSource {
    guard let number else { throw RowFault("the first cell is no GeoNames number; correct the cell") }
    var place = PlaceSource()
    place.id = "geonames:\(number)"
    place.source = "GeoNames \(number)"
    place.name = name
    guard !place.name.isEmpty else { throw RowFault("name is empty; fill it in") }
    place.point = try RowFault.point(lat: self.number(Cell.lat), lon: self.number(Cell.lon))
    place.country = country.utf8.count == 2 ? country : nil
    place.population = Int(text(Cell.population)).flatMap { $0 > 0 ? $0 : nil }
    let featureClass = text(Cell.featureClass)
    place.kind = kinds.kind(
      featureClass: featureClass, code: code, population: place.population, country: place.country)
    let names = CleanText.names(cell(Cell.alternates), partedBy: UInt8(ascii: ","))
    place.otherNames = featureClass == "P" ? names.filter(CleanText.isWritten) : names
    return place
  }
}

/// What is wrong with a row, and what to do.
struct RowFault: Error {
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }

  static func point(lat: Double?, lon: Double?) throws(RowFault) -> Coordinate {
    guard let lat, lat.isFinite else { throw RowFault("lat is not a number; correct the cell") }
    guard let lon, lon.isFinite else { throw RowFault("lon is not a number; correct the cell") }
    guard lat.magnitude <= 90 else { throw RowFault("lat is not a latitude from -90 to 90; correct the cell") }
    guard lon.magnitude <= 180 else { throw RowFault("lon is not a longitude from -180 to 180; correct the cell") }
    return Coordinate(lon: lon, lat: lat)
  }
}
