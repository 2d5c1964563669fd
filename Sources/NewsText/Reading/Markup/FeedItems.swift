import CXML2
import Records

/// The items of an RSS or Atom feed, one article each.
final class FeedItems: DocumentReader {
  private let tree: MarkupTree
  private let items: [MarkupNode]
  private let source: String?
  private let origin: String
  private let baseID: String
  private var index = 0

  /// Feeds are parsed into a tree several times their size.
  static let byteLimit = 64 << 20

  init(_ bytes: UnsafeRawBufferPointer, origin: String, baseID: String) throws(ArticleFault.Reason) {
    guard bytes.count <= FeedItems.byteLimit else { throw .tooLarge(bytes: bytes.count, limit: FeedItems.byteLimit) }
    guard !FeedItems.declaresEntities(bytes) else { throw .entities }
    tree = try MarkupTree.xml(bytes).tree
    guard let root = tree.root, ["rss", "feed", "rdf"].contains(root.name) else {
      throw .notAFeed(root: tree.root?.name ?? "")
    }
    items = root.all { $0.name == "item" || $0.name == "entry" }
    let head = root.first { $0.name == "channel" } ?? root
    source = FeedItems.child("title", of: head)?.innerText.squeezedBlanks.filled
    self.origin = origin
    self.baseID = baseID
  }

  func next() -> [ReadResult]? {
    guard index < items.count else { return nil }
    index += 1
    return [result(items[index - 1], number: index)]
  }

  private func result(_ item: MarkupNode, number: Int) -> ReadResult {
    let line = Int(item.pointer.pointee.line)
    do throws(ArticleFault.Reason) {
      let text = try FeedItems.text(item)
      guard text.contains(where: { $0 > 0x20 }) else { throw .emptyItem(number: number) }
      return article(item, text, number: number, line: line)
    } catch { return .fault(ArticleFault(error, origin: origin, line: line)) }
  }

  private func article(_ item: MarkupNode, _ text: [UInt8], number: Int, line: Int) -> ReadResult {
    let stamp = ["pubdate", "published", "date", "issued", "updated"].lazy
      .compactMap { FeedItems.child($0, of: item)?.innerText.filled }.first
    let day = stamp.flatMap(PublishedDate.day)
    let id = FeedItems.child("guid", of: item) ?? FeedItems.child("id", of: item)
    let article = Article(
      docID: id?.innerText.squeezedBlanks.filled ?? "\(baseID)-\(number)", text: text, title: FeedItems.title(item),
      published: day, sourceName: source, sourceURL: FeedItems.link(item), origin: "\(origin):\(line)")
    let isUnknown = stamp != nil && day == nil
    let note = "\(origin):\(line): the item's date is in no form that is known; give it with --published"
    return .article(article, notes: isUnknown ? [note] : [])
  }

  /// The fullest of what the item carries: `content:encoded`, Atom's `content`, else the description.
  private static func text(_ item: MarkupNode) throws(ArticleFault.Reason) -> [UInt8] {
    for name in ["encoded", "content", "description", "summary"] {
      guard let node = child(name, of: item), node.prefix != "media" else { continue }
      let text = try reduced(node)
      if text.contains(where: { $0 > 0x20 }) { return text }
    }
    return []
  }

  private static func reduced(_ node: MarkupNode) throws(ArticleFault.Reason) -> [UInt8] {
    switch node.attribute("type") {
    case "xhtml": return MarkupText.of(node) { MarkupNames.dropped.contains($0.name) }
    case "text": return Array(node.innerText.utf8)
    default: return try HTMLPage.text(ofFragment: node.innerText)
    }
  }

  private static func title(_ item: MarkupNode) -> [UInt8]? {
    guard let node = child("title", of: item), let text = try? reduced(node) else { return nil }
    return String(decoding: text, as: UTF8.self).squeezedBlanks.filled.map { Array($0.utf8) }
  }

  private static func link(_ item: MarkupNode) -> String? {
    let links = item.children.filter { $0.name == "link" }
    let link = links.first { ["alternate", nil].contains($0.attribute("rel")) } ?? links.first
    return link.flatMap { $0.attribute("href").filled ?? $0.innerText.squeezedBlanks.filled }
  }

  private static func child(_ name: String, of node: MarkupNode) -> MarkupNode? {
    node.children.first { $0.name == name && $0.prefix != "media" }
  }

  /// Entities are declared before the first element; refused before the parser sees them.
  private static func declaresEntities(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let key = Array("<!ENTITY".utf8)
    var offset = 0
    while offset < bytes.count, let at = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) {
      if bytes[at...].starts(with: key) { return true }
      let next = at + 1 < bytes.count ? bytes[at + 1] : 0
      if next != UInt8(ascii: "!"), next != UInt8(ascii: "?") { return false }
      offset = at + 1
    }
    return false
  }
}
