public import EventCoding
public import Records

/// The step after all articles are read: one event for what several of them tell.
public enum ArticleLinking {
  /// The findings with every event standing once, at the article that told it first, and the merges that were made.
  ///
  /// - Parameter apart: pairs of events that are not to be merged.
  public static func link(_ findings: [Findings], apart: Set<EventPair> = []) -> (
    findings: [Findings], merges: [EventMerge]
  ) {
    let articles = findings.map { LinkedArticle(docID: $0.docID, text: $0.text) }
    let told = findings.flatMap(\.events) + findings.flatMap(\.denials)
    let linked = EventLinker.link(told, articles: articles, apart: apart)
    var left = Dictionary(linked.events.map { ($0.id, $0) }) { first, _ in first }
    var kept = findings
    for index in kept.indices { kept[index].events = kept[index].events.compactMap { left.removeValue(forKey: $0.id) } }
    return (kept, linked.merges)
  }
}
