import TestSupport
import Formats
import Geodesy
import Geometry
import Records
import Territory
import Testing
import Topology

@Suite struct AdvanceTests {
  private let engine = Engine()
  private static let first = Day(iso: "2020-01-01")!

  /// A row of towns from west to east, A's first, then B's.
  private func row(_ sides: [String]) throws -> ControlAdvance {
    let towns = sides.enumerated().map { index, side in
      Settlement(id: "t\(index)", name: "Town \(index)", point: at(36.05 + Double(index) / 10, 35.5), side: side)
    }
    return ControlAdvance(
      try SettledGround(towns, region: box(36, 35, 36 + Double(sides.count) / 10, 36)))
  }

  private func step(_ day: Int, _ town: Int, _ kind: ControlStep.Kind, _ side: String?, event: String = "e")
    -> ControlStep
  {
    ControlStep(
      day: Self.first + day, settlement: "t\(town)", name: "Town \(town)", kind: kind, side: side,
      cause: ControlCause(eventID: event, sources: [CitedSource("X")]))
  }

  private func areas(_ advance: ControlAdvance) -> [String] {
    advance.map(name: "m").areas.map { "\($0.side) \($0.status.rawValue)" }
  }

  @Test func `a capture moves the line, with its event`() throws {
    var advance = try row(["A", "A", "B", "B"])
    advance.apply(step(3, 2, .taken, "A", event: "x1"))
    let change = try #require(advance.changes.first)
    #expect(change.from == "B" && change.to == "A" && change.status == .held && change.name == "Town 2")
    #expect(change.causes.map(\.eventID) == ["x1"] && change.day == Self.first + 3)
    #expect(abs(advance.areasKM2[0] / advance.areasKM2[1] - 3) < 0.01)
    let map = advance.map(name: "m")
    #expect(areas(advance) == ["A held", "B held"] && map.date == Self.first + 3)
    #expect(map.areas[0].shape.polygons.count == 1 && map.areas[0].sources == ["X"])
    #expect(abs(map.areas[0].areaKM2 - advance.areasKM2[0]) < 1e-7)
  }

  @Test func `a claim lies over the map until it is confirmed`() throws {
    var advance = try row(["A", "B"])
    let before = advance.map(name: "m").areas[1]
    advance.apply(step(1, 1, .claimed, "A", event: "claim"))
    #expect(areas(advance) == ["A held", "B held", "A claimed"])
    #expect(advance.map(name: "m", date: nil, sources: []).areas[1].shape == before.shape)
    #expect(advance.areasKM2[1] > 0 && advance.changes[0].status == .claimed)
    advance.apply(step(2, 1, .taken, "A", event: "proof"))
    #expect(areas(advance) == ["A held"])
    #expect(advance.changes[1].causes.map(\.eventID) == ["claim", "proof"])
  }

  @Test func `an event that tells a change again stands with it`() throws {
    var advance = try row(["A", "B"])
    advance.apply(step(1, 1, .taken, "A", event: "one"))
    advance.apply(step(2, 1, .claimed, "A", event: "two"))
    #expect(advance.changes.count == 1 && advance.changes[0].causes.map(\.eventID) == ["one", "two"])
    #expect(advance.idle.map(\.reason) == ["it stands with what is known already of 2020-01-02"])
    advance.apply(step(3, 1, .taken, "B", event: "three"))
    #expect(advance.changes.count == 2 && advance.changes[1].causes.map(\.eventID) == ["three"])
  }

  @Test func `a claim is confirmed by the holder's withdrawal`() throws {
    var advance = try row(["A", "B"])
    advance.apply(step(1, 1, .claimed, "A"))
    advance.apply(step(2, 1, .left, "B"))
    #expect(advance.changes.last?.to == "A" && advance.changes.last?.causes.count == 2)
    #expect(areas(advance) == ["A held"])
  }

  @Test func `ground that is left unclaimed is nobody's`() throws {
    var advance = try row(["A", "B"])
    advance.apply(step(1, 1, .left, "B"))
    #expect(areas(advance) == ["A held", "unknown unknown"])
    #expect(advance.changes[0].to == "unknown" && advance.changes[0].status == .unknown && advance.areasKM2[1] == 0)
  }

  @Test func `disputed ground is contested and stays, what is denied changes nothing`() throws {
    var advance = try row(["A", "B"])
    advance.apply(step(1, 1, .contested, "A"))
    #expect(areas(advance) == ["A held", "B contested"])
    #expect(advance.changes.map(\.status) == [.contested] && advance.changes[0].areaKM2 == 0)
    advance.apply(step(2, 0, .denied, "B"))
    #expect(areas(advance) == ["A held", "B contested"])
    #expect(advance.idle.map(\.reason) == ["it is denied or alleged without backing"])
    advance.apply(step(3, 1, .taken, "B"))
    #expect(areas(advance) == ["A held", "B held"])
  }

