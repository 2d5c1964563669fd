import Formats
import Records

/// Compares one event with what the truth wants of it.
enum MemberComparison {
  /// All differences, distances to roads included.
  static func differences(_ truth: TrueEvent, _ found: FoundEvent?, _ file: TruthFile) -> [Difference] {
    guard let found else {
      let words = Wording.spans(truth.spans)
      return [Difference(subject: truth.id, member: "event", wanted: "one in \(words)", got: "none")]
    }
    return differences(truth, found)
      + file.roadDistances.filter { $0.truthID == truth.id }.compactMap { distance($0, found) }
  }

  static func differences(_ truth: TrueEvent, _ found: FoundEvent) -> [Difference] {
    truth.checks.flatMap { check in
      complaints(check, found).map {
        Difference(subject: truth.id, member: check.member, wanted: $0.wanted, got: $0.got)
      }
    }
  }

  private static func distance(_ wanted: WantedDistance, _ found: FoundEvent) -> Difference? {
    let value = found.members[wanted.member]
    if let km = value?.doubleValue, abs(km - wanted.kilometers) <= wanted.tolerance { return nil }
    return Difference(
      subject: wanted.truthID, member: wanted.member,
      wanted: "\(Wording.number(wanted.kilometers)) within \(Wording.number(wanted.tolerance))", got: Wording.got(value)
    )
  }

  private typealias Complaint = (wanted: String, got: String)

  private static func complaints(_ check: MemberCheck, _ found: FoundEvent) -> [Complaint] {
    let value = found.members[check.member]
    switch check.want {
    case .accepted(let values):
      return values.contains { equal($0, value) }
        ? [] : [(Wording.either(values.map(Wording.value)), Wording.got(value))]
    case .has(let words):
      let text = value?.stringValue ?? ""
      return words.contains { text.has($0) } ? [] : [("\(Wording.either(words)) in it", Wording.got(value))]
    case .atLeast(let least):
      let isEnough = value?.doubleValue.map { $0 >= least } ?? false
      return isEnough ? [] : [("at least \(Wording.number(least))", Wording.got(value))]
    case .within(let window): return complaints(window, found.members)
    case .spans(let spans): return complaints(spans, found.members)
    case .point(let point): return point.complaints(found.event.location?.shape)
    case .area(let area): return area.complaints(found.event.location?.shape, found.event.location?.point)
    }
  }

  private static func equal(_ wanted: JSONValue, _ got: JSONValue?) -> Bool {
    if let number = wanted.doubleValue { return got?.doubleValue == number }
    return wanted == got
  }

  private static func complaints(_ window: DayWindow, _ members: JSONObject) -> [Complaint] {
    func day(_ member: String) -> Day? { members[member]?.stringValue.flatMap { Day(iso: $0) } }
    let wanted = "\(window.start) to \(window.end)"
    guard let start = day("start"), let end = day("end"), let date = day("date") else {
      return [(wanted, "no start, end or date")]
    }
    if start < window.start || end > window.end { return [(wanted, "\(start) to \(end)")] }
    return start <= date && date <= end ? [] : [("a date from \(start) to \(end)", "\(date)")]
  }

  private static func complaints(_ spans: [Span], _ members: JSONObject) -> [Complaint] {
    let wanted = "a quote in \(Wording.spans(spans))"
    guard let start = members["span_start"]?.intValue, let end = members["span_end"]?.intValue else {
      return [(wanted, "no span")]
    }
    return spans.contains { $0.overlaps(Span(start, end)) } ? [] : [(wanted, "\(start)-\(end)")]
  }
}

extension Wording {
  /// What a member holds; a member that no event has is called so.
  static func got(_ value: JSONValue?) -> String { value.map(Wording.value) ?? "no such member" }
}

extension String {
  /// Whether the other stands in it, byte by byte.
  func has(_ other: String) -> Bool {
    let (text, wanted) = (Array(utf8), Array(other.utf8))
    guard wanted.count <= text.count else { return false }
    return (0...(text.count - wanted.count)).contains { text[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }
}
