public import Records

/// An article as the linker needs it.
public struct LinkedArticle: Hashable, Sendable {
  /// Its id.
  public var docID: String
  /// Its text, by which near-identical articles are recognized.
  public var text: String

  /// An article.
  public init(docID: String, text: String) {
    self.docID = docID
    self.text = text
  }
}

/// Two events that a reviewer keeps apart.
public struct EventPair: Hashable, Sendable {
  private let first: String
  private let second: String

  /// The pair; the order does not matter.
  public init(_ one: String, _ other: String) {
    first = min(one, other)
    second = max(one, other)
  }
}

/// Makes one event of the reports that several articles give of it.
///
/// Near-identical articles are recognized first: what they tell in the same words is the same. Others are compared by
/// place, days, type, sides and toll. Every merge is listed with its reason and can be undone.
public struct EventLinker {
  /// The events, each once, in the order given, and the merges that made them so.
  ///
  /// Events with status `denied` never come out: where they meet an event, that one becomes `disputed`.
  ///
  /// - Parameters:
  ///   - events: as the articles yielded them; events of one article are never merged with each other.
  ///   - articles: the articles' texts; one that is missing is taken for unlike all others.
  ///   - apart: pairs of events that are not to be merged.
  public static func link(_ events: [Event], articles: [LinkedArticle] = [], apart: Set<EventPair> = [])
    -> (events: [Event], merges: [EventMerge])
  {
    var linking = Linking(copies: NearCopies(articles), apart: apart)
    for event in events where event.status != .denied { linking.add(event) }
    for event in events where event.status == .denied { linking.dispute(event) }
    return (linking.events, linking.merges)
  }

  /// The events with one merge taken back: the absorbed event stands by itself again, behind the one it had gone into.
  ///
  /// `merges` are all merges of the run; the others into the same event are done again.
  public static func undo(_ merge: EventMerge, of merges: [EventMerge], in events: [Event]) -> [Event] {
    let own = merges.filter { $0.into == merge.into }
    guard let place = events.firstIndex(where: { $0.id == merge.into }), let first = own.first else { return events }
    var undone = events
    undone[place] = own.filter { $0 != merge }.reduce(first.before) { event, other in
      other.kind == .denial ? disputed(event, by: other.absorbed) : EventFolding.fold(other.absorbed, into: event)
    }
    if merge.kind != .denial { undone.insert(merge.absorbed, at: place + 1) }
    return undone
  }

  /// One record of two, as a merge makes it: `event` with what `other` adds.
  public static func fold(_ other: Event, into event: Event) -> Event { EventFolding.fold(other, into: event) }

  static func disputed(_ event: Event, by denial: Event) -> Event {
    var event = event
    event.status = .disputed
    event.mentions += denial.mentions
    let who = denial.attribution ?? denial.mentions.first?.docID ?? "a source"
    event.notes.append("denied by \(who): \"\(denial.mentions.first?.quote ?? "")\"")
    return event
  }
}

/// One run of the linker.
private struct Linking {
  let copies: NearCopies
  let apart: Set<EventPair>
  private(set) var events: [Event] = []
  private(set) var merges: [EventMerge] = []
  /// The ids that went into each event.
  private var members: [[String]] = []
  private var placeByID: [String: Int] = [:]
  /// Events by country and day, the least that two of one event share.
  private var byDay: [String: [Int]] = [:]

  init(copies: NearCopies, apart: Set<EventPair>) {
    self.copies = copies
    self.apart = apart
  }

  mutating func add(_ event: Event) {
    if let again = placeByID[event.id] { return addAgain(event, again) }
    guard let (place, match) = best(for: event) else {
      for key in keys(of: event) { byDay[key, default: []].append(events.count) }
      placeByID[event.id] = events.count
      events.append(event)
      members.append([event.id])
      return
    }
    let kind: EventMerge.Kind = match.cost < -0.5 && isCopy(events[place], event) ? .copy : .same
    merges.append(
      EventMerge(
        into: events[place].id, before: events[place], absorbed: event, kind: kind,
        reason: match.reasons.joined(separator: "; ")))
    events[place] = EventFolding.fold(event, into: events[place])
    members[place].append(event.id)
    for key in keys(of: event) where byDay[key]?.contains(place) != true { byDay[key, default: []].append(place) }
  }

  /// The same article given twice tells nothing new.
  private mutating func addAgain(_ event: Event, _ place: Int) {
    merges.append(
      EventMerge(
        into: event.id, before: events[place], absorbed: event, kind: .copy, reason: "the same article given again"))
  }

  /// A denial of what another source tells.
  mutating func dispute(_ denial: Event) {
    guard denial.location != nil, let (place, match) = best(for: denial) else { return }
    merges.append(
      EventMerge(
        into: events[place].id, before: events[place], absorbed: denial, kind: .denial,
        reason: (["denied"] + match.reasons).joined(separator: "; ")))
    events[place] = EventLinker.disputed(events[place], by: denial)
  }

  private func best(for event: Event) -> (Int, EventMatch)? {
    var found: (place: Int, match: EventMatch)?
    var seen: Set<Int> = []
    for key in keys(of: event) {
      for place in byDay[key] ?? [] where seen.insert(place).inserted && mayJoin(event, place) {
        guard let match = EventMatch.of(events[place], event, likeness: likeness(events[place], event)) else {
          continue
        }
        let isBetter = found.map { (match.cost, place) < ($0.match.cost, $0.place) } ?? true
        if isBetter { found = (place, match) }
      }
    }
    return found.map { ($0.place, $0.match) }
  }

  /// Events of one article are told apart already; a reviewer may keep others apart.
  private func mayJoin(_ event: Event, _ place: Int) -> Bool {
    let documents = Set(event.mentions.map(\.docID))
    return !events[place].mentions.contains { documents.contains($0.docID) }
      && !members[place].contains { apart.contains(EventPair($0, event.id)) }
  }

  private func likeness(_ left: Event, _ right: Event) -> Double? {
    let others = Set(right.mentions.map(\.docID))
    return Set(left.mentions.map(\.docID)).flatMap { here in others.compactMap { copies.likeness(here, $0) } }.max()
  }

  private func isCopy(_ left: Event, _ right: Event) -> Bool {
    likeness(left, right) != nil && EventMatch.tellSameWords(left, right)
  }

  /// Country with each day of the window, at most a week of days; undated and unplaced events by their lack.
  private func keys(of event: Event) -> [String] {
    let country = event.location?.country ?? "-"
    guard let window = event.time.window ?? event.time.day.map({ DayWindow($0, $0) }) else { return [country + " -"] }
    let days = window.end - window.start
    if days > 40 { return [country + " \(event.time.day ?? window.start)"] }
    return (0...max(0, days)).map { "\(country) \((window.start + $0).number)" }
  }
}
