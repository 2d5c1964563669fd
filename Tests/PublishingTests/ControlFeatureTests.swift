import Formats
import Geometry
import Publishing
import Records
import Testing

@Suite struct ControlFeatureTests {
  private func maker() throws -> FeatureMaker { FeatureMaker(stylebook: try Repository.stylebook()) }

  static func report() throws -> ChangeReport {
    let shape = try Sample.area([(36, 35), (37, 35), (37, 36)])
    let change = Change(
      kind: .gained, from: "Opposition forces", to: "Government of Syria", shape: shape,
      area: AreaEstimate(km2: 318.56, low: 300, high: nil), pieces: [])
    let balance = SideBalance(
      side: "Government of Syria", beforeKM2: 1000, afterKM2: 1318.56,
      gained: AreaEstimate(km2: 318.56, low: 300, high: 330.25),
      lost: AreaEstimate(km2: 0), unchanged: AreaEstimate(km2: 1000), net: AreaEstimate(km2: 318.56))
    return ChangeReport(
      side: "Government of Syria", beforeName: "a.geojson", afterName: "b 2020-02-12",
      beforeDate: Day(iso: "2020-02-05"),
      afterDate: Day(iso: "2020-02-12"), changes: [change], balances: [balance],
      slivers: PieceTotal(count: 2, km2: 0.31),
      dropped: PieceTotal(), notes: ["sides were matched by name"])
  }

  @Test func `a side's ground has the contract's members`() throws {
    let area = ControlArea(
      side: "Government of Syria", status: .claimed, date: Day(iso: "2020-02-12"),
      shape: try Sample.area([(36, 35), (37, 35), (37, 36)]), areaKM2: 123.456, sources: ["a", "b"])
    let feature = try maker().feature(of: area)
    #expect(
      feature.properties.map(\.key).prefix(7) == ["feature", "side", "status", "date", "area_km2", "method", "sources"])
    #expect(feature.properties["sources"] == "a;b")
    #expect(feature.properties["area_km2"] == 123.456)
  }

  @Test func `a change has the contract's members, an unknown bound is null`() throws {
    let feature = try maker().feature(of: try Self.report().changes[0])
    #expect(
      feature.properties.map(\.key).prefix(7)
        == ["feature", "change", "from", "to", "area_km2", "area_km2_low", "area_km2_high"])
    #expect(feature.properties["change"] == "gained")
    #expect(feature.properties["area_km2_high"] == .null)
  }

  @Test func `totals stand in the collection's own member`() throws {
    let report = try Self.report()
    let bytes = FileTests.writer.collection(try maker().features(of: report), totals: ChangeTotals.object(report))
    let totals = try #require(try JSONValue.parse(bytes)["totals"])
    #expect(totals["side"] == "Government of Syria")
    #expect(totals["sides"]?.arrayValue?.first?["gained_km2"] == 318.56)
    #expect(totals["slivers"] == ["count": 2, "area_km2": 0.31])
  }

  @Test func `a side keeps its color from map to map`() throws {
    let book = try Repository.stylebook()
    #expect(book.color(ofSide: "Government of Syria") == "#b5472f")
    #expect(book.color(ofSide: "Opposition forces (Syria)") == "#1f6f50")
    #expect(book.color(ofSide: "Somebody") == book.color(ofSide: "Somebody"))
  }

  @Test func `the table tells each side's balance and the slivers`() throws {
    #expect(
      ChangeSummary.text(try Self.report()) == """
        a.geojson (2020-02-05) -> b 2020-02-12
        SIDE                 BEFORE                GAINED  LOST    NET  AFTER (km²)
        Government of Syria  1000.0  318.6 [300.0, 330.3]   0.0  318.6       1318.6
        2 slivers of 0.3 km² in all, counted in the areas above
        sides were matched by name

        """)
  }
}
