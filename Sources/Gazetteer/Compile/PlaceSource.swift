import Formats
import Geometry
import Records

/// A place as its table gives it.
struct PlaceSource: Sendable {
  init() {}

  var id = ""
  var kind = PlaceKind.other
  var name = ""
  var arabicName: String?
  var otherNames: [String] = []
  var demonyms: [String] = []
  var point: Coordinate?
  var country: String?
  var admin1: String?
  var admin2: String?
  var admin3: String?
  var population: Int?
  var source: String?
  var file = ""
  var line = 0

  static let columns = [
    "id", "kind", "name", "arabic_name", "other_names", "demonyms", "lat", "lon", "country", "admin1", "admin2",
    "admin3",
    "population", "source",
  ]

  /// A row of `places/*.tsv`.
  init(_ row: TableRow) throws(GazetteerError) {
    do {
      id = try row.text("id")
      name = try row.text("name")
      kind = try Self.kind(row)
      point = try Self.point(row)
      population = try row.int("population").flatMap { $0 > 0 ? $0 : nil }
      source = try row.text("source")
      country = try Self.country(row)
    } catch {
      throw .table(error)
    }
    arabicName = row["arabic_name"]
    otherNames = row.list("other_names")
    demonyms = row.list("demonyms")
    admin1 = row["admin1"]
    admin2 = row["admin2"]
    admin3 = row["admin3"]
    file = row.file
    line = row.line
  }

  /// A road as a place: it has a name and no point.
  init(_ road: RoadSource) {
    id = road.id
    kind = .road
    name = road.name
    otherNames = road.otherNames
    country = road.country
    file = road.file
    line = road.line
  }

  private static func kind(_ row: TableRow) throws(TableError) -> PlaceKind {
    let text = try row.text("kind")
    guard let kind = PlaceKind(rawValue: text) else {
      throw row.error(.invalid(column: "kind", wanted: "a kind of kinds.tsv (\"\(text)\")"))
    }
    return kind
  }

  private static func country(_ row: TableRow) throws(TableError) -> String? {
    guard let text = row["country"] else { return nil }
    guard text.utf8.count == 2, text.utf8.allSatisfy({ (65...90).contains($0) }) else {
      throw row.error(.invalid(column: "country", wanted: "a country code of two capitals (\"\(text)\")"))
    }
    return text
  }

  private static func point(_ row: TableRow) throws(TableError) -> Coordinate? {
    guard let lat = try row.double("lat") else { throw row.error(.missing(column: "lat")) }
    guard let lon = try row.double("lon") else { throw row.error(.missing(column: "lon")) }
    guard lat.magnitude <= 90 else { throw row.error(.invalid(column: "lat", wanted: "a latitude from -90 to 90")) }
    guard lon.magnitude <= 180 else { throw row.error(.invalid(column: "lon", wanted: "a longitude from -180 to 180")) }
    return Coordinate(lon: lon, lat: lat)
  }
}
