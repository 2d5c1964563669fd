import ArgumentParser
import Formats
import Gazetteer
import Geodesy
import Geometry
import Publishing
import Records
import Territory

/// What `control build` and `control advance` are told of a case beside its own file.
struct ControlOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The first day; settlements stand as listed at its beginning.", valueName: "day"))
  var since: DayArgument?
  @Option(help: ArgumentHelp("The day whose end is shown; the last of the changes if not given.", valueName: "day"))
  var date: DayArgument?
  @Option(help: "The side that figures are seen from; the first of the list if not given.") var side: String?
  @Option(help: ArgumentHelp("A unit whose boundary bounds the map; may be given again.", valueName: "name"))
  var unit: [String] = []
  @Option(help: ArgumentHelp("A box that cuts the region, in degrees.", valueName: "w,s,e,n")) var box: String?
  @Option(help: ArgumentHelp("A GeoJSON file of the region.", valueName: "file")) var region: String?
  @Option(help: ArgumentHelp("Ground further than this from every settlement is nobody's.", valueName: "length"))
  var reach: Length?
  @Option(
    help: ArgumentHelp("A road or a GeoJSON file of lines that no settlement's ground crosses.", valueName: "line"))
  var divide: [String] = []
  @Option(help: ArgumentHelp("A road to follow: who holds it, when it is cut; may be given again.", valueName: "name"))
  var road: [String] = []
  @Option(help: ArgumentHelp("Whom an actor's captures go to: rows of `actor side`.", valueName: "file"))
  var sides: String?

  func validate() throws {
    if let box, ControlCase.box(box) == nil {
      throw ValidationError("--box \(box): give west,south,east,north in degrees, as 35.7,35.1,37.4,36.6")
    }
  }

  /// The case with what was said on the command line.
  func applied(to control: ControlCase) -> ControlCase {
    var control = control
    control.since = since?.day ?? control.since
    if let date, let end = control.until, date.day > end {
      Diagnostics.line("the case ends with \(end): nothing that happened after it is on the map of \(date.day)")
    }
    control.until = date?.day ?? control.until
    control.side = side ?? control.side
    if !unit.isEmpty { control.units = unit }
    control.box = box.flatMap(ControlCase.box) ?? control.box
    control.reach = reach?.meters ?? control.reach
    if !road.isEmpty { control.roads = road }
    control.sides = sides ?? control.sides
    return control
  }
}

/// `control build LIST`.
struct ControlBuildVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Make control maps from settlements and their sides.",
    discussion: """
      The list is a table of settlements (place_id name side status date source source_date note), a case file that names \
      it with its changes and claims, or a case that came with the program (idlib). Writes the map at the end of a day; \
      with --every a map a week, and -o FOLDER/ a file each; -o FILE.csv is the table by week, -o FILE.html the report \
      with the map over time, the areas, the roads, the claims and what each figure stands on.

      Example: eventmapper control build idlib -o out/idlib.html
      Example: eventmapper control build idlib --date 2020-02-14 -o out/2020-02-14.geojson
      Example: eventmapper control build sides.tsv --changes changes.tsv --unit Idlib --every 7 -o out/maps/
      Example: eventmapper control build idlib --every 7 --store events.gpkg
      """)

  @Argument(help: ArgumentHelp("A list of settlements, a case file, or a shipped case.", valueName: "list"))
  var list: String
  @Option(help: ArgumentHelp("Dated changes: date place_id name from to status doubt source ...", valueName: "file"))
  var changes: String?
  @Option(help: ArgumentHelp("Figures of others to set beside the map's.", valueName: "file")) var claims: String?
  @Option(help: ArgumentHelp("A GeoJSON file of events that are applied too.", valueName: "file")) var events: String?
  @Option(help: ArgumentHelp("A map every so many days.", valueName: "days")) var every: Int?
  @OptionGroup var options: ControlOptions
  @OptionGroup var output: FeatureOutput
  @OptionGroup var keeper: ControlKeeper
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let every, every < 1 { throw ValidationError("--every \(every): give 1 day or more") }
  }

  func run() throws {
    let writer = try ControlWriter(output, keeper, every: every)
    var control = options.applied(to: try ControlCase.open(list))
    control.changes = changes ?? control.changes
    control.claims = claims ?? control.claims
    let index = try common.openIndex()
    var workshop = ControlWorkshop(control, index: index)
    (workshop.dividers, workshop.regionFile, workshop.events) = (options.divide, options.region, events)
    let story = try workshop.story(every: every ?? 7)
    try writer.write(story, publisher: Publisher(index: index, rulesHash: nil))
    Diagnostics.raw(ControlTable.text(story))
    if workshop.isFaulty { throw ExitCode(65) }
  }
}
