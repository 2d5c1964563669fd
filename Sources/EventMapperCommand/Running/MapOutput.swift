import ArgumentParser
import Formats
import Records

/// One place that `map` writes to.
///
/// A collection or a page is written when everything is known; lines, sequences and tables as the articles come, so that
/// memory stays flat. Either way a file appears whole or not at all.
struct MapOutput {
  let path: String?
  let format: OutputFormat
  private let publisher: Publisher
  private let stream: WholeFileWriter?

  init(_ path: String?, _ format: OutputFormat, bom: Bool, publisher: Publisher) throws {
    self.path = path == "-" ? nil : path
    self.format = format
    self.publisher = publisher
    isBOM = bom
    stream = try format.isStreamed ? self.path.map { try WholeFileWriter($0) } : nil
    if format.isStreamed { try put(publisher.head(as: format, bom: bom)) }
  }

  private let isBOM: Bool

  /// Writes what one article yielded, where that can be done now.
  ///
  /// - Parameter pieces: its bytes by form, where a worker made them.
  func take(_ findings: Findings, pieces: [OutputFormat: [UInt8]]) throws {
    if format.isStreamed { try put(pieces[format] ?? publisher.piece(findings, as: format)) }
  }

  /// Writes what had to wait, and gives the file its name.
  func finish(_ findings: [Findings], withMentions: Bool) throws {
    if let stream { return try stream.commit() }
    guard !format.isStreamed else { return }
    let bytes = try publisher.bytes(findings, as: format, withMentions: withMentions, bom: isBOM)
    try Output.write(bytes, to: path)
  }

  private func put(_ bytes: [UInt8]) throws {
    if let stream { try stream.append(bytes) } else { try Output.write(bytes, to: nil) }
  }
}

extension OutputFormat {
  /// Is the form written as the articles come?
  var isStreamed: Bool { [.geojsonl, .geojsonseq, .csv].contains(self) }
}

/// Files to write, each in its own form.
struct OutputFiles: ParsableArguments {
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
  }

  /// Paths with their forms; one nil path, standard output, where no file was given.
  var forms: [(String?, OutputFormat)] {
    if output.isEmpty { return [(nil, format ?? .geojson)] }
    return output.map { ($0, format ?? OutputFormat(path: $0) ?? .geojson) }
  }
}

/// Where `map` writes and in which forms.
struct MapOutputOptions: ParsableArguments {
  @OptionGroup var files: OutputFiles

  /// Was any output asked for?
  var isGiven: Bool { !files.output.isEmpty || files.format != nil }

  /// Whether nothing needs all findings at once.
  var isStreamed: Bool { files.forms.allSatisfy { $0.1.isStreamed } }

  /// Is a page asked for?
  var hasPage: Bool { files.forms.contains { $0.1 == .html } }

  /// The forms that are written as the articles come.
  var streamed: [OutputFormat] { files.forms.map(\.1).filter(\.isStreamed) }

  /// Opens them all, before any work is done.
  func open(_ publisher: Publisher) throws -> [MapOutput] {
    try files.forms.map { try MapOutput($0.0, $0.1, bom: files.bom, publisher: publisher) }
  }
}
