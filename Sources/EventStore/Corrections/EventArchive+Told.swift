import Formats
import Records

/// What an article told before anyone corrected it.
extension EventArchive {
  /// The findings as they were read; nil where there is no such article.
  func told(_ docID: String) throws -> Findings? {
    guard var findings = try article(docID) else { return nil }
    if let json = try connection.rows("SELECT record FROM told_records WHERE doc_id = ?", .text(docID)).first?[0].text {
      guard let told = ToldRecord.of(json: json) else {
        throw StoreError.record(name, reason: "what article \(docID) told is damaged")
      }
      (findings.events, findings.denials, findings.nearMisses) = (told.events, told.denials, told.nearMisses)
      return findings
    }
    let reports = try connection.rows(
      "SELECT raw FROM event_records WHERE doc_id = ? ORDER BY position", .text(docID)
    ).map { try event($0[0]) }
    findings.events = reports.filter { $0.status != .denied }
    findings.denials = reports.filter { $0.status == .denied }
    return findings
  }

  /// Corrects the findings by all that the store holds, and keeps what was told where that changed anything.
  func corrected(_ told: Findings, _ rules: ArchiveRules) throws -> Findings {
    try connection.run(
      "UPDATE corrections SET result = 'unmatched', matched_id = NULL, matched_doc = NULL WHERE matched_doc = ?",
      .text(told.docID))
    let corrections = Correction.standing(try corrections().map(\.correction))
    guard !corrections.isEmpty else { return told }
    var findings = told
    try note(rules.correct(&findings, corrections), docID: told.docID)
    if findings != told {
      let record = ToldRecord(events: told.events, denials: told.denials, nearMisses: told.nearMisses)
      try connection.run("INSERT INTO told_records VALUES (?, ?)", .text(told.docID), .text(record.json))
    }
    return findings
  }

  /// Writes down what became of corrections that met an event.
  func note(_ outcomes: [CorrectionOutcome], docID: String?) throws {
    for outcome in outcomes where outcome.result != .unmatched {
      try connection.run(
        "UPDATE corrections SET result = ?, matched_id = ?, matched_doc = ? WHERE fid = ?",
        .text(outcome.result.rawValue), SQLValue(outcome.eventID), SQLValue(docID), .int(outcome.correction.line))
    }
  }
}

/// What corrections may change of an article.
private struct ToldRecord: Recorded {
  var events: [Event]
  var denials: [Event]
  var nearMisses: [NearMiss]

  static var blank: ToldRecord { ToldRecord(events: [], denials: [], nearMisses: []) }
  mutating func visit(_ members: inout Members) {
    members("events", &events)
    members("denials", &denials)
    members("near_misses", &nearMisses)
  }
}
