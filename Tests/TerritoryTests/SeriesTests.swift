import TestSupport
import Formats
import Geodesy
import Geometry
import Records
import Testing
import Topology

@testable import Territory

/// Maps drawn from random numbers, in which a part of the corners moves from day to day.
struct RandomDays {
  var random: Random
  private var distances: [Double]

  init(seed: UInt64, corners: Int = 300) {
    random = Random(seed: seed)
    distances = []
    for _ in 0..<corners { distances.append(random.number(0.2...0.25)) }
  }

  mutating func move() {
    let start = Int(random.number(0...Double(distances.count - 1)))
    for number in start..<start + 8 { distances[number % distances.count] += random.number(-0.05...0.05) }
  }

  /// The day's ring, its corners rounded to so many steps in a degree.
  func shape(steps: Double = 1e7) throws -> Shape {
    let turn = 2 * Double.pi / Double(distances.count)
    let ring = distances.enumerated().map { number, distance in
      let flat = LocalPlane(center: at(36, 35)).round(
        at(distance * 1e5 * Self.cosine(turn * Double(number)), distance * 1e5 * Self.sine(turn * Double(number))))
      return at((flat.lon * steps).rounded() / steps, (flat.lat * steps).rounded() / steps)
    }
    return .polygon(Polygon(exterior: try Ring(closing: ring)))
  }

  private static func sine(_ angle: Double) -> Double { cosine(angle - .pi / 2) }

  /// Good enough for a drawing, the same everywhere.
  private static func cosine(_ angle: Double) -> Double {
    let x = (angle + 3 * .pi).truncatingRemainder(dividingBy: 2 * .pi) - .pi
    return 1 - x * x / 2 * (1 - x * x / 12 * (1 - x * x / 30 * (1 - x * x / 56 * (1 - x * x / 90))))
  }
}

/// Maps drawn as grids: each cell is somebody's or nobody's.
struct RandomGrid {
  static func map(_ random: inout Random, name: String) throws -> ControlMap {
    var shapes: [(String?, Shape)] = []
    for (column, row) in (0..<6).flatMap({ column in (0..<6).map { (column, $0) } }) {
      let side = ["A", "B", "C", nil][Int(random.number(0...3.99))]
      guard let side else { continue }
      let (west, south) = (36 + Double(column) / 10, 35 + Double(row) / 10)
      shapes.append((side, box(west, south, west + 0.1, south + 0.1)))
    }
    return try ControlMaps.read(collection(shapes), file: name)
  }
}

@Suite struct SeriesTests {
  private func file(_ number: Int) -> String { "map-\(Day(iso: "2024-01-01")! + number).geojson" }

  private func plain(_ a: ControlMap, _ b: ControlMap) throws -> [Exchange] {
    try PlainOverlay(before: Holdings(a, beside: b), after: Holdings(b, beside: a), engine: Engine()).exchanges()
  }

  @Test func `cutting once along all edges gives the areas of plain overlays, for random grids of three sides`() throws
  {
    var random = Random(seed: 6)
    for round in 0..<12 {
      let (a, b) = (try RandomGrid.map(&random, name: "a"), try RandomGrid.map(&random, name: "b"))
      let report = try ControlChange.between(a, b)
      let expected = try plain(a, b)
      #expect(report.changes.count == expected.count { $0.area > 1 }, "round \(round)")
      for exchange in expected where exchange.area > 1 {
        let mine = try #require(report.changes.first { $0.from == exchange.from && $0.to == exchange.to })
        #expect(abs(mine.area.km2 * 1e6 - exchange.area) < 1e-6 * exchange.area)
        #expect(try Engine().isValid(mine.shape))
      }
      for balance in report.balances {
        #expect(abs(balance.gained.km2 + balance.unchanged.km2 - balance.afterKM2) <= 1e-7 * balance.afterKM2)
        #expect(abs(balance.lost.km2 + balance.unchanged.km2 - balance.beforeKM2) <= 1e-7 * balance.beforeKM2)
      }
    }
  }

  @Test func `a series tells of each day what plain overlays tell`() throws {
    var days = RandomDays(seed: 7)
    var series = ControlSeries()
    var before: ControlMap?
    for number in 0..<20 {
      let drawn = collection([(nil, try days.shape())])
      let map = try ControlMaps.read(drawn, file: file(number))
      let day = try series.add(drawn, file: file(number))
      #expect(abs(day.sides[0].areaKM2 / map.areas[0].areaKM2 - 1) < 1e-12)
      #expect(day.notes.isEmpty && day.redrawnCount == 0)
      if let before {
        let expected = try plain(before, map)
        let gained = expected.filter { $0.from == nil }.reduce(0) { $0 + $1.area } / 1e6
        let lost = expected.filter { $0.to == nil }.reduce(0) { $0 + $1.area } / 1e6
        #expect(gained + lost > 0)
        #expect(abs(day.sides[0].gainedKM2 - gained) < 1e-6 * gained + 1e-7)
        #expect(abs(day.sides[0].lostKM2 - lost) < 1e-6 * lost + 1e-7)
      }
      before = map
      days.move()
    }
  }

