import Geodesy
import Geometry
import Records
import Territory
import Testing

/// What a comparison says about places with names.
@Suite struct DetailTests {
  /// A line between A in the west and B in the east moves from 36.3 to 36.6.
  private func compared() throws -> (report: ChangeReport, details: ChangeDetails) {
    func map(_ line: Double, _ day: String) throws -> ControlMap {
      try ControlMaps.read(
        collection([("A", box(36, 35, line, 36)), ("B", box(line, 35, 37, 36))]), file: "map-\(day).geojson")
    }
    let (before, after) = (try map(36.3, "2024-01-01"), try map(36.6, "2024-01-02"))
    let report = try ControlChange.between(before, after)
    return (report, try ControlChange.details(of: report, before, after, index: SmallGazetteer.index()))
  }

  private func km2(_ west: Double, _ east: Double) -> Double {
    Ellipsoid.area(of: box(west, 35, east, 36)).squareKilometers
  }

  private func near(_ one: Double?, _ other: Double) -> Bool {
    one.map { abs($0 - other) <= 1e-6 * max(1, abs(other)) } ?? false
  }

  @Test func `of a governorate each side has what it held, gained, lost, kept, and its percent`() throws {
    let units = try compared().details.units
    #expect(units.map { "\($0.unit) \($0.side)" } == ["West A", "West B"])
    let (a, b) = (units[0], units[1])
    #expect(near(a.beforeKM2, km2(36, 36.3)) && near(a.gainedKM2, km2(36.3, 36.5)) && a.lostKM2 == 0)
    #expect(near(a.unchangedKM2, km2(36, 36.3)) && near(a.netKM2, km2(36.3, 36.5)))
    #expect(near(a.percentBefore, 60) && near(a.percentAfter, 100))
    #expect(near(b.lostKM2, km2(36.3, 36.5)) && near(b.unchangedKM2, 0) && near(b.percentAfter, 0))
  }

  @Test func `settlements are told by name, roads by side, before and after`() throws {
    let details = try compared().details
    #expect(details.settlements.map(\.place.name) == ["Beta"])
    #expect(details.settlements.map { "\($0.from ?? "") to \($0.to ?? "")" } == ["B to A"])
    #expect(details.settlements[0].date == Day(iso: "2024-01-02"))
    let shares = details.roads.map { "\($0.road) \($0.side ?? "nobody")" }
    #expect(shares == ["R1 A", "R1 B"])
    let whole = details.roads.reduce(0) { $0 + $1.beforeKM }
    #expect(near(whole, details.roads.reduce(0) { $0 + $1.afterKM }))
    #expect(abs(details.roads[0].beforeKM / whole - 0.1) < 1e-3 && abs(details.roads[0].afterKM / whole - 0.7) < 1e-3)
  }

  @Test func `the front has its length, its spacing and how far it moved`() throws {
    let (report, details) = try compared()
    let move = try #require(details.moves.first)
    #expect(abs(move.beforeKM - 110.95) < 0.01 && move.spacingAfterKM == move.afterKM)
    #expect(near(move.meanDisplacementKM, report.balances[0].gained.km2 / ((move.beforeKM + move.afterKM) / 2)))
    #expect(
      move.meanAdvanceKM == move.meanDisplacementKM && details.moves[1].meanAdvanceKM == -(move.meanAdvanceKM ?? 0))
  }
}
