import Formats
import Geometry

/// Files that a verb reads besides articles.
enum Input {
  /// The file, or standard input for `-`.
  static func file(_ name: String) throws(FileError) -> MappedFile {
    name == "-" ? try MappedFile.standardInput() : try MappedFile(name)
  }

  /// The features of a GeoJSON file. Lost features are told one by one on standard error, repaired things in one line.
  ///
  /// - Parameter isFaulty: set when a feature was lost; what could be repaired is no fault.
  static func features(_ name: String, isFaulty: inout Bool) throws -> FeatureCollection {
    let reading = try GeoJSONReader.read(try file(name))
    let lost = reading.faults(from: .lost)
    for fault in lost { Diagnostics.fault(fault) }
    let repaired = reading.faultCount - lost.count
    if repaired > 0 {
      Diagnostics.line(
        "\(name): \(repaired) \(repaired == 1 ? "thing" : "things") against RFC 7946 read all the same; "
          + "`eventmapper validate` lists \(repaired == 1 ? "it" : "them")")
    }
    if reading.lostFeatureCount > 0 { isFaulty = true }
    return reading.collection
  }
}
