import Formats
import Gazetteer
import Records

/// Spans that somebody else found, to be resolved: exactly one mention for each.
struct GivenSpans: Sendable {
  /// Rows that are no spans.
  private(set) var faults: [String] = []
  private var byDocument: [String: [Span]] = [:]

  /// Reads rows of `id` or `docid`, `start` and `end`; other members are ignored.
  init(_ file: MappedFile) throws {
    for row in JSONLines(file) {
      do throws(JSONError) {
        let value = try row.parse()
        guard let id = value["id"] ?? value["docid"], let start = value["start"]?.intValue,
          let end = value["end"]?.intValue, 0 <= start, start < end
        else {
          faults.append("\(file.path):\(row.line): no span; write {\"id\": \"...\", \"start\": 0, \"end\": 6}")
          continue
        }
        byDocument[id.stringValue ?? id.intValue.map(String.init) ?? "", default: []].append(Span(start, end))
      } catch { faults.append(error.description) }
    }
  }

  /// A mention for each of the document's spans, in the order of the file.
  func resolve(_ article: Article, among found: [Mention], in index: PlaceIndex) -> [Mention] {
    let map = ScalarMap(utf8: article.text)
    let body = found.filter { $0.zone != .headline || article.title == nil }
    return (byDocument[article.docID] ?? []).map { span in
      let end = min(span.end, map.scalarCount)
      let start = min(span.start, end)
      let text = String(
        decoding: article.text[map.byteOffset(ofScalar: start)..<map.byteOffset(ofScalar: end)], as: UTF8.self)
      var mention = GivenSpans.best(of: body, for: span) ?? named(text, article, index)
      mention.text = text
      mention.span = span
      return mention
    }
  }

  /// The mention that shares most of the span, if it has a place.
  private static func best(of found: [Mention], for span: Span) -> Mention? {
    func shared(_ mention: Mention) -> Int { min(mention.span.end, span.end) - max(mention.span.start, span.start) }
    return found.filter { $0.place != nil && 2 * shared($0) > span.end - span.start }.max { shared($0) < shared($1) }
  }

  /// What the gazetteer says of the words alone.
  private func named(_ text: String, _ article: Article, _ index: PlaceIndex) -> Mention {
    let best = index.resolve(ResolveQuery(text, limit: 1)).first
    return Mention(
      docID: article.docID, text: text, span: Span(0, 0), zone: .body,
      role: best?.match.nameKind == .demonym ? .demonym : .literal, place: best?.place, score: best?.score,
      reasons: best?.reasons ?? [])
  }
}
