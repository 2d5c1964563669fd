import ArgumentParser
import Formats
import Gazetteer
import Geometry
import Publishing
import Records
import Territory

/// `control advance MAP|LIST EVENTS`.
struct ControlAdvanceVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "advance",
    abstract: "Move a control map forward by events.",
    discussion: """
      Captures, recaptures and withdrawals are applied in the order of their days; each change names the events that caused \
      it. What is claimed lies over the map until a report confirms it; what is disputed is contested and stays with its \
      holder; what is denied changes nothing. The map is one that `control build` wrote, anybody's GeoJSON map (its lines \
      stay where no event touches them), or a list of settlements or shipped case, as for `control build`. -o FILE.html is \
      the report, with the map before and after and the words behind each change.

      Example: eventmapper map seeds -o events.geojson && eventmapper control advance idlib events.geojson -o moved.geojson
      Example: eventmapper control advance 2020-01-22.geojson events.geojson | eventmapper validate -
      """)

  @Argument(help: ArgumentHelp("A control map (GeoJSON), a list of settlements, or a shipped case.", valueName: "map"))
  var map: String
  @Argument(help: ArgumentHelp("A GeoJSON file of events; - is standard input.", valueName: "events"))
  var events: String
  @OptionGroup var options: ControlOptions
  @OptionGroup var output: FeatureOutput
  @OptionGroup var keeper: ControlKeeper
  @OptionGroup var common: CommonOptions

  func run() throws {
    try output.check(allowing: OutputFormat.allCases)
    let index = try common.openIndex()
    if map.hasSuffix("json") { return try advanceMap(index) }
    var control = try ControlCase.open(map)
    // Its days end with its own changes; the events' end with theirs.
    control.until = nil
    control = options.applied(to: control)
    if control.changes != nil {
      Diagnostics.line("the case's own changes are left out; `control build \(map) --events \(events)` has both")
    }
    (control.changes, control.claims) = (nil, nil)
    var workshop = ControlWorkshop(control, index: index)
    (workshop.dividers, workshop.regionFile) = (options.divide, options.region)
    let ground = try workshop.ground()
    let steps = try workshop.steps(ofEvents: events)
    let story = try workshop.story(on: ground, steps: steps, every: 7)
    try ControlWriter(output, keeper, every: nil, withChanges: true).write(
      story, publisher: Publisher(index: index, rulesHash: nil))
    tell(story.changes)
    if workshop.isFaulty { throw ExitCode(65) }
  }

  /// Moves a GeoJSON map: by its own settlements where it brings them, else by the gazetteer's.
  private func advanceMap(_ index: PlaceIndex) throws {
    let control = options.applied(to: ControlCase(events: ()))
    var workshop = ControlWorkshop(control, index: index)
    let collection = try workshop.mapCollection(map)
    let day = try ControlWorkshop.one(collection, at: nil, file: map)
    let before = try ControlMaps.read(day, file: map)
    for note in before.notes { Diagnostics.line(note) }
    var moving = try PublishedAdvance(
      before, settlements: workshop.settlements(of: collection, around: before),
      areTheirs: collection.members["settlements"] != nil)
    let steps = try workshop.steps(ofEvents: events)
    let wanted = steps.filter { step in options.date.map { step.day <= $0.day } ?? true }
    var story = try moving.story(of: wanted, title: before.name, side: control.side)
    story.inputs = workshop.inputs
    let after = try moving.moved(name: before.name)
    let publisher = try Publisher(index: index, rulesHash: nil)
    for note in moving.advance.contradictions { Diagnostics.line(note) }
    for idle in story.idle {
      Diagnostics.line("\(idle.step.day) \(idle.step.name): moves nothing, \(idle.reason)")
    }
    var members = ControlMembers.object(story)
    members["generator"] = .object(publisher.generator.object)
    let areas = after.areas.map { publisher.maker.feature(of: $0) }
    try keeper.keep(areas, publisher)
    tell(story.changes)
    if !keeper.isAll(output) {
      if try output.chosen() == .html {
        try Output.write(publisher.report(story), to: output.output)
      } else {
        try output.write(areas + story.changes.map { publisher.maker.feature(of: $0) }, members: members)
      }
    }
    if workshop.isFaulty { throw ExitCode(65) }
  }

  private func tell(_ changes: [SettlementChange]) {
    for change in changes {
      let way = change.status == .held ? "\(change.from) -> \(change.to)" : "\(change.status.rawValue) by \(change.to)"
      let tenths = (change.areaKM2 * 10).rounded() / 10
      Diagnostics.line("\(change.day) \(change.name): \(way), \(tenths) km²")
    }
    Diagnostics.line("\(changes.count) \(changes.count == 1 ? "change" : "changes")")
  }
}
