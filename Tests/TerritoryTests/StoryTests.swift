import TestSupport
import Geodesy
import Geometry
import Records
import Territory
import Testing

@Suite struct StoryTests {
  private static let first = Day(iso: "2020-01-01")!

  /// Five towns on a road from west to east, the first of A, the others of B; a sixth north of the road.
  private func ground() throws -> SettledGround {
    let sides = ["A", "B", "B", "B", "B"]
    let towns = sides.enumerated().map { index, side in
      Settlement(id: "t\(index)", name: "Town \(index)", point: at(36.05 + Double(index) / 10, 35.01), side: side)
    }
    let north = Settlement(id: "n", name: "North", point: at(36.25, 35.2), side: "B")
    return try SettledGround(towns + [north], region: box(36, 34.9, 36.5, 35.3))
  }

  private func step(_ day: Int, _ town: String, _ side: String, _ kind: ControlStep.Kind = .taken, doubt: String? = nil)
    -> ControlStep
  {
    ControlStep(
      day: Self.first + day, settlement: town, name: town, kind: kind, side: side, cause: ControlCause(doubt: doubt))
  }

  private func story(_ steps: [ControlStep], claims: [ControlClaim] = [], until: Int = 20) throws -> ControlStory {
    let maker = ControlStoryMaker(
      try ground(), steps: steps, since: Self.first, until: Self.first + until, side: "A")
    let road = ControlStoryMaker.NamedRoad(
      name: "R", direction: "West to East", line: try LineString([at(35.9, 35), at(36.6, 35)]))
    let far = ControlStoryMaker.NamedRoad(name: "Far", direction: "", line: try LineString([at(10, 10), at(11, 10)]))
    return try maker.story(
      title: "T", roads: [road, far], claims: claims, others: [at(36.16, 34.95)],
      units: { $0 == "West" ? box(36, 34.9, 36.15, 35.3) : nil })
  }

  private let taking = [1, 2, 3, 4].map { ($0, "t\($0)") }

  @Test func `weeks end on their days and add up to the whole`() throws {
    let told = try story(taking.map { step($0.0 * 3, $0.1, "A") })
    #expect(told.weeks.map(\.day) == [-1, 6, 13, 20].map { Self.first + $0 })
    #expect(told.weeks.map(\.gainedCount) == [0, 2, 2, 0])
    let net = told.weeks.reduce(0) { $0 + $1.net.km2 }
    let last = try #require(told.weeks.last)
    #expect(abs(net - last.sinceStart.km2) < 1e-9)
    #expect(abs(last.areasKM2[0] - told.weeks[0].areasKM2[0] - last.sinceStart.km2) < 1e-9)
    for week in told.weeks {
      #expect(
        (week.sinceStart.low ?? .nan) <= week.sinceStart.km2 && week.sinceStart.km2 <= (week.sinceStart.high ?? .nan))
      #expect(week.frontKM > 0)
    }
    #expect(told.changes.reduce(0) { $0 + $1.areaKM2 } - last.sinceStart.km2 < 1e-9)
    #expect(told.frames.map(\.day) == [-1, 3, 6, 9, 12, 20].map { Self.first + $0 })
    #expect(told.frame(on: Self.first + 7)?.areas.first?.date == Self.first + 7)
    #expect(told.frame(on: Self.first - 9) == nil)
  }

  @Test func `a road is taken with the last settlement beside it, cut with one and taken again`() throws {
    let told = try story(
      taking.map { step($0.0, $0.1, "A") } + [step(8, "t2", "B"), step(11, "t2", "A"), step(13, "n", "A")])
    let road = try #require(told.roads.first)
    #expect(road.taken == [Self.first + 4, Self.first + 11] && road.cut == [Self.first + 8])
    #expect(road.days[0].missing == ["Town 1", "Town 2", "Town 3", "Town 4"] && road.direction == "West to East")
    #expect(abs(road.days[0].km.reduce(0, +) - road.lengthKM) < 1e-6)
    #expect(abs(road.days[0].km[0] - road.lengthKM / 5) < 0.01)
    #expect(told.notes == ["the Far crosses none of the settlements' ground and was left out"])
  }

  @Test func `contested ground cuts a road`() throws {
    let told = try story(taking.map { step($0.0, $0.1, "A") } + [step(8, "t2", "B", .contested)])
    #expect(told.roads.first?.cut == [Self.first + 8])
  }

  private func claim(_ kind: ControlClaim.Kind, _ value: Double, within: String? = nil, until: Int = 20) -> ControlClaim
  {
    ControlClaim(
      id: "c", kind: kind, value: value, unit: "km2", valueKM2: kind == .area ? value : nil, side: "A",
      since: Self.first, until: Self.first + until, within: within, quote: nil, sources: [], note: nil)
  }

  @Test func `a claimed count lies between what nobody doubts and all that may be meant`() throws {
    let steps = [step(2, "t1", "A"), step(3, "t2", "A", doubt: "date"), step(4, "t3", "A", .claimed)]
    let verdicts = try story(steps, claims: [claim(.count, 2), claim(.count, 9)]).verdicts
    // t1 is sure, t2 doubtful, t3 claimed, and an unlisted village lies on the ground of t1.
    #expect(verdicts.map(\.computed) == [2, 2] && verdicts.map(\.low) == [1, 1] && verdicts.map(\.high) == [4, 4])
    #expect(verdicts.map(\.isConsistent) == [true, false])
    #expect(verdicts[0].fitting == DayWindow(Self.first + 2, Self.first + 20) && verdicts[1].fitting == nil)
    #expect(verdicts[0].changes == [0, 1])
    #expect(verdicts[1].reasons.last == "on no day does the map's figure meet it")
  }

  @Test func `a claimed area is set beside the ground gained, inside a unit where one is named`() throws {
    let steps = taking.map { step($0.0, $0.1, "A") }
    let whole = try #require(try story(steps, claims: [claim(.area, 1000)]).verdicts.first)
    let inWest = try #require(try story(steps, claims: [claim(.area, 1000, within: "West")]).verdicts.first)
    let early = try #require(try story(steps, claims: [claim(.area, whole.computed, until: 1)]).verdicts.first)
    #expect(whole.isConsistent && whole.low < whole.computed && whole.computed < whole.high)
    #expect(inWest.computed < whole.computed / 6 && inWest.computed > 0)
    #expect(!early.isConsistent && early.fitting?.end == Self.first + 20)
    let nowhere = try #require(try story(steps, claims: [claim(.area, 1, within: "Nowhere")]).verdicts.first)
    #expect(nowhere.reasons[0] == "no boundary of Nowhere is known, so that all ground was counted")
  }

  @Test func `a side that is not on the map is refused`() throws {
    let maker = ControlStoryMaker(try ground(), steps: [], since: Self.first, until: Self.first, side: "C")
    let error = #expect(throws: TerritoryError.self) { try maker.story(title: "T") }
    #expect(error?.description == "no side \"C\" in either map: they have \"A\", \"B\"")
  }
}

