import Formats
public import Records

/// The table by week: as CSV, and for a terminal.
public enum ControlTable {
  /// A row a day and side: `date side area_km2 ...`, unrounded; the columns on gains belong to the side looked at.
  public static func csv(_ story: ControlStory, byteOrderMark: Bool = false) -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: byteOrderMark)
    writer.row([
      "date", "side", "area_km2", "net_km2", "net_km2_low", "net_km2_high", "since_start_km2", "since_start_km2_low",
      "since_start_km2_high", "settlements_gained", "settlements_lost", "front_km",
    ])
    for week in story.weeks {
      for (number, side) in story.sides.enumerated() {
        let head = [week.day.description, side, number < week.areasKM2.count ? "\(week.areasKM2[number])" : nil]
        writer.row(head + (side == story.side ? figures(week) : [String?](repeating: nil, count: 9)))
      }
    }
    return writer.bytes
  }

  private static func figures(_ week: ControlWeek) -> [String?] {
    let areas = [week.net, week.sinceStart].flatMap { [$0.km2, $0.low, $0.high] }.map { $0.map { "\($0)" } }
    return areas + ["\(week.gainedCount)", "\(week.lostCount)", "\(week.frontKM)"]
  }

  /// Rounded, for people: the weeks, the roads, the figures of others.
  public static func text(_ story: ControlStory) -> String {
    let table = TextTable(
      header: ["END OF", "HELD km²", "NET km²", "SINCE START km²", "GAINED", "LOST", "FRONT km"],
      rightAligned: [1, 2, 3, 4, 5, 6], rows: story.weeks.map { row($0, story) })
    return "\(story.side)\n" + table.text + story.roads.map(road).joined() + story.verdicts.map(verdict).joined()
  }

  private static func row(_ week: ControlWeek, _ story: ControlStory) -> [String] {
    let held = story.sides.firstIndex(of: story.side).map { week.areasKM2[$0] } ?? 0
    return [
      week.day.description, Kilometers.oneDecimal(held), Kilometers.oneDecimal(week.net.km2),
      estimate(week.sinceStart), "\(week.gainedCount)", "\(week.lostCount)", Kilometers.oneDecimal(week.frontKM),
    ]
  }

  private static func road(_ road: RoadStory) -> String {
    let name = "\(road.name) (\(road.direction)), \(Kilometers.oneDecimal(road.lengthKM)) km in the region"
    func days(_ days: [Day]) -> String { days.isEmpty ? "never" : days.map(\.description).joined(separator: ", ") }
    return TextTable.clean("\(name): wholly taken \(days(road.taken)); cut \(days(road.cut))") + "\n"
  }

  private static func verdict(_ verdict: ControlVerdict) -> String {
    let claim = verdict.claim
    let word = verdict.isConsistent ? "consistent" : "inconsistent"
    let place = claim.within.map { " in \($0)" } ?? ""
    let figure = claim.kind == .area ? "km²" : "settlements"
    // A count has no tenths.
    func rounded(_ value: Double) -> String { claim.kind == .area ? Kilometers.oneDecimal(value) : "\(Int(value))" }
    return TextTable.clean(
      "\(rounded(claim.valueKM2 ?? claim.value)) \(figure)\(place), \(claim.since) to \(claim.until) "
        + "(\(claim.sources.map(\.name).joined(separator: ", "))): \(rounded(verdict.computed)) here "
        + "[\(rounded(verdict.low)), \(rounded(verdict.high))], \(word); "
        + "\(verdict.reasons.last ?? "")") + "\n"
  }

  private static func estimate(_ area: AreaEstimate) -> String {
    guard let low = area.low, let high = area.high else { return Kilometers.oneDecimal(area.km2) }
    return "\(Kilometers.oneDecimal(area.km2)) [\(Kilometers.oneDecimal(low)), \(Kilometers.oneDecimal(high))]"
  }
}
