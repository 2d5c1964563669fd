import Formats

/// The color of a side on control maps.
struct SideColor: Sendable {
  let side: String
  let color: String

  init(_ row: TableRow) throws(TableError) {
    side = try row.text("side")
    color = try row.text("color")
  }

  /// The color of the first row whose words the side begins with, else one of the rows for others, by the side's own
  /// letters: the same side has the same color in every map.
  static func color(of side: String, in rows: [SideColor]) -> String {
    if let row = rows.first(where: { side.hasPrefix($0.side) }) { return row.color }
    let others = rows.filter { $0.side.hasPrefix("other ") }
    return others.isEmpty ? "#6b6b6b" : others[Int(FNV1a64.hash(side) % UInt64(others.count))].color
  }
}
