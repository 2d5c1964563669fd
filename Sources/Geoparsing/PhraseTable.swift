import NewsText

/// Phrases by their words' codes; a phrase is found forwards from its first word or backwards from its last.
struct PhraseTable<Value: Sendable>: Sendable {
  /// The phrases that begin with a word, and those that end with it, the longest first.
  private var byFirst = CodeTable<[Phrase]>()
  private var byLast = CodeTable<[Phrase]>()

  private struct Phrase: Sendable {
    let words: [Int32]
    let value: Value
  }

  mutating func add(_ words: [Int32], _ value: Value) {
    guard let first = words.first, let last = words.last else { return }
    let phrase = Phrase(words: words, value: value)
    byFirst[first] = (byFirst[first, default: []] + [phrase]).sorted { $0.words.count > $1.words.count }
    byLast[last] = (byLast[last, default: []] + [phrase]).sorted { $0.words.count > $1.words.count }
  }

  /// The longest phrase that begins at a token.
  func starting(at index: Int, in tokens: [Token], limit: Int) -> (range: Range<Int>, value: Value)? {
    guard index < limit, byFirst.holds(tokens[index].word), let phrases = byFirst[tokens[index].word] else {
      return nil
    }
    for phrase in phrases where index + phrase.words.count <= limit && stands(phrase, at: index, tokens) {
      return (index..<index + phrase.words.count, phrase.value)
    }
    return nil
  }

  /// The longest phrase that ends with the token at `index`.
  func ending(at index: Int, in tokens: [Token], limit: Int) -> (range: Range<Int>, value: Value)? {
    guard index >= limit, byLast.holds(tokens[index].word), let phrases = byLast[tokens[index].word] else { return nil }
    for phrase in phrases {
      let start = index - phrase.words.count + 1
      if start >= limit, stands(phrase, at: start, tokens) { return (start..<index + 1, phrase.value) }
    }
    return nil
  }

  private func stands(_ phrase: Phrase, at start: Int, _ tokens: [Token]) -> Bool {
    for offset in phrase.words.indices where tokens[start + offset].word != phrase.words[offset] { return false }
    return true
  }
}