  @Test func `what changes nothing says why`() throws {
    var advance = try row(["A", "B"])
    for step in [
      step(2, 0, .taken, "A"), step(2, 9, .taken, "A"), step(2, 1, .taken, nil), step(2, 0, .left, "B"),
      step(2, 0, .claimed, "A"), step(1, 1, .taken, "A"),
    ] { advance.apply(step) }
    #expect(advance.changes.isEmpty)
    #expect(
      advance.idle.map(\.reason) == [
        "A holds it already", "the list has no settlement t9: add a row to it", "nobody is said to have taken it",
        "B does not hold it", "A holds it already", "2020-01-02 lies before the 2020-01-03 that the map shows already",
      ])
  }

  @Test func `ground cut off from its side is besieged`() throws {
    let towns = (0..<25).map { index in
      let (column, row) = (Double(index % 5), Double(index / 5))
      return Settlement(
        id: "t\(index)", name: "T", point: at(36.1 + column / 5, 35.1 + row / 5), side: index == 12 ? "B" : "A")
    }
    let advance = ControlAdvance(try SettledGround(towns, region: box(36, 35, 37, 36)))
    #expect(areas(advance) == ["A held", "B besieged"])
    let map = advance.map(name: "m")
    #expect(map.areas[0].shape.polygons.first?.holes.count == 1)
    let front = try #require(advance.front().first)
    let round = try #require(map.areas[1].shape.polygons.first).exterior
    #expect(abs(front.lengthKM - Ellipsoid.perimeter(of: round).kilometers) < 1e-9)
    #expect(abs(front.vertexSpacingKM * Double(round.coordinates.count - 1) - front.lengthKM) < 1e-9)
  }

  @Test func `a change that tells of another holder than the list is done and told`() throws {
    var advance = try row(["A", "B"])
    for (day, from, to) in [(1, "C", "B"), (2, "B", "A"), (3, "A", "A")] {
      var step = step(day, 0, .taken, to)
      step.from = from
      advance.apply(step)
    }
    #expect(
      advance.contradictions == [
        "2020-01-02 Town 0: said to come from C, where A is known to hold it; correct the row or the list"
      ])
    #expect(advance.changes.map { "\($0.from) to \($0.to)" } == ["A to B", "B to A"])
  }

  @Test func `advancing gives what rebuilding gives after every step, and sides never overlap`() throws {
    var random = Random(seed: 77)
    let region = try Facts.governorate("Idlib")
    for _ in 0..<3 {
      var list = (0..<80).map { index in
        Settlement(
          id: "t\(index)", name: "T", point: at(random.number(36.2...37), random.number(35.4...36.2)),
          side: ["A", "B", "C"][Int.random(in: 0..<3, using: &random)])
      }
      var advance = ControlAdvance(try SettledGround(list, region: region))
      for number in 0..<40 {
        let (town, side) = (Int.random(in: 0..<80, using: &random), ["A", "B", "C"].randomElement(using: &random)!)
        advance.apply(step(number, town, .taken, side))
        list[town].side = side
        guard number % 13 == 0 else { continue }
        let moved = advance.map(name: "m")
        let rebuilt = ControlAdvance(try SettledGround(list, region: region)).map(name: "m")
        for side in ["A", "B", "C"] {
          let (one, other) = (area(moved, side), area(rebuilt, side))
          #expect(abs(one - other) <= 1e-7 * other)
          let known = advance.areasKM2[advance.state.sides.firstIndex(of: side)!]
          #expect(abs(one - known) <= 1e-9 * known)
        }
        try expectPartition(moved, of: advance)
      }
    }
  }

  private func area(_ map: ControlMap, _ side: String) -> Double {
    map.areas.filter { $0.side == side }.reduce(0) { $0 + $1.areaKM2 }
  }

  private func expectPartition(_ map: ControlMap, of advance: ControlAdvance) throws {
    for (index, one) in map.areas.enumerated() {
      #expect(try engine.isValid(one.shape))
      for other in map.areas[(index + 1)...] {
        #expect(try engine.intersection(one.shape, other.shape).polygons.isEmpty)
      }
    }
    let whole = try engine.union(map.areas.map(\.shape))
    #expect(try engine.symmetricDifference(whole, advance.ground.region).polygons.isEmpty)
  }
}

@Suite struct ControlEventTests {
  private func event(_ members: JSONObject) -> Feature {
    var all: JSONObject = [
      "feature": "event", "id": "e1", "event_type": "capture", "status": "reported", "date": "2020-01-28",
      "place": "Saraqib", "place_id": "geonames:1", "place_kind": "town", "location_basis": "named",
      "actor1": "Hayat Tahrir al-Sham", "quote": "they took Saraqib",
    ]
    for (key, value) in members { all[key] = value }
    return Feature(geometry: nil, properties: all)
  }

