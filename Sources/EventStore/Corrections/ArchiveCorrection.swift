public import Records

/// A reviewer's correction that a store holds and replays whenever an article comes or comes again, until another one
/// withdraws it.
public struct ArchiveCorrection: Hashable, Sendable {
  /// Its number in the store, which is its `line` too.
  public var number: Int
  /// What was said, by whom and why.
  public var correction: Correction
  /// What became of it when it was replayed last.
  public var result: CorrectionOutcome.Result
  /// The event it met then.
  public var eventID: String?
}

extension EventArchive {
  /// The corrections that the store holds, in the order in which they came.
  public func corrections() throws(StoreError) -> [ArchiveCorrection] {
    try guarded {
      try connection.rows("SELECT fid, record, result, matched_id FROM corrections ORDER BY fid").map { row in
        guard let number = row[0].int, let text = row[1].text,
          let correction = Correction.of(json: text, number: number)
        else { throw StoreError.record(name, reason: "correction \(row[0].int ?? 0) is damaged") }
        return ArchiveCorrection(
          number: number, correction: correction,
          result: row[2].text.flatMap(CorrectionOutcome.Result.init) ?? .unmatched, eventID: row[3].text)
      }
    }
  }

  /// Keeps corrections and replays them on the articles they speak of: all of it or, where something fails, nothing. One
  /// that is there already, in the same words, changes nothing.
  ///
  /// - Returns: how the articles' events changed.
  public func correct(_ corrections: [Correction], rules: ArchiveRules) throws(StoreError) -> [ArchiveChange] {
    try guarded {
      let fresh = try unknown(corrections)
      guard !fresh.isEmpty else { return [] }
      return try connection.transaction {
        // Asked again: another program may have been faster.
        for correction in try unknown(corrections) { try keep(correction) }
        try noteWithdrawals()
        return try articles(of: fresh).compactMap { docID in
          guard let fingerprint = try storedFingerprint(of: docID), let told = try told(docID) else { return nil }
          return try replace(told, fingerprint: fingerprint, rules)
        }
      }
    }
  }

  /// Says of every withdrawal whether it met a correction, and of that one that it holds no more.
  private func noteWithdrawals() throws {
    let kept = try self.corrections()
    for (number, taken) in Correction.withdrawals(in: kept.map(\.correction)) {
      for place in taken { try settle(kept[place], .withdrawn) }
      try settle(kept[number], taken.isEmpty ? .unmatched : .applied)
    }
  }

  private func settle(_ kept: ArchiveCorrection, _ result: CorrectionOutcome.Result) throws {
    try connection.run(
      "UPDATE corrections SET result = ?, matched_id = NULL, matched_doc = NULL WHERE fid = ?",
      .text(result.rawValue), .int(kept.number))
  }

  private func unknown(_ corrections: [Correction]) throws -> [Correction] {
    var known = Set(try connection.rows("SELECT record FROM corrections").compactMap { $0[0].text })
    return corrections.filter { known.insert($0.json).inserted }
  }

  private func keep(_ correction: Correction) throws {
    try connection.run(
      FeatureRows(Schema.corrections, connection.dialect).insert, .text(correction.change.name),
      SQLValue(correction.event.id), SQLValue(correction.event.docID), SQLValue(correction.event.quote),
      .text(correction.author), .text(correction.reason), .text(CorrectionOutcome.Result.unmatched.rawValue), .null,
      .null, .text(correction.json))
  }

  /// The articles that the corrections may speak of, in the order in which they came. An id that is not there may be one
  /// that an earlier correction took away: all articles that were corrected are looked at too.
  private func articles(of corrections: [Correction]) throws -> [String] {
    var documents = Set(try connection.rows("SELECT doc_id FROM told_records").compactMap { $0[0].text })
    for address in corrections.flatMap(\.addresses) {
      if let docID = address.docID { documents.insert(docID) }
      guard let id = address.id else { continue }
      let rows = try connection.rows("SELECT doc_id FROM event_records WHERE id = ?", .text(id))
      documents.formUnion(rows.compactMap { $0[0].text })
    }
    return try connection.rows("SELECT doc_id FROM articles ORDER BY fid").compactMap { $0[0].text }
      .filter(documents.contains)
  }
}

extension Correction {
  /// The events it speaks of.
  var addresses: [EventAddress] { [event] + (other.map { [$0] } ?? []) }

  /// The other event of a merge or a split.
  var other: EventAddress? {
    switch change {
    case .merge(let other), .split(let other?): other
    case .accept, .reject, .move, .retype, .retoll, .split(nil), .withdraw: nil
    }
  }
}
