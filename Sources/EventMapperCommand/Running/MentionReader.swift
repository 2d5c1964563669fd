import Formats
import Gazetteer
import Geoparsing
import NewsText
import Records

/// Reads toponyms alone: `mentions` needs no events.
struct MentionReader: Sendable {
  let index: PlaceIndex
  let analyzer: Analyzer
  let geoparser: Geoparser

  init(index: PlaceIndex, folder: DataFolder, bias: String?, restrict: String?) throws {
    self.index = index
    var vocabulary = Vocabulary()
    let language = try TextLanguage(folder: folder.tables("NewsText"), vocabulary: &vocabulary)
    geoparser = try Geoparser(
      index: index, folder: folder.tables("Geoparsing"), vocabulary: &vocabulary, bias: bias, restriction: restrict)
    analyzer = Analyzer(language: language, vocabulary: vocabulary)
  }

  /// Every mention of the article, or one for each of the given spans.
  func mentions(_ article: Article, at spans: [Span]?) -> [Mention] {
    let document = analyzer.analyze(article)
    guard let spans else { return geoparser.mentions(in: document) }
    let length = ScalarMap(utf8: article.text).scalarCount
    var found: [Mention?] = Array(repeating: nil, count: spans.count)
    for group in MentionReader.apart(spans) {
      let cut = group.map { Span(min(spans[$0].start, length), min(spans[$0].end, length)) }
      for (index, mention) in zip(group, geoparser.resolve(spans: cut, of: document)) {
        found[index] = mention
        // A span that reaches beyond the text keeps the offsets it was given with.
        found[index]?.span = spans[index]
      }
    }
    return found.compactMap { $0 }
  }

  /// The spans in groups without overlaps, each group in the order of the text: one name cannot be two at once.
  private static func apart(_ spans: [Span]) -> [[Int]] {
    var groups: [[Int]] = []
    for index in spans.indices.sorted(by: { (spans[$0].start, $0) < (spans[$1].start, $1) }) {
      let free = groups.firstIndex(where: { group in group.last.map { spans[$0].end <= spans[index].start } ?? true })
      if let free { groups[free].append(index) } else { groups.append([index]) }
    }
    return groups
  }
}
