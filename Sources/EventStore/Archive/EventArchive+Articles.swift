public import Records

extension EventArchive {
  /// The fingerprint under which an article was stored, nil where it was not.
  public func fingerprint(of docID: String) throws(StoreError) -> String? {
    try guarded {
      try storedFingerprint(of: docID)
    }
  }

  /// Adds articles, or revises those that are there with another fingerprint: all of them or, where something fails,
  /// none.
  ///
  /// - Parameter articles: what each yielded, with a fingerprint of everything it depends on.
  public func add(_ articles: [(findings: Findings, fingerprint: String)], rules: ArchiveRules) throws(StoreError)
    -> [ArchiveChange]
  {
    try guarded {
      let changes = try connection.transaction {
        try articles.map { try add($0.findings, fingerprint: $0.fingerprint, rules) }
      }
      return changes
    }
  }

  private func add(_ told: Findings, fingerprint: String, _ rules: ArchiveRules) throws -> ArchiveChange {
    guard try storedFingerprint(of: told.docID) != fingerprint else {
      var change = ArchiveChange(docID: told.docID)
      change.isUnchanged = true
      return change
    }
    return try replace(told, fingerprint: fingerprint, rules)
  }

  func storedFingerprint(of docID: String) throws -> String? {
    try connection.rows("SELECT fingerprint FROM articles WHERE doc_id = ?", .text(docID)).first?[0].text
  }

  /// Puts an article in place of what is stored of it: corrected, linked, its rows written.
  func replace(_ told: Findings, fingerprint: String, _ rules: ArchiveRules) throws -> ArchiveChange {
    var change = ArchiveChange(docID: told.docID)
    let old = try keptIDs(of: told.docID)
    let before = try visible(old)
    try forget(told.docID)
    let findings = try corrected(told, rules)
    try write(findings, fingerprint)
    var linking = try Linking(
      self, affected: old, orphans: reports(keptBy: old), new: Self.once(findings.events + findings.denials))
    linking.docID = findings.docID
    try linking.run(rules, before: before, change: &change)
    return change
  }

  /// Events of one article whose ids agree are one.
  private static func once(_ events: [Event]) -> [Event] {
    var seen: Set<String> = []
    return events.filter { seen.insert($0.id).inserted }
  }

  /// The events that the article's reports went into.
  private func keptIDs(of docID: String) throws -> [String] {
    let rows = try connection.rows(
      "SELECT kept_id FROM event_records WHERE doc_id = ? AND kept_id IS NOT NULL ORDER BY number", .text(docID))
    var seen: Set<String> = []
    return rows.compactMap { $0[0].text }.filter { seen.insert($0).inserted }
  }

  /// The events as they stand now.
  func visible(_ ids: [String]) throws -> [Event] {
    try ids.compactMap { id in
      try connection.rows("SELECT coalesce(merged, raw) FROM event_records WHERE id = ?", .text(id)).first
        .map { try event($0[0]) }
    }
  }

  /// The reports that went into these events, as their articles told them.
  func reports(keptBy ids: [String]) throws -> [Event] {
    try ids.flatMap { id in
      try connection.rows("SELECT raw FROM event_records WHERE kept_id = ? ORDER BY number", .text(id))
        .map { try event($0[0]) }
    }
  }

  func event(_ value: SQLValue) throws -> Event {
    guard let text = value.text, let event = Event.of(json: text) else {
      throw StoreError.record(name, reason: "an event's record is damaged")
    }
    return event
  }

  /// Takes out everything that the article alone brought.
  private func forget(_ docID: String) throws {
    try connection.run(
      "DELETE FROM links WHERE absorbed_id IN (SELECT id FROM event_records WHERE doc_id = ?) AND state = 'merged'",
      .text(docID))
    for table in ["event_records", "article_records", "told_records", "mentions", "sources", "control"] {
      try connection.run("DELETE FROM \(table) WHERE doc_id = ?", .text(docID))
    }
  }

  private func write(_ findings: Findings, _ fingerprint: String) throws {
    let article = ArticleRow(findings, fingerprint)
    let known = try connection.rows("SELECT fid FROM articles WHERE doc_id = ?", .text(findings.docID)).first?[0]
    if let known {
      let sets = Schema.articles.columns.map { "\"\($0.name)\" = ?" }.joined(separator: ", ")
      try connection.run("UPDATE articles SET \(sets) WHERE fid = ?", article.values + [known])
    } else {
      try connection.run(FeatureRows(Schema.articles, connection.dialect).insert, article.values)
    }
    try connection.run("INSERT INTO article_records VALUES (?, ?)", .text(findings.docID), .text(findings.json))
    for mention in findings.mentions { try insert(RecordFeatures.mention(mention), into: Schema.mentions) }
    for assertion in findings.assertions { try insert(RecordFeatures.control(assertion), into: Schema.control) }
    for place in Set(findings.mentions.compactMap(\.place) + findings.events.compactMap(\.location?.place))
      .sorted(by: { $0.id < $1.id })
    {
      let isKnown = try !connection.rows("SELECT 1 FROM places WHERE place_id = ?", .text(place.id)).isEmpty
      if !isKnown, place.point != nil { try insert(RecordFeatures.place(place), into: Schema.places) }
    }
  }
}

/// The row of an article.
private struct ArticleRow {
  let values: [SQLValue]

  init(_ findings: Findings, _ fingerprint: String) {
    values = [
      .text(findings.docID), .text(fingerprint), SQLValue(findings.title), SQLValue(findings.sourceName),
      SQLValue(findings.sourceURL), SQLValue(findings.publication?.day.description),
      SQLValue(findings.publication?.basis.rawValue), .int(findings.events.count),
      findings.notes.isEmpty ? .null : .text(findings.notes.joined(separator: "\n")), .text(findings.text),
    ]
  }
}
