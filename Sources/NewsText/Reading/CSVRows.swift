import Formats

/// The articles of a CSV file, one a row, the columns named as the members of a JSON Lines row.
final class CSVRows: DocumentReader {
  private let file: MappedFile
  private let baseID: String
  private let delimiter: CSVDelimiter
  private var reader: CSVReader?
  private var isOpen = false

  /// - Parameter delimiter: nil where the header row tells whether it is a comma or a semicolon.
  init(_ file: MappedFile, delimiter: CSVDelimiter?, baseID: String) {
    self.file = file
    self.delimiter = delimiter ?? CSVRows.delimiter(of: file)
    self.baseID = baseID
  }

  func next() -> [ReadResult]? {
    do throws(ArticleFault) {
      if !isOpen { try open() }
      guard let row = try nextRow() else { return nil }
      return results(row)
    } catch { return [.fault(error)] }
  }

  /// Reads the header; without a column of texts nothing can be read.
  private func open() throws(ArticleFault) {
    isOpen = true
    guard file.bytes.contains(where: { $0 > 0x20 }) else { throw ArticleFault(.empty, origin: file.path) }
    if let nul = file.withBytes({ $0.firstOffset(of: 0) }) {
      throw ArticleFault(.binary(offset: nul), origin: file.path)
    }
    let opened: CSVReader
    do throws(CSVError) { opened = try CSVReader(file, delimiter: delimiter) } catch { throw fault(error) }
    guard opened.header.contains(where: { ArticleRow.Member(named: $0) == .text }) else {
      throw ArticleFault(.noText(members: " among the columns"), origin: file.path, line: 1)
    }
    reader = opened
  }

  private func nextRow() throws(ArticleFault) -> CSVRow? {
    do throws(CSVError) { return try reader?.next() } catch { throw fault(error) }
  }

  private func results(_ row: CSVRow) -> [ReadResult] {
    var article = ArticleRow()
    for (column, cell) in zip(reader?.header ?? [], row.cells) where cell.filled != nil {
      guard let member = ArticleRow.Member(named: column), article[member] == nil else { continue }
      article[member] = cell
    }
    return article.results(origin: file.path, line: row.line, fallbackID: "\(baseID)-\(row.line)")
  }

  private func fault(_ error: CSVError) -> ArticleFault {
    ArticleFault(.csv(error), origin: file.path, line: error.line)
  }

  /// Whichever of the two stands more often in the first line.
  private static func delimiter(of file: MappedFile) -> CSVDelimiter {
    file.withBytes { bytes in
      let header = bytes.prefix { $0 != 0x0A }
      func count(_ delimiter: CSVDelimiter) -> Int { header.count { $0 == delimiter.rawValue } }
      return count(.semicolon) > count(.comma) ? .semicolon : .comma
    }
  }
}
