import Formats
import Geometry
import Records

extension PageData {
  /// The articles that something on the page quotes, by id.
  var documents: JSONObject {
    let quotes = quotedRanges
    var members: [(String, JSONValue)] = []
    for found in findings {
      guard let ranges = quotes[found.docID] else { continue }
      members.append((found.docID, .object(Self.document(found, quotes: ranges))))
    }
    return JSONObject(members)
  }

  private var quotedRanges: [String: [Range<Int>]] {
    var quotes: [String: [Range<Int>]] = [:]
    func add(_ id: String, _ span: Span) { quotes[id, default: []].append(span.start..<max(span.start, span.end)) }
    for found in findings {
      for mention in found.events.flatMap(\.mentions) { add(mention.docID, mention.span) }
      for assertion in found.assertions { add(assertion.docID, assertion.span) }
      for claim in found.claims { add(claim.docID, claim.span) }
    }
    return quotes
  }

  private static func document(_ found: Findings, quotes: [Range<Int>]) -> JSONObject {
    let excerpt = DocumentExcerpt(found.text, quotes: quotes)
    var list = Properties()
    list.add("title", found.title)
    list.add("source_name", found.sourceName)
    list.add("source_url", found.sourceURL)
    list.add("published", found.publication?.day.description)
    list.add("published_basis", found.publication?.basis.rawValue)
    list.add("offset", excerpt.offset)
    list.add("text", excerpt.text)
    var object = list.object
    object["is_cut"] = .bool(excerpt.isCut)
    return object
  }
}
