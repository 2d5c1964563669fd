/// The keys that a name's spellings are found by, made for one language's rules.
///
/// A name is filed under its skeleton, under its skeleton less any one class, and under its skeleton less any one word.
/// A query is sought under its own skeleton and under its skeleton less any one class: two names one class apart
/// (added, dropped or exchanged) so meet under one key. Where skeletons are short and many names share them, the shape,
/// which keeps the vowels, stands in for the skeleton: `skeleton-from` and `near-from` of the rules say where.
struct SpellingKeys {
  /// What a key was made of; in this order keys come to stand under one hash.
  enum Sort: Int, CaseIterable {
    /// The whole skeleton or shape.
    case whole
    /// Less one class.
    case near
    /// Less one word.
    case withoutAWord
  }

  private let rules: SpellingRules
  private var skeleton: [UInt8] = []
  private var shape: [UInt8] = []
  /// Where each word's skeleton lies in `skeleton`.
  private var words: [Range<Int>] = []
  private var isASCII = true

  init(_ rules: SpellingRules) { self.rules = rules }

  /// Names of so many words are also found when one word is missing.
  static let wordsToDrop = 2...5

  /// Takes the content of a name: words with a space at either end.
  mutating func load(_ content: [UInt8]) {
    skeleton.removeAll(keepingCapacity: true)
    shape.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    isASCII = ScriptTable.isASCII(content)
    for word in content.words {
      let start = skeleton.count
      rules.skeleton.append(word, of: content, to: &skeleton)
      words.append(start..<skeleton.count)
    }
    guard isShort else { return }
    for word in content.words { rules.skeleton.append(word, of: content, asShape: true, to: &shape) }
  }

  private var isShort: Bool { skeleton.count < rules.prices.nearFrom }

  /// The keys that a name is filed under.
  func filed(_ sort: Sort, _ body: (UInt64) -> Void) {
    switch sort {
    case .whole:
      if skeleton.count >= rules.prices.skeletonFrom { body(hash(skeleton, .skeleton)) }
      if isShort { body(hash(shape, .shape)) }
    case .near: near(body)
    case .withoutAWord:
      guard Self.wordsToDrop.contains(words.count) else { return }
      for word in words where isWorthDropping(word) {
        body(WordHash.word(skeleton[..<word.lowerBound] + skeleton[word.upperBound...], seed: seed(.withoutAWord)))
      }
    }
  }

  /// The keys that a query's spellings are sought under, the likeliest first.
  func sought(_ body: (UInt64) -> Void) {
    body(hash(skeleton, .skeleton))
    if isShort { body(hash(shape, .shape)) }
    near(body)
  }

  /// The key of names that have a word more than the query.
  var ofLongerNames: UInt64 { hash(skeleton, .withoutAWord) }

  private func near(_ body: (UInt64) -> Void) {
    guard isASCII else { return }
    isShort ? less(shape, .shape, body) : less(skeleton, .skeleton, body)
  }

  private func less(_ bytes: [UInt8], _ space: Space, _ body: (UInt64) -> Void) {
    guard bytes.count > 1, bytes.count <= 24 else { return }
    var start = WordHash.wordStart(seed(space))  // the bytes before `place`, hashed once
    for place in bytes.indices {
      if place == 0 || bytes[place] != bytes[place - 1] { body(WordHash.word(start, bytes[(place + 1)...])) }
      start = WordHash.wordStep(start, bytes[place])
    }
  }

  /// Whether more than hills and houses is left without this word.
  private func isWorthDropping(_ word: Range<Int>) -> Bool {
    words.contains { $0 != word && !rules.genericSkeletons.contains(WordHash.word(skeleton[$0], seed: 0)) }
  }

  // MARK: Hashes

  /// Keys of one space never meet those of another.
  private enum Space: UInt64 { case skeleton = 0, shape = 0x5348_4150, withoutAWord = 0x574F_5244 }

  private func seed(_ space: Space) -> UInt64 { rules.seed ^ space.rawValue }
  private func hash(_ bytes: [UInt8], _ space: Space) -> UInt64 { WordHash.word(bytes, seed: seed(space)) }
}

extension [UInt8] {
  /// Where the words of a content lie: runs between spaces.
  var words: [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 1
    while start < count {
      var end = start
      while end < count, self[end] != 0x20 { end += 1 }
      if end > start { found.append(start..<end) }
      start = end + 1
    }
    return found
  }
}
