/// Columns as wide as their widest cell, two blanks between them.
struct TextTable {
  let header: [String]
  let rightAligned: Set<Int>
  let rows: [[String]]

  /// Every line ended.
  var text: String { ([header] + rows).map { line($0) + "\n" }.joined() }

  private var widths: [Int] {
    header.indices.map { column in ([header] + rows).map { Self.width($0[column]) }.max() ?? 0 }
  }

  private func line(_ cells: [String]) -> String {
    let widths = widths
    let padded = cells.indices.map { column in
      let text = Self.clean(cells[column])
      let blanks = String(repeating: " ", count: max(0, widths[column] - Self.width(text)))
      return rightAligned.contains(column) ? blanks + text : text + blanks
    }
    let joined = padded.joined(separator: "  ")
    return String(joined.reversed().drop { $0 == " " }.reversed())
  }

  /// Terminal columns, near enough: combining marks take none.
  static func width(_ text: String) -> Int { text.count }

  /// Article text may hold control characters that would move a terminal's cursor.
  static func clean(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? " " : $0 }))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
      || (0x2066...0x2069).contains(scalar.value)
  }
}