@Suite struct FrontTests {
  @Test func `sides that meet have one line between them, however their corners lie`() throws {
    let drawn = try map(("A", box(36, 35, 36.5, 36)), ("B", box(36.5, 35.25, 37, 36.5)))
    let front = try ControlMaps.front(of: drawn)
    #expect(front.map(\.left) == ["A"] && front.map(\.right) == ["B"])
    let line = try LineString([at(36.5, 35.25), at(36.5, 36)])
    #expect(abs(front[0].lengthKM - Ellipsoid.length(of: line).kilometers) < 1e-6)
    #expect(abs(front[0].vertexSpacingKM - front[0].lengthKM) < 1e-9)
    #expect(front[0].shape.lines.count == 1)
  }

  @Test func `a lone side has its own border, claims bound nothing`() throws {
    let lone = try ControlMaps.front(of: try map((nil, box(36, 35, 37, 36))))
    let round = Ellipsoid.perimeter(of: box(36, 35, 37, 36).polygons[0]).kilometers
    #expect(lone.map(\.right) == ["unknown"] && abs(lone[0].lengthKM - round) < 1e-6)
    var claimed = try map(("A", box(36, 35, 36.5, 36)), ("B", box(36.5, 35, 37, 36)))
    claimed.areas[1].status = .claimed
    #expect(try ControlMaps.front(of: claimed).map(\.right) == ["unknown"])
    claimed.areas[0].status = .claimed
    let error = #expect(throws: TerritoryError.self) { try ControlMaps.front(of: claimed) }
    #expect(error?.description == "map: no area in it: a control map has one polygon or more")
  }

  @Test func `the front of a built map is the front of its settlements`() throws {
    var random = Random(seed: 4)
    let towns = (0..<60).map { index in
      Settlement(
        id: "\(index)", name: "T", point: at(random.number(36...37), random.number(35...36)),
        side: index % 3 == 0 ? "A" : "B")
    }
    let advance = ControlAdvance(try SettledGround(towns, region: box(36, 35, 37, 36)))
    let read = try ControlMaps.front(of: advance.map(name: "m", method: "settlements"))
    let own = advance.front()
    #expect(read.count == 1 && own.count == 1)
    #expect(abs(read[0].lengthKM / own[0].lengthKM - 1) < 1e-9)
  }
}

@Suite struct PublishedAdvanceTests {
  private let day = Day(iso: "2020-02-01")!

  private func drawn() throws -> ControlMap { try map(("A", box(36, 35, 36.45, 36)), ("B", box(36.45, 35, 37, 36))) }

  private var towns: [Settlement] {
    [36.2, 36.4, 36.6, 36.8, 40].enumerated().map { index, lon in
      Settlement(id: "t\(index)", name: "Town \(index)", point: at(lon, 35.5), side: Settlement.unknownSide)
    }
  }

  private func step(_ town: String, _ kind: ControlStep.Kind, _ side: String) -> ControlStep {
    ControlStep(day: day, settlement: town, name: town, kind: kind, side: side, cause: ControlCause(eventID: "e"))
  }

