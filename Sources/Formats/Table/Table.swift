/// A table of one of the project's data files: tab-separated UTF-8 with a header row.
///
/// Lines that begin with `#` are comments (source and licence stand in the first), blank lines are skipped, and
/// every row has as many cells as the header. Cells hold no tab and no line end, and there is no quoting.
public struct Table: Sendable {
  /// The names of the columns.
  public let columns: [String]
  /// The rows in their order.
  public let rows: [TableRow]
  /// The comment lines before the header, without `#` and blanks: source and licence.
  public let comments: [String]
  /// The file's name.
  public let file: String

  /// Reads the table from a file.
  public init(_ file: MappedFile) throws(TableError) {
    let content = try file.withBytes { bytes throws(TableError) in try TableContent(bytes, of: file) }
    columns = content.columns
    comments = content.comments
    self.file = file.path
    rows = content.cells.indices.map { TableRow(content: content, index: $0) }
  }

  /// Reads the table from bytes; `file` is the name that errors give.
  public init(_ bytes: [UInt8], file: String) throws(TableError) {
    try self.init(MappedFile(copying: bytes, path: file))
  }

  /// Makes sure that the table has the columns.
  public func require(_ names: String...) throws(TableError) {
    for name in names where !columns.contains(name) {
      throw TableError(file: file, line: rows.first?.headerLine ?? 1, reason: .noColumn(name))
    }
  }
}

/// What the rows of a table share.
final class TableContent: Sendable {
  struct Cells: Sendable {
    let line: Int
    let start: Int
    /// Where each cell ends; the next begins one byte later.
    let ends: [Int]
  }

  let file: MappedFile
  let columns: [String]
  let comments: [String]
  let places: [String: Int]
  let headerLine: Int
  let cells: [Cells]

  init(_ bytes: UnsafeRawBufferPointer, of file: MappedFile) throws(TableError) {
    if let fault = UTF8Check.firstFault(in: bytes) {
      throw TableError(file: file.path, line: fault.line, reason: .notUTF8)
    }
    var reader = TableReader(bytes, file: file.path)
    try reader.read()
    self.file = file
    columns = reader.columns
    comments = reader.comments
    headerLine = reader.headerLine
    places = Dictionary(zip(columns, columns.indices)) { first, _ in first }
    cells = reader.rows
  }
}
