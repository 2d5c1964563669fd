import EventCoding
import Formats
public import Gazetteer
import Geometry
public import Records

/// Replays corrections on a run: those of one event as its article comes, merges and splits across articles at the end.
public struct CorrectionReview: Sendable {
  let index: PlaceIndex
  let corrections: [Correction]
  private var outcomes: [Int: CorrectionOutcome] = [:]
  /// The positions of those that hold.
  private(set) var standing: [Int]

  /// A review by these corrections; places are looked up in the reader's gazetteer.
  public init(_ corrections: [Correction], reader: Reader) { self.init(corrections, index: reader.index) }

  /// A review by these corrections; places are looked up in the gazetteer.
  public init(_ corrections: [Correction], index: PlaceIndex) {
    self.corrections = corrections
    self.index = index
    standing = []
    let withdrawals = Correction.withdrawals(in: corrections)
    let withdrawn = Set(withdrawals.values.joined())
    standing = corrections.indices.filter { withdrawals[$0] == nil && !withdrawn.contains($0) }
    for number in withdrawn { settle(number, .withdrawn) }
    for (number, taken) in withdrawals where !taken.isEmpty { settle(number, .applied) }
  }

  /// Corrects the events of one article.
  public mutating func correct(_ findings: inout Findings) {
    for number in standing {
      let correction = corrections[number]
      let found = EventFinder.places(of: correction.event, in: findings.events)
      guard let place = found.first else { continue }
      guard found.count == 1 else {
        settle(number, .ambiguous)
        continue
      }
      apply(number, correction, place, &findings)
    }
  }

  /// Merges and splits across articles, after all of them are read.
  public mutating func link(_ findings: [Findings]) -> (findings: [Findings], merges: [EventMerge]) {
    let events = findings.flatMap(\.events)
    var apart: Set<EventPair> = []
    for number in standing {
      let correction = corrections[number]
      guard case .split(let from?) = correction.change else { continue }
      guard let (own, other) = pair(correction.event, from, events, number) else { continue }
      apart.insert(EventPair(own, other))
      settle(number, .applied, own)
    }
    var linked = ArticleLinking.link(findings, apart: apart)
    for number in standing {
      if case .merge(let into) = corrections[number].change { merge(number, corrections[number], into, &linked) }
    }
    return linked
  }

  /// What became of every correction, in the order of the file.
  public var results: [CorrectionOutcome] {
    corrections.enumerated().map {
      outcomes[$0.offset] ?? CorrectionOutcome(correction: $0.element, result: .unmatched)
    }
  }

  // MARK: One event

  mutating func settle(_ number: Int, _ result: CorrectionOutcome.Result, _ id: String? = nil) {
    outcomes[number] = CorrectionOutcome(correction: corrections[number], result: result, eventID: id)
  }

  private mutating func apply(_ number: Int, _ correction: Correction, _ place: Int, _ findings: inout Findings) {
    let id = findings.events[place].id
    var isDone = true
    switch correction.change {
    case .accept: break
    case .reject:
      findings.nearMisses.append(rejected(findings.events[place], correction))
      findings.events.remove(at: place)
      return settle(number, .applied, id)
    case .move(let moved): isDone = move(&findings.events[place], to: moved)
    case .retype(let type): findings.events[place].type = type
    case .retoll(let toll): retoll(&findings.events[place], toll)
    case .split(nil): isDone = split(correction, place, &findings)
    case .merge, .split, .withdraw: return
    }
    if isDone { note(&findings.events[place], correction) }
    settle(number, isDone ? .applied : .impossible, id)
  }

  func note(_ event: inout Event, _ correction: Correction) {
    event.notes.append("\(correction.change.name) by \(correction.author): \(correction.reason)")
  }

  private func rejected(_ event: Event, _ correction: Correction) -> NearMiss {
    let mention = event.mentions[0]
    return NearMiss(
      docID: mention.docID, kind: .rejected, reason: "rejected by \(correction.author): \(correction.reason)",
      type: event.type, quote: mention.quote, span: mention.span, sentence: mention.sentence, zone: mention.zone)
  }

