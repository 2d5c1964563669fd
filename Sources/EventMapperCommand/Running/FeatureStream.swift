import Formats
import Geometry

/// Features of one kind, written as they come where the form allows it; a collection waits for its end.
struct FeatureStream {
  private let path: String?
  private let format: OutputFormat
  private let columns: [String]
  private let writer: WholeFileWriter?
  private var waiting: [Feature] = []

  /// - Parameter columns: a table's, in their order.
  init(path: String?, format: OutputFormat, columns: [String], bom: Bool) throws {
    self.path = path
    self.format = format
    self.columns = columns
    writer = try format.isStreamed ? path.map { try WholeFileWriter($0) } : nil
    if format == .csv {
      var header = CSVWriter(byteOrderMark: bom)
      header.row(columns)
      try put(header.bytes)
    }
  }

  mutating func append(_ features: [Feature]) throws {
    switch format {
    case .geojsonl: try put(GeoJSONWriter.write(FeatureCollection(features), as: .lines))
    case .geojsonseq: try put(GeoJSONWriter.write(FeatureCollection(features), as: .sequence))
    case .csv: try put(FeatureTable.rows(features, columns: columns))
    case .geojson, .html: waiting += features
    }
  }

  /// Writes what had to wait, and gives the file its name.
  func finish(members: JSONObject) throws {
    if let writer { return try writer.commit() }
    guard !format.isStreamed else { return }
    try Output.write(GeoJSONWriter.write(FeatureCollection(waiting, members: members)), to: path)
  }

  private func put(_ bytes: [UInt8]) throws {
    if let writer { try writer.append(bytes) } else { try Output.write(bytes, to: nil) }
  }
}
