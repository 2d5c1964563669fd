import Gazetteer
import Records
import Territory

extension ControlWorkshop {
  /// The story of the case, from its list, its changes and events.
  mutating func story(every days: Int) throws -> ControlStory {
    let ground = try ground()
    return try story(on: ground, steps: steps(), every: days)
  }

  /// The story of these steps.
  mutating func story(on ground: SettledGround, steps: [ControlStep], every days: Int) throws -> ControlStory {
    let since = control.since ?? steps.first?.day ?? ground.settlements.compactMap(\.date).max()
    guard let since else { throw CommandFault.noDay }
    // A list shows its beginning at the end of the day before.
    if let until = control.until, until < since - 1 { throw CommandFault.earlyDay(until, first: since) }
    let until = max(since - 1, control.until ?? steps.last?.day ?? since)
    guard until - since <= 3660 else { throw CommandFault.tooLong("\(since)", "\(until)") }
    let side = control.side ?? ground.settlements.lazy.map(\.side).first { $0 != Settlement.unknownSide } ?? ""
    let maker = ControlStoryMaker(ground, steps: steps, since: since, until: until, side: side)
    let index = index
    let all = try claims()
    let claims = all.filter { since <= $0.since && $0.until <= until }
    if claims.count < all.count {
      Diagnostics.line("\(all.count - claims.count) of \(all.count) claims reach beyond these days and were left out")
    }
    var story = try maker.story(
      title: control.title, every: days, roads: roads(), claims: claims, others: others(around: ground),
      units: { index.boundary(of: $0) })
    story.inputs = inputs
    for note in story.notes { Diagnostics.line(note) }
    for idle in story.idle {
      Diagnostics.line("\(idle.step.day) \(idle.step.name): moves nothing, \(idle.reason)")
    }
    return story
  }
}
