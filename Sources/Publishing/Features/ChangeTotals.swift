public import Formats
public import Records

/// The member `totals` of a comparison's collection: each side's balance, slivers, what was left out.
public enum ChangeTotals {
  /// The totals of a comparison, in square kilometers, unrounded.
  public static func object(_ report: ChangeReport, details: ChangeDetails? = nil) -> JSONObject {
    var list = Properties()
    list.add("side", report.side)
    list.add("before", report.beforeName)
    list.add("before_date", report.beforeDate?.description)
    list.add("after", report.afterName)
    list.add("after_date", report.afterDate?.description)
    var object = list.object
    object["sides"] = .array(report.balances.map { .object(balance($0)) })
    object["slivers"] = .object(pieces(report.slivers))
    object["dropped"] = .object(pieces(report.dropped))
    object["redrawn_positions"] = .int(report.redrawnCount)
    if let details {
      object["fronts"] = .array(details.moves.map { .object(front($0)) })
      object["units"] = .array(details.units.map { .object(unit($0)) })
    }
    object["notes"] = .array(report.notes.map { .string($0) })
    return object
  }

  /// How a side's front moved.
  private static func front(_ move: FrontMove) -> JSONObject {
    var list = Properties()
    list.add("side", move.side)
    list.add("before_length_km", move.beforeKM)
    list.add("before_vertex_spacing_km", move.spacingBeforeKM)
    list.add("after_length_km", move.afterKM)
    list.add("after_vertex_spacing_km", move.spacingAfterKM)
    list.add("mean_displacement_km", move.meanDisplacementKM)
    list.add("mean_advance_km", move.meanAdvanceKM)
    return list.object
  }

  /// A side's balance in a unit of administration.
  static func unit(_ unit: UnitBalance) -> JSONObject {
    var list = Properties()
    list.add("unit", unit.unit)
    list.add("unit_id", unit.unitID)
    list.add("unit_kind", unit.kind.rawValue)
    list.add("unit_km2", unit.unitKM2)
    list.add("side", unit.side)
    list.add("before_km2", unit.beforeKM2)
    list.add("after_km2", unit.afterKM2)
    list.add("gained_km2", unit.gainedKM2)
    list.add("lost_km2", unit.lostKM2)
    list.add("unchanged_km2", unit.unchangedKM2)
    list.add("net_km2", unit.netKM2)
    list.add("before_percent", unit.percentBefore)
    list.add("after_percent", unit.percentAfter)
    return list.object
  }

  private static func balance(_ side: SideBalance) -> JSONObject {
    var list = Properties()
    list.add("side", side.side)
    list.add("before_km2", side.beforeKM2)
    list.add("after_km2", side.afterKM2)
    add("gained", side.gained, to: &list)
    add("lost", side.lost, to: &list)
    add("unchanged", side.unchanged, to: &list)
    add("net", side.net, to: &list)
    return list.object
  }

  private static func add(_ name: String, _ area: AreaEstimate, to list: inout Properties) {
    list.add("\(name)_km2", area.km2)
    list.add("\(name)_km2_low", area.low)
    list.add("\(name)_km2_high", area.high)
  }

  private static func pieces(_ total: PieceTotal) -> JSONObject {
    var list = Properties()
    list.add("count", total.count)
    list.add("area_km2", total.km2)
    return list.object
  }
}
