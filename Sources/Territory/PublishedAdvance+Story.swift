public import Records

extension PublishedAdvance {
  /// Applies steps by day, and tells what became of the map: a frame for its own day and for each on which something
  /// changed, a table row whenever a week has gone by.
  ///
  /// Where neither map nor step has a day there is neither frame nor row.
  ///
  /// - Parameter side: whom figures are seen from; nil is the map's first. Throws for a side that holds nothing.
  public mutating func story(of steps: [ControlStep], title: String, side: String? = nil) throws(TerritoryError)
    -> ControlStory
  {
    let steps = ControlAdvance.ordered(steps)
    var frames: [ControlFrame] = []
    if let day = firstDay(steps) { frames.append(try Self.frame(map, on: day)) }
    var isChanged = false
    for (number, step) in steps.enumerated() {
      let known = advance.changes.count
      apply(step)
      let isDayDone = number + 1 == steps.count || steps[number + 1].day > step.day
      isChanged = isChanged || advance.changes.count > known
      guard isDayDone, isChanged else { continue }
      isChanged = false
      frames.append(try Self.frame(moved(name: map.name), on: step.day))
    }
    let sides = Self.sides(of: [map.areas] + frames.map(\.areas))
    if let side, !sides.contains(side) { throw .noSuchSide(side, known: sides) }
    var story = ControlStory(title: title, side: side ?? sides.first ?? areas[0].side)
    story.basis = isTheirs ? .settlements : .advanced
    (story.frames, story.changes, story.idle) = (frames, try changes(), advance.idle)
    (story.settlements, story.notes) = (advance.standing, map.notes + advance.ground.notes + advance.contradictions)
    story.sides = sides
    story.weeks = FrameTable(story).rows
    return story
  }

  /// The map's own day, if it lies before the steps; else the day before them.
  private func firstDay(_ steps: [ControlStep]) -> Day? {
    guard let first = steps.first?.day else { return map.date }
    return min(map.date ?? first - 1, first - 1)
  }

  private static func frame(_ map: ControlMap, on day: Day) throws(TerritoryError) -> ControlFrame {
    ControlFrame(day: day, areas: map.areas, front: try FrontMeasure.lines(map))
  }

  /// Everybody who holds ground on one of them, in the order in which they appear.
  private static func sides(of frames: [[ControlArea]]) -> [String] {
    frames.joined().filter { $0.status != .claimed && $0.side != Settlement.unknownSide }.map(\.side)
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

/// The table of a story from its frames and changes.
private struct FrameTable {
  private let story: ControlStory

  init(_ story: ControlStory) { self.story = story }

  var rows: [ControlWeek] {
    let frames = story.frames
    if frames.isEmpty { return [] }
    var rows = [row(0, after: 0)]
    var before = 0
    for number in frames.indices.dropFirst()
    where frames[number].day - frames[before].day >= 7 || number == frames.count - 1 {
      rows.append(row(number, after: before))
      before = number
    }
    return rows
  }

  private func row(_ number: Int, after before: Int) -> ControlWeek {
    let (frame, last) = (story.frames[number], story.frames[before])
    let moved = story.changes.filter {
      $0.status == .held && $0.day > last.day && $0.day <= frame.day && $0.from != $0.to
    }
    let held = area(frame)
    return ControlWeek(
      day: frame.day, areasKM2: story.sides.map { area(frame, of: $0) }, net: AreaEstimate(km2: held - area(last)),
      sinceStart: AreaEstimate(km2: held - area(story.frames[0])),
      gainedCount: moved.count { $0.to == story.side }, lostCount: moved.count { $0.from == story.side },
      frontKM: frame.front.filter { $0.left == story.side || $0.right == story.side }.reduce(0) { $0 + $1.lengthKM })
  }

  private func area(_ frame: ControlFrame, of side: String? = nil) -> Double {
    frame.areas.filter { $0.side == side ?? story.side && $0.status != .claimed }.reduce(0) { $0 + $1.areaKM2 }
  }
}
