import Formats
import Records

/// ACLED's words for an event.
public struct ACLEDCode: Hashable, Sendable {
  /// "Political violence", "Demonstrations", "Strategic developments".
  public var disorderType: String
  /// "Battles", "Explosions/Remote violence" ...
  public var eventType: String
  /// "Air/drone strike", "Government regains territory" ...
  public var subEventType: String
}

/// One row of `acled.tsv`: a type, when the row holds, and ACLED's words.
struct ACLEDRule: Sendable {
  enum Condition: String, CaseIterable {
    case always = ""
    case state, suicide, civilians
  }

  let type: EventType
  let condition: Condition
  let code: ACLEDCode

  init(_ row: TableRow) throws(TableError) {
    guard let type = EventType(rawValue: try row.text("event_type")) else {
      throw row.error(.invalid(column: "event_type", wanted: "an event type"))
    }
    guard let condition = Condition(rawValue: row["when"] ?? "") else {
      throw row.error(.invalid(column: "when", wanted: "state, suicide, civilians or empty"))
    }
    self.type = type
    self.condition = condition
    code = ACLEDCode(
      disorderType: try row.text("disorder_type"), eventType: try row.text("acled_event_type"),
      subEventType: try row.text("acled_sub_event_type"))
  }

  func fits(_ event: Event) -> Bool {
    guard event.type == type else { return false }
    return switch condition {
    case .always: true
    case .state: event.actor1IsState
    case .suicide: event.notes.contains { $0.lowercased().contains("suicide") }
    case .civilians: event.targetsCivilians
    }
  }
}

extension Event {
  /// Whether the side acted on are civilians.
  var targetsCivilians: Bool { actor2.map { $0.hasPrefix("Civilian") } ?? false }
}
