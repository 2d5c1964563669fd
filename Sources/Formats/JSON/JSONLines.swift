/// The values of a JSON Lines file (one a line) or of a JSON text sequence (RFC 7464: each begun by byte 0x1E).
///
/// Rows are found without copying and parsed one by one, so a broken row costs only itself:
///
///     for row in JSONLines(file) {
///       do { use(try row.parse()) } catch { report(error) }
///     }
public struct JSONLines: Sequence {
  /// One value's bytes, not yet read.
  public struct Row: Sendable {
    /// The line it begins in, from 1.
    public let line: Int
    /// The file it stands in.
    public let file: MappedFile
    /// Where in the file.
    public let range: Range<Int>

    /// Reads the row; an error tells file, line and column.
    public func parse() throws(JSONError) -> JSONValue {
      try withCursor { cursor throws(JSONError) in
        let value = try cursor.value()
        try cursor.finish()
        return value
      }
    }

    /// Reads the row with a cursor, for rows too many to build values of.
    public func withCursor<Result>(
      _ body: (inout JSONCursor) throws(JSONError) -> Result
    ) throws(JSONError) -> Result {
      try file.withBytes { bytes throws(JSONError) in
        var cursor = JSONCursor(bytes.part(range), file: file.path, firstLine: line)
        return try body(&cursor)
      }
    }
  }

  private let file: MappedFile

  /// The rows of the file; blank lines are skipped.
  public init(_ file: MappedFile) { self.file = file }

  /// The rows of bytes in memory; `path` is the name that errors give.
  public init(_ bytes: [UInt8], path: String) { self.init(MappedFile(copying: bytes, path: path)) }

  /// Does the file begin as a JSON text sequence, with byte 0x1E?
  public var isSequence: Bool {
    file.withBytes { $0.dropFirst($0.byteOrderMarkLength).first == ASCII.recordSeparator }
  }

  /// Goes through the rows.
  public func makeIterator() -> AnyIterator<Row> {
    var pieces = Lines(file.bytes, endedBy: isSequence ? ASCII.recordSeparator : ASCII.lineFeed)
    return AnyIterator { [file] in
      while let piece = pieces.next() {
        if let row = file.withBytes({ Row(piece, of: file, $0) }) { return row }
      }
      return nil
    }
  }
}

extension JSONLines.Row {
  /// The row without blanks around it; nil when there is nothing else.
  fileprivate init?(_ piece: Lines.Line, of file: MappedFile, _ bytes: UnsafeRawBufferPointer) {
    let content = bytes[piece.range]
    guard let first = content.firstIndex(where: { !ASCII.isBlank($0) }) else { return nil }
    let last = content.lastIndex { !ASCII.isBlank($0) } ?? first
    line = piece.number + bytes.lineFeeds(in: piece.range.lowerBound..<first)
    range = first..<last + 1
    self.file = file
  }
}
