import ArgumentParser
import Formats
import Geometry
import Publishing
import Records

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes a story in the form that was asked for: maps, the table by week, the report.
struct ControlWriter {
  private let output: FeatureOutput
  private let every: Int?
  private let withChanges: Bool
  private let keeper: ControlKeeper
  /// The folder for a file a day, where one was named.
  private let folder: String?

  init(_ output: FeatureOutput, _ keeper: ControlKeeper, every: Int?, withChanges: Bool = false) throws {
    (self.output, self.keeper, self.every, self.withChanges) = (output, keeper, every, withChanges)
    folder = output.output.flatMap { $0.hasSuffix("/") ? $0 : nil }
    if folder == nil { try output.check(allowing: OutputFormat.allCases) }
  }

  func write(_ story: ControlStory, publisher: Publisher) throws {
    let isWhole = every != nil || folder != nil
    let days = isWhole ? story.weeks.map(\.day) : story.weeks.suffix(1).map(\.day)
    try keeper.keep(features(story, days, publisher), publisher)
    if keeper.isAll(output) { return }
    if let folder { return try writeFolder(folder, story, publisher) }
    switch try output.chosen() {
    case .csv: try Output.write(ControlTable.csv(story, byteOrderMark: output.bom), to: output.output)
    case .html: try Output.write(publisher.report(story), to: output.output)
    case .geojson, .geojsonl, .geojsonseq:
      let changes = withChanges ? story.changes.map { publisher.maker.feature(of: $0) } : []
      try output.write(features(story, days, publisher) + changes, members: members(story, publisher))
    }
  }

  private func writeFolder(_ folder: String, _ story: ControlStory, _ publisher: Publisher) throws {
    // Made where it is missing; that it cannot be made shows when the first file is written.
    mkdir(folder, 0o777)
    for day in story.weeks.map(\.day) {
      let collection = FeatureCollection(features(story, [day], publisher), members: members(story, publisher))
      try WholeFile.write(GeoJSONWriter.write(collection), to: "\(folder)control-\(day).geojson")
    }
    Diagnostics.line("\(story.weeks.count) maps in \(folder)")
  }

  private func features(_ story: ControlStory, _ days: [Day], _ publisher: Publisher) -> [Feature] {
    days.compactMap { story.frame(on: $0) }.flatMap(\.areas).map { publisher.maker.feature(of: $0) }
  }

  private func members(_ story: ControlStory, _ publisher: Publisher) -> JSONObject {
    var members: JSONObject = ["generator": .object(publisher.generator.object)]
    for (key, value) in ControlMembers.object(story) { members[key] = value }
    return members
  }
}
