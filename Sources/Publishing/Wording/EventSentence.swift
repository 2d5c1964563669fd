import Records

/// One readable sentence of an event, made of its own fields: `description`.
enum EventSentence {
  /// Type, place, date; toll and damage; who; who says so; how precise.
  static func compose(_ event: Event, label: String) -> String {
    let clauses = [head(event, label: label), toll(event), actors(event), source(event), precision(event)]
    return clauses.compactMap { $0 }.joined(separator: "; ") + "."
  }

  private static func head(_ event: Event, label: String) -> String {
    let place = event.location.map(PlaceWords.phrase) ?? "at a place that is not told"
    let time = DateWords.phrase(event.time) ?? "on a day that is not told"
    return "\(label) \(place), \(time)"
  }

  private static func toll(_ event: Event) -> String? {
    let told = TollWords.phrase(event.toll) ?? "no toll given"
    return event.toll.damageText.map { "\(told) (\($0))" } ?? told
  }

  private static func actors(_ event: Event) -> String? {
    guard let actor1 = side(event.actor1, event.assocActor1) else {
      return side(event.actor2, event.assocActor2).map { "against \($0)" }
    }
    return side(event.actor2, event.assocActor2).map { "by \(actor1) against \($0)" } ?? "by \(actor1)"
  }

  static func side(_ actor: String?, _ associates: [String]) -> String? {
    guard let actor else { return associates.isEmpty ? nil : associates.joined(separator: " and ") }
    return associates.isEmpty ? actor : "\(actor) with \(associates.joined(separator: " and "))"
  }

  private static func source(_ event: Event) -> String {
    event.attribution.map { "\(event.status.rawValue) by \($0)" } ?? event.status.rawValue
  }

  private static func precision(_ event: Event) -> String? {
    event.location.map { "\(PlaceWords.precision($0)), within \(Kilometers.rough($0.radius))" }
  }
}
