import Formats
public import Geometry
public import Records

extension FeatureMaker {
  /// The ground of one side on a control map.
  public func feature(of area: ControlArea) -> Feature {
    var list = Properties()
    list.add("feature", "control")
    list.add("side", area.side)
    list.add("status", area.status.rawValue)
    list.add("date", area.date?.description)
    list.add("area_km2", area.areaKM2)
    list.add("method", area.method)
    list.add("sources", area.sources)
    addStyle(color: stylebook.color(ofSide: area.side), fillOpacity: area.status == .held ? 0.45 : 0.25, to: &list)
    return Feature(geometry: area.shape, properties: list.object)
  }

  /// Every side's ground of a map.
  public func features(of map: ControlMap) -> [Feature] { map.areas.map { feature(of: $0) } }

  /// Ground that changed hands, or stayed, between the maps of two days, seen from a side.
  public func feature(of change: Change, side: String? = nil, from: Day? = nil, to: Day? = nil) -> Feature {
    var list = Properties()
    list.add("feature", "change")
    list.add("change", change.kind.rawValue)
    list.add("from", change.from)
    list.add("to", change.to)
    list.add("area_km2", change.area.km2)
    list.add("area_km2_low", change.area.low)
    list.add("area_km2_high", change.area.high)
    list.add("side", side)
    list.add("from_date", from?.description)
    list.add("to_date", to?.description)
    list.add("slivers", change.pieces.count { $0.isSliver })
    addStyle(color: Self.color(change.kind), fillOpacity: change.kind == .unchanged ? 0.15 : 0.45, to: &list)
    return Feature(geometry: change.shape, properties: list.object)
  }

  /// Every change of a comparison; its totals are ``ChangeTotals``.
  public func features(of report: ChangeReport) -> [Feature] {
    report.changes.map { feature(of: $0, side: report.side, from: report.beforeDate, to: report.afterDate) }
  }

  private static func color(_ kind: ChangeKind) -> String {
    switch kind {
    case .gained: "#0067a5"
    case .lost: "#c1440e"
    case .unchanged: "#8a8a8a"
    case .other: "#c7b26a"
    }
  }
}
