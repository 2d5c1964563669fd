/// The kinds of documents that are read.
enum InputKind: Hashable, Sendable {
  case text, html, jsonLines, csv, tsv, xml

  /// The kind of each ending; in folders, files of other endings are left out.
  static let byEnding: [(ending: String, kind: InputKind)] = [
    ("txt", .text), ("text", .text), ("html", .html), ("htm", .html), ("xhtml", .html), ("jsonl", .jsonLines),
    ("ndjson", .jsonLines), ("csv", .csv), ("tsv", .tsv), ("xml", .xml), ("rss", .xml), ("atom", .xml),
  ]

  /// The known endings, with their dots.
  static var endings: [String] { byEnding.map { "." + $0.ending } }

  /// The kind that a file's name tells, nil where it tells none.
  init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    guard let known = InputKind.byEnding.first(where: { $0.ending == ending }) else { return nil }
    self = known.kind
  }

  /// The kind that the first bytes tell: an object in braces is JSON Lines, a tag is XML or HTML, all else is text.
  init(sniffing bytes: some Collection<UInt8>) {
    var rest = bytes.prefix(4096).drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    guard let first = rest.popFirst() else { self = .text; return }
    switch first {
    case UInt8(ascii: "{"):
      let second = rest.first { $0 > 0x20 }
      self = second == UInt8(ascii: "\"") || second == UInt8(ascii: "}") ? .jsonLines : .text
    case UInt8(ascii: "<"): self = InputKind.markup(rest)
    default: self = .text
    }
  }

  /// A feed's root is XML; `<` before a letter or `!` is a page; anything else is prose.
  private static func markup(_ rest: some Collection<UInt8>) -> InputKind {
    let text = String(decoding: rest, as: UTF8.self).lowercased()
    if ["<rss", "<feed", "<rdf:rdf"].contains(where: ("<" + text).contains) { return .xml }
    guard let next = text.unicodeScalars.first else { return .text }
    if text.hasPrefix("?xml") { return text.contains("<html") ? .html : .xml }
    return ("a"..."z").contains(next) || next == "!" ? .html : .text
  }
}
