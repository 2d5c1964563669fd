public import Formats

/// Reads GeoJSON (RFC 7946), tolerant of what the field publishes.
///
/// A FeatureCollection, a Feature or a bare geometry; also one feature a line and RFC 8142 text sequences, which
/// are known by their bytes. Read all the same, and told: a `crs` member that names WGS 84, rings that run the
/// wrong way or do not close, altitudes (dropped). A feature with any position that cannot be read is left out as a
/// whole, since half a shape would be a false one. Other coordinate systems are refused by name.
public enum GeoJSONReader {
  /// Reads the file.
  ///
  /// - Throws: when it is not JSON, not GeoJSON, or not in longitude and latitude. A broken line of a file with one
  ///   feature a line is a fault, and the others are read.
  public static func read(_ file: MappedFile) throws(GeoJSONError) -> GeoJSONReading {
    try file.withBytes { bytes throws(GeoJSONError) in
      var parser = GeoJSONParser(bytes, file: file.path)
      if isRecords(file, bytes) {
        for row in JSONLines(file) { parser.readRecord(row, of: bytes) }
      } else {
        do throws(JSONError) { try parser.readDocument() } catch { throw .json(error) }
      }
      if let refusal = parser.refusal { throw .refused(refusal) }
      parser.checkBox()
      return parser.reading
    }
  }

  /// Reads bytes in memory; `path` is the name that errors give.
  public static func read(_ bytes: [UInt8], path: String) throws(GeoJSONError) -> GeoJSONReading {
    try read(MappedFile(copying: bytes, path: path))
  }

  /// Everything in the file that is against RFC 7946, in its order, up to `GeoJSONReading.faultLimit`. Empty means
  /// valid.
  public static func faults(in file: MappedFile) -> [GeoJSONFault] {
    do throws(GeoJSONError) {
      return try read(file).faults(from: .repaired)
    } catch {
      return [error.fault(in: file.path)]
    }
  }

  /// Is there one value a record: a text sequence, or a first line that ends as an object before another?
  private static func isRecords(_ file: MappedFile, _ bytes: UnsafeRawBufferPointer) -> Bool {
    let lines = JSONLines(file)
    if lines.isSequence { return true }
    let rows = Array(lines.prefix(2))
    guard rows.count == 2 else { return false }
    return bytes[rows[0].range].last == UInt8(ascii: "}") && bytes[rows[1].range].first == UInt8(ascii: "{")
  }
}
