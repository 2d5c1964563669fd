import Geodesy
import Geometry
import Records

/// Whether two records of different articles tell of one event: by type, place, days, sides and toll, with windows that
/// respect how precisely each is known.
struct EventMatch {
  /// How badly the two agree; of several matches the least wins.
  var cost = 0.0
  /// What agrees, for the reader of the report.
  var reasons: [String] = []
  /// Something is only loosely the same: another thing must agree too.
  var needsEvidence = false

  /// The match; nil where the two cannot be one event. `likeness` is that of their articles, nil where these differ.
  static func of(_ left: Event, _ right: Event, likeness: Double?) -> EventMatch? {
    var match = EventMatch()
    let isCopy = likeness != nil && EventMatch.tellSameWords(left, right)
    guard match.types(left.type, right.type), match.places(left, right, isCopy: isCopy),
      match.days(left.time, right.time), match.sides(left, right), match.tolls(left.toll, right.toll)
    else { return nil }
    if isCopy, let likeness {
      match.cost -= 1
      match.reasons.append("the same words in near-identical articles (\(percent(likeness)) % shared)")
    } else if match.needsEvidence {
      guard let evidence = EventMatch.evidence(left, right) else { return nil }
      match.reasons.append(evidence)
    }
    return match
  }

  private static func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }

  /// A sentence that both bring.
  static func tellSameWords(_ left: Event, _ right: Event) -> Bool {
    let known = Set(left.mentions.map { letters($0.sentence) })
    return right.mentions.contains { known.contains(letters($0.sentence)) }
  }

  private static func letters(_ text: String) -> String {
    String(
      decoding: text.utf8.filter { $0 >= 0x80 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a || $0 >= 0x30 && $0 <= 0x39 },
      as: UTF8.self)
  }

  /// What speaks for one event where place or side is only loosely the same.
  private static func evidence(_ left: Event, _ right: Event) -> String? {
    if let dead = left.toll.fatalities, dead > 0, dead == right.toll.fatalities { return "the same toll, \(dead) dead" }
    if let hurt = left.toll.injured, hurt > 0, hurt == right.toll.injured { return "the same toll, \(hurt) injured" }
    if let clock = left.time.local, clock == right.time.local { return "the same hour, \(clock)" }
    return nil
  }

  // MARK: Type

  private mutating func types(_ left: EventType, _ right: EventType) -> Bool {
    guard left != right else {
      reasons.append("type \(left.rawValue)")
      return true
    }
    let battle: Set<EventType> = [.armedClash, .groundAssault]
    let fire: Set<EventType> = [.airstrike, .shelling, .droneStrike, .bombing]
    let isBattle = battle.contains(left) && battle.contains(right)
    guard isBattle || fire.contains(left) && fire.contains(right) || left == .other || right == .other else {
      return false
    }
    cost += 0.5
    needsEvidence = needsEvidence || !isBattle
    reasons.append("types \(left.rawValue) and \(right.rawValue)")
    return true
  }

  // MARK: Place

  private mutating func places(_ left: Event, _ right: Event, isCopy: Bool) -> Bool {
    guard let here = left.location, let there = right.location else {
      return isCopy && left.location == nil && right.location == nil
    }
    if here.place.id == there.place.id, here.relation == there.relation {
      reasons.append("place \(here.place.name)")
      return true
    }
    let apart = Ellipsoid.distance(here.point, there.point).rawValue
    if here.basis == .relative || there.basis == .relative || here.place.id == there.place.id {
      guard apart <= max(here.radius, there.radius) else { return false }
      cost += 0.3
      if apart > 3000 { needsEvidence = true }
      reasons.append("places \(Int((apart / 1000).rounded())) km apart, told relative to another")
      return true
    }
    if apart <= 1000, !here.place.kind.isArea, !there.place.kind.isArea {
      cost += 0.2
      reasons.append("places less than 1 km apart")
      return true
    }
    return holds(here, there, apart) || holds(there, here, apart)
  }

  /// A region, or a city, that the finer place lies in.
  private mutating func holds(_ region: EventLocation, _ place: EventLocation, _ apart: Double) -> Bool {
    guard region.place.kind != .country, region.radius >= 3 * place.radius else { return false }
    let isInside =
      region.place.kind.isArea
      ? place.country == region.country && [place.admin1, place.admin2].contains(region.place.name)
      : apart <= region.radius
    guard isInside else { return false }
    cost += 0.6
    needsEvidence = true
    reasons.append("\(place.place.name) lies in \(region.place.name)")
    return true
  }

  // MARK: Days

  private mutating func days(_ left: EventTime, _ right: EventTime) -> Bool {
    guard let here = left.day, let there = right.day else {
      needsEvidence = true
      cost += 0.5
      return true
    }
    let apart = abs(here - there)
    if left.timePrecision == 1, right.timePrecision == 1 {
      guard apart == 0 || left.window != right.window && apart == 1 && overlap(left, right) else { return false }
    } else {
      guard overlap(left, right) else { return false }
      if apart > 1 { needsEvidence = true }
    }
    cost += 0.1 * Double(min(apart, 10))
    reasons.append(
      apart == 0 ? "day \(here)" : "days \(min(here, there)) and \(max(here, there)) within each other's bounds")
    return true
  }

  private func overlap(_ left: EventTime, _ right: EventTime) -> Bool {
    guard let here = left.window ?? left.day.map({ DayWindow($0, $0) }),
      let there = right.window ?? right.day.map({ DayWindow($0, $0) })
    else { return true }
    return here.overlaps(there)
  }

  // MARK: Sides and toll

  private mutating func sides(_ left: Event, _ right: Event) -> Bool {
    let (here, there) = (acting(left), acting(right))
    if !here.isEmpty, !there.isEmpty {
      if let shared = here.first(where: there.contains) {
        cost -= 0.2
        reasons.append("by \(shared)")
      } else {
        let turned = here.contains { suffering(right).contains($0) } || there.contains { suffering(left).contains($0) }
        if turned { return false }
        cost += 0.4
        needsEvidence = true
      }
    }
    return true
  }

  private func acting(_ event: Event) -> [String] {
    ([event.actor1].compactMap(\.self) + event.assocActor1).filter { $0 != "Unidentified armed group" }
  }

  private func suffering(_ event: Event) -> [String] { [event.actor2].compactMap(\.self) + event.assocActor2 }

  /// Tolls grow from report to report; a leap is another event.
  private mutating func tolls(_ left: Toll, _ right: Toll) -> Bool {
    guard let here = left.fatalities ?? left.fatalitiesLow, let there = right.fatalities ?? right.fatalitiesLow else {
      return true
    }
    if here == there {
      if here > 0 { cost -= 0.5 }
      return true
    }
    cost += 0.3
    let (low, high) = (min(here, there), max(here, there))
    return high <= 3 * low + 5
  }
}
