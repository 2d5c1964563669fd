public import Records

extension EventArchive {
  /// The merges, in the order in which they were made.
  public func links() throws(StoreError) -> [ArchiveLink] {
    try guarded {
      try connection.rows("SELECT fid, event_id, absorbed_id, kind, reason, state FROM links ORDER BY fid").map { row in
        ArchiveLink(
          number: row[0].int ?? 0, eventID: row[1].text ?? "", absorbedID: row[2].text ?? "", kind: row[3].text ?? "",
          reason: row[4].text ?? "", isUndone: row[5].text == "undone")
      }
    }
  }

  /// Takes a merge back: its two reports stay apart from now on, whatever article comes.
  public func undo(_ number: Int, rules: ArchiveRules) throws(StoreError) -> ArchiveChange {
    try guarded {
      try connection.transaction {
        let rows = try connection.rows(
          "SELECT event_id, absorbed_id FROM links WHERE fid = ? AND state = 'merged'", .int(number))
        guard let absorbed = rows.first?[1].text else { throw StoreError.noLink(number) }
        let kept = try connection.rows("SELECT kept_id FROM event_records WHERE id = ?", .text(absorbed)).first?[0].text
        let ids = kept.map { [$0] } ?? []
        let (before, reports) = (try visible(ids), try reports(keptBy: ids))
        try connection.run("UPDATE links SET state = 'undone' WHERE fid = ?", .int(number))
        var change = ArchiveChange(docID: "")
        try Linking(self, affected: ids, orphans: reports, new: []).run(rules, before: before, change: &change)
        return change
      }
    }
  }

  /// Events by their ids' first characters, as they stand.
  public func records(idPrefix: String) throws(StoreError) -> [Event] {
    try guarded {
      try connection.rows(
        "SELECT coalesce(merged, raw) FROM event_records WHERE kept_id = id AND substr(id, 1, ?) = ? ORDER BY number",
        .int(idPrefix.unicodeScalars.count), .text(idPrefix)
      ).map { try event($0[0]) }
    }
  }

  /// Everything that the store's articles yielded, each event once, with the article that tells it first.
  ///
  /// - Parameter wanted: the ids of events that are wanted; nil takes all.
  public func findings(wanted: Set<String>? = nil) throws(StoreError) -> [Findings] {
    try guarded {
      var found: [Findings] = []
      for row in try connection.rows("SELECT doc_id FROM articles ORDER BY fid") {
        guard let docID = row[0].text, var findings = try article(docID) else { continue }
        findings.events = try connection.rows(
          """
          SELECT coalesce(merged, raw), id FROM event_records WHERE doc_id = ? AND kept_id = id ORDER BY position
          """, .text(docID)
        ).filter { wanted?.contains($0[1].text ?? "") ?? true }.map { try event($0[0]) }
        findings.denials = try connection.rows(
          "SELECT raw FROM event_records WHERE doc_id = ? AND (kept_id IS NULL OR kept_id <> id) ORDER BY position",
          .text(docID)
        ).map { try event($0[0]) }.filter { $0.status == .denied }
        found.append(findings)
      }
      return found
    }
  }
}
