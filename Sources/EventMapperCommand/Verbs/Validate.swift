import ArgumentParser
import Formats
import Geometry

/// `validate FILE`: everything that is against RFC 7946, with line numbers.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check GeoJSON against RFC 7946; each fault with its line, feature, ring and point.",
    discussion: """
      Exit code 0 says that all files are valid, 65 that some are not.

      Example: eventmapper validate out/events.geojson
      """)

  @Argument(help: "GeoJSON files, or - for standard input.") var file: [String]

  func run() throws {
    var isClean = true
    for name in file {
      do {
        let faults = GeoJSONReader.faults(in: try Input.file(name))
        for fault in faults { try Output.write("\(fault)\n", to: nil) }
        isClean = isClean && faults.isEmpty
        if faults.isEmpty { Diagnostics.line("\(name): valid") }
      } catch let error as FileError {
        Diagnostics.fault(error)
        isClean = false
      }
    }
    if !isClean { throw ExitCode(65) }
  }
}
