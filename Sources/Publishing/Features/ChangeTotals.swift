public import Formats
public import Records

/// The member `totals` of a comparison's collection: each side's balance, slivers, what was left out.
public enum ChangeTotals {
  /// The totals of a comparison, in square kilometers, unrounded.
  public static func object(_ report: ChangeReport) -> JSONObject {
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
    object["notes"] = .array(report.notes.map { .string($0) })
    return object
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