  private func events() throws -> ControlEvents {
    try ControlEvents(
      sides: Table(Array("# x\nactor\tside\nHayat Tahrir al-Sham\tSyrian opposition\n".utf8), file: "s.tsv"))
  }

  @Test func `captures become steps of the actor's side, in the order of the days`() throws {
    let events = try events()
    let read = events.steps([
      event(["date": "2020-01-29"]), event(["status": "claimed"]), event(["event_type": "airstrike"]),
      event(["status": "disputed"]), event(["status": "denied"]), event(["event_type": "withdrawal"]),
    ])
    #expect(read.steps.map(\.kind) == [.claimed, .contested, .denied, .left, .taken])
    #expect(read.steps.allSatisfy { $0.side == "Syrian opposition" && $0.cause.quote == "they took Saraqib" })
    #expect(read.left.isEmpty)
  }

  @Test func `an event without a day or a single settlement moves nothing`() throws {
    let events = try events()
    let read = events.steps([
      event(["date": .null]), event(["place_id": .null]), event(["place_kind": "governorate", "place": "Aleppo"]),
      event(["location_basis": "relative"]),
    ])
    #expect(read.steps.isEmpty)
    #expect(
      read.left == [
        "event e1 moves nothing: it has no day", "event e1 moves nothing: it has no place",
        "event e1 moves nothing: Aleppo is no single settlement",
        "event e1 moves nothing: Saraqib is no single settlement",
      ])
  }
}

@Suite struct SettlementListTests {
  private func table(_ text: String) throws -> Table { try Table(Array(text.utf8), file: "l.tsv") }
  private let head = "# x\nplace_id\tname\tside\tstatus\tdate\tsource\tsource_date\tnote\n"

  @Test func `rows become settlements, what has no place or stands twice is left out`() throws {
    let text =
      head
      + "a\tA\tGov\t\t2019-12-19\tS\t2019-12-20\t\nb\tB\t\tunknown\t\t\t\t\na\tA\tGov\t\t\t\t\t\nc\tC\tGov\t\t\t\t\t\n"
    let read = try SettlementList.settlements(table(text)) { $0 == "c" ? nil : at(36, 35) }
    #expect(read.settlements.map(\.side) == ["Gov", "unknown"] && read.settlements[1].status == .unknown)
    #expect(read.settlements[0].date == Day(iso: "2019-12-19"))
    #expect(
      read.faults == [
        "l.tsv:5: a stands in line 3 already; keep one of the two",
        "l.tsv:6: no place c in the gazetteer; give it lat and lon columns",
      ])
  }

  @Test func `a place of one's own has lat and lon`() throws {
    let read = try SettlementList.settlements(
      table("# x\nplace_id\tname\tside\tlat\tlon\nx\tX\tGov\t35.5\t36.5\n")
    ) { _ in nil }
    #expect(read.settlements.map(\.point) == [at(36.5, 35.5)])
  }

  @Test(arguments: [
    ("a\tA\tGov\tclaimed\t\t\t\t\n", "l.tsv:3: status is not held, contested, besieged or unknown; correct the cell"),
    ("a\tA\t\t\t\t\t\t\n", "l.tsv:3: side is empty; fill it in"),
    ("a\tA\tGov\t\t2020-02\t\t\t\n", "l.tsv:3: date is not a date as 2020-02-14; correct the cell"),
    ("\tA\tGov\t\t\t\t\t\n", "l.tsv:3: place_id is empty; fill it in"),
  ])
  func `a broken row is refused with its line`(row: String, sentence: String) throws {
    let error = #expect(throws: TableError.self) {
      try SettlementList.settlements(table(head + row)) { _ in at(36, 35) }
    }
    #expect(error?.description == sentence)
  }

  @Test func `changes become steps`() throws {
    let rows = [
      "2020-01-28\ta\tA\tB\tGov\t\t\tS\t2020-01-29\t", "2020-01-28\tb\tB\tB\tGov\tclaimed\tdate\t\t\t",
      "2020-01-30\tb\tB\tGov\t\tunknown\t\t\t\t",
    ]
    let steps = try SettlementList.changes(
      table(
        "# x\ndate\tplace_id\tname\tfrom\tto\tstatus\tdoubt\tsource\tsource_date\tnote\n" + rows.joined(separator: "\n")
      ))
    #expect(steps.map(\.kind) == [.taken, .claimed, .left] && steps.map(\.side) == ["Gov", "Gov", "Gov"])
    #expect(steps[1].cause.doubt == "date" && steps[0].cause.sources == [CitedSource("S", day: Day(iso: "2020-01-29"))])
    let broken = #expect(throws: TableError.self) {
      try SettlementList.changes(table("# x\ndate\tplace_id\tname\tto\n\ta\tA\tGov\n"))
    }
    #expect(broken?.description == "l.tsv:3: date is empty; fill it in")
  }
}
