import ArgumentParser
import Formats
import Geometry
import Publishing

/// Where a comparison goes and in which forms.
struct ChangeOutput: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("A file to write, whole or not at all; may be given again, each file in its own form."))
  var output: [String] = []
  @Option(help: "The form, if the file's ending does not tell it.") var format: OutputFormat?
  @Flag(help: "Begin CSV with a byte order mark, for spreadsheets.") var bom = false

  func validate() throws {
    for path in output where format == nil && path != "-" && OutputFormat(path: path) == nil {
      throw ValidationError("\(CommandFault.unknownEnding(path))")
    }
    if forms.contains(where: { $0.1 == .html }) {
      throw ValidationError("html is not written by this verb; give geojson, geojsonl, geojsonseq, csv")
    }
  }

  private var forms: [(String?, OutputFormat)] {
    if output.isEmpty { return [(nil, format ?? .geojson)] }
    return output.map { ($0, format ?? OutputFormat(path: $0) ?? .geojson) }
  }

  /// - Parameter table: what CSV files hold; nil for the features' properties.
  func write(_ features: [Feature], totals: JSONObject, table: [UInt8]?, generator: Generator) throws {
    let writer = CollectionWriter(generator: generator)
    for (path, form) in forms {
      let bytes =
        switch form {
        case .geojson, .html: writer.collection(features, totals: totals)
        case .geojsonl: writer.lines(features)
        case .geojsonseq: writer.sequence(features)
        case .csv: table ?? FeatureTable.csv(features, byteOrderMark: bom)
        }
      try Output.write(bytes, to: path)
    }
  }
}
