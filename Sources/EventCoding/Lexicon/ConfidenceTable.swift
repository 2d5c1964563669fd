import Formats

/// How often a rule was right on the development sets, by ACLED's geo_precision of the place (`confidence.tsv`).
struct ConfidenceTable {
  private var counts: [String: [Int: (right: Int, total: Int)]] = [:]

  /// Fewer events than these say nothing.
  private static let least = 5

  init(_ table: Table) throws {
    for row in table.rows {
      let right = Int(try row.double("right") ?? 0)
      let total = right + Int(try row.double("wrong") ?? 0)
      counts[try row.text("rule"), default: [:]][Int(try row.double("band") ?? 0)] = (right, total)
    }
  }

  /// The share that was right in the band, else in all bands; nil where too few were seen.
  func share(_ rule: String, band: Int) -> Double? {
    guard let known = counts[rule] else { return nil }
    if let own = known[band], own.total >= ConfidenceTable.least { return Double(own.right) / Double(own.total) }
    let total = known.values.reduce(0) { $0 + $1.total }
    guard total >= ConfidenceTable.least else { return nil }
    return Double(known.values.reduce(0) { $0 + $1.right }) / Double(total)
  }
}
