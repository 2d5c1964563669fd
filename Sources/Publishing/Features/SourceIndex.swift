public import Records

/// The documents that records point to, by id: titles, publishers, days of publication.
public struct SourceIndex: Sendable {
  private let byID: [String: Findings]

  /// An index of the findings; of two with one id the first holds.
  public init(_ findings: [Findings]) {
    byID = Dictionary(findings.map { ($0.docID, $0) }) { first, _ in first }
  }

  /// The document with that id.
  public subscript(docID: String) -> Findings? { byID[docID] }

  /// The documents of an event in the order of its mentions, each once.
  func documents(of event: Event) -> [String] {
    var seen: Set<String> = []
    return event.mentions.map(\.docID).filter { seen.insert($0).inserted }
  }
}
