import NewsText
import Records

/// The sentences of a document, each cut into groups and clauses when somebody first asks for it: most tell no event, and
/// nobody asks.
final class Sentences {
  private let document: Document
  private let groups: GroupReader
  private var parsed: [ParsedSentence?]

  init(_ document: Document, _ groups: GroupReader) {
    self.document = document
    self.groups = groups
    parsed = Array(repeating: nil, count: document.sentences.count)
  }

  var count: Int { parsed.count }

  subscript(index: Int) -> ParsedSentence {
    if let known = parsed[index] { return known }
    let sentence =
      isProse(index)
      ? groups.parse(index) : ParsedSentence(index: index, tokens: document.sentences[index].tokens, tags: [])
    parsed[index] = sentence
    return sentence
  }

  /// The numbers of the prose sentences that hold a word that passes a test.
  func indices(where passes: (Int32) -> Bool) -> [Int] {
    parsed.indices.filter { isProse($0) && holds($0, passes) }
  }

  /// Whether a word that passes a test stands in a sentence.
  func holds(_ index: Int, _ passes: (Int32) -> Bool) -> Bool {
    for token in document.sentences[index].tokens where passes(document.tokens[token].word) { return true }
    return false
  }

  private func isProse(_ index: Int) -> Bool {
    switch document.sentences[index].zone {
    case .headline, .body, .caption: true
    default: false
    }
  }
}
