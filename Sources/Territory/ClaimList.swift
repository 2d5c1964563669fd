public import Formats
public import Records

/// Figures of others: `Gazetteer/control/CASE-claims.tsv`.
public enum ClaimList {
  private static let units = ["km2": 1.0, "mi2": 2.589988110336, "ha": 0.01]

  /// Reads `id kind value unit side since until within quote source source_date note` rows.
  public static func claims(_ table: Table) throws(TableError) -> [ControlClaim] {
    try table.require("id", "kind", "value", "unit", "side", "since", "until", "source")
    var claims: [ControlClaim] = []
    for row in table.rows {
      guard let kind = ControlClaim.Kind(rawValue: try row.text("kind")) else {
        throw row.error(.invalid(column: "kind", wanted: "area or count"))
      }
      guard let value = try row.double("value") else { throw row.error(.missing(column: "value")) }
      let unit = try row.text("unit")
      if kind == .area, units[unit] == nil {
        throw row.error(.invalid(column: "unit", wanted: "km2, mi2 or ha"))
      }
      claims.append(
        ControlClaim(
          id: try row.text("id"), kind: kind, value: value, unit: unit,
          valueKM2: kind == .area ? units[unit].map { $0 * value } : nil, side: try row.text("side"),
          since: try SettlementList.needed(row, "since"), until: try SettlementList.needed(row, "until"),
          within: row["within"], quote: row["quote"], sources: try SettlementList.sources(row), note: row["note"]))
    }
    return claims
  }
}
