import Records

/// Makes one record of two: what is known best is kept, disagreement is kept and said.
struct EventFolding {
  /// `event` with what `other` adds; its id and its first mention stay.
  static func fold(_ other: Event, into event: Event) -> Event {
    var folded = event
    let document = other.mentions.first?.docID ?? "another article"
    folded.mentions += other.mentions
    folded.status = status(event, other)
    folded.attribution = event.attribution ?? other.attribution
    place(other, document, &folded)
    time(other, document, &folded)
    sides(other, document, &folded)
    toll(other, document, &folded)
    for note in other.notes where !folded.notes.contains(note) { folded.notes.append(note) }
    folded.explanation += other.explanation.map { "\(document): \($0)" }
    folded.confidence = [event.confidence, other.confidence].compactMap(\.self).max()
    return folded
  }

  /// What one source reports, the others' claims do not weaken; a dispute stays.
  private static func status(_ left: Event, _ right: Event) -> EventStatus {
    let order: [EventStatus] = [.disputed, .reported, .claimed, .alleged, .historical, .denied]
    return order.first { $0 == left.status || $0 == right.status } ?? left.status
  }

  private static func place(_ other: Event, _ document: String, _ folded: inout Event) {
    guard let there = other.location else { return }
    guard let here = folded.location else {
      (folded.location, folded.roadDistances) = (there, other.roadDistances)
      return
    }
    guard here.place.id != there.place.id || here.relation != there.relation else { return }
    if there.geoPrecision < here.geoPrecision || there.radius * 3 <= here.radius {
      (folded.location, folded.roadDistances) = (there, other.roadDistances)
      folded.notes.append("place from \(document): \(there.text); told as \(here.text) elsewhere")
    } else {
      folded.notes.append("\(document) tells the place as \(there.text)")
    }
  }

  private static func time(_ other: Event, _ document: String, _ folded: inout Event) {
    let clock = folded.time.local ?? other.time.local
    defer { folded.time.local = clock }
    guard let there = other.time.day, there != folded.time.day else { return }
    if other.time.timePrecision < folded.time.timePrecision || folded.time.day == nil {
      if let here = folded.time.day { folded.notes.append("day from \(document); \(here) by other mentions") }
      folded.time = other.time
    } else {
      folded.notes.append("\(document) tells the day as \(there)")
    }
  }

  private static func sides(_ other: Event, _ document: String, _ folded: inout Event) {
    let (here, there) = (folded.actor1, other.actor1)
    if let here, let there, here != there, !folded.assocActor1.contains(there), !other.assocActor1.contains(here) {
      folded.notes.append("mentions disagree on the acting side: \(here) / \(there) (\(document))")
    }
    add([other.actor1].compactMap(\.self) + other.assocActor1, &folded.actor1, &folded.assocActor1)
    add([other.actor2].compactMap(\.self) + other.assocActor2, &folded.actor2, &folded.assocActor2)
    folded.actor1IsState = folded.actor1IsState || here == nil && other.actor1IsState
  }

  private static func add(_ names: [String], _ first: inout String?, _ rest: inout [String]) {
    for name in names where name != first && !rest.contains(name) {
      if first == nil { first = name } else { rest.append(name) }
    }
  }

  /// The figure told first stays; low and high hold the others.
  private static func toll(_ other: Event, _ document: String, _ folded: inout Event) {
    let there = other.toll
    if let dead = there.fatalities, let known = folded.toll.fatalities, dead != known {
      folded.notes.append("mentions disagree on the dead: \(known) / \(dead) (\(document))")
    }
    folded.toll.fatalities = folded.toll.fatalities ?? there.fatalities
    folded.toll.fatalitiesLow = least(folded.toll.fatalitiesLow, there.fatalitiesLow)
    folded.toll.fatalitiesHigh = most(folded.toll, there)
    folded.toll.injured = folded.toll.injured ?? there.injured
    folded.toll.displaced = folded.toll.displaced ?? there.displaced
    folded.toll.damageText = joined(folded.toll.damageText, there.damageText)
    folded.toll.text = joined(folded.toll.text, there.text)
  }

  private static func least(_ left: Int?, _ right: Int?) -> Int? { [left, right].compactMap(\.self).min() }

  private static func most(_ left: Toll, _ right: Toll) -> Int? {
    [left.fatalitiesHigh, right.fatalitiesHigh].compactMap(\.self).max()
  }

  private static func joined(_ left: String?, _ right: String?) -> String? {
    guard let left, let right else { return left ?? right }
    return left == right || left.split(separator: "; ").contains(Substring(right)) ? left : left + "; " + right
  }
}
