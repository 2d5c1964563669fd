import CXML2
import Records

/// A page with an article.
enum HTMLPage {
  /// Pages are parsed into a tree many times their size.
  static let byteLimit = 32 << 20

  /// The article of a page, or the fault that keeps it from being one.
  static func read(_ bytes: UnsafeRawBufferPointer, origin: String, docID: String) -> ReadResult {
    do throws(ArticleFault) {
      guard bytes.count <= byteLimit else {
        throw ArticleFault(.tooLarge(bytes: bytes.count, limit: byteLimit), origin: origin)
      }
      let encoding = try PageEncoding.name(bytes, origin: origin)
      return try article(bytes, encoding: encoding, origin: origin, docID: docID)
    } catch { return .fault(error) }
  }

  /// The text of a piece of HTML, as feeds carry it.
  static func text(ofFragment html: String) throws(ArticleFault.Reason) -> [UInt8] {
    var html = html
    return try html.withUTF8 { bytes -> Result<[UInt8], ArticleFault.Reason> in
      do throws(ArticleFault.Reason) {
        guard !bytes.isEmpty else { return .success([]) }
        let tree = try MarkupTree.html(UnsafeRawBufferPointer(bytes), encoding: "UTF-8")
        defer { withExtendedLifetime(tree) {} }
        return .success(tree.root.map { MarkupText.of($0) { MarkupNames.dropped.contains($0.name) } } ?? [])
      } catch { return .failure(error) }
    }.get()
  }

  private static func article(
    _ bytes: UnsafeRawBufferPointer, encoding: String, origin: String, docID: String
  ) throws(ArticleFault) -> ReadResult {
    do throws(ArticleFault.Reason) {
      let tree = try MarkupTree.html(bytes, encoding: encoding)
      defer { withExtendedLifetime(tree) {} }
      guard let root = tree.root else { throw .noArticle }
      let block = MainBlock(in: root)
      let facts = PageFacts(root, article: block?.node)
      let text = block?.text(title: facts.title) ?? facts.articleBody.map { Array($0.utf8) } ?? []
      guard text.contains(where: { $0 > 0x20 }) else { throw .noArticle }
      return result(text, facts, origin: origin, docID: docID)
    } catch { throw ArticleFault(error, origin: origin) }
  }

  private static func result(_ text: [UInt8], _ facts: PageFacts, origin: String, docID: String) -> ReadResult {
    let day = facts.published.flatMap(PublishedDate.day)
    let isUnknown = facts.published != nil && day == nil
    let notes = isUnknown ? ["\(origin): the page's date is in no form that is known; give it with --published"] : []
    let article = Article(
      docID: docID, text: text, title: facts.title.map { Array($0.utf8) }, published: day, sourceName: facts.source,
      sourceURL: facts.url, origin: origin)
    return .article(article, notes: notes)
  }
}
