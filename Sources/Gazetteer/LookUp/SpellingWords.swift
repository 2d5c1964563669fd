/// The words of a name, and which of them are hills and houses.
struct SpellingWords {
  let words: ContentWords
  private let isGeneric: [Bool]

  /// No words.
  init() {
    words = ContentWords(content: UnsafeBufferPointer(start: nil, count: 0))
    isGeneric = []
  }

  init(_ words: ContentWords, _ rules: SpellingRules) {
    // A single word is never dropped.
    self.init(words, isGeneric: words.ranges.count < 2 ? [] : words.ranges.map { rules.isGeneric($0, of: words) })
  }

  /// - Parameter isGeneric: for each word, or empty for a single one.
  init(_ words: ContentWords, isGeneric: [Bool]) {
    self.words = words
    self.isGeneric = isGeneric
  }

  /// Whether more than hills and houses is left without this word: of three words that look like those, two are a name.
  func isWorthDropping(_ word: Int) -> Bool {
    isGeneric.count > 2 && isGeneric[word] || isGeneric.indices.contains { $0 != word && !isGeneric[$0] }
  }

  /// What it costs that the word stands on one side only.
  func price(of word: Int, _ prices: SpellingPrices) -> Float { isGeneric[word] ? prices.generic : prices.word }
}

extension SpellingRules {
  /// Whether a word is a hill or a house in any spelling.
  func isGeneric(_ range: Range<Int>, of name: ContentWords) -> Bool {
    if genericSkeletons.isEmpty { return false }
    var word: [UInt8] = []
    skeleton.append(range, of: name.bytes, to: &word)
    return isGeneric(skeleton: word)
  }

  func isGeneric(skeleton: some Sequence<UInt8>) -> Bool {
    genericSkeletons.contains(WordHash.word(skeleton, seed: 0))
  }
}