  private func move(_ event: inout Event, to moved: MovedPlace) -> Bool {
    let text = event.location?.text ?? ""
    switch moved {
    case .named(let name):
      guard let place = index.place(id: name) ?? place(named: name), let point = place.point else { return false }
      let info = index.info(of: place.kind)
      event.location = EventLocation(
        place: place, text: text.isEmpty ? place.name : text, shape: .point(point), point: point,
        basis: place.kind.isArea ? .area : .named, geoPrecision: info.geoPrecision, wherePrec: info.wherePrecision,
        radius: info.radius)
    case .point(let lat, let lon, let radius):
      let point = Coordinate(lon: lon, lat: lat)
      let place = Place(id: "local:corrected", name: text.isEmpty ? "\(lat),\(lon)" : text, kind: .other, point: point)
      event.location = EventLocation(
        place: place, text: place.name, shape: .point(point), point: point, basis: .named, geoPrecision: 1,
        wherePrec: 1, radius: radius)
    }
    event = EventPlacing(index: index).located(event)
    return true
  }

  /// The likeliest of the places that bear the very name.
  private func place(named name: String) -> Place? {
    let bearers = Set(
      index.lookUp(name, limit: 50).filter { $0.reasons.allSatisfy { !$0.contains("on one side") } && $0.cost < 0.5 }
        .map { index.place(at: $0.ref).id })
    return index.resolve(ResolveQuery(name, limit: 10)).map(\.place).first { bearers.contains($0.id) }
  }

  private func retoll(_ event: inout Event, _ change: TollChange) {
    if let figure = change.fatalities {
      event.toll.fatalities = figure
      (event.toll.fatalitiesLow, event.toll.fatalitiesHigh) = (figure, figure)
    }
    if let figure = change.fatalitiesLow { event.toll.fatalitiesLow = figure }
    if let figure = change.fatalitiesHigh { event.toll.fatalitiesHigh = figure }
    if let figure = change.injured { event.toll.injured = figure }
    if let figure = change.displaced { event.toll.displaced = figure }
  }

  /// The mention with the quote becomes an event of its own.
  private func split(_ correction: Correction, _ place: Int, _ findings: inout Findings) -> Bool {
    var event = findings.events[place]
    guard event.mentions.count > 1, let quote = correction.event.quote,
      let index = event.mentions.firstIndex(where: { EventFinder.has(quote, in: $0) })
    else { return false }
    var own = event
    own.mentions = [event.mentions.remove(at: index)]
    var hash = FNV1a64()
    hash.combine("\(event.id)\u{0}split\u{0}\(own.mentions[0].span.start)")
    own.id = hash.hexDigest
    note(&own, correction)
    findings.events[place] = event
    findings.events.insert(own, at: place + 1)
    return true
  }

  // MARK: Several events

  private mutating func pair(_ one: EventAddress, _ other: EventAddress, _ events: [Event], _ number: Int) -> (
    String, String
  )? {
    let (own, its) = (EventFinder.places(of: one, in: events), EventFinder.places(of: other, in: events))
    guard let first = own.first, let second = its.first else { return nil }
    guard own.count == 1, its.count == 1 else {
      settle(number, .ambiguous)
      return nil
    }
    guard first != second else {
      settle(number, .impossible, events[first].id)
      return nil
    }
    return (events[first].id, events[second].id)
  }

  private mutating func merge(
    _ number: Int, _ correction: Correction, _ into: EventAddress,
    _ linked: inout (findings: [Findings], merges: [EventMerge])
  ) {
    let events = linked.findings.flatMap(\.events)
    guard let (own, kept) = pair(correction.event, into, events, number),
      let absorbed = events.first(where: { $0.id == own }), let before = events.first(where: { $0.id == kept })
    else { return }
    let folded = EventLinker.fold(absorbed, into: before)
    for place in linked.findings.indices {
      linked.findings[place].events.removeAll { $0.id == own }
      for index in linked.findings[place].events.indices where linked.findings[place].events[index].id == kept {
        linked.findings[place].events[index] = folded
        note(&linked.findings[place].events[index], correction)
      }
    }
    linked.merges.append(
      EventMerge(
        into: kept, before: before, absorbed: absorbed, kind: .corrected,
        reason: "merge by \(correction.author): \(correction.reason)"))
    settle(number, .applied, own)
  }
}
