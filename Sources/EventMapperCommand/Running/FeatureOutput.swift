import ArgumentParser
import Formats
import Geometry

/// The formats that features are written in.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  /// One FeatureCollection.
  case geojson
  /// One feature a line.
  case geojsonl
  /// RFC 8142, with record separators.
  case geojsonseq
  case csv
  case html

  /// The format of a file's ending, nil where none goes with it.
  init?(path: String) {
    switch path.split(separator: ".").last.map({ $0.lowercased() }) {
    case "geojson", "json": self = .geojson
    case "geojsonl", "ndjson", "jsonl": self = .geojsonl
    case "geojsons", "geojsonseq": self = .geojsonseq
    case "csv": self = .csv
    case "html", "htm": self = .html
    default: return nil
    }
  }
}

/// Where features go and in which form.
struct FeatureOutput: ParsableArguments {
  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write, whole or not at all; standard output if not given."))
  var output: String?
  @Option(help: "The form, if the file's ending does not tell it.") var format: OutputFormat?
  @Flag(help: "Begin a CSV file with a byte order mark, for spreadsheets.") var bom = false

  /// The form that was asked for.
  func chosen() throws -> OutputFormat {
    if let format { return format }
    guard let output, output != "-" else { return .geojson }
    guard let format = OutputFormat(path: output) else { throw CommandFault.unknownEnding(output) }
    return format
  }

  /// Refuses forms that a verb does not write, before any work is done.
  func check(allowing forms: [OutputFormat]) throws {
    let format = try chosen()
    guard forms.contains(format) else {
      throw ValidationError(
        "--format \(format.rawValue) is not written by this verb; give \(forms.map(\.rawValue).joined(separator: ", "))"
      )
    }
  }

  /// Begins to write mentions as they come; see `MentionStream`.
  func begin(columns: [String]) throws -> MentionStream {
    try MentionStream(path: output == "-" ? nil : output, format: chosen(), columns: columns, bom: bom)
  }

  /// Writes features as they are.
  func write(_ features: [Feature], members: JSONObject = [:]) throws {
    let collection = FeatureCollection(features, members: members)
    switch try chosen() {
    case .geojson, .html: try Output.write(GeoJSONWriter.write(collection), to: output)
    case .geojsonl: try Output.write(GeoJSONWriter.write(collection, as: .lines), to: output)
    case .geojsonseq: try Output.write(GeoJSONWriter.write(collection, as: .sequence), to: output)
    case .csv: try Output.write(FeatureTable.csv(features, byteOrderMark: bom), to: output)
    }
  }

  /// Writes features as they come, without keeping them; a table asks for them twice, since its columns are those that
  /// any of them has.
  ///
  /// - Parameter extent: the box around them all.
  func write(
    _ extent: BoundingBox?, members: JSONObject, _ each: ((Feature) throws -> Void) throws -> Void
  ) throws {
    let format = try chosen()
    let pieces = try OutputPieces(to: output)
    if format == .csv {
      var table = FeatureTable()
      try each { table.look(at: $0) }
      try pieces.append(table.head(byteOrderMark: bom))
      try each { try pieces.append(table.row($0)) }
    } else {
      let layout: GeoJSONWriter.Layout = format == .geojsonl ? .lines : format == .geojsonseq ? .sequence : .collection
      var writer = GeoJSONWriter(layout, members: members, bbox: extent)
      try each {
        writer.append($0)
        try pieces.append(writer.drain())
      }
      try pieces.append(writer.finish())
    }
    try pieces.finish()
  }
}
