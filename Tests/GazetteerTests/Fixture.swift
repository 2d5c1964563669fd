import Formats
import Gazetteer
import Testing

/// A small gazetteer for tests: a few places between Aleppo and Idlib, a road, two boundaries.
enum Fixture {
  static let head = "# source: made up for tests; licence: CC0-1.0\n"
  static let columns =
    "id\tkind\tname\tarabic_name\tother_names\tdemonyms\tlat\tlon\tcountry\tadmin1\tadmin2\tadmin3\tpopulation\tsource\n"

  /// A row of a places table.
  static func row(
    _ id: String, _ kind: String, _ name: String, arabic: String = "", other: String = "", demonyms: String = "",
    _ lat: String, _ lon: String, country: String = "SY", admin1: String = "", population: String = ""
  ) -> String {
    [id, kind, name, arabic, other, demonyms, lat, lon, country, admin1, "", "", population, "test"]
      .joined(separator: "\t") + "\n"
  }

  static let places =
    row(
      "t:1", "city", "Aleppo", arabic: "حلب", other: "Halab", "36.2", "37.16", admin1: "Aleppo", population: "2098210")
    + row("t:2", "town", "al-Atarib", arabic: "الأتارب", "36.139", "36.83", admin1: "Aleppo")
    + row("t:3", "village", "Nayrab", "36.177", "37.22", admin1: "Aleppo", population: "5000")
    + row("t:4", "village", "an-Nayrab", "35.914", "36.737", admin1: "Idlib")
    + row("t:5", "city", "Maarat al-Numan", arabic: "معرة النعمان", "35.643", "36.677", admin1: "Idlib")
    + row(
      "t:6", "country", "United States", other: "US|U.S.|USA", demonyms: "American|Americans", "39.76", "-98.5",
      country: "US", population: "327167434")
    + row("t:7", "country", "Syria", demonyms: "Syrian|Syrians", "35", "38", population: "16906283")
    + row("t:8", "governorate", "Idlib", arabic: "إدلب", other: "Idleb", "35.7", "36.7", admin1: "Idlib")
    + row("t:9", "city", "El Paso", "31.759", "-106.487", country: "US", admin1: "Texas", population: "678815")
    + row("t:10", "island", "Taveuni", "-16.85", "-179.97", country: "FJ")
    + row("t:11", "island", "Vanua Levu", "-16.58", "179.2", country: "FJ")
    + row("t:12", "town", "Bab", "36.37", "37.517", admin1: "Aleppo")
    + row("t:13", "town", "Tell Rifaat", "36.474", "37.097", admin1: "Aleppo")

  static let kinds =
    head + "kind\tradius_m\tbuilt_up_km\tgeo_precision\twhere_prec\tnews_weight\tgeonames_codes\tnote\n"
    + "city\t5000\t4.5\t1\t1\t1\t\t\ncountry\t300000\t\t3\t6\t1\tPCLI\t\nprovince\t50000\t\t3\t4\t0.6\tADM1\t\n"

  static let roads =
    head + "id\tname\tother_names\tfrom\tto\tdistance_key\nroad:m5\tM5\tM5 highway|M-5\tAleppo\tNasib\tm5\n"
  static let waypoints =
    head + "name\tlat\tlon\tsource\nAleppo\t36.2\t37.1\tx\nSaraqib\t35.86\t36.8\tx\nHama\t35.13\t36.75\tx\n"

  /// Idlib as a square with a hole, and Syria round it.
  static let boundaries = """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"id":"t:7","name":"Syria","kind":"country","country":"SY"},"geometry":{"type":"Polygon","coordinates":[[[35,32],[42,32],[42,37],[35,37],[35,32]]]}},
    {"type":"Feature","properties":{"id":"t:8","name":"Idlib","kind":"governorate","country":"SY"},"geometry":{"type":"MultiPolygon","coordinates":[[[[36,35],[37,35],[37,36],[36,36],[36,35]],[[36.4,35.4],[36.5,35.4],[36.5,35.5],[36.4,35.5],[36.4,35.4]]]]}}
    ]}
    """

  static func files(places: String = places, kinds: String = kinds) -> [String: [UInt8]] {
    [
      "places/syria.tsv": Array((head + columns + places).utf8), "kinds.tsv": Array(kinds.utf8),
      "roads/roads.tsv": Array(roads.utf8), "roads/m5.tsv": Array(waypoints.utf8),
      "boundaries/units.geojson": Array(boundaries.utf8),
    ]
  }

  static func compiler(_ files: [String: [UInt8]] = files()) throws -> GazetteerCompiler {
    try TemporaryFile.withFolder(files) { GazetteerCompiler(folder: $0, spelling: Committed.spelling) }
  }

  static func index(_ files: [String: [UInt8]] = files()) throws -> PlaceIndex {
    let compiler = try compiler(files)
    try #require(compiler.faults == [])
    return try TemporaryFile.with(compiler.bytes()) { try PlaceIndex(paths: [$0]) }
  }

  /// The matches that end with the last of these words of text.
  static func matches(_ index: PlaceIndex, _ words: String...) -> [NameMatch] {
    var state: NameState? = index.start()
    for word in words { state = state.flatMap { index.step($0, word) } }
    return state.map { index.matches($0) } ?? []
  }
}
