/// Finds the article in a page: the `article` or `main` element, else the block with the most paragraph text.
struct MainBlock {
  /// The element that holds the article.
  let node: MarkupNode
  private let keepsSides: Bool

  /// The least text that a page without an `article` element must have in paragraphs, in bytes that are no blanks.
  fileprivate static let leastText = 80
  /// A paragraph that counts; shorter ones are buttons and labels.
  fileprivate static let leastParagraph = 20

  /// The article's block, nil where none stands out.
  ///
  /// The whole page is searched: the parser puts what it does not know into the head where no body is opened.
  init?(in root: MarkupNode) {
    if let node = MainBlock.find(in: root, keepsSides: false) {
      self.node = node
      keepsSides = false
    } else if let node = MainBlock.find(in: root, keepsSides: true) {
      self.node = node
      keepsSides = true
    } else {
      return nil
    }
  }

  /// The article's text.
  ///
  /// - Parameter title: headings that repeat it are left out.
  func text(title: String?) -> [UInt8] {
    let wanted = title.map(MainBlock.squeezed)
    return MarkupText.of(node) { element in
      if element == node { return false }
      if MainBlock.isDropped(element, keepsSides: keepsSides) { return true }
      switch element.name {
      case "h1", "h2": return MainBlock.squeezed(element.innerText) == wanted
      case "ul", "ol": return MainBlock.isLinkList(element)
      case "p": return MainBlock.isLinkList(element)
      default: return false
      }
    }
  }

  private static func find(in body: MarkupNode, keepsSides: Bool) -> MarkupNode? {
    let scores = Scores(body, keepsSides: keepsSides)
    if let marked = scores.marked() { return marked }
    guard let best = scores.best, best.score >= leastText else { return nil }
    return best.node
  }

  /// Letters and digits alone, for comparing headings.
  private static func squeezed(_ text: String) -> [UInt8] {
    text.lowercased().utf8.filter { $0 > 0x20 }
  }

  /// Is it nothing but links?
  private static func isLinkList(_ node: MarkupNode) -> Bool {
    let all = length(of: node, withLinks: true)
    return all > 0 && length(of: node, withLinks: false) * 10 < all
  }

  fileprivate static func length(of node: MarkupNode, withLinks: Bool) -> Int {
    if node.isText { return node.textBytes.count { $0 > 0x20 } }
    guard node.isElement, withLinks || node.name != "a" else { return 0 }
    return node.children.reduce(0) { $0 + length(of: $1, withLinks: withLinks) }
  }

  fileprivate static func isDropped(_ node: MarkupNode, keepsSides: Bool) -> Bool {
    let name = node.name
    if MarkupNames.dropped.contains(name) || node.attribute("hidden") != nil { return true }
    if node.attribute("aria-hidden") == "true" || isInvisible(node.attribute("style")) { return true }
    if name == "header" { return !isInArticle(node) }
    return !keepsSides && isSide(node, name: name)
  }

  private static func isInvisible(_ style: String?) -> Bool {
    style?.lowercased().filter { $0 != " " }.contains("display:none") ?? false
  }

  private static func isInArticle(_ node: MarkupNode) -> Bool {
    sequence(first: node) { $0.parent }.contains { $0.name == "article" || $0.name == "main" }
  }

  /// Is it named after what stands beside an article, and holds neither the headline nor the article?
  private static func isSide(_ node: MarkupNode, name: String) -> Bool {
    guard !["body", "html", "main"].contains(name) else { return false }
    let names = (node.attribute("class") ?? "") + " " + (node.attribute("id") ?? "")
    let words = names.lowercased().split { !$0.isLetter }
    guard words.contains(where: { MarkupNames.sideWords.contains(String($0)) }) else { return false }
    return name == "article" || node.first { ["h1", "article", "main"].contains($0.name) } == nil
  }
}

/// The paragraph text that each block of a page holds.
private struct Scores {
  private var scores: [MarkupNode: Int] = [:]
  private var order: [MarkupNode] = []
  private var articles: [MarkupNode] = []
  private var mains: [MarkupNode] = []
  private let keepsSides: Bool

  init(_ body: MarkupNode, keepsSides: Bool) {
    self.keepsSides = keepsSides
    collect(body, isRoot: true)
  }

  /// The block with the most; the outer one of two that are alike.
  var best: (node: MarkupNode, score: Int)? {
    var best: (node: MarkupNode, score: Int)?
    for node in order where scores[node, default: 0] > best?.score ?? 0 { best = (node, scores[node, default: 0]) }
    return best
  }

  /// The element that the page itself marks as its article: of several, the one that holds most of their text.
  func marked() -> MarkupNode? {
    let sizes = articles.map { ($0, paragraphText(in: $0)) }.filter { $0.1 > 0 }
    if let largest = sizes.max(by: { $0.1 < $1.1 }) {
      let total = sizes.reduce(0) { $0 + $1.1 }
      return largest.1 * 2 > total ? largest.0 : nil
    }
    return mains.first { paragraphText(in: $0) > 0 }
  }

  private func paragraphText(in node: MarkupNode) -> Int {
    var sum = 0
    node.visit { sum += own[$0, default: 0] }
    return sum
  }

  private var own: [MarkupNode: Int] = [:]

  private mutating func collect(_ node: MarkupNode, isRoot: Bool = false) {
    guard node.isElement, isRoot || !MainBlock.isDropped(node, keepsSides: keepsSides) else { return }
    note(node)
    if MarkupNames.isBlock(node.name) || isRoot { score(node) }
    for child in node.children { collect(child) }
  }

  private mutating func note(_ node: MarkupNode) {
    order.append(node)
    let isInside = articles.contains { outer in sequence(first: node) { $0.parent }.contains(outer) }
    if node.name == "article" || node.attribute("itemprop") == "articleBody" {
      if !isInside { articles.append(node) }
    } else if node.name == "main" || node.attribute("role") == "main" {
      mains.append(node)
    }
  }

  /// A paragraph counts for the block that holds it, half for the one around, a third ...; loose words for their own.
  private mutating func score(_ node: MarkupNode) {
    let isParagraph = ["p", "blockquote", "pre"].contains(node.name)
    guard isParagraph || !["li", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "tr", "dt"].contains(node.name)
    else { return }
    let length = looseLength(of: node, isTop: true)
    guard length >= (isParagraph ? MainBlock.leastParagraph : MainBlock.leastText) else { return }
    own[node] = length
    let holder = isParagraph ? node.parent ?? node : node
    for (level, outer) in sequence(first: holder, next: \.parent).prefix(4).enumerated() {
      scores[outer, default: 0] += length / (level + 1)
    }
  }

  /// Text outside of links, not counting what stands in blocks within.
  private func looseLength(of node: MarkupNode, isTop: Bool = false) -> Int {
    if node.isText { return node.textBytes.count { $0 > 0x20 } }
    guard node.isElement, node.name != "a" else { return 0 }
    if !isTop, MarkupNames.isBlock(node.name) || MainBlock.isDropped(node, keepsSides: keepsSides) { return 0 }
    return node.children.reduce(0) { $0 + looseLength(of: $1) }
  }
}
