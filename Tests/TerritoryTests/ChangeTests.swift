import TestSupport
import Formats
import Geodesy
import Geometry
import Records
import Territory
import Testing
import Topology

func collection(_ shapes: [(String?, Shape)], source: String? = nil, name: String? = nil) -> FeatureCollection {
  var members = JSONObject([])
  if let source { members["source"] = .string(source) }
  if let name { members["name"] = .string(name) }
  let features = shapes.map { side, shape in
    Feature(id: nil, geometry: shape, properties: side.map { JSONObject([("side", .string($0))]) } ?? [:])
  }
  return FeatureCollection(features, members: members)
}

func map(_ shapes: (String?, Shape)..., source: String? = nil) throws -> ControlMap {
  try ControlMaps.read(collection(shapes, source: source), file: "map.geojson")
}

@Suite struct ChangeTests {
  private let engine = Engine()

  @Test func `two boxes: gained, lost and kept`() throws {
    let a = try map((nil, box(36, 35, 36.2, 35.1)))
    let b = try map((nil, box(36.1, 35, 36.3, 35.1)))
    let report = try ControlChange.between(a, b)
    let cell = Ellipsoid.area(of: box(36, 35, 36.1, 35.1)).squareKilometers
    #expect(report.side == "held")
    #expect(report.changes.map(\.kind) == [.gained, .lost, .unchanged])
    #expect(report.changes.map(\.from) == [nil, "held", "held"])
    #expect(report.changes.map(\.to) == ["held", nil, "held"])
    for change in report.changes { #expect(abs(change.area.km2 / cell - 1) < 1e-9) }
    #expect(try engine.equals(report.changes[0].shape, box(36.2, 35, 36.3, 35.1)))
    #expect(abs(report.balances[0].net.km2) < 1e-9)
    #expect(report.slivers == PieceTotal() && report.dropped == PieceTotal())
    #expect(report.changes[0].area.low == nil && report.balances[0].net.high == nil)
  }

  @Test func `a map of long edges says by how much cutting them misses its area`() throws {
    let report = try ControlChange.between(map((nil, box(36, 35, 37, 36))), map((nil, box(36, 35, 38, 36))))
    let balance = report.balances[0]
    let gap = abs(balance.gained.km2 + balance.unchanged.km2 - balance.afterKM2)
    #expect(gap > 0.01 && gap < 0.02)
    #expect(
      report.notes == [
        "\"held\": gained or lost and unchanged ground together miss its area by \(gap) km²: an edge is a geodesic, and a "
          + "long one bends where it is cut; draw positions closer together"
      ])
    let fine = try ControlChange.between(map((nil, box(36, 35, 36.01, 35.01))), map((nil, box(36, 35, 36.02, 35.01))))
    #expect(fine.notes.isEmpty)
  }

  @Test func `a map against itself has changed nothing`() throws {
    let a = try map(("A", box(36, 35, 37, 36)), ("B", box(37, 35, 38, 36)))
    let report = try ControlChange.between(a, a, ChangeOptions(lineUncertainty: Meters(500)))
    #expect(report.changes.map(\.kind) == [.unchanged, .other])
    #expect(report.changes.allSatisfy { $0.from == $0.to })
    for balance in report.balances {
      #expect(balance.gained == AreaEstimate(km2: 0, low: 0, high: 0) && balance.lost == balance.gained)
      #expect(balance.net == AreaEstimate(km2: 0, low: 0, high: 0))
      #expect(balance.unchanged.km2 == balance.beforeKM2 && balance.afterKM2 == balance.beforeKM2)
    }
  }

  @Test func `balances hold and are mirrored, for random maps of two sides`() throws {
    var random = Random(seed: 31)
    for _ in 0..<4 {
      let (a, b) = (try random.map(), try random.map())
      let (there, back) = (try ControlChange.between(a, b), try ControlChange.between(b, a, ChangeOptions(side: "A")))
      for (one, other) in zip(there.balances, back.balances) {
        #expect(one.side == other.side)
        #expect(one.gained.km2 == other.lost.km2 && one.lost.km2 == other.gained.km2)
        #expect(one.net.km2 == -other.net.km2)
        // Edges are short: a new node on one bends its geodesic by less than a millimeter.
        #expect(abs(one.gained.km2 + one.unchanged.km2 - one.afterKM2) < 1e-7 * one.afterKM2)
        #expect(abs(one.lost.km2 + one.unchanged.km2 - one.beforeKM2) < 1e-7 * one.beforeKM2)
        #expect(abs(one.afterKM2 - one.beforeKM2 - one.net.km2) < 1e-7 * one.afterKM2)
      }
      for change in there.changes {
        #expect(try engine.isValid(change.shape))
        let pieces = change.pieces.reduce(0) { $0 + $1.areaKM2 }
        #expect(abs(pieces - change.area.km2) < 1e-9)
        #expect(change.area.km2 == Ellipsoid.area(of: change.shape).squareKilometers)
      }
    }
  }

