import Formats
import Geometry
import Records

/// Which features of an event file are wanted. A feature that says nothing of what is asked is not.
struct EventFilter {
  var since: Day?
  var until: Day?
  var types: Set<String>
  var actor: String?
  var precision: Int?

  /// Is the feature wanted? Only events are, where the file says what is an event.
  func accepts(_ feature: Feature) -> Bool {
    let members = feature.properties
    if let kind = members["feature"]?.stringValue, kind != "event" { return false }
    return isInTime(members) && isOfType(members) && hasActor(members) && isPrecise(members)
  }

  private func isInTime(_ members: JSONObject) -> Bool {
    func day(_ names: [String]) -> Day? {
      names.lazy.compactMap { members[$0]?.stringValue }.compactMap { Day(iso: $0) }.first
    }
    if let since {
      guard let end = day(["end", "date", "event_date"]), end >= since else { return false }
    }
    if let until {
      guard let start = day(["start", "date", "event_date"]), start <= until else { return false }
    }
    return true
  }

  private func isOfType(_ members: JSONObject) -> Bool {
    types.isEmpty || members["event_type"]?.stringValue.map(types.contains) ?? false
  }

  private func hasActor(_ members: JSONObject) -> Bool {
    guard let wanted = actor?.lowercased() else { return true }
    return ["actor1", "assoc_actor_1", "actor2", "assoc_actor_2"].contains {
      members[$0]?.stringValue?.lowercased().contains(wanted) ?? false
    }
  }

  private func isPrecise(_ members: JSONObject) -> Bool {
    guard let precision else { return true }
    return members["geo_precision"]?.intValue.map { $0 <= precision } ?? false
  }
}
