/// A row of CSV.
public struct CSVRow: Sendable {
  /// The line it begins in, from 1.
  public let line: Int
  /// Its cells as text, without quotes.
  public let cells: [String]

  let places: [String: Int]

  /// The text under the header's name; nil when the cell is empty or there is no such column.
  public subscript(column: String) -> String? {
    guard let place = places[column], place < cells.count, !cells[place].isEmpty else { return nil }
    return cells[place]
  }
}
