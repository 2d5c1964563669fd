/// A row of a table. Cells are asked for by the name of their column; an empty cell is nil, which means unknown.
public struct TableRow: Sendable {
  let content: TableContent
  let index: Int

  /// Its line in the file, from 1.
  public var line: Int { content.cells[index].line }
  /// The file's name.
  public var file: String { content.file.path }

  var headerLine: Int { content.headerLine }

  /// The text of the cell; nil when it is empty or the table has no such column.
  public subscript(column: String) -> String? {
    guard let range = range(column), !range.isEmpty else { return nil }
    return content.file.withBytes { String(decoding: $0[range], as: UTF8.self) }
  }

  /// The values of a cell that holds a list parted by `|`, without blanks around them and without empty ones.
  public func list(_ column: String) -> [String] {
    guard let range = range(column) else { return [] }
    return content.file.withBytes { bytes in
      bytes[range].split(separator: ASCII.bar).compactMap { Self.trimmed($0) }
    }
  }

  /// The text of the cell.
  ///
  /// - Throws: when the cell is empty or there is no such column.
  public func text(_ column: String) throws(TableError) -> String {
    if let text = self[column] { return text }
    throw content.places[column] == nil
      ? TableError(file: file, line: headerLine, reason: .noColumn(column)) : error(.missing(column: column))
  }

  /// The number in the cell, nil when it is empty.
  ///
  /// - Throws: when the cell is no finite number in plain digits.
  public func double(_ column: String) throws(TableError) -> Double? {
    guard let range = range(column), !range.isEmpty else { return nil }
    let number = content.file.withBytes { bytes in
      DecimalNumber(bytes.part(range), at: 0).flatMap { $0.end == range.count ? $0.double : nil }
    }
    guard let number, number.isFinite else { throw error(.invalid(column: column, wanted: "a number")) }
    return number
  }

  /// The integer in the cell, nil when it is empty.
  ///
  /// - Throws: when the cell is no integer.
  public func int(_ column: String) throws(TableError) -> Int? {
    guard let text = self[column] else { return nil }
    guard let value = Int(text) else { throw error(.invalid(column: column, wanted: "a whole number")) }
    return value
  }

  /// An error in this row, for callers that know more of a cell's meaning.
  public func error(_ reason: TableError.Reason) -> TableError {
    TableError(file: file, line: line, reason: reason)
  }

  private func range(_ column: String) -> Range<Int>? {
    guard let place = content.places[column] else { return nil }
    let cells = content.cells[index]
    return (place == 0 ? cells.start : cells.ends[place - 1] + 1)..<cells.ends[place]
  }

  private static func trimmed(_ bytes: Slice<UnsafeRawBufferPointer>) -> String? {
    let start = bytes.drop { $0 == ASCII.space }
    guard let last = start.lastIndex(where: { $0 != ASCII.space }) else { return nil }
    return String(decoding: start[...last], as: UTF8.self)
  }
}
