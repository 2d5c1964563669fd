public import Records

/// The table that a run prints on the terminal: one line an event, then what was counted.
public struct Summary: Sendable {
  /// Labels of the types.
  public let stylebook: Stylebook
  /// The road of the distance column: its key and how it is headed.
  public let road: (key: String, label: String)

  /// A summary with distances to one road.
  public init(stylebook: Stylebook, road: (key: String, label: String) = ("m5", "M5")) {
    self.stylebook = stylebook
    self.road = road
  }

  /// The table and its closing line, every line ended.
  ///
  /// - Parameter seconds: how long the run took; nil leaves it out. The library knows no clock.
  public func text(_ findings: [Findings], seconds: Double? = nil) -> String {
    let events = findings.flatMap(\.events).enumerated().sorted { left, right in
      (left.element.time.day?.number ?? Int.max, left.offset) < (
        right.element.time.day?.number ?? Int.max, right.offset
      )
    }
    let table = TextTable(
      header: ["DATE", "TYPE", "PLACE", "TOLL", "TO \(road.label)", "STATUS"], rightAligned: [0, 4],
      rows: events.map { row($0.element) })
    let closing = closingLine(findings, seconds: seconds)
    return events.isEmpty ? closing : table.text + "\n" + closing
  }

  private func row(_ event: Event) -> [String] {
    let distance = event.roadDistances.first { $0.key == road.key }.map { Kilometers.text($0.distance) }
    return [
      date(event.time), stylebook.style(of: event.type).label, place(event.location),
      TollWords.phrase(event.toll) ?? "-", distance ?? "-", event.status.rawValue,
    ]
  }

  /// `~` marks a day that is not sure.
  private func date(_ time: EventTime) -> String {
    guard let day = time.day else { return "?" }
    return (time.timePrecision == 1 ? "" : "~") + day.description
  }

  private func place(_ location: EventLocation?) -> String {
    guard let location else { return "(no place)" }
    let name = PlaceWords.short(location)
    return location.admin1.map { name.contains($0) ? name : "\(name), \($0)" } ?? name
  }

  private func closingLine(_ findings: [Findings], seconds: Double?) -> String {
    let counts = Counts(findings)
    var line = "\(Self.plural(counts.events, "event")) in \(Self.plural(findings.count, "article"))"
    line += " (\(Self.plural(counts.points, "point")), \(Self.plural(counts.areas, "area"))"
    line += counts.unplaced > 0 ? ", \(counts.unplaced) without a place)" : ")"
    line += ", \(Self.plural(counts.assertions, "control assertion")), \(Self.plural(counts.claims, "checked claim"))"
    line += ", \(Self.plural(counts.nearMisses, "near-miss", "near-misses"))"
    return line + (seconds.map { " in \(Self.time($0))" } ?? "") + "\n"
  }

  static func plural(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(TollWords.count(count)) \(count == 1 ? one : many ?? one + "s")"
  }

  private static func time(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0 else { return "?" }
    return seconds < 1 ? "\(Int((seconds * 1000).rounded())) ms" : "\(Kilometers.oneDecimal(seconds)) s"
  }
}
