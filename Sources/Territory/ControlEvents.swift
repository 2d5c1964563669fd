public import Formats
public import Geometry
public import Records

/// Events as steps of control.
public struct ControlEvents: Sendable {
  /// Whom an actor's captures go to: an ally's to its side.
  private let sides: [String: String]

  /// Nobody acts for another.
  public init() { sides = [:] }

  /// Reads `actor side` rows.
  public init(sides table: Table) throws(TableError) {
    try table.require("actor", "side")
    var sides: [String: String] = [:]
    for row in table.rows { sides[try row.text("actor")] = try row.text("side") }
    self.sides = sides
  }

  /// The side of an actor; its own where the table names none.
  public func side(of actor: String) -> String { sides[actor] ?? actor }

  /// The captures and withdrawals of a collection as steps, by day, those of a day as given; what cannot be one is told.
  ///
  /// A step needs a day and a settlement that is named itself: a part of a province, or "near" a town, is nobody's ground.
  public func steps(_ features: [Feature]) -> (steps: [ControlStep], left: [String]) {
    var (steps, left): ([ControlStep], [String]) = ([], [])
    for feature in features {
      let event = EventMembers(feature.properties)
      guard event.isOfGround else { continue }
      if let problem = event.problem {
        left.append("event \(event.id) moves nothing: \(problem)")
      } else if let step = step(event) {
        steps.append(step)
      }
    }
    return (ControlAdvance.ordered(steps), left)
  }

  private func step(_ event: EventMembers) -> ControlStep? {
    guard let day = event.day, let place = event.text("place_id") else { return nil }
    let source = (event.text("source_name") ?? event.text("attribution") ?? event.text("doc_id")).map {
      CitedSource($0, day: event.text("published").flatMap { Day(iso: $0) })
    }
    let cause = ControlCause(
      eventID: event.id, sources: source.map { [$0] } ?? [], quote: event.text("quote"), docID: event.text("doc_id"))
    return ControlStep(
      day: day, settlement: place, name: event.text("place") ?? place, kind: event.kind,
      side: event.text("actor1").map(side), from: event.text("actor2").map(side), cause: cause)
  }
}

/// What an event's members say of ground.
private struct EventMembers {
  private let members: JSONObject

  init(_ members: JSONObject) { self.members = members }

  func text(_ name: String) -> String? { members[name]?.stringValue.flatMap { $0.isEmpty ? nil : $0 } }

  var id: String { text("id") ?? "without id" }
  var day: Day? { text("date").flatMap { Day(iso: $0) } }

  var isOfGround: Bool { ["capture", "withdrawal"].contains(text("event_type")) }

  /// Why it moves nothing; nil when it can.
  var problem: String? {
    if day == nil { return "it has no day" }
    guard text("place_id") != nil else { return "it has no place" }
    let isSettlement = text("place_kind").flatMap { PlaceKind(rawValue: $0) }?.isSettlement ?? true
    if !isSettlement || text("location_basis").map({ $0 != "named" }) ?? false {
      return "\(text("place") ?? "its place") is no single settlement"
    }
    return nil
  }

  var kind: ControlStep.Kind {
    switch text("status").flatMap({ EventStatus(rawValue: $0) }) ?? .reported {
    case .disputed: .contested
    case .denied, .alleged: .denied
    case .claimed: text("event_type") == "withdrawal" ? .left : .claimed
    case .reported, .historical: text("event_type") == "withdrawal" ? .left : .taken
    }
  }
}
