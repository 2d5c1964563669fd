import CXML2

/// A parsed page or feed. Its nodes live as long as it does.
///
/// libxml2 is told to fetch nothing, to expand no entity and to keep to its own limits of depth and size.
final class MarkupTree {
  /// How deep elements may nest; libxml2's own limit (`xmlParserMaxDepth`).
  static let depthLimit = 256

  private let document: xmlDocPtr

  private init(_ document: xmlDocPtr) { self.document = document }

  deinit { xmlFreeDoc(document) }

  /// Parses HTML however broken it is; nil where nothing could be made of it.
  ///
  /// - Parameter encoding: overrides what the page says of itself.
  static func html(_ bytes: UnsafeRawBufferPointer, encoding: String) throws(ArticleFault.Reason) -> MarkupTree {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
    guard let context = htmlNewParserCtxt() else { throw .noArticle }
    defer { htmlFreeParserCtxt(context) }
    let document = htmlCtxtReadMemory(context, bytes.chars, CInt(bytes.count), nil, encoding, CInt(options))
    guard let document else { throw .noArticle }
    let tree = MarkupTree(document)
    if isTooDeep(context) { throw .tooDeep(limit: depthLimit) }
    return tree
  }

  /// Parses XML; refuses what breaks its grammar and what declares entities.
  static func xml(_ bytes: UnsafeRawBufferPointer) throws(ArticleFault.Reason) -> (tree: MarkupTree, line: Int?) {
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_COMPACT.rawValue | XML_PARSE_NOCDATA.rawValue
    guard let context = xmlNewParserCtxt() else { throw .malformed("out of memory") }
    defer { xmlFreeParserCtxt(context) }
    let document = xmlCtxtReadMemory(context, bytes.chars, CInt(bytes.count), nil, nil, CInt(options))
    guard let document else { throw isTooDeep(context) ? .tooDeep(limit: depthLimit) : .malformed(lastError(context)) }
    let tree = MarkupTree(document)
    if document.pointee.intSubset?.pointee.entities != nil { throw .entities }
    return (tree, nil)
  }

  /// The outermost element.
  var root: MarkupNode? { xmlDocGetRootElement(document).map(MarkupNode.init) }

  /// The parser names the line itself in its words.
  private static func lastError(_ context: xmlParserCtxtPtr) -> String {
    guard let error = xmlCtxtGetLastError(context), let message = error.pointee.message else { return "unreadable" }
    let words = String(cString: message).split(whereSeparator: { $0 == "\n" }).first ?? "unreadable"
    return "line \(error.pointee.line): \(words)"
  }

  private static func isTooDeep(_ context: xmlParserCtxtPtr) -> Bool {
    guard let error = xmlCtxtGetLastError(context), let message = error.pointee.message else { return false }
    return String(cString: message).hasPrefix("Excessive depth")
  }
}

extension UnsafeRawBufferPointer {
  /// The bytes as C sees them.
  fileprivate var chars: UnsafePointer<CChar>? { baseAddress?.assumingMemoryBound(to: CChar.self) }
}

/// One node of a `MarkupTree`; must not outlive it.
struct MarkupNode: Hashable {
  let pointer: xmlNodePtr

  /// The element's name in lower case, without a prefix; empty for text and comments.
  var name: String {
    guard isElement, let name = pointer.pointee.name else { return "" }
    return String(cString: name).lowercased()
  }

  /// The prefix as written (`content` of `content:encoded`), empty where there is none.
  var prefix: String {
    guard isElement, let space = pointer.pointee.ns, let prefix = space.pointee.prefix else { return "" }
    return String(cString: prefix)
  }

  var isElement: Bool { pointer.pointee.type == XML_ELEMENT_NODE }
  var isText: Bool { pointer.pointee.type == XML_TEXT_NODE || pointer.pointee.type == XML_CDATA_SECTION_NODE }

  var parent: MarkupNode? {
    guard let parent = pointer.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return nil }
    return MarkupNode(pointer: parent)
  }

  /// The nodes in it, in order.
  var children: some Sequence<MarkupNode> {
    sequence(first: pointer.pointee.children) { $0?.pointee.next }.lazy.compactMap { $0.map(MarkupNode.init) }
  }

  /// The bytes of a text node, up to its end.
  var textBytes: UnsafeBufferPointer<UInt8> {
    guard isText, let content = pointer.pointee.content else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content)))
  }

  /// The attribute's value, nil where there is none; entity references in it are left out.
  func attribute(_ name: String) -> String? {
    guard isElement else { return nil }
    var next = pointer.pointee.properties
    while let attribute = next {
      if String(cString: attribute.pointee.name).lowercased() == name { return value(of: attribute) }
      next = attribute.pointee.next
    }
    return nil
  }

  private func value(of attribute: xmlAttrPtr) -> String {
    var bytes: [UInt8] = []
    var next = attribute.pointee.children
    while let node = next {
      bytes.append(contentsOf: MarkupNode(pointer: node).textBytes)
      next = node.pointee.next
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// All text in it, as it stands, without comments and entity references.
  var innerText: String {
    var bytes: [UInt8] = []
    visit { bytes.append(contentsOf: $0.textBytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Itself and everything in it, in document order.
  func visit(_ body: (MarkupNode) -> Void) {
    body(self)
    guard isElement else { return }
    for child in children { child.visit(body) }
  }

  /// The first element, itself included, that the test accepts.
  func first(where test: (MarkupNode) -> Bool) -> MarkupNode? {
    guard isElement else { return nil }
    if test(self) { return self }
    for child in children {
      if let hit = child.first(where: test) { return hit }
    }
    return nil
  }

  /// Every element that the test accepts, in document order.
  func all(where test: (MarkupNode) -> Bool) -> [MarkupNode] {
    var hits: [MarkupNode] = []
    visit { if $0.isElement, test($0) { hits.append($0) } }
    return hits
  }
}
