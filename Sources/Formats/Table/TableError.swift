/// Why a table cannot be read, and where.
public struct TableError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// There is no header row.
    case noHeader
    /// A column of the header has no name or that of another column.
    case badHeader(column: Int)
    /// A row with more or fewer cells than the header.
    case cellCount(found: Int, wanted: Int)
    /// Bytes that are not UTF-8.
    case notUTF8
    /// The table has no such column.
    case noColumn(String)
    /// An empty cell where a value is needed.
    case missing(column: String)
    /// A cell that is no such thing: "a number", "a latitude" ...
    case invalid(column: String, wanted: String)
  }

  /// The file's name.
  public let file: String
  /// From 1.
  public let line: Int
  /// What is wrong.
  public let reason: Reason

  /// An error at a line.
  public init(file: String, line: Int, reason: Reason) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  /// `FILE:LINE: what is wrong; what to do`
  public var description: String { "\(file):\(line): \(sentence)" }

  private var sentence: String {
    switch reason {
    case .noHeader: "no header row; the first line that does not begin with # names the columns, parted by tabs"
    case .badHeader(let column): "column \(column) of the header has no name of its own; give each column another name"
    case .cellCount(let found, let wanted):
      "\(found) cells where the header has \(wanted); part the cells by single tabs, empty ones too"
    case .notUTF8: "bytes that are not UTF-8; save the file as UTF-8"
    case .noColumn(let name): "no column \(name); add it to the header row"
    case .missing(let column): "\(column) is empty; fill it in"
    case .invalid(let column, let wanted): "\(column) is not \(wanted); correct the cell"
    }
  }
}
