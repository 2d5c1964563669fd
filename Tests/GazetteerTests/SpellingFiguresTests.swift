import Formats
import Geodesy
import Geometry
import Records
import Testing

@testable import Gazetteer

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct `Spellings on the reference names` {
  /// Share of rows whose place is first and among the first five, within 3 km.
  struct Figures {
    var rows = 0
    var first = 0
    var inFive = 0
    var line: String { "\(share(first)) first, \(share(inFive)) in five of \(rows)" }
    func share(_ part: Int) -> Double { (Double(part) / Double(max(rows, 1)) * 1000).rounded() / 1000 }
  }

  /// All rows take minutes in a debug build: every sixth is a fair sample, `EVENTMAPPER_FULL=1` asks for all.
  static let stride = getenv("EVENTMAPPER_FULL") == nil ? 6 : 1

  @Test func `find their places`() throws {
    guard let index = try Self.reference(), let rows = try Shared.table("data/sy_variants_dev.tsv")?.rows else {
      return
    }
    for kind in ["translit", "related", "other-name"] {
      var open = Figures()
      var inRegion = Figures()
      for row in rows where row["kind"] == kind && row.line % Self.stride == 0 {
        Self.score(row, index, region: nil, &open)
        Self.score(row, index, region: row["admin1"], &inRegion)
      }
      print("\(kind): \(open.line); in its governorate \(inRegion.line)")
      if kind == "translit" {
        #expect(open.share(open.first) >= 0.74)
        #expect(open.share(open.inFive) >= 0.86)
        #expect(inRegion.share(inRegion.first) >= 0.87)
        #expect(inRegion.share(inRegion.inFive) >= 0.94)
      }
    }
  }

  @Test func `are found in running text where words of English are not`() throws {
    guard let index = try Self.reference(), let rows = try Shared.table("data/sy_variants_dev.tsv")?.rows,
      let words = try Self.commonWords()
    else { return }
    let matching = words.filter { !Self.matches($0, index).isEmpty }
    var figures = Figures()
    for row in rows where row["kind"] == "translit" {
      guard let name = row["variant"], let lat = try row.double("lat"), let lon = try row.double("lon") else {
        continue
      }
      let truth = Coordinate(lon: lon, lat: lat)
      figures.rows += 1
      let found = Self.matches(name, index).contains {
        index.place(at: $0.ref).point.map { Ellipsoid.distance($0, truth).kilometers <= 3 } ?? false
      }
      if found { figures.first += 1 }
    }
    let share = Double(matching.count) / Double(words.count)
    print("running text: \(share) of \(words.count) common words match, \(figures.share(figures.first)) of spellings")
    print("  \(matching.prefix(20).joined(separator: " "))")
    #expect(words.count == 1000)
    #expect(share <= 0.02)
    #expect(figures.share(figures.first) >= 0.695)
  }

  private static func matches(_ name: String, _ index: PlaceIndex) -> [NameMatch] {
    var state: NameState? = index.start()
    for word in name.split(whereSeparator: { $0 == " " || $0 == "-" }) {
      state = state.flatMap { index.step($0, String(word)) }
    }
    return state.map { index.matches($0) } ?? []
  }

  /// The words of lower case that the annotated stories use most often, with a capital as at a sentence's start.
  private static func commonWords() throws -> [String]? {
    guard let path = Shared.path("eval/muc4/dev/docs.jsonl") ?? Shared.path("eval/geovirus/docs.jsonl") else {
      return nil
    }
    var counts: [String: Int] = [:]
    let text = String(decoding: try MappedBytes.read(path), as: UTF8.self).lowercased()
    for word in text.split(whereSeparator: { !("a"..."z").contains($0) }) where word.utf8.count >= 4 {
      counts[String(word), default: 0] += 1
    }
    let common = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(1000).map(\.key)
    return common.map { $0.prefix(1).uppercased() + $0.dropFirst() }
  }

  private static func score(_ row: TableRow, _ index: PlaceIndex, region: String?, _ figures: inout Figures) {
    guard let name = row["variant"], let lat = try? row.double("lat"), let lon = try? row.double("lon") else { return }
    let truth = Coordinate(lon: lon, lat: lat)
    let found = index.resolve(ResolveQuery(name, inRegion: region, limit: 5, isThorough: true))
    let right = found.map { $0.place.point.map { Ellipsoid.distance($0, truth).kilometers <= 3 } ?? false }
    figures.rows += 1
    if right.first == true { figures.first += 1 }
    if right.contains(true) { figures.inFive += 1 }
  }

  /// The reference table as the only gazetteer, by its `name` column alone.
  static func reference() throws -> PlaceIndex? {
    guard let table = try Shared.table("data/sy_places.tsv") else { return nil }
    var sources = GazetteerSources()
    for row in table.rows {
      var place = PlaceSource()
      place.id = row["geonameid"].map { "geonames:\($0)" } ?? "row:\(row.line)"
      place.name = try row.text("name")
      place.kind = .village
      place.country = "SY"
      place.admin1 = row["admin1"]
      place.population = try row.int("population").flatMap { $0 > 0 ? $0 : nil }
      place.point = Coordinate(lon: try row.double("lon") ?? 0, lat: try row.double("lat") ?? 0)
      sources.add(place)
    }
    let path = Committed.root + "/Sources/Gazetteer/Data/spelling/arabic-latin.tsv"
    let bytes = try MappedFile(path).withBytes { Array($0) }
    sources.add(spelling: try SpellingRules(language: "arabic-latin", bytes: bytes, file: path), bytes: bytes)
    return try TemporaryFile.with(GazetteerCompiler(sources: sources).bytes()) { try PlaceIndex(paths: [$0]) }
  }
}
