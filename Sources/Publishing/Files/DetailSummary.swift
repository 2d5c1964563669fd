public import Records

extension ChangeSummary {
  /// What a comparison says of places with names, for a terminal: fronts, units, roads, settlements.
  public static func text(_ details: ChangeDetails) -> String {
    let lines = details.moves.compactMap(front) + unitTable(details.units) + details.roads.map(road)
    return (lines + settlements(details.settlements)).map { TextTable.clean($0) + "\n" }.joined()
  }

  /// A series for a terminal: its first and its last day, and what happened between them.
  public static func text(_ days: [SeriesDay]) -> String {
    guard let first = days.first, let last = days.last else { return "no map\n" }
    let rows = last.sides.map { side in
      [
        side.side, Kilometers.oneDecimal(first.sides.first { $0.side == side.side }?.areaKM2 ?? 0),
        Kilometers.oneDecimal(sum(days, side.side) { $0.gainedKM2 }),
        Kilometers.oneDecimal(sum(days, side.side) { $0.lostKM2 }), Kilometers.oneDecimal(side.areaKM2),
      ]
    }
    let table = TextTable(
      header: ["SIDE", "\(first.date)", "GAINED", "LOST", "\(last.date) (km²)"], rightAligned: [1, 2, 3, 4], rows: rows)
    let redrawn = days.count { $0.redrawnCount > 0 }
    return table.text + "\(days.count) maps" + (redrawn > 0 ? ", \(redrawn) of them redrawn" : "") + "\n"
  }

  private static func sum(_ days: [SeriesDay], _ side: String, _ value: (SideDay) -> Double) -> Double {
    days.reduce(0) { $0 + ($1.sides.first { $0.side == side }.map(value) ?? 0) }
  }

  private static func front(_ move: FrontMove) -> String? {
    guard let spacing = move.spacingAfterKM, let displacement = move.meanDisplacementKM else { return nil }
    return
      "front of \(move.side): \(Kilometers.oneDecimal(move.beforeKM)) -> \(Kilometers.oneDecimal(move.afterKM)) km, "
      + "a position every \(Int((spacing * 1000).rounded())) m; moved by "
      + "\(Int((displacement * 1000).rounded())) m in the mean"
  }

  private static func unitTable(_ units: [UnitBalance]) -> [String] {
    guard !units.isEmpty else { return [] }
    let rows = units.map { unit in
      [
        unit.unit, unit.side, Kilometers.oneDecimal(unit.beforeKM2), Kilometers.oneDecimal(unit.gainedKM2),
        Kilometers.oneDecimal(unit.lostKM2), Kilometers.oneDecimal(unit.afterKM2),
        unit.percentAfter.map { Kilometers.oneDecimal($0) + " %" } ?? "",
      ]
    }
    let table = TextTable(
      header: ["UNIT", "SIDE", "BEFORE", "GAINED", "LOST", "AFTER (km²)", "OF UNIT"], rightAligned: [2, 3, 4, 5, 6],
      rows: rows)
    return table.text.split(separator: "\n").map(String.init)
  }

  private static func road(_ share: RoadShare) -> String {
    "\(share.road), \(share.side ?? "nobody's"): \(Kilometers.oneDecimal(share.beforeKM)) -> "
      + "\(Kilometers.oneDecimal(share.afterKM)) km"
  }

  /// Names, the first hundred of them.
  private static func settlements(_ transfers: [SettlementTransfer]) -> [String] {
    guard !transfers.isEmpty else { return [] }
    let names = transfers.prefix(100).map { "\($0.place.name) (\($0.from ?? "nobody") -> \($0.to ?? "nobody"))" }
    let more = transfers.count > 100 ? " and \(transfers.count - 100) more" : ""
    return ["\(Summary.plural(transfers.count, "settlement")) changed hands: " + names.joined(separator: ", ") + more]
  }
}
