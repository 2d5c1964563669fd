import Formats
import Geometry
import NewsText
import Records

/// Turns a cluster into an event record: precision codes, the quote, the id.
struct EventMaker {
  let reading: Reading

  func event(_ cluster: Cluster) -> Event {
    let first = cluster.frames.min { $0.quote.lowerBound < $1.quote.lowerBound } ?? cluster.frames[0]
    var event = Event(
      id: id(cluster, first), type: cluster.type, status: status(cluster), time: time(cluster),
      location: cluster.spot?.location,
      mentions: cluster.frames.map(mention))
    event.attribution = cluster.frames.lazy.compactMap(\.attribution).first
    setActors(cluster, &event)
    event.toll = cluster.toll
    event.notes = cluster.notes
    event.confidence = cluster.spot.flatMap {
      reading.lexicon.confidence.share(cluster.frames[0].rule.name, band: $0.location.geoPrecision)
    }
    event.explanation = cluster.frames.flatMap(\.cues) + cluster.explanation
    return event
  }

  /// What is only denied.
  func denial(_ frame: Frame, _ spot: PlaceSpot) -> Event {
    var event = event(Cluster(frame, spot))
    event.status = .denied
    return event
  }

  /// The first telling's offset, the type and the document; a list tells several events by one trigger, so the place's
  /// own offset goes in too.
  private func id(_ cluster: Cluster, _ first: Frame) -> String {
    let span = reading.document.span(reading.document.byteRange(first.quote))
    var hash = FNV1a64()
    hash.combine(
      "\(reading.document.docID)\u{0}\(cluster.type.rawValue)\u{0}\(span.start)\u{0}\(first.trigger.lowerBound)")
    if first.spots.count > 1, let spot = cluster.spot { hash.combine("\u{0}\(spot.tokens.lowerBound)") }
    return hash.hexDigest
  }

  /// Claimed only where every telling claims.
  private func status(_ cluster: Cluster) -> EventStatus {
    if cluster.isDisputed { return .disputed }
    let own = cluster.frames.filter { !$0.isSummary }
    let statuses = (own.isEmpty ? cluster.frames : own).map(\.status)
    if statuses.allSatisfy({ $0 == .claimed }) { return .claimed }
    return statuses.allSatisfy { $0 == .alleged } ? .alleged : .reported
  }

  private func time(_ cluster: Cluster) -> EventTime {
    let clock = cluster.frames.lazy.compactMap { $0.time?.clock }.first ?? cluster.clock
    guard let time = cluster.time else {
      return EventTime(day: nil, window: nil, local: clock, text: nil, basis: "unknown", timePrecision: 3, datePrec: 5)
    }
    let days = time.date.window.end - time.date.window.start
    let exact = time.date.isExact && time.isOwn && days <= 1
    return EventTime(
      day: time.date.day, window: time.date.window, local: clock, text: time.text, basis: time.date.basis,
      timePrecision: exact ? 1 : days <= 7 ? 2 : 3,
      datePrec: exact ? 1 : days <= 6 ? 2 : days <= 7 ? 3 : days <= 31 ? 4 : 5)
  }

  private func setActors(_ cluster: Cluster, _ event: inout Event) {
    let acting = cluster.agents
    event.actor1 = acting.first?.name
    event.assocActor1 = acting.dropFirst().map(\.name)
    event.actor1IsState = acting.first?.kind == .state && (acting.first?.country == cluster.spot?.location.country)
    let suffering = cluster.targets.filter { !acting.contains($0) }
    event.actor2 = suffering.first?.name
    event.assocActor2 = suffering.dropFirst().map(\.name)
  }

  private func mention(_ frame: Frame) -> EventMention {
    let document = reading.document
    let quote = document.byteRange(trimmed(frame.quote))
    let sentence = document.sentences[frame.sentence].tokens
    return EventMention(
      docID: document.docID, quote: document.string(quote), span: document.span(quote),
      sentence: document.string(tokens: sentence), zone: frame.zone, rule: frame.rule.name)
  }

  /// Without the comma or conjunction that opens a clause, and without a closing comma.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    let tokens = reading.document.tokens
    while start < end - 1, [.comma, .semicolon, .dash, .openQuote, .closeQuote].contains(tokens[start].kind) {
      start += 1
    }
    while end > start + 1, [.comma, .semicolon, .dash, .stop, .openQuote, .closeQuote].contains(tokens[end - 1].kind) {
      end -= 1
    }
    return start..<end
  }

  func nearMiss(_ frame: Frame, _ miss: Miss) -> NearMiss {
    let mention = mention(frame)
    return NearMiss(
      docID: mention.docID, kind: miss.kind, reason: miss.reason, type: frame.type, quote: mention.quote,
      span: mention.span,
      sentence: mention.sentence, zone: frame.zone)
  }
}
