import Formats
import Geometry
import Records
import Testing

@testable import Gazetteer

@Suite struct `Names as French maps write them` {
  static func rules() throws -> (rules: SpellingRules, bytes: [UInt8]) {
    let path = Committed.root + "/Sources/Gazetteer/Data/spelling/arabic-latin.tsv"
    let bytes = try MappedFile(path).withBytes { Array($0) }
    return (try SpellingRules(language: "arabic-latin", bytes: bytes, file: path), bytes)
  }

  /// An index of villages of one governorate.
  static func index(_ names: [String]) throws -> PlaceIndex {
    var sources = GazetteerSources()
    for (row, name) in names.enumerated() {
      var place = PlaceSource()
      place.id = "row:\(row)"
      place.name = name
      place.kind = .village
      place.country = "SY"
      place.point = Coordinate(lon: 36 + Double(row) / 10, lat: 35)
      sources.add(place)
    }
    let (rules, bytes) = try rules()
    sources.add(spelling: rules, bytes: bytes)
    return try TemporaryFile.with(GazetteerCompiler(sources: sources).bytes()) { try PlaceIndex(paths: [$0]) }
  }

  @Test(arguments: [
    ("Al Ḩammām", " @HammAm "), ("Aïn et Tîné", " aYn @tInE "), ("‘Ajājah", " `ajAjah "),
    ("KHIRBAT AL-‘ĪD", " khirbat @`Id "), ("an Damascus", " an damascus "), ("Z̧āhir", " zAhir "), ("’", " "), ("", " "),
  ])
  func `keep their marks as capitals and their article as a sign`(_ name: String, _ content: String) throws {
    let (rules, _) = try Self.rules()
    let read = try #require(rules.marked.content(name, rules.articles))
    #expect(String(decoding: read.bytes, as: UTF8.self) == content)
  }

  @Test func `are not read from other scripts`() throws {
    let (rules, _) = try Self.rules()
    #expect(rules.marked.content("حلب", rules.articles) == nil)
    #expect(rules.marked.isOfReaders("Aïn el Bayda"))
    #expect(rules.marked.isOfReaders("ÉCHARA"))
    #expect(!rules.marked.isOfReaders("‘Ayn al Bayḑā’"))
    #expect(!rules.marked.isOfReaders("Ain el Bayda"))
  }

  @Test(arguments: [
    ("Aabbâra", "‘Abbārah", "Abbārah"), ("Rhazâl", "Ghazāl", "Razāl"), ("Hmaïra", "Ḩumayrah", "Ḩamīrah"),
    ("Tell Sâlem", "Tall Sālim", "Tall Salīm"),
  ])
  func `mean the name that is written so rather than one that looks alike`(
    _ spelling: String, _ meant: String, _ alike: String
  ) throws {
    for names in [[meant, alike], [alike, meant]] {
      let found = try Self.index(names + ["Dayr Shumayl"]).resolve(ResolveQuery(spelling, isThorough: true))
      #expect(found.first?.match.written == meant)
      #expect(found.first.map { !$0.reasons.contains("seldom written so") } ?? false)
      #expect(found.dropFirst().allSatisfy { $0.reasons.contains("seldom written so") }, "\(found.map(\.reasons))")
    }
  }

  @Test func `leave a name as it is written before all others`() throws {
    let found = try Self.index(["Ghazāl", "Rhazal"]).resolve(ResolveQuery("Rhazâl", isThorough: true))
    #expect(found.map(\.match.written) == ["Rhazal", "Ghazāl"])
  }

  @Test func `have a price each`() throws {
    let (rules, _) = try Self.rules()
    let writings = rules.readings.flatMap(\.writings)
    #expect(writings.count > 500)
    for writing in writings {
      let parts = writing.split(separator: "=", omittingEmptySubsequences: false)
      let price = try #require(parts.last.flatMap { Float($0) }, "\(writing)")
      #expect(parts.count == 2 && (0...0.25).contains(price), "\(writing)")
    }
  }

  @Test(arguments: ["ah_\tE_", "ah_\tE_=0.1|abcdefghi=0.1", "abcdefghi\ta=0.1"])
  func `without a price or with too long a piece are a fault of their line`(_ row: String) {
    let file = "rule\tleft\tright\tprice\treason\nreading\t\(row)\t\t\n"
    #expect(throws: GazetteerError.self) {
      _ = try SpellingRules(language: "x", bytes: Array(file.utf8), file: "x.tsv")
    }
  }
}

@Suite struct `A name of words that look like hills and houses` {
  @Test func `is found less one of its three words`() throws {
    let index = try `Names as French maps write them`.index(["Dayr Shumayl at Taḩtānī"])
    let found = index.resolve(ResolveQuery("Dayr Shumayl", isThorough: true))
    #expect(found.first?.match.written == "Dayr Shumayl at Taḩtānī")
  }
}
