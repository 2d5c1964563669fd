public import Records

/// The comparison of two control maps for a terminal: a line a side, then what makes the figures uncertain.
public enum ChangeSummary {
  /// The table, rounded to one decimal; the data keeps all digits.
  public static func text(_ report: ChangeReport) -> String {
    let title = "\(name(report.beforeName, report.beforeDate)) -> \(name(report.afterName, report.afterDate))\n"
    let table = TextTable(
      header: ["SIDE", "BEFORE", "GAINED", "LOST", "NET", "AFTER (km²)"], rightAligned: [1, 2, 3, 4, 5],
      rows: report.balances.map(row))
    return title + table.text + notes(report).map { TextTable.clean($0) + "\n" }.joined()
  }

  private static func name(_ name: String, _ date: Day?) -> String {
    TextTable.clean(date.map { name.contains($0.description) ? name : "\(name) (\($0))" } ?? name)
  }

  private static func row(_ side: SideBalance) -> [String] {
    [
      side.side, Kilometers.oneDecimal(side.beforeKM2), estimate(side.gained), estimate(side.lost), estimate(side.net),
      Kilometers.oneDecimal(side.afterKM2),
    ]
  }

  private static func estimate(_ area: AreaEstimate) -> String {
    guard let low = area.low, let high = area.high else { return Kilometers.oneDecimal(area.km2) }
    return "\(Kilometers.oneDecimal(area.km2)) [\(Kilometers.oneDecimal(low)), \(Kilometers.oneDecimal(high))]"
  }

  private static func notes(_ report: ChangeReport) -> [String] {
    var notes: [String] = []
    if report.slivers.count > 0 { notes.append("\(pieces(report.slivers)), counted in the areas above") }
    if report.dropped.count > 0 { notes.append("left out as asked: \(pieces(report.dropped))") }
    return notes + report.notes
  }

  private static func pieces(_ total: PieceTotal) -> String {
    "\(Summary.plural(total.count, "sliver")) of \(Kilometers.oneDecimal(total.km2)) km² in all"
  }
}
