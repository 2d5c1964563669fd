/// Writes CSV (RFC 4180): rows end with CRLF; cells with delimiter, quote or line end are quoted.
public struct CSVWriter: Sendable {
  private var out = ByteWriter()
  private let delimiter: UInt8
  private let guardFormulas: Bool

  /// A writer with nothing written.
  ///
  /// - Parameters:
  ///   - guardFormulas: put `'` before a cell that a spreadsheet would run as a formula (one that begins with
  ///     `=`, `+`, `-`, `@`, their full-width forms, a tab or a line end). Numbers stay as they are.
  ///   - byteOrderMark: begin with one, by which spreadsheets know UTF-8.
  public init(delimiter: CSVDelimiter = .comma, guardFormulas: Bool = true, byteOrderMark: Bool = false) {
    self.delimiter = delimiter.rawValue
    self.guardFormulas = guardFormulas
    if byteOrderMark { out.append(contentsOf: ASCII.byteOrderMark) }
  }

  /// What was written so far.
  public var bytes: [UInt8] { out.bytes }

  /// Takes out what was written so far; writing goes on where it was. For output in pieces.
  public mutating func drain() -> [UInt8] {
    let bytes = out.bytes
    out.removeAll()
    return bytes
  }

  /// Writes a row; a missing value is an empty cell.
  public mutating func row(_ cells: [String?]) {
    // A lone empty cell is quoted, or its row would be an empty line.
    if cells.count == 1, (cells[0] ?? "").isEmpty { out.append(ascii: "\"\"") }
    for (index, cell) in cells.enumerated() {
      if index > 0 { out.append(delimiter) }
      if var cell { cell.withUTF8 { append(UnsafeRawBufferPointer($0)) } }
    }
    out.append(ascii: "\r\n")
  }

  private mutating func append(_ cell: UnsafeRawBufferPointer) {
    let isQuoted = cell.contains { isSpecial($0) }
    if isQuoted { out.append(ASCII.quote) }
    if guardFormulas, Self.isFormula(cell) { out.append(ASCII.apostrophe) }
    for byte in cell {
      if byte == ASCII.quote { out.append(ASCII.quote) }
      out.append(byte)
    }
    if isQuoted { out.append(ASCII.quote) }
  }

  private func isSpecial(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == ASCII.quote || byte == ASCII.lineFeed || byte == ASCII.carriageReturn
  }

  /// Would a spreadsheet run the cell? (OWASP, "CSV injection".)
  private static func isFormula(_ cell: UnsafeRawBufferPointer) -> Bool {
    guard let first = cell.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), ASCII.tab, ASCII.lineFeed, ASCII.carriageReturn: return true
    case ASCII.plus: return !isNumber(cell, from: 1)
    case ASCII.minus: return !isNumber(cell, from: 0)
    default: return fullWidthSigns.contains { cell.starts(with: $0.utf8) }
    }
  }

  private static func isNumber(_ cell: UnsafeRawBufferPointer, from start: Int) -> Bool {
    DecimalNumber(cell, at: start)?.end == cell.count
  }

  private static let fullWidthSigns = ["\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"]
}
