import Formats
public import Records

/// What a run saw and did not make an event: near-misses, and claims with their verdicts. `--report FILE`.
public enum ReportWriter {
  /// One JSON object a line: `record` is `near_miss`, `claim`, `note`, `merge` or `correction`.
  public static func jsonLines(
    _ findings: [Findings], merges: [EventMerge] = [], corrections: [CorrectionOutcome] = []
  ) -> [UInt8] {
    var writer = JSONWriter()
    for found in findings {
      for miss in found.nearMisses { write(object(miss), to: &writer) }
      for claim in found.claims { write(object(claim), to: &writer) }
      for note in found.notes { write(object(note, in: found.docID), to: &writer) }
    }
    for merge in merges { write(object(merge), to: &writer) }
    for outcome in corrections { write(object(outcome), to: &writer) }
    return writer.bytes
  }

  private static func write(_ object: JSONObject, to writer: inout JSONWriter) {
    writer.members(object)
    writer.endLine()
  }

  private static func object(_ miss: NearMiss) -> JSONObject {
    var list = Properties()
    list.add("record", "near_miss")
    list.add("doc_id", miss.docID)
    list.add("kind", miss.kind.rawValue)
    list.add("reason", miss.reason)
    list.add("event_type", miss.type.rawValue)
    list.add("quote", miss.quote)
    list.add("span_start", miss.span.start)
    list.add("span_end", miss.span.end)
    list.add("sentence", miss.sentence)
    list.add("zone", miss.zone.rawValue)
    return list.object
  }

  private static func object(_ claim: Claim) -> JSONObject {
    var list = Properties()
    list.add("record", "claim")
    list.add("doc_id", claim.docID)
    list.add("kind", claim.kind.rawValue)
    list.add("reason", claim.note)
    list.add("claimed", claim.claimed)
    list.add("computed", claim.computed)
    list.add("unit", claim.unit)
    list.add("verdict", claim.verdict.rawValue)
    list.add("tolerance", claim.tolerance)
    list.add("places", claim.places.map(\.name))
    list.add("quote", claim.quote)
    list.add("span_start", claim.span.start)
    list.add("span_end", claim.span.end)
    list.add("zone", claim.zone.rawValue)
    return list.object
  }

  private static func object(_ note: String, in docID: String) -> JSONObject {
    var list = Properties()
    list.add("record", "note")
    list.add("doc_id", docID)
    list.add("reason", note)
    return list.object
  }

  private static func object(_ merge: EventMerge) -> JSONObject {
    var list = Properties()
    list.add("record", "merge")
    list.add("doc_id", merge.absorbed.mentions.first?.docID)
    list.add("kind", merge.kind.rawValue)
    list.add("reason", merge.reason)
    list.add("event_type", merge.absorbed.type.rawValue)
    list.add("id", merge.absorbed.id)
    list.add("into", merge.into)
    list.add("into_doc_id", merge.before.mentions.first?.docID)
    list.add("quote", merge.absorbed.mentions.first?.quote)
    list.add("into_quote", merge.before.mentions.first?.quote)
    return list.object
  }

  private static func object(_ outcome: CorrectionOutcome) -> JSONObject {
    let correction = outcome.correction
    var list = Properties()
    list.add("record", "correction")
    list.add("line", correction.line)
    list.add("action", correction.change.name)
    list.add("result", outcome.result.rawValue)
    list.add("id", outcome.eventID ?? correction.event.id)
    list.add("doc_id", correction.event.docID)
    list.add("quote", correction.event.quote)
    list.add("author", correction.author)
    list.add("reason", correction.reason)
    return list.object
  }

  /// The same for people: a heading a document, a line a record.
  public static func text(
    _ findings: [Findings], merges: [EventMerge] = [], corrections: [CorrectionOutcome] = []
  ) -> String {
    let merged = merges.map {
      TextTable.clean("  \($0.kind.rawValue)  \($0.absorbed.id) -> \($0.into)  \($0.reason)") + "\n"
    }
    let last = merged.isEmpty ? [] : ["merges: \(merged.count)\n" + merged.joined()]
    let reviewed = corrections.map {
      TextTable.clean("  correction in line \($0.correction.line)  \($0.correction.change.name)  \($0.result.rawValue)")
        + "\n"
    }
    return (findings.map(section) + last + (reviewed.isEmpty ? [] : [reviewed.joined()])).joined(separator: "\n")
  }

  private static func section(_ found: Findings) -> String {
    var lines = ["\(found.docID): \(Summary.plural(found.nearMisses.count, "near-miss", "near-misses"))"]
    lines += found.nearMisses.map { "  \($0.kind.rawValue)  \($0.type.rawValue)  \"\($0.quote)\"  \($0.reason)" }
    lines += found.claims.map { "  claim  \($0.kind.rawValue)  \"\($0.quote)\"  \(ClaimWords.verdict($0))" }
    lines += found.notes.map { "  note  \($0)" }
    return lines.map { TextTable.clean($0) + "\n" }.joined()
  }
}
