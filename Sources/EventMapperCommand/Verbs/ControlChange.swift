import ArgumentParser
import Geodesy
import Publishing
import Records
import Territory

/// `control change A B` and `control change FOLDER`.
struct ControlChangeVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: "Tell what each side gained and lost between two control maps, or through a folder of daily maps.",
    discussion: """
      Of two maps it writes the ground that changed hands, the front, the settlements and the roads as features; the \
      totals of each side and unit stand in the collection's `totals` and, as tables, on standard error. Areas are the \
      ellipsoid's.

      Of a folder it writes the series: -o twice gives the table and the features in one run. A map's day is its `date`, \
      else the one in its name. -o FILE.html is a report: the maps day by day with the front and the change hatched, the \
      areas by week, and what each figure stands on.

      Example: eventmapper control change 2020-01-01.geojson 2020-03-01.geojson --line-uncertainty 500m -o change.geojson
      Example: eventmapper control change maps/ -o series.csv -o series.geojson -o series.html
      """)

  @Argument(help: "The earlier map, or a folder of daily maps.") var before: String
  @Argument(help: "The later map.") var after: String?
  @Option(help: "The side that gained and lost are seen from; the first side of the first map if not given.")
  var side: String?
  @Option(
    help: ArgumentHelp("How far a drawn line may be off, as 500m; gives low and high areas.", valueName: "length"))
  var lineUncertainty: Length?
  @Option(help: ArgumentHelp("Leave out pieces smaller than this, in square meters.", valueName: "m2"))
  var dropSlivers: Double?
  @Flag(help: "Compare maps of different sources.") var allowMixedSources = false
  @OptionGroup var output: ChangeOutput
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let dropSlivers, !(dropSlivers >= 0) {
      throw ValidationError("--drop-slivers \(dropSlivers): give square meters from 0 up")
    }
    if after == nil, !MapFolder.isFolder(before) {
      throw ValidationError("\(before) is no folder: give a second map, or a folder of daily maps")
    }
  }

  func run() throws {
    let index = try common.openIndex()
    let publisher = try Publisher(index: index, rulesHash: nil)
    guard let after else { return try runSeries(publisher) }
    let maps = try [before, after].map { try ControlMaps.read(MapFolder.features($0), file: $0) }
    let report = try ControlChange.between(maps[0], maps[1], options)
    for (map, file) in zip(maps, [before, after]) where map.date == nil {
      Diagnostics.line("\(file): no day in it or in its name")
    }
    let details = try ControlChange.details(of: report, maps[0], maps[1], index: index)
    let features = publisher.maker.features(of: report) + publisher.maker.features(of: details)
    let totals = ChangeTotals.object(report, details: details)
    try output.write(features, totals: totals, table: nil, generator: publisher.generator) {
      var run = SeriesRun(options, index: index, keepsMaps: true)
      for file in [before, after] { try run.add(file) }
      return try run.story().map { try publisher.report($0) } ?? []
    }
    Diagnostics.raw(ChangeSummary.text(report) + ChangeSummary.text(details))
  }

  private func runSeries(_ publisher: Publisher) throws {
    var run = SeriesRun(options, index: publisher.index, keepsMaps: output.hasPage)
    try run.read(MapFolder(before))
    guard let last = run.days.last else { throw CommandFault.noMaps(before) }
    let side = self.side ?? last.sides[0].side
    guard last.sides.contains(where: { $0.side == side }) else {
      throw TerritoryError.noSuchSide(side, known: last.sides.map(\.side))
    }
    let features = try run.days.flatMap { day in
      try day.changes.map { publisher.maker.feature(of: $0, side: side, from: day.previous, to: day.date) }
        + ControlChange.transfers(on: day, index: publisher.index).map { publisher.maker.feature(of: $0) }
    }
    try output.write(
      features, totals: SeriesTable.totals(run.days, side: side),
      table: SeriesTable.csv(run.days, byteOrderMark: output.files.bom), generator: publisher.generator
    ) { try run.story().map { try publisher.report($0) } ?? [] }
    Diagnostics.raw(ChangeSummary.text(run.days))
    if run.isFaulty { throw ExitCode(65) }
  }

  private var options: ChangeOptions {
    ChangeOptions(
      side: side, lineUncertainty: lineUncertainty?.meters, dropSlivers: dropSlivers.map { SquareMeters($0) },
      allowMixedSources: allowMixedSources)
  }
}
