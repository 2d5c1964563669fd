import ArgumentParser
import Formats
import Gazetteer
import Geometry
import Records

/// `gazetteer build|import|info`: makes an index, and tells what is in it.
struct GazetteerVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer",
    abstract: "Compile an index of places, or tell what is inside.",
    discussion: "Example: eventmapper gazetteer info",
    subcommands: [GazetteerBuild.self, GazetteerImport.self, GazetteerInfo.self])
}

/// `gazetteer build FOLDER`: compiles tables into an index.
struct GazetteerBuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Compile a folder of tables into an index.",
    discussion: """
      Every fault in the tables is named with its file and line; with any there is no index.

      Example: eventmapper gazetteer build Gazetteer --spelling Sources/Gazetteer/Data/spelling -o gazetteer.index
      """)

  @Argument(help: ArgumentHelp("A folder in the form of Gazetteer/README.md.", valueName: "folder")) var sources: String
  @Option(help: ArgumentHelp("The folder of spelling rules; FOLDER/spelling if not given.", valueName: "folder"))
  var spelling: String?
  @Option(name: .shortAndLong, help: ArgumentHelp("The index to write.", valueName: "file")) var output: String

  func run() throws {
    let compiler = GazetteerCompiler(folder: sources, spelling: spelling ?? sources + "/spelling")
    for fault in compiler.faults { Diagnostics.fault(fault) }
    guard compiler.faults.isEmpty else { throw ExitCode(65) }
    try compiler.write(to: output)
    Diagnostics.line("\(output): \(compiler.placeCount) places")
  }
}

/// `gazetteer info`: what is inside the index files.
struct GazetteerInfo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Tell what is inside the index files, and whether they are whole.",
    discussion: "Example: eventmapper gazetteer info --gazetteer built-in --gazetteer world.index")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let index = try common.openIndex()
    try index.verify()
    for (number, file) in index.info.enumerated() {
      try Output.write(GazetteerInfo.text(file, index.census(ofFile: number)), to: nil)
    }
    let roads = index.roads.map { "\($0.name) (\($0.line.coordinates.count) points)" }.joined(separator: ", ")
    if !roads.isEmpty { try Output.write("roads: \(roads)\n", to: nil) }
  }
  private static func text(_ file: PlaceIndex.FileInfo, _ census: Census) -> String {
    let spellings = file.spellings.isEmpty ? "none" : file.spellings.joined(separator: ", ")
    return "\(file.path)\n  places     \(file.places) (\(list(census.sources)))\n  names      \(file.names)\n"
      + "  kinds      \(list(census.kinds.mapKeys(\.rawValue)))\n  boundaries \(census.boundaries)\n"
      + "  spellings  \(spellings)\n  sha256     \(file.contentHash)\n"
  }

  /// `4 village, 2 town`, the most first.
  private static func list(_ counts: [String: Int]) -> String {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
  }
}

extension Dictionary {
  fileprivate func mapKeys<NewKey: Hashable>(_ name: (Key) -> NewKey) -> [NewKey: Value] {
    Dictionary<NewKey, Value>(uniqueKeysWithValues: map { (name($0.key), $0.value) })
  }
}
