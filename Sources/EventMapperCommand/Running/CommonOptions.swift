import ArgumentParser
import Gazetteer
import Logging

/// What every verb that reads the gazetteer takes.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "An index to look places up in; may be given again, later ones go before. `built-in` is the default.",
      valueName: "file"))
  var gazetteer: [String] = []

  @Flag(name: .long, help: "Tell more on standard error.")
  var verbose = false

  /// The index files, in the order in which they replace each other.
  func indexPaths() throws -> [String] {
    try (gazetteer.isEmpty ? ["built-in"] : gazetteer).map { $0 == "built-in" ? try DataFolder.find().index : $0 }
  }

  /// The gazetteer, opened.
  func openIndex() throws -> PlaceIndex {
    let paths = try indexPaths()
    Diagnostics.start(isVerbose: verbose)
    Diagnostics.log.debug("gazetteer: \(paths.joined(separator: ", "))")
    return try PlaceIndex(paths: paths)
  }
}