  @Test func `lines stay where no event touches them, and a settlement's side is that of the ground it lies on`() throws
  {
    let before = try drawn()
    var moving = try PublishedAdvance(before, settlements: towns)
    #expect(moving.advance.ground.settlements.map(\.side) == ["A", "A", "B", "B"])
    #expect(try moving.moved(name: "m").areas.map(\.shape) == before.areas.map(\.shape))
    moving.apply(step("t2", .taken, "A"))
    let after = try moving.moved(name: "m")
    // The cell of t2 reaches from 36.5 to 36.7; what lay between it and the line stays with B.
    #expect(after.areas.map(\.side) == ["A", "B"] && after.areas[1].shape.polygons.count == 2)
    let change = try #require(try moving.changes().first)
    let sum = after.areas.reduce(0) { $0 + $1.areaKM2 }
    #expect(abs(sum / before.areas.reduce(0) { $0 + $1.areaKM2 } - 1) < 1e-5)
    #expect(abs(after.areas[0].areaKM2 - before.areas[0].areaKM2 - change.areaKM2) < 1e-3)
  }

  @Test func `a cell that the line crosses changes hands only where it was the other's`() throws {
    var moving = try PublishedAdvance(try drawn(), settlements: towns)
    moving.apply(step("t1", .taken, "B"))
    let change = try #require(try moving.changes().first)
    // The cell of t1 reaches from 36.3 to 36.5, and B has it from 36.45 on.
    #expect(abs(change.areaKM2 / Ellipsoid.area(of: box(36.3, 35, 36.45, 36)).squareKilometers - 1) < 1e-3)
  }

  @Test func `a map that settlements gave is moved as they are, with what is besieged and contested`() throws {
    let list = (0..<25).map { index in
      let (column, row) = (Double(index % 5), Double(index / 5))
      return Settlement(
        id: "t\(index)", name: "T", point: at(36.1 + column / 5, 35.1 + row / 5), side: index == 12 ? "B" : "A")
    }
    var own = ControlAdvance(try SettledGround(list, region: box(36, 35, 37, 36)))
    let before = own.map(name: "m")
    var moving = try PublishedAdvance(before, settlements: own.standing, areTheirs: true)
    for step in [step("t13", .taken, "B"), step("t0", .contested, "B")] {
      moving.apply(step)
      own.apply(step)
    }
    let (moved, expected) = (try moving.moved(name: "m"), own.map(name: "m", method: "advanced", sources: []))
    #expect(moved.areas.map(\.status) == [.held, .contested, .besieged])
    #expect(moved.areas.map(\.areaKM2) == expected.areas.map(\.areaKM2))
    #expect(try moving.changes() == own.changes)
  }

  @Test func `what comes to be contested is cut out of a drawn map`() throws {
    var moving = try PublishedAdvance(try drawn(), settlements: towns)
    moving.apply(step("t3", .contested, "A"))
    let after = try moving.moved(name: "m")
    #expect(after.areas.map { "\($0.side) \($0.status.rawValue)" } == ["A held", "B held", "B contested"])
  }

  @Test func `the story of a moved map has a frame a day, its figures and what caused them`() throws {
    var moving = try PublishedAdvance(try drawn(), settlements: towns)
    var late = step("t3", .taken, "A")
    late.day = late.day + 9
    let story = try moving.story(of: [late, step("t2", .taken, "A"), step("t2", .denied, "B")], title: "M")
    #expect(story.basis == .advanced && story.title == "M" && story.side == "A" && story.sides == ["A", "B"])
    let first = step("t2", .taken, "A").day
    #expect(story.frames.map(\.day) == [first - 1, first, first + 9])
    #expect(story.weeks.map(\.day) == [first - 1, first + 9] && story.weeks.map(\.gainedCount) == [0, 2])
    let gained = story.changes.reduce(0) { $0 + $1.areaKM2 }
    #expect(abs(story.weeks[1].net.km2 - gained) < 1e-3 && story.weeks[1].net == story.weeks[1].sinceStart)
    #expect(story.changes.map(\.settlement) == ["t2", "t3"] && story.idle.count == 1)
    #expect(story.frames.allSatisfy { !$0.front.isEmpty })
  }

  @Test func `a moved map without a day has figures of no day, and a side must hold ground`() throws {
    var moving = try PublishedAdvance(try drawn(), settlements: towns)
    let story = try moving.story(of: [], title: "M")
    #expect(story.frames.isEmpty && story.weeks.isEmpty && story.sides == ["A", "B"])
    #expect(throws: TerritoryError.noSuchSide("C", known: ["A", "B"])) {
      try moving.story(of: [], title: "M", side: "C")
    }
  }

  @Test func `a claim lies over the map of others too`() throws {
    var moving = try PublishedAdvance(try drawn(), settlements: towns)
    moving.apply(step("t3", .claimed, "A"))
    let after = try moving.moved(name: "m")
    #expect(after.areas.map(\.status) == [.held, .held, .claimed])
    #expect(try after.areas[..<2].map(\.shape) == drawn().areas.map(\.shape))
  }
}
