/// Writes what a browser would show of a node as plain text: a blank line between paragraphs, a line for each item.
struct MarkupText {
  /// Ends with a line feed unless it is empty.
  private(set) var bytes: [UInt8] = []

  private enum Gap: Int { case none, space, line, paragraph }
  private var gap = Gap.none
  private let skips: (MarkupNode) -> Bool

  /// The text of a node.
  ///
  /// - Parameter skips: elements that are left out with all that is in them.
  static func of(_ node: MarkupNode, skipping skips: (MarkupNode) -> Bool) -> [UInt8] {
    withoutActuallyEscaping(skips) { skips in
      var writer = MarkupText(skips: skips)
      writer.write(node, isVerbatim: false)
      if !writer.bytes.isEmpty { writer.bytes.append(UInt8(ascii: "\n")) }
      return writer.bytes
    }
  }

  private init(skips: @escaping (MarkupNode) -> Bool) { self.skips = skips }

  private mutating func write(_ node: MarkupNode, isVerbatim: Bool) {
    if node.isText { return write(node.textBytes, isVerbatim: isVerbatim) }
    guard node.isElement, !skips(node) else { return }
    let name = node.name
    if name == "br" { return widen(gap == .line ? .paragraph : .line) }
    let around = MarkupText.gap(around: name)
    widen(around)
    for child in node.children { write(child, isVerbatim: isVerbatim || name == "pre") }
    widen(around)
  }

  /// Blanks of every kind become one; soft hyphens and zero-width spaces vanish.
  private mutating func write(_ text: UnsafeBufferPointer<UInt8>, isVerbatim: Bool) {
    var rest = text[...]
    while let byte = rest.first {
      let invisible = MarkupText.invisibleLength(rest)
      if invisible.length > 0 {
        if invisible.isBlank { widen(isVerbatim && byte == UInt8(ascii: "\n") ? .line : .space) }
        rest = rest.dropFirst(invisible.length)
      } else {
        closeGap()
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
  }

  private mutating func widen(_ wanted: Gap) {
    if wanted.rawValue > gap.rawValue { gap = wanted }
  }

  private mutating func closeGap() {
    defer { gap = .none }
    guard !bytes.isEmpty else { return }
    switch gap {
    case .none: break
    case .space: bytes.append(UInt8(ascii: " "))
    case .line: bytes.append(UInt8(ascii: "\n"))
    case .paragraph: bytes.append(contentsOf: [UInt8(ascii: "\n"), UInt8(ascii: "\n")])
    }
  }

  /// How many bytes here show as a blank, or as nothing at all: U+0009 to U+0020, U+00A0, U+00AD, U+200B, U+FEFF.
  private static func invisibleLength(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> (length: Int, isBlank: Bool) {
    switch bytes.first {
    case (...0x20)?: (1, true)
    case 0xC2?:
      switch bytes.dropFirst().first {
      case 0xA0?: (2, true)
      case 0xAD?: (2, false)
      default: (0, false)
      }
    case 0xE2? where bytes.starts(with: [0xE2, 0x80, 0x8B]), 0xEF? where bytes.starts(with: [0xEF, 0xBB, 0xBF]):
      (3, false)
    default: (0, false)
    }
  }

  private static func gap(around name: String) -> Gap {
    if MarkupNames.paragraphs.contains(name) { return .paragraph }
    if MarkupNames.lines.contains(name) { return .line }
    return name == "td" || name == "th" ? .space : .none
  }
}

/// The elements of HTML that matter to reading, by what they are.
enum MarkupNames {
  /// Stand apart from what is around them.
  static let paragraphs: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "details", "div", "dl", "figcaption", "figure", "footer", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "ol", "p", "pre", "section", "summary", "table", "ul",
    "center",
  ]
  /// Begin a line of their own.
  static let lines: Set<String> = ["li", "tr", "dt", "dd", "caption", "option"]
  /// Never hold an article's words.
  static let dropped: Set<String> = [
    "script", "style", "noscript", "template", "nav", "aside", "footer", "form", "iframe", "svg", "math", "button",
    "select", "object", "embed", "video", "audio", "canvas", "dialog", "menu", "title", "input", "textarea", "map",
  ]
  /// Words in a class or id by which pages name what is not the article.
  static let sideWords: Set<String> = [
    "comment", "comments", "disqus", "related", "recommended", "recommendations", "trending", "share", "sharing",
    "social", "newsletter", "subscribe", "subscription", "advert", "advertisement", "ads", "promo", "sponsored",
    "cookie", "cookies", "sidebar", "breadcrumb", "breadcrumbs", "popup", "modal", "pagination", "navigation",
    "masthead",
  ]

  static func isBlock(_ name: String) -> Bool {
    paragraphs.contains(name) || lines.contains(name) || name == "td" || name == "th"
  }
}
