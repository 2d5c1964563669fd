/// Reads a table's lines into columns and cells.
struct TableReader {
  private(set) var columns: [String] = []
  private(set) var comments: [String] = []
  private(set) var rows: [TableContent.Cells] = []
  private(set) var headerLine = 0

  private let bytes: UnsafeRawBufferPointer
  private let file: String

  /// - Parameter bytes: checked UTF-8.
  init(_ bytes: UnsafeRawBufferPointer, file: String) {
    self.bytes = bytes
    self.file = file
  }

  mutating func read() throws(TableError) {
    for line in Lines(bytes) where !line.range.isEmpty {
      if bytes[line.range.lowerBound] == UInt8(ascii: "#") {
        if columns.isEmpty { comments.append(comment(line.range)) }
      } else if columns.isEmpty {
        try readHeader(line)
      } else {
        try readRow(line)
      }
    }
    guard !columns.isEmpty else { throw TableError(file: file, line: 1, reason: .noHeader) }
  }

  private func comment(_ range: Range<Int>) -> String {
    let text = bytes[range].drop { $0 == UInt8(ascii: "#") || $0 == ASCII.space }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func readHeader(_ line: Lines.Line) throws(TableError) {
    let cells = bytes[line.range].split(separator: ASCII.tab, omittingEmptySubsequences: false)
    for cell in cells {
      let name = String(decoding: cell, as: UTF8.self)
      guard !name.isEmpty, !columns.contains(name) else {
        throw TableError(file: file, line: line.number, reason: .badHeader(column: columns.count + 1))
      }
      columns.append(name)
    }
    headerLine = line.number
  }

  private mutating func readRow(_ line: Lines.Line) throws(TableError) {
    var ends: [Int] = []
    ends.reserveCapacity(columns.count)
    for index in line.range where bytes[index] == ASCII.tab { ends.append(index) }
    ends.append(line.range.upperBound)
    guard ends.count == columns.count else {
      let reason = TableError.Reason.cellCount(found: ends.count, wanted: columns.count)
      throw TableError(file: file, line: line.number, reason: reason)
    }
    rows.append(TableContent.Cells(line: line.number, start: line.range.lowerBound, ends: ends))
  }
}