  @Test func `ground that goes from one side to another is told with both`() throws {
    let a = try map(("A", box(36, 35, 36.2, 35.1)), ("B", box(36.2, 35, 36.4, 35.1)))
    let b = try map(("A", box(36, 35, 36.3, 35.1)), ("B", box(36.3, 35, 36.5, 35.1)))
    let report = try ControlChange.between(a, b, ChangeOptions(side: "B"))
    #expect(report.changes.map(\.kind) == [.gained, .lost, .unchanged, .other])
    #expect(report.changes.map(\.from) == [nil, "B", "B", "A"])
    #expect(report.changes.map(\.to) == ["B", "A", "B", "A"])
    #expect(report.balances.map(\.side) == ["B", "A"])
  }

  @Test func `the uncertainty of the lines gives an interval`() throws {
    let a = try map((nil, box(36, 35, 36.2, 35.2)))
    let b = try map((nil, box(36, 35, 36.3, 35.2)))
    let report = try ControlChange.between(a, b, ChangeOptions(lineUncertainty: Meters(500)))
    let gained = report.balances[0].gained
    let (low, high) = (try #require(gained.low), try #require(gained.high))
    let (width, height) = (9.12, 22.19)
    #expect(abs(gained.km2 - width * height) < 0.5)
    #expect(abs(low - (width - 1) * (height - 1)) < 0.5)
    #expect(abs(high - ((width + 1) * (height + 1) - 0.215)) < 0.5)
    #expect(report.balances[0].lost == AreaEstimate(km2: 0, low: 0, high: 0))
    #expect(report.balances[0].net == gained)
    let blurred = try ControlChange.between(a, b, ChangeOptions(lineUncertainty: Meters(kilometers: 6)))
    #expect(blurred.balances[0].gained.low == 0)
  }

  @Test func `slivers are flagged and counted, and only dropped when asked`() throws {
    // The border redrawn 5 m further east, and one village gained.
    let a = try map((nil, box(36, 35, 36.2, 35.2)))
    let drawn = Shape.multiPolygon(
      MultiPolygon(box(36, 35, 36.20005, 35.2).polygons + box(36.25, 35, 36.27, 35.02).polygons))
    let report = try ControlChange.between(a, map((nil, drawn)))
    let gained = try #require(report.changes.first { $0.kind == .gained })
    #expect(gained.pieces.map(\.isSliver) == [false, true])
    #expect(report.slivers.count == 1 && abs(report.slivers.km2 - 0.1012) < 0.001)
    #expect(abs(gained.area.km2 - gained.pieces[0].areaKM2 - report.slivers.km2) < 1e-9)
    let options = ChangeOptions(dropSlivers: SquareMeters(squareKilometers: 0.2))
    let dropped = try ControlChange.between(a, map((nil, drawn)), options)
    #expect(dropped.dropped == report.slivers && dropped.slivers == PieceTotal())
    #expect(dropped.balances[0].gained.km2 == gained.pieces[0].areaKM2)
  }

  @Test func `two sources are compared only when that is allowed`() throws {
    let a = try map((nil, box(36, 35, 36.2, 35.2)), source: "DeepState")
    let b = try map((nil, box(36, 35, 36.3, 35.2)), source: "ISW")
    let error = #expect(throws: TerritoryError.mixedSources("DeepState", "ISW")) { try ControlChange.between(a, b) }
    #expect(
      error?.description
        == "the maps come from DeepState and ISW: two sources draw lines differently; give --allow-mixed-sources to compare"
    )
    #expect(try ControlChange.between(a, b, ChangeOptions(allowMixedSources: true)).changes.count == 2)
    #expect(try ControlChange.between(a, map((nil, box(36, 35, 36.3, 35.2)))).changes.count == 2)
  }

  @Test func `a nameless side is the only side of the other map`() throws {
    let named = try map(("Russia", box(36, 35, 36.2, 35.2)))
    let nameless = try map((nil, box(36, 35, 36.3, 35.2)))
    #expect(try ControlChange.between(named, nameless).balances.map(\.side) == ["Russia"])
    #expect(try ControlChange.between(nameless, named).balances.map(\.side) == ["Russia"])
    let report = try ControlChange.between(named, map(("Ukraine", box(36, 35, 36.3, 35.2))))
    #expect(report.balances.map(\.side) == ["Russia", "Ukraine"])
  }

  @Test func `a side that neither map knows is said with those they know`() throws {
    let a = try map(("A", box(36, 35, 37, 36)), ("B", box(37, 35, 38, 36)))
    let error = #expect(throws: TerritoryError.self) { try ControlChange.between(a, a, ChangeOptions(side: "C")) }
    #expect(error?.description == "no side \"C\" in either map: they have \"A\", \"B\"")
  }
}
