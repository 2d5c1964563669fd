import Formats
import Records

/// What a page says of itself outside of its article: title, day, publisher.
struct PageFacts {
  var title: String?
  var published: String?
  var url: String?
  var source: String?
  /// The article's text as the page gives it to search engines.
  var articleBody: String?

  /// The facts of a page.
  ///
  /// - Parameter article: the element that holds the article; headings and times in it are asked first.
  init(_ root: MarkupNode, article: MarkupNode?) {
    let metas = PageFacts.metas(root)
    let data = LinkedData(root)
    title =
      heading(article) ?? metas["og:title"] ?? data.headline ?? heading(root)
      ?? root.first { $0.name == "title" }?.innerText.squeezedBlanks.filled
    published =
      metas["article:published_time"] ?? data.datePublished
      ?? PageFacts.dateNames.lazy.compactMap { metas[$0] }.first ?? time(article) ?? time(root)
    url =
      root.first { $0.name == "link" && $0.attribute("rel")?.lowercased() == "canonical" }?.attribute("href").filled
      ?? metas["og:url"]
    source = metas["og:site_name"]
    articleBody = data.articleBody
  }

  private static let dateNames = [
    "og:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "dc.date", "dc.date.issued",
    "dcterms.date", "dcterms.created", "parsely-pub-date", "sailthru.date",
  ]

  private static func metas(_ root: MarkupNode) -> [String: String] {
    var metas: [String: String] = [:]
    for meta in root.all(where: { $0.name == "meta" }) {
      let name = meta.attribute("property") ?? meta.attribute("name") ?? meta.attribute("itemprop")
      guard let name, let content = meta.attribute("content")?.squeezedBlanks.filled else { continue }
      if metas[name.lowercased()] == nil { metas[name.lowercased()] = content }
    }
    return metas
  }

  private func heading(_ node: MarkupNode?) -> String? {
    node?.first { $0.name == "h1" && $0.innerText.filled != nil }?.innerText.squeezedBlanks.filled
  }

  private func time(_ node: MarkupNode?) -> String? {
    node?.first { $0.name == "time" && $0.attribute("datetime").filled != nil }?.attribute("datetime")
  }
}

/// What stands in a page's `application/ld+json` (schema.org's Article).
struct LinkedData {
  var headline: String?
  var datePublished: String?
  var articleBody: String?

  init(_ root: MarkupNode) {
    for script in root.all(where: { $0.name == "script" && $0.attribute("type")?.lowercased() == "application/ld+json" }
    ) {
      guard let value = try? JSONValue.parse(script.innerText) else { continue }
      read(value, depth: 0)
    }
  }

  /// The first date that an article gives; a list's entries (`@graph`) are looked at in turn.
  private mutating func read(_ value: JSONValue, depth: Int) {
    guard depth < 4 else { return }
    for element in value.arrayValue ?? [] { read(element, depth: depth + 1) }
    if let graph = value["@graph"] { read(graph, depth: depth + 1) }
    guard LinkedData.isArticle(value["@type"]) else { return }
    datePublished = datePublished ?? value["datePublished"]?.stringValue.filled
    headline = headline ?? value["headline"]?.stringValue?.squeezedBlanks.filled
    articleBody = articleBody ?? value["articleBody"]?.stringValue.filled
  }

  private static func isArticle(_ type: JSONValue?) -> Bool {
    let names = type?.arrayValue ?? [type ?? .null]
    return names.compactMap(\.stringValue).contains { name in
      ["Article", "Posting", "Report"].contains { name.hasSuffix($0) }
    }
  }
}

extension String {
  /// One space for every run of blanks, none at the ends.
  var squeezedBlanks: String {
    split { $0.isWhitespace }.joined(separator: " ")
  }
}
