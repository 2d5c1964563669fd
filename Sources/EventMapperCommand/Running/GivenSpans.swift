import Formats
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

  /// The document's spans, in the order of the file.
  func spans(of article: Article) -> [Span] { byDocument[article.docID] ?? [] }
}
