import Formats
import Geometry
import Records

/// A comparison of control maps as features, totals and a table.
enum ChangeFeatures {
  /// A feature for each pair of holders before and after.
  static func features(_ report: ChangeReport) -> [Feature] {
    report.changes.map { change in
      var members: JSONObject = [
        "feature": "change", "change": .string(change.kind.rawValue), "side": .string(report.side),
      ]
      members["from"] = text(change.from)
      members["to"] = text(change.to)
      set(change.area, in: &members, prefix: "area_km2")
      members["from_date"] = text(report.beforeDate?.description)
      members["to_date"] = text(report.afterDate?.description)
      members["slivers"] = .int(change.pieces.count { $0.isSliver })
      for (key, value) in style(change.kind) { members[key] = value }
      return Feature(geometry: change.shape, properties: members)
    }
  }

  /// The collection's member `totals`.
  static func totals(_ report: ChangeReport) -> JSONValue {
    let sides = report.balances.map { balance in
      var members: JSONObject = [
        "side": .string(balance.side), "before_km2": .double(balance.beforeKM2), "after_km2": .double(balance.afterKM2),
      ]
      set(balance.gained, in: &members, prefix: "gained_km2")
      set(balance.lost, in: &members, prefix: "lost_km2")
      set(balance.unchanged, in: &members, prefix: "unchanged_km2")
      set(balance.net, in: &members, prefix: "net_km2")
      return JSONValue.object(members)
    }
    return .object([
      "side": .string(report.side), "sides": .array(sides), "slivers": total(report.slivers),
      "dropped": total(report.dropped),
    ])
  }

  /// For people: a line a side, rounded.
  static func table(_ report: ChangeReport) -> String {
    let lines = report.balances.map { balance in
      "\(balance.side): \(words(balance.beforeKM2)) -> \(words(balance.afterKM2)) km², "
        + "gained \(words(balance.gained)), lost \(words(balance.lost)), net \(words(balance.net))"
    }
    let thin = "\(report.slivers.count) slivers (\(words(report.slivers.km2)) km²) counted in these figures"
    let gone =
      report.dropped.count > 0 ? ["\(report.dropped.count) pieces (\(words(report.dropped.km2)) km²) left out"] : []
    return (lines + [thin] + gone).joined(separator: "\n")
  }

  private static func set(_ area: AreaEstimate, in members: inout JSONObject, prefix: String) {
    members[prefix] = .double(area.km2)
    members[prefix + "_low"] = area.low.map { .double($0) } ?? .null
    members[prefix + "_high"] = area.high.map { .double($0) } ?? .null
  }

  private static func total(_ pieces: PieceTotal) -> JSONValue {
    .object(["count": .int(pieces.count), "km2": .double(pieces.km2)])
  }

  private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  private static func words(_ area: AreaEstimate) -> String {
    guard let low = area.low, let high = area.high else { return "\(words(area.km2)) km²" }
    return "\(words(area.km2)) km² (\(words(low)) to \(words(high)))"
  }

  private static func words(_ km2: Double) -> String {
    let tenths = (km2 * 10).rounded()
    guard abs(tenths) < 1e15 else { return "\(km2)" }
    let whole = Int(abs(tenths))
    return "\(tenths < 0 ? "-" : "")\(whole / 10).\(whole % 10)"
  }

  /// Blue for ground gained and vermillion for ground lost (Okabe and Ito's colors, told apart by all).
  private static func style(_ kind: ChangeKind) -> [(String, JSONValue)] {
    let color =
      switch kind {
      case .gained: "#0072b2"
      case .lost: "#d55e00"
      case .unchanged: "#b8b8b8"
      case .other: "#7a7a7a"
      }
    return [
      ("stroke", .string(color)), ("stroke-width", 1), ("fill", .string(color)),
      ("fill-opacity", .double(kind == .unchanged ? 0.2 : 0.5)),
    ]
  }
}
