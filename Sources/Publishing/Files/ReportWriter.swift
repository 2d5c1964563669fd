import Formats
public import Records

/// What a run saw and did not make an event: near-misses, and claims with their verdicts. `--report FILE`.
public enum ReportWriter {
  /// One JSON object a line: `record` is `near_miss`, `claim` or `note`.
  public static func jsonLines(_ findings: [Findings]) -> [UInt8] {
    var writer = JSONWriter()
    for found in findings {
      for miss in found.nearMisses { write(object(miss), to: &writer) }
      for claim in found.claims { write(object(claim), to: &writer) }
      for note in found.notes { write(object(note, in: found.docID), to: &writer) }
    }
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

  /// The same for people: a heading a document, a line a record.
  public static func text(_ findings: [Findings]) -> String {
    findings.map(section).joined(separator: "\n")
  }

  private static func section(_ found: Findings) -> String {
    var lines = ["\(found.docID): \(Summary.plural(found.nearMisses.count, "near-miss", "near-misses"))"]
    lines += found.nearMisses.map { "  \($0.kind.rawValue)  \($0.type.rawValue)  \"\($0.quote)\"  \($0.reason)" }
    lines += found.claims.map { "  claim  \($0.kind.rawValue)  \"\($0.quote)\"  \(ClaimWords.verdict($0))" }
    lines += found.notes.map { "  note  \($0)" }
    return lines.map { TextTable.clean($0) + "\n" }.joined()
  }
}
