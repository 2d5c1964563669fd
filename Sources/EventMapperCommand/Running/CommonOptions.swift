import ArgumentParser
import Formats
import Gazetteer
import Logging
import Publishing

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

  /// The gazetteer, opened.
  ///
  /// A world index that this program cannot use (of another version, cut short) is left aside, and said so.
  func openIndex() throws -> PlaceIndex {
    Diagnostics.start(isVerbose: verbose)
    do {
      return try open(withWorld: true)
    } catch GazetteerError.index(let file, let problem) where isWorld(file) {
      Diagnostics.log.warning("\(file): \(problem); going on without it: run `make gazetteer`")
      return try open(withWorld: false)
    }
  }

  /// The gazetteer for verbs that can do without: nil where none is installed. One that was named must be there.
  func openIndexIfAny() throws -> PlaceIndex? {
    do {
      return try openIndex()
    } catch CommandFault.noData where gazetteer.isEmpty {
      return nil
    }
  }

  /// The members of a collection that no rule had a part in.
  static func members(_ index: PlaceIndex?) -> JSONObject {
    let generator = Generator(version: Program.version, gazetteerHash: index?.contentHash, rulesHash: nil)
    return ["generator": .object(generator.object)]
  }

  private func open(withWorld: Bool) throws -> PlaceIndex {
    let names = gazetteer.isEmpty ? ["built-in"] : gazetteer
    let paths = try names.map { $0 == "built-in" ? try CommonOptions.builtIn(withWorld: withWorld) : $0 }
    Diagnostics.log.debug("gazetteer: \(paths.joined(separator: ", "))")
    return try PlaceIndex(paths: paths)
  }

  /// The index of the whole world holds the built-in one too.
  private static func builtIn(withWorld: Bool) throws -> String {
    let folder = try DataFolder.find()
    return withWorld ? folder.worldIndex ?? folder.index : folder.index
  }

  private func isWorld(_ file: String) -> Bool {
    !gazetteer.contains(file) && (try? DataFolder.find())?.worldIndex == file
  }
}
