import Formats
import Geometry

/// Mentions, written as they come where the form allows it; a collection's box stands before them, so it waits.
struct MentionStream {
  private let path: String?
  private let format: OutputFormat
  private let writer: WholeFileWriter?
  private var waiting: [[UInt8]] = []
  private var box: BoundingBox?

  /// - Parameter columns: a table's, in their order.
  init(path: String?, format: OutputFormat, columns: [String], bom: Bool) throws {
    self.path = path
    self.format = format
    writer = try path.map { try WholeFileWriter($0) }
    if format == .csv {
      var header = CSVWriter(byteOrderMark: bom)
      header.row(columns)
      try put(header.bytes)
    }
  }

  mutating func append(_ piece: MentionPiece) throws {
    guard format == .geojson else { return try put(piece.bytes) }
    if !piece.bytes.isEmpty { waiting.append(piece.bytes) }
    if let next = piece.box { box = box?.union(next) ?? next }
  }

  /// Writes what had to wait, and gives the file its name.
  func finish(members: JSONObject) throws {
    if format == .geojson {
      var frame = GeoJSONWriter(.collection, members: members, bbox: box)
      try put(frame.drain())
      for (number, bytes) in waiting.enumerated() {
        // The first feature has no comma before it.
        try put(number == 0 ? Array(bytes.dropFirst()) : bytes)
      }
      try put(frame.finish())
    }
    try writer?.commit()
  }

  private func put(_ bytes: [UInt8]) throws {
    if let writer { try writer.append(bytes) } else { try Output.write(bytes, to: nil) }
  }
}
