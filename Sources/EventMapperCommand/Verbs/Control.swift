import ArgumentParser
import Formats
import Geodesy
import Geometry
import Records
import Territory

/// `control change A B`: who gained which ground.
struct Control: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make maps of who holds which ground, move them by events, compare them.",
    discussion: "Example: eventmapper control change 2020-01-01.geojson 2020-03-01.geojson --side Opposition",
    subcommands: [ControlBuildVerb.self, ControlAdvanceVerb.self, ControlChangeVerb.self, ControlFrontVerb.self])
}

/// `control change A B`.
struct ControlChangeVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: "Tell what one side gained and lost between two control maps.",
    discussion: """
      Writes the ground that changed hands as features; the totals stand in the collection's `totals` and, as a table, \
      on standard error. Areas are the ellipsoid's.

      Example: eventmapper control change 2020-01-01.geojson 2020-03-01.geojson --line-uncertainty 500m -o change.geojson
      """)

  @Argument(help: "The earlier map.") var before: String
  @Argument(help: "The later map.") var after: String
  @Option(help: "The side that gained and lost are seen from; the first side of the first map if not given.")
  var side: String?
  @Option(
    help: ArgumentHelp("How far a drawn line may be off, as 500m; gives low and high areas.", valueName: "length"))
  var lineUncertainty: Length?
  @Option(help: ArgumentHelp("Leave out pieces smaller than this, in square meters.", valueName: "m2"))
  var dropSlivers: Double?
  @Flag(help: "Compare maps of different sources.") var allowMixedSources = false
  @OptionGroup var output: FeatureOutput

  func validate() throws {
    if let dropSlivers, !(dropSlivers >= 0) {
      throw ValidationError("--drop-slivers \(dropSlivers): give square meters from 0 up")
    }
  }

  func run() throws {
    try output.check(allowing: [.geojson, .geojsonl, .geojsonseq, .csv])
    var isFaulty = false
    let maps = try [before, after].map { try ControlMaps.read(Input.features($0, isFaulty: &isFaulty), file: $0) }
    let report = try ControlChange.between(maps[0], maps[1], options)
    for note in report.notes { Diagnostics.line(note) }
    try output.write(ChangeFeatures.features(report), members: ["totals": ChangeFeatures.totals(report)])
    Diagnostics.line(ChangeFeatures.table(report))
    if isFaulty { throw ExitCode(65) }
  }

  private var options: ChangeOptions {
    ChangeOptions(
      side: side, lineUncertainty: lineUncertainty?.meters, dropSlivers: dropSlivers.map { SquareMeters($0) },
      allowMixedSources: allowMixedSources)
  }
}
