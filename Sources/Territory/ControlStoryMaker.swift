public import Geometry
public import Records

/// Tells control over a span of days from settlements and what happened to them.
public struct ControlStoryMaker: Sendable {
  /// A road to be followed: its name, its stated direction ("Aleppo to Nasib crossing"), its line.
  public struct NamedRoad: Sendable {
    let name: String
    let direction: String
    let line: LineString

    /// A road.
    public init(name: String, direction: String, line: LineString) {
      (self.name, self.direction, self.line) = (name, direction, line)
    }
  }

  private let ground: SettledGround
  private let steps: [ControlStep]
  private let since: Day
  private let until: Day
  private let side: String

  /// A story from the beginning of `since`, when the settlements stood as listed, to the end of `until`.
  public init(_ ground: SettledGround, steps: [ControlStep], since: Day, until: Day, side: String) {
    self.ground = ground
    self.steps = ControlAdvance.ordered(steps).filter { $0.day <= until }
    (self.since, self.until, self.side) = (since, until, side)
  }

  /// The story, with a table row every so many days.
  ///
  /// - Parameters:
  ///   - roads: roads to follow; one that crosses none of the ground is told in the notes.
  ///   - claims: figures of others.
  ///   - others: settlements that the list does not name: they tell how far a count may be off.
  ///   - units: the ground of a unit of administration by its name, for claims about one.
  public func story(
    title: String, every days: Int = 7, roads: [NamedRoad] = [], claims: [ControlClaim] = [],
    others: [Coordinate] = [], units: (String) -> Shape? = { _ in nil }
  ) throws(TerritoryError) -> ControlStory {
    var story = ControlStory(title: title, side: side)
    let run = StoryRun(ground: ground, steps: steps, since: since, until: until)
    (story.sides, story.changes, story.idle) = (run.last.state.sides, run.last.changes, run.last.idle)
    (story.settlements, story.notes) = (run.last.standing, ground.notes + run.last.contradictions)
    guard let number = story.sides.firstIndex(of: side) else { throw .noSuchSide(side, known: story.sides) }
    story.frames = run.frames
    story.weeks = WeekTable(run: run, side: number, every: max(1, days)).rows
    for road in roads {
      do { story.roads.append(try RoadTeller(run: run, side: number).story(of: road)) } catch TerritoryError.roadOutside
      {
        story.notes.append("the \(road.name) crosses none of the settlements' ground and was left out")
      }
    }
    let judge = ControlJudge(run: run, changes: story.changes, others: others)
    for claim in claims { story.verdicts.append(try judge.verdict(on: claim, units: units)) }
    return story
  }
}

/// The state at the end of each day on which something happened, and at the very beginning.
struct StoryRun {
  let ground: SettledGround
  /// The state that was listed, then one for each day with steps, then the last day's.
  private(set) var moments: [(day: Day, state: ControlState)] = []
  private(set) var frames: [ControlFrame] = []
  private(set) var last: ControlAdvance

  init(ground: SettledGround, steps: [ControlStep], since: Day, until: Day) {
    self.ground = ground
    last = ControlAdvance(ground)
    // The beginning of a day is the end of the day before.
    record(since - 1)
    var rest = steps[...]
    while let day = rest.first?.day {
      let known = last.changes.count
      while let step = rest.first, step.day == day {
        last.apply(step)
        rest.removeFirst()
      }
      if last.changes.count > known { record(day) }
    }
    if let day = moments.last?.day, day < until { record(until) }
  }

  private mutating func record(_ day: Day) {
    moments.append((day, last.state))
    frames.append(
      ControlFrame(day: day, areas: last.map(name: "\(day)", date: day).areas, front: last.front(date: day)))
  }

  /// The state at the end of a day.
  func state(at day: Day) -> ControlState { (moments.last { $0.day <= day } ?? moments[0]).state }

  /// The frame at the end of a day.
  func frame(at day: Day) -> ControlFrame { frames.last { $0.day <= day } ?? frames[0] }

  var first: Day { moments[0].day }
  var end: Day { moments[moments.count - 1].day }
}

/// The rows by week.
private struct WeekTable {
  let run: StoryRun
  let side: Int
  let every: Int

  var rows: [ControlWeek] {
    var rows = [row(run.first, after: run.first)]
    var day = run.first
    while day < run.end {
      let next = min(day + every, run.end)
      rows.append(row(next, after: day))
      day = next
    }
    return rows
  }

  private func row(_ day: Day, after last: Day) -> ControlWeek {
    let (now, before) = (run.state(at: day).labels, run.state(at: last).labels)
    let numbers = now.indices
    let areas = run.last.state.sides.indices.map { side in
      numbers.filter { now[$0] == side }.reduce(0) { $0 + run.ground.mesh.areasKM2[$1] }
    }
    let name = run.last.state.sides[side]
    return ControlWeek(
      day: day, areasKM2: areas, net: estimate(from: before, to: now),
      sinceStart: estimate(from: run.state(at: run.first).labels, to: now),
      gainedCount: numbers.count { now[$0] == side && before[$0] != side },
      lostCount: numbers.count { now[$0] != side && before[$0] == side },
      frontKM: run.frame(at: day).front.filter { $0.left == name || $0.right == name }.reduce(0) { $0 + $1.lengthKM })
  }

  private func estimate(from before: [Int], to after: [Int]) -> AreaEstimate {
    GroundEstimate(mesh: run.ground.mesh, before: before, after: after, side: side).net
  }
}

/// A road's days.
private struct RoadTeller {
  let run: StoryRun
  let side: Int

  func story(of road: ControlStoryMaker.NamedRoad) throws(TerritoryError) -> RoadStory {
    let holding = try RoadHolding(road.line, on: run.ground)
    var story = RoadStory(
      name: road.name, direction: road.direction, shape: holding.shape, lengthKM: holding.lengthKM, days: [],
      taken: [], cut: [])
    for (day, state) in run.moments {
      let missing = holding.missing(side, state)
      let isWhole = missing.isEmpty
      if let last = story.days.last {
        if isWhole, !last.missing.isEmpty { story.taken.append(day) }
        if !isWhole, last.missing.isEmpty { story.cut.append(day) }
      }
      let km = holding.km(state) + [Double](repeating: 0, count: run.last.state.sides.count - state.sides.count)
      let next = RoadDay(day: day, km: km, missing: missing.map { run.ground.settlements[$0].name })
      if story.days.last?.missing != next.missing || story.days.last?.km != next.km { story.days.append(next) }
    }
    return story
  }
}
