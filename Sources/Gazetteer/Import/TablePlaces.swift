import Formats
import Records

/// Reads a user's table: CSV or tab-separated, with a header.
///
/// `name`, `lat` and `lon` are needed; `id`, `alternate_names`, `arabic_name`, `kind`, `population`, `admin1`, `admin2`,
/// `country`, `demonyms` and `source` are taken where they are, under the other names that GeoNames' tables give them too.
struct TablePlaces {
  private let file: ImportFile
  private let kinds: FeatureKinds

  private static let columns: [(String, [String])] = [
    ("id", ["id", "geonameid", "geoname_id", "place_id"]), ("name", ["name"]),
    ("names", ["alternate_names", "alternatenames", "other_names", "aliases"]),
    ("arabic", ["arabic_name", "arabic_names", "name_ar"]), ("lat", ["lat", "latitude"]),
    ("lon", ["lon", "lng", "long", "longitude"]), ("kind", ["kind", "feature_code", "type"]),
    ("population", ["population"]), ("admin1", ["admin1"]), ("admin2", ["admin2"]),
    ("country", ["country", "countrycode", "country_code"]), ("demonyms", ["demonyms"]), ("source", ["source"]),
  ]

  init(_ file: ImportFile, _ kinds: FeatureKinds) {
    self.file = file
    self.kinds = kinds
  }

  /// Calls `take` with each place and its line, `fault` with each line that is none.
  func read(take: (PlaceSource, Int) -> Void, fault: (Int?, String) -> Void) {
    let bytes = withoutComments()
    var reader: CSVReader
    do throws(CSVError) { reader = try CSVReader(bytes, delimiter: Self.delimiter(bytes)) } catch {
      return fault(error.line, error.sentence(file.name))
    }
    let names = Self.names(reader.header)
    for needed in ["name", "lat", "lon"] where names[needed] == nil {
      return fault(1, "no column \(needed); add it to the header row")
    }
    while true {
      do throws(CSVError) {
        guard let row = try reader.next() else { return }
        do throws(RowFault) { take(try place(row, names), row.line) } catch { fault(row.line, error.sentence) }
      } catch {
        fault(error.line, error.sentence(file.name))
      }
    }
  }

  private func place(_ row: CSVRow, _ columns: [String: String]) throws(RowFault) -> PlaceSource {
    func text(_ column: String) -> String? {
      let cleaned = columns[column].flatMap { row[$0] }.map { CleanText.name($0) } ?? ""
      return cleaned.isEmpty ? nil : cleaned
    }
    var place = PlaceSource()
    guard let name = text("name") else { throw RowFault("name is empty; fill it in") }
    place.name = name
    place.point = try RowFault.point(lat: text("lat").flatMap(Double.init), lon: text("lon").flatMap(Double.init))
    place.population = try Self.population(text("population"))
    place.country = text("country").flatMap { $0.utf8.count == 2 ? $0.uppercased() : nil }
    place.kind = kinds.kind(text("kind"), population: place.population, country: place.country)
    (place.admin1, place.admin2, place.source) = (text("admin1"), text("admin2"), text("source"))
    place.demonyms = CleanText.names(text("demonyms"), partedBy: "|")
    let arabic = CleanText.names(text("arabic"), partedBy: "|")
    place.arabicName = arabic.first
    place.otherNames = CleanText.names(text("names"), partedBy: "|") + arabic.dropFirst()
    place.id = text("id").map { columns["id"]?.hasPrefix("geoname") == true ? "geonames:" + $0 : $0 } ?? ""
    return place
  }

  /// Inhabitants; 0 and an empty cell are unknown.
  private static func population(_ text: String?) throws(RowFault) -> Int? {
    guard let text else { return nil }
    guard let number = Double(text), number.isFinite, number >= 0, number < 1e12 else {
      throw RowFault("population is not a whole number; correct the cell or leave it empty")
    }
    return number >= 1 ? Int(number) : nil
  }

  // MARK: The file

  /// Our name of each column and the table's, whatever its case.
  private static func names(_ header: [String]) -> [String: String] {
    var found: [String: String] = [:]
    for (ours, theirs) in columns {
      found[ours] = theirs.lazy.compactMap { name in header.first { CleanText.name($0).lowercased() == name } }.first
    }
    return found
  }

  /// The bytes, with the lines of comments before the header made empty, so that line numbers stay.
  private func withoutComments() -> MappedFile {
    let file = file.mapped
    guard file.withBytes({ $0.first == UInt8(ascii: "#") }) else { return file }
    let bytes = file.withBytes { Array($0) }
    var offset = 0
    while offset < bytes.count, bytes[offset] == UInt8(ascii: "#") {
      offset = (bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
    }
    return MappedFile(copying: Self.blanked(bytes, upTo: offset), path: file.path)
  }

  /// Leaves of what lies before `end` its line feeds alone.
  private static func blanked(_ bytes: [UInt8], upTo end: Int) -> [UInt8] {
    bytes[..<end].filter { $0 == 0x0A } + bytes[end...]
  }

  /// What parts the cells of the first line most often.
  private static func delimiter(_ file: MappedFile) -> CSVDelimiter {
    file.withBytes { bytes in
      let line = bytes.drop { $0 == 0x0A || $0 == 0x0D }.prefix { $0 != 0x0A }
      func count(_ delimiter: CSVDelimiter) -> Int { line.reduce(0) { $0 + ($1 == delimiter.rawValue ? 1 : 0) } }
      if count(.tab) > 0 { return .tab }
      return count(.semicolon) > count(.comma) ? .semicolon : .comma
    }
  }
}

extension CSVError {
  /// The sentence without the file and the line.
  fileprivate func sentence(_ file: String) -> String {
    let head = "\(self.file):\(line): "
    return description.hasPrefix(head) ? String(description.dropFirst(head.count)) : description
  }
}
