public import Formats
public import Records

/// A series of control maps as a table: a row a day and side, then a row for each unit of administration.
public enum SeriesTable {
  /// The columns. `unit` is empty where the whole map is meant; figures of change are empty on the first day.
  public static let columns = [
    "date", "previous_date", "days", "map", "side", "unit", "unit_id", "unit_kind", "unit_km2", "area_km2", "percent",
    "gained_km2", "lost_km2", "net_km2", "front_km", "vertex_spacing_km", "mean_displacement_km", "slivers",
    "sliver_km2", "redrawn_positions",
  ]

  /// The table, unrounded.
  public static func csv(_ days: [SeriesDay], byteOrderMark: Bool = false) -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: byteOrderMark)
    writer.row(columns)
    for (number, day) in days.enumerated() {
      let before = number > 0 ? days[number - 1] : nil
      for side in day.sides { writer.row(row(day, side, before?.sides.first { $0.side == side.side })) }
      for unit in day.units { writer.row(row(day, unit)) }
    }
    return writer.bytes
  }

  /// The member `totals` of the series' collection.
  public static func totals(_ days: [SeriesDay], side: String?) -> JSONObject {
    var list = Properties()
    list.add("side", side)
    list.add("from_date", days.first?.date.description)
    list.add("to_date", days.last?.date.description)
    var object = list.object
    object["days"] = .array(days.map { .object(self.day($0)) })
    return object
  }

  private static func day(_ day: SeriesDay) -> JSONObject {
    var list = Properties()
    list.add("date", day.date.description)
    list.add("previous_date", day.previous?.description)
    list.add("map", day.name)
    list.add("redrawn_positions", day.redrawnCount)
    var object = list.object
    object["sides"] = .array(day.sides.map { .object(self.side($0, isFirst: day.previous == nil)) })
    object["units"] = .array(day.units.map { .object(ChangeTotals.unit($0)) })
    object["slivers"] = ["count": .int(day.slivers.count), "area_km2": .double(day.slivers.km2)]
    object["dropped"] = ["count": .int(day.dropped.count), "area_km2": .double(day.dropped.km2)]
    object["notes"] = .array(day.notes.map { .string($0) })
    return object
  }

  private static func side(_ side: SideDay, isFirst: Bool) -> JSONObject {
    var list = Properties()
    list.add("side", side.side)
    list.add("area_km2", side.areaKM2)
    list.add("gained_km2", isFirst ? nil : side.gainedKM2)
    list.add("lost_km2", isFirst ? nil : side.lostKM2)
    list.add("net_km2", isFirst ? nil : side.netKM2)
    list.add("front_km", side.frontKM)
    list.add("vertex_spacing_km", side.spacingKM)
    return list.object
  }

  private static func row(_ day: SeriesDay, _ side: SideDay, _ before: SideDay?) -> [String?] {
    let length = before.map { ($0.frontKM + side.frontKM) / 2 } ?? 0
    let displacement = length > 0 ? (side.gainedKM2 + side.lostKM2) / length : nil
    let isFirst = day.previous == nil
    return head(day, side.side) + [nil, nil, nil, nil, number(side.areaKM2), nil]
      + [side.gainedKM2, side.lostKM2, side.netKM2].map { isFirst ? nil : number($0) }
      + [number(side.frontKM), side.spacingKM.map(number), displacement.map(number)]
      + ["\(day.slivers.count)", number(day.slivers.km2), "\(day.redrawnCount)"]
  }

  private static func row(_ day: SeriesDay, _ unit: UnitBalance) -> [String?] {
    let isFirst = day.previous == nil
    return head(day, unit.side)
      + [unit.unit, unit.unitID, unit.kind.rawValue, number(unit.unitKM2), number(unit.afterKM2)]
      + [unit.percentAfter.map(number)]
      + [unit.gainedKM2, unit.lostKM2, unit.netKM2].map { isFirst ? nil : number($0) }
      + [nil, nil, nil, nil, nil, nil]
  }

  private static func head(_ day: SeriesDay, _ side: String) -> [String?] {
    [
      day.date.description, day.previous?.description, day.previous.map { "\(day.date - $0)" }, day.name, side,
    ]
  }

  private static func number(_ value: Double) -> String { "\(value)" }
}
