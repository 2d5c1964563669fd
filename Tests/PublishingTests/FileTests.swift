import Formats
import Geometry
import Publishing
import Records
import Testing

@Suite struct FileTests {
  static let writer = CollectionWriter(
    generator: Generator(version: "0.1.0", gazetteerHash: "00ff", rulesHash: nil))

  private func features() throws -> [Feature] { try EventFeatureTests.features() }

  @Test func `a collection is one feature a line with bbox and generator`() throws {
    let bytes = Self.writer.collection(try features())
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 1 + 10 + 1)
    let value = try JSONValue.parse(bytes)
    #expect(value.objectValue?.map(\.key) == ["type", "bbox", "generator", "features"])
    #expect(
      value["generator"] == ["name": "eventmapper", "version": "0.1.0", "gazetteer_hash": "00ff", "rules_hash": nil])
    #expect(value["bbox"] == [36.29128, 33.5102, 37.16117, 36.62])
    #expect(value["features"]?.arrayValue?.count == 10)
  }

  @Test func `mentions are a member of plain objects only when asked for`() throws {
    let mention = Mention(
      docID: "d", text: "Idlib", span: Span(3, 8), zone: .body, role: .literal, place: nil, score: nil, reasons: [])
    let value = try JSONValue.parse(Self.writer.collection([], mentions: [mention]))
    #expect(value["mentions"]?.arrayValue?.first?.objectValue == FeatureMaker.object(of: mention))
    #expect(try JSONValue.parse(Self.writer.collection([]))["mentions"] == nil)
  }

  @Test func `a sequence begins each feature with the record separator`() throws {
    let bytes = Self.writer.sequence(try features())
    #expect(bytes.filter { $0 == 0x1E }.count == 10)
    #expect(bytes.first == 0x1E && bytes.last == 0x0A)
  }

  @Test func `lines are a feature each`() throws {
    let lines = Self.writer.lines(try features()).split(separator: 0x0A)
    #expect(lines.count == 10)
    for line in lines { #expect(try JSONValue.parse(Array(line))["type"] == "Feature") }
  }

  @Test(arguments: [false, true])
  func `what is written as the articles come is the features of each`(asSequence: Bool) throws {
    let maker = FeatureMaker(stylebook: try Repository.stylebook())
    for findings in try Sample.findings() {
      let features = maker.features(of: [findings])
      #expect(
        Self.writer.lines(findings, maker, asSequence: asSequence)
          == (asSequence ? Self.writer.sequence(features) : Self.writer.lines(features)))
    }
  }

  @Test func `the same input gives the same bytes`() throws {
    #expect(Self.writer.collection(try features()) == Self.writer.collection(try features()))
  }

  @Test func `CSV begins with ACLED's columns in its order`() throws {
    let table = EventTable(maker: FeatureMaker(stylebook: try Repository.stylebook()))
    let text = String(decoding: table.csv(try Sample.findings()), as: UTF8.self)
    let lines = text.split(separator: "\r\n")
    #expect(lines.count == 7)
    #expect(
      lines[0].hasPrefix("event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,")
    )
    #expect(lines[0].hasSuffix(",distance_km_m5,wkt"))
    #expect(
      lines[4].hasPrefix(
        "d4c3b2a190817263,2020-02-12,2020,2,Political violence,Explosions/Remote violence,Air/drone strike,Military Forces of Russia,Military Forces of Syria,Civilians (Syria),,Civilian targeting,760,Syria,Aleppo,,Kafr Amma,36.14524,36.87256,1,,\"Airstrike at Kafr Amma, Aleppo,"
      ))
    #expect(lines[5].contains("POLYGON ((36.55 36.02"))
  }

  @Test func `every own column is a member of the feature`() throws {
    let members = Set(EventFeatureTests.members)
    for column in EventTable.ownColumns where column != "eventmapper_type" {
      #expect(members.contains(column), "\(column)")
    }
  }

  @Test func `a quote that looks like a formula is made harmless`() throws {
    var findings = [try Sample.third()]
    findings[0].events = [findings[0].events[0]]
    findings[0].events[0].mentions[0].quote = "=HYPERLINK(\"http://x\")"
    findings[0].events[0].actor1 = "@SUM(A1)"
    let table = EventTable(maker: FeatureMaker(stylebook: try Repository.stylebook()))
    let text = String(decoding: table.csv(findings, byteOrderMark: true), as: UTF8.self)
    #expect(text.hasPrefix("\u{FEFF}event_id_cnty,"))
    #expect(text.contains(",\"'=HYPERLINK(\"\"http://x\"\")\","))
    #expect(text.contains(",'@SUM(A1),"))
    #expect(text.contains(",36.14524,36.87256,"))
  }
}
