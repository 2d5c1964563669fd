/// Reads CSV row by row (RFC 4180): quoted cells may hold delimiters, doubled quotes and line ends.
///
/// Rows end with CRLF, LF or CR; a byte order mark and empty lines are skipped; a quote inside an unquoted cell
/// is text. After an error the next call goes on with the line that follows the broken row.
public struct CSVReader {
  /// The names of the columns; empty when the file was said to have no header.
  public private(set) var header: [String] = []

  private let file: MappedFile
  private let delimiter: UInt8
  private var offset: Int
  private var line = 1
  private var places: [String: Int] = [:]

  /// A reader before the first row of the file, or after its header.
  ///
  /// - Throws: when there is no header row, or it is broken.
  public init(
    _ file: MappedFile, delimiter: CSVDelimiter = .comma, hasHeader: Bool = true
  ) throws(CSVError) {
    self.file = file
    self.delimiter = delimiter.rawValue
    offset = file.bytes.byteOrderMarkLength
    guard hasHeader else { return }
    guard let row = try next() else { throw error(.noHeader, line: 1) }
    header = row.cells
    places = Dictionary(zip(header, header.indices)) { first, _ in first }
  }

  /// A reader of bytes in memory; `path` is the name that errors give.
  public init(
    _ bytes: [UInt8], path: String, delimiter: CSVDelimiter = .comma, hasHeader: Bool = true
  ) throws(CSVError) {
    try self.init(MappedFile(copying: bytes, path: path), delimiter: delimiter, hasHeader: hasHeader)
  }

  /// The next row, nil at the end.
  ///
  /// - Throws: when the row is broken; the row after it can be read all the same.
  public mutating func next() throws(CSVError) -> CSVRow? {
    let file = file
    return try file.withBytes { bytes throws(CSVError) in
      skipEmptyLines(bytes)
      guard offset < bytes.count else { return nil }
      return try row(bytes)
    }
  }

  private mutating func skipEmptyLines(_ bytes: UnsafeRawBufferPointer) {
    while offset < bytes.count, isLineEnd(bytes[offset]) { endLine(bytes) }
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == ASCII.lineFeed || byte == ASCII.carriageReturn }

  /// Moves over CRLF, LF or CR; nothing at the end of the bytes.
  private mutating func endLine(_ bytes: UnsafeRawBufferPointer) {
    guard offset < bytes.count else { return }
    let isPair =
      bytes[offset] == ASCII.carriageReturn && offset + 1 < bytes.count && bytes[offset + 1] == ASCII.lineFeed
    offset += isPair ? 2 : 1
    line += 1
  }

  private mutating func row(_ bytes: UnsafeRawBufferPointer) throws(CSVError) -> CSVRow {
    let (start, first) = (offset, line)
    var cells: [String] = []
    cells.reserveCapacity(header.count)
    var badLine: Int?
    while true {
      let cellLine = line
      let text = bytes[offset] == ASCII.quote ? try quoted(bytes, rowStart: start, rowLine: first) : plain(bytes)
      if text == nil { badLine = badLine ?? cellLine }
      cells.append(text ?? "")
      guard offset < bytes.count, bytes[offset] == delimiter else { break }
      offset += 1
      if offset == bytes.count {
        cells.append("")
        break
      }
    }
    endLine(bytes)
    if let badLine { throw error(.notUTF8, line: badLine) }
    guard header.isEmpty || cells.count == header.count else {
      throw error(.cellCount(found: cells.count, wanted: header.count), line: first)
    }
    return CSVRow(line: first, cells: cells, places: places)
  }

  /// Reads a cell without quotes; nil when it is not UTF-8.
  private mutating func plain(_ bytes: UnsafeRawBufferPointer) -> String? {
    let start = offset
    while offset < bytes.count, bytes[offset] != delimiter, !isLineEnd(bytes[offset]) { offset += 1 }
    return bytes.part(start..<offset).text
  }

  /// Reads a quoted cell; nil when it is not UTF-8.
  private mutating func quoted(
    _ bytes: UnsafeRawBufferPointer, rowStart: Int, rowLine: Int
  ) throws(CSVError) -> String? {
    let opened = line
    var pieces: [UInt8] = []
    offset += 1
    while let close = bytes.firstOffset(of: ASCII.quote, from: offset) {
      pieces.append(contentsOf: bytes[offset..<close])
      line += bytes.lineFeeds(in: offset..<close)
      offset = close + 1
      guard offset < bytes.count, bytes[offset] == ASCII.quote else {
        try endCell(bytes)
        return pieces.withRawBytes(\.text)
      }
      pieces.append(ASCII.quote)
      offset += 1
    }
    // Go on after the line the row began in: the rest of the file is not this cell.
    (offset, line) = (rowStart, rowLine)
    skipLine(bytes)
    throw error(.unclosedQuote, line: opened)
  }

  /// Makes sure that a delimiter or the row's end follows a closing quote.
  private mutating func endCell(_ bytes: UnsafeRawBufferPointer) throws(CSVError) {
    guard offset < bytes.count, bytes[offset] != delimiter, !isLineEnd(bytes[offset]) else { return }
    let error = error(.textAfterQuote, line: line)
    skipLine(bytes)
    throw error
  }

  private mutating func skipLine(_ bytes: UnsafeRawBufferPointer) {
    while offset < bytes.count, !isLineEnd(bytes[offset]) { offset += 1 }
    endLine(bytes)
  }

  private func error(_ reason: CSVError.Reason, line: Int) -> CSVError {
    CSVError(file: file.path, line: line, reason: reason)
  }
}
