import Records

/// Parts sentences that lost what stood between them: "Three hurt in a blast in Hama countryside Three citizens were hurt
/// due to a blast" in a text that a crawler robbed of its marks.
struct RunInReader {
  let language: TextLanguage

  /// A part has at least so many tokens, and a text without a comma is robbed from so many tokens on.
  private static let (shortestPart, shortestText) = (5, 40)
  /// Stops were left where they stood: what has none is a heading over what follows, up to so many tokens.
  private static let longestHeading = 25

  /// Cuts the sentences of the body before words that only open one.
  func cut(_ document: inout DocumentDraft) {
    let body = document.sentences.filter { $0.zone == .body }
    guard body.reduce(0, { $0 + $1.tokens.count }) >= RunInReader.shortestText,
      !body.contains(where: { $0.tokens.contains { document.tokens[$0].kind == .comma } })
    else { return }
    let numbers = Set(document.numbers.map(\.tokens.lowerBound))
    var sentences: [Sentence] = []
    for sentence in document.sentences {
      guard sentence.zone == .body else {
        sentences.append(sentence)
        continue
      }
      var start = sentence.tokens.lowerBound
      for token in sentence.tokens
      where token - start >= RunInReader.shortestPart && sentence.tokens.upperBound - token >= RunInReader.shortestPart
        && opens(token, numbers, document)
      {
        sentences.append(
          Sentence(
            tokens: start..<token, block: sentence.block,
            zone: token - start <= RunInReader.longestHeading ? .headline : sentence.zone))
        document.tokens[token].flags.insert(.first)
        start = token
      }
      sentences.append(Sentence(tokens: start..<sentence.tokens.upperBound, block: sentence.block, zone: sentence.zone))
    }
    guard sentences.count > document.sentences.count else { return }
    document.sentences = sentences
    for (number, sentence) in sentences.enumerated() {
      for token in sentence.tokens { document.sentenceOfToken[token] = Int32(number) }
    }
  }

  /// "A woman", "Three citizens", "In the meantime", behind a word and with small letters behind.
  private func opens(_ token: Int, _ numbers: Set<Int>, _ document: DocumentDraft) -> Bool {
    let (before, here, next) = (document.tokens[token - 1], document.tokens[token], document.tokens[token + 1])
    guard before.kind == .word, here.kind == .word, next.kind == .word || next.kind == .number, here.has(.capitalized),
      !next.has(.capitalized)
    else { return false }
    let functions = language.functions(of: here.word)
    if numbers.contains(token) || functions.contains(.determiner) { return true }
    return functions.contains(.preposition) && language.functions(of: next.word).contains(.determiner)
  }
}
