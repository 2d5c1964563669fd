import Formats
import Geometry
import Records

extension Mention: Recorded {
  static var blank: Mention {
    Mention(docID: "", text: "", span: .blank, zone: .body, role: .literal, place: nil, score: nil, reasons: [])
  }
  mutating func visit(_ members: inout Members) {
    members("doc", &docID)
    members("text", &text)
    members("span", &span)
    members("zone", &zone)
    members("role", &role)
    members("place", &place)
    members("score", &score)
    members("reasons", &reasons)
  }
}

extension Claim: Recorded {
  static var blank: Claim {
    Claim(docID: "", kind: .count, claimed: nil, unit: "", places: [], quote: "", span: .blank, zone: .body)
  }
  mutating func visit(_ members: inout Members) {
    members("doc", &docID)
    members("kind", &kind)
    members("claimed", &claimed)
    members("computed", &computed)
    members("unit", &unit)
    members("verdict", &verdict)
    members("tolerance", &tolerance)
    members("note", &note)
    members("places", &places)
    members("shape", &shape)
    members("quote", &quote)
    members("span", &span)
    members("zone", &zone)
  }
}

extension ControlAssertion: Recorded {
  static var blank: ControlAssertion {
    ControlAssertion(
      docID: "", shape: .collection([]), side: "", status: .reported, date: nil, attribution: nil, assumedWidth: nil,
      quote: "", span: .blank)
  }
  mutating func visit(_ members: inout Members) {
    members("doc", &docID)
    members("shape", &shape)
    members("side", &side)
    members("status", &status)
    members("date", &date)
    members("attribution", &attribution)
    members("width", &assumedWidth)
    members("quote", &quote)
    members("span", &span)
  }
}

extension NearMiss: Recorded {
  static var blank: NearMiss {
    NearMiss(
      docID: "", kind: .other, reason: "", type: .other, quote: "", span: .blank, sentence: "", zone: .body)
  }
  mutating func visit(_ members: inout Members) {
    members("doc", &docID)
    members("kind", &kind)
    members("reason", &reason)
    members("type", &type)
    members("quote", &quote)
    members("span", &span)
    members("sentence", &sentence)
    members("zone", &zone)
  }
}

/// Without its events and its text, which a store keeps in places of their own.
extension Findings: Recorded {
  static var blank: Findings { Findings(docID: "", text: "") }
  mutating func visit(_ members: inout Members) {
    members("doc", &docID)
    members("title", &title)
    members("source_name", &sourceName)
    members("source_url", &sourceURL)
    members("publication", &publication)
    members("assertions", &assertions)
    members("claims", &claims)
    members("mentions", &mentions)
    members("near_misses", &nearMisses)
    members("notes", &notes)
  }
}
