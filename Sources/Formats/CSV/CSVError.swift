/// Why a row of CSV cannot be read, and where.
public struct CSVError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// There is no header row.
    case noHeader
    /// A quoted cell does not end.
    case unclosedQuote
    /// Text between a closing quote and the delimiter.
    case textAfterQuote
    /// A row with more or fewer cells than the header.
    case cellCount(found: Int, wanted: Int)
    /// Bytes that are not UTF-8.
    case notUTF8
  }

  /// The file's name.
  public let file: String
  /// From 1; of a quoted cell the line it begins in.
  public let line: Int
  /// What is wrong.
  public let reason: Reason

  /// `FILE:LINE: what is wrong; what to do`
  public var description: String { "\(file):\(line): \(sentence)" }

  private var sentence: String {
    switch reason {
    case .noHeader: "no header row; the first row must name the columns"
    case .unclosedQuote: "a quoted cell does not end; close it with a double quote"
    case .textAfterQuote: "text after a closing quote; write a quote inside a cell twice"
    case .cellCount(let found, let wanted):
      "\(found) cells where the header has \(wanted); put cells that hold the delimiter in double quotes"
    case .notUTF8: "bytes that are not UTF-8; save the file as UTF-8"
    }
  }
}