  @Test func `a day on which only the decimals changed is said to be such a day`() throws {
    var days = RandomDays(seed: 8)
    var series = ControlSeries()
    _ = try series.add(collection([(nil, try days.shape())]), file: file(0))
    let redrawn = try series.add(collection([(nil, try days.shape(steps: 1e6))]), file: file(1))
    #expect(redrawn.redrawnCount > 200 && redrawn.changes.isEmpty)
    #expect(redrawn.sides[0].gainedKM2 == 0 && redrawn.sides[0].lostKM2 == 0)
    #expect(
      redrawn.notes == [
        "map-2024-01-02: \(redrawn.redrawnCount) positions differ from map-2024-01-01 by 1e-06 degrees or less: the "
          + "publisher changed his decimals, and nothing moved"
      ])
    days.move()
    let moved = try series.add(collection([(nil, try days.shape())]), file: file(2))
    #expect(moved.redrawnCount > 200 && moved.sides[0].gainedKM2 + moved.sides[0].lostKM2 > 1)
    let pair = try ControlChange.between(
      ControlMaps.read(collection([(nil, try days.shape())]), file: file(0)),
      ControlMaps.read(collection([(nil, try days.shape(steps: 1e6))]), file: file(1)))
    #expect(pair.redrawnCount > 200 && pair.balances[0].gained.km2 == 0 && pair.balances[0].lost.km2 == 0)
  }

  @Test func `a map that is drawn wrong on one day is repaired on that day`() throws {
    var series = ControlSeries()
    let good = box(36, 35, 37, 36)
    _ = try series.add(collection([(nil, good)]), file: file(0))
    let spike = try Ring(closing: [
      at(36, 35), at(37, 35), at(37, 36), at(36.4, 36), at(36.6, 36.1), at(36.4, 36.1), at(36.6, 36), at(36, 36),
    ])
    let day = try series.add(collection([(nil, .polygon(Polygon(exterior: spike)))]), file: file(1))
    #expect(day.notes.count == 1)
    #expect(day.notes[0].hasPrefix("map-2024-01-02.geojson: exterior of feature 1, point "))
    #expect(day.notes[0].contains(": not valid (Self-intersection at 36.6,"))
    #expect(day.notes[0].hasSuffix("), and repaired"))
    #expect(day.sides[0].gainedKM2 > 0)
    let doubled = Shape.multiPolygon(MultiPolygon(good.polygons + box(36.2, 35.2, 36.4, 35.4).polygons))
    let again = try series.add(collection([(nil, doubled)]), file: file(2))
    #expect(again.sides[0].areaKM2 == Ellipsoid.area(of: good).squareKilometers)
    #expect(again.notes.count == 1 && again.notes[0].contains("areas of \"held\" overlap each other by"))
  }

  @Test func `maps without a day, of a day that was, and of another source are refused by name`() throws {
    var series = ControlSeries()
    let map = collection([(nil, box(36, 35, 37, 36))])
    _ = try series.add(map, file: "a/map-2024-01-02.geojson")
    func refusal(_ map: FeatureCollection, _ file: String) -> String? {
      do { _ = try series.add(map, file: file) } catch { return error.description }
      return nil
    }
    #expect(
      refusal(map, "a/map.geojson")
        == "a/map.geojson: no day in it or in its name: a series needs one, as control-2024-08-01.geojson")
    #expect(
      refusal(map, "a/again_20240102.geojson")
        == "a/again_20240102.geojson: 2024-01-02 is the day of a/map-2024-01-02.geojson too: a series has one map a day; "
        + "remove one of the two")
    #expect(
      refusal(map, "a/map-2024-01-01.geojson")
        == "a/map-2024-01-01.geojson: it states 2024-01-01, which its name does not, and the map before it 2024-01-02: "
        + "correct its date or its name")
    #expect(
      refusal(collection([]), "a/map-2024-01-03.geojson")?.hasPrefix("a/map-2024-01-03.geojson: no area in it") == true)
    let next = try series.add(map, file: "a/map-2024-01-05.geojson")
    #expect(next.previous == Day(iso: "2024-01-02") && next.changes.isEmpty)
  }

  @Test func `a ring across the antimeridian is refused with ring and point`() throws {
    let ring = try Ring(closing: [at(179, 60), at(-179, 60), at(-179, 61), at(179, 61)])
    let error = #expect(throws: TerritoryError.self) {
      try ControlMaps.read(
        collection([("A", box(1, 1, 2, 2)), ("B", .polygon(Polygon(exterior: ring)))]), file: "f.json")
    }
    #expect(
      error?.description
        == "f.json: exterior of feature 2, point 2: the edge from 179.0,60.0 to -179.0,60.0 goes round half the earth: "
        + "cut the ring at the antimeridian (RFC 7946, 3.1.9)")
  }

  @Test func `a hole outside its ring is told and filled in nothing`() throws {
    let hole = try Ring(closing: [at(38, 35), at(38, 36), at(39, 36), at(39, 35)])
    let shell = box(36, 35, 37, 36).polygons[0].exterior
    let map = try ControlMaps.read(
      collection([(nil, .polygon(Polygon(exterior: shell, holes: [hole])))]), file: "f.json")
    #expect(map.notes.count == 1)
    #expect(map.notes[0].hasPrefix("f.json: hole 1 of feature 1, point 1: not valid (Hole lies outside shell"))
    #expect(map.areas[0].areaKM2 == Ellipsoid.area(of: box(36, 35, 37, 36)).squareKilometers)
  }

  @Test func `claims change nothing until they are confirmed`() throws {
    let claim = Feature(
      id: nil, geometry: box(36.5, 35, 37, 36), properties: ["side": "B", "status": "claimed"])
    var drawn = collection([("A", box(36, 35, 37, 36))])
    let before = try ControlMaps.read(drawn, file: "a.json")
    drawn.features.append(claim)
    let after = try ControlMaps.read(drawn, file: "b.json")
    #expect(after.notes.isEmpty && after.areas.map(\.status) == [.held, .claimed])
    let report = try ControlChange.between(before, after)
    #expect(report.changes.map(\.kind) == [.unchanged] && report.balances.map(\.side) == ["A"])
  }
}
