import Geometry
import Records

/// One piece of work on the events of a store: reports that lost or gained company are linked anew with what may be the
/// same event, and the rows that changed are written.
struct Linking {
  private let archive: EventArchive
  /// Events that are taken apart.
  private let affected: [String]
  /// Their reports that are still there, and reports that are new.
  private let orphans: [Event]
  private let new: [Event]
  /// The article whose reports are new.
  var docID = ""

  private var connection: any SQLConnection { archive.connection }

  init(_ archive: EventArchive, affected: [String], orphans: [Event], new: [Event]) throws {
    self.archive = archive
    self.affected = affected
    self.orphans = orphans
    self.new = new
  }

  /// Links and writes.
  ///
  /// - Parameter before: the events that are taken apart, as they stood.
  func run(_ rules: ArchiveRules, before: [Event], change: inout ArchiveChange) throws {
    let corrections = Correction.standing(try archive.corrections().map(\.correction)).filter { $0.other != nil }
    let others = try candidates("kept_id = id", named: corrections)
    // Denials that have met no event yet may meet one now.
    let input = try others + candidates("kept_id IS NULL", named: []) + orphans + new
    let documents = try articles(of: input)
    let linked = rules.link(
      ArchiveReports(
        events: input, articles: Array(documents.values), apart: try apart(), corrections: corrections))
    let events = linked.events
    try writeReports()
    try keep(events, linked.links)
    try note(linked.outcomes, input)
    let was = Dictionary((before + others).map { ($0.id, $0) }) { first, _ in first }
    let now = Set(events.map(\.id))
    for event in events where was[event.id] != event || affected.contains(event.id) {
      try put(event, rules, documents)
      if was[event.id] == nil {
        change.new.append(event.id)
      } else if was[event.id] != event {
        change.revised.append(event.id)
      }
    }
    for id in (before.map(\.id) + others.map(\.id)) where !now.contains(id) {
      try archive.remove(id: id)
      change.withdrawn.append(id)
    }
  }

  /// Says what became of merges and splits, each with the article of its event.
  private func note(_ outcomes: [CorrectionOutcome], _ input: [Event]) throws {
    for outcome in outcomes {
      let event = input.first { $0.id == outcome.eventID }
      try archive.note([outcome], docID: event?.mentions.first?.docID)
    }
  }

  /// Events that stand, in whose days some of the reports may fall, or that corrections want merged or kept apart.
  private func candidates(_ condition: String, named corrections: [Correction]) throws -> [Event] {
    let moved = orphans + new
    let days = moved.compactMap(Self.days)
    let hasUndated = days.count < moved.count
    guard !moved.isEmpty else { return [] }
    let first = days.map(\.start).min()?.number ?? Int(Int32.max)
    let last = days.map(\.end).max()?.number ?? Int(Int32.min)
    let (naming, names) = Self.naming(corrections.flatMap(\.addresses))
    let rows = try connection.rows(
      """
      SELECT coalesce(merged, raw), id FROM event_records WHERE \(condition)
        AND ((first_day <= ? AND last_day >= ?)\(hasUndated ? " OR first_day IS NULL" : "")\(naming)) ORDER BY number
      """, [.int(last), .int(first)] + names)
    let apart = Set(affected)
    return try rows.filter { !apart.contains($0[1].text ?? "") }.map { try archive.event($0[0]) }
  }

  /// The condition that takes in events by address.
  private static func naming(_ addresses: [EventAddress]) -> (String, [SQLValue]) {
    let (ids, documents) = (addresses.compactMap(\.id), addresses.compactMap(\.docID))
    guard !addresses.isEmpty else { return ("", []) }
    func list(_ names: [String]) -> String { names.isEmpty ? "NULL" : names.map { _ in "?" }.joined(separator: ", ") }
    let kept = "SELECT kept_id FROM event_records WHERE id IN (\(list(ids))) OR doc_id IN (\(list(documents)))"
    return (" OR id IN (\(kept))", (ids + documents).map { .text($0) })
  }

  private static func days(_ event: Event) -> DayWindow? {
    event.time.window ?? event.time.day.map { DayWindow($0, $0) }
  }

  /// The articles that the events come from, without their findings.
  private func articles(of events: [Event]) throws -> [String: Findings] {
    var documents: [String: Findings] = [:]
    for docID in Set(events.flatMap(\.mentions).map(\.docID)).sorted() {
      documents[docID] = try archive.article(docID)
    }
    return documents
  }

  private func apart() throws -> [(String, String)] {
    try connection.rows("SELECT event_id, absorbed_id FROM links WHERE state = 'undone' ORDER BY fid").map {
      ($0[0].text ?? "", $0[1].text ?? "")
    }
  }

  private func writeReports() throws {
    for (position, event) in new.enumerated() {
      let days = Self.days(event)
      try connection.run(
        """
        INSERT INTO event_records (id, doc_id, position, kept_id, first_day, last_day, country, raw)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """, .text(event.id), .text(docID), .int(position), .null, SQLValue(days?.start.number),
        SQLValue(days?.end.number), SQLValue(event.location?.country), .text(event.json))
    }
  }

  /// Notes which report went into which event.
  private func keep(_ events: [Event], _ links: [ArchiveLink]) throws {
    let loose = orphans + new
    let standing = Set(events.map(\.id))
    for event in loose {
      try connection.run(
        "UPDATE event_records SET kept_id = ?, merged = NULL WHERE id = ?",
        standing.contains(event.id) ? .text(event.id) : .null, .text(event.id))
      try connection.run("DELETE FROM links WHERE absorbed_id = ? AND state = 'merged'", .text(event.id))
    }
    for link in links where link.eventID != link.absorbedID {
      try connection.run(
        "UPDATE event_records SET kept_id = ? WHERE kept_id = ? OR id = ?", .text(link.eventID),
        .text(link.absorbedID), .text(link.absorbedID))
      try connection.run(
        "INSERT INTO links (event_id, absorbed_id, kind, reason, state) VALUES (?, ?, ?, ?, 'merged')",
        .text(link.eventID), .text(link.absorbedID), .text(link.kind), .text(link.reason))
    }
  }

  private func put(_ event: Event, _ rules: ArchiveRules, _ documents: [String: Findings]) throws {
    try connection.run(
      "UPDATE event_records SET merged = CASE WHEN raw = ? THEN NULL ELSE ? END WHERE id = ?", .text(event.json),
      .text(event.json), .text(event.id))
    let told = event.mentions.compactMap { documents[$0.docID] }
    try archive.put(rules.feature(event, told), id: event.id)
    try connection.run("DELETE FROM sources WHERE event_id = ?", .text(event.id))
    for mention in event.mentions {
      try archive.insert(RecordFeatures.source(mention, of: event.id), into: Schema.sources)
    }
  }
}

extension EventArchive {
  /// What is known of an article beside its events: its head and its text.
  func article(_ docID: String) throws -> Findings? {
    let rows = try connection.rows("SELECT record FROM article_records WHERE doc_id = ?", .text(docID))
    guard let json = rows.first?[0].text else { return nil }
    guard var findings = Findings.of(json: json) else {
      throw StoreError.record(name, reason: "the record of article \(docID) is damaged")
    }
    findings.text = try connection.rows("SELECT text FROM articles WHERE doc_id = ?", .text(docID)).first?[0].text ?? ""
    return findings
  }
}
