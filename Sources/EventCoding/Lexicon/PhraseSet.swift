import NewsText

/// Phrases of a role of the grammar, looked for by their first words: most texts hold none of those.
struct PhraseSet: Sendable {
  /// By the code of their first word.
  private var phrases = CodeTable<[[Int32]]>()

  init(_ phrases: [[Int32]]) {
    for phrase in phrases {
      if let first = phrase.first { self.phrases[first, default: []].append(phrase) }
    }
  }

  /// Whether one of the phrases stands in a range of tokens.
  func stands(in range: Range<Int>, of document: Document) -> Bool {
    for token in range where phrases.holds(document.tokens[token].word) {
      let rest = document.tokens[token..<range.upperBound]
      let found = phrases[document.tokens[token].word] ?? []
      if found.contains(where: { rest.starts(with: $0) { $0.word == $1 } }) { return true }
    }
    return false
  }
}
