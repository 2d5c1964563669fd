/// The keys that a name's spellings are found by, made for one language's rules.
///
/// A name is filed under its skeleton, under its skeleton less any one class, and under its skeleton less any one word.
/// A query is sought under its own skeleton and under its skeleton less any one class: two names one class apart
/// (added, dropped or exchanged) so meet under one key. A shape is a skeleton that keeps the vowels: fewer names share
/// one, which tells more where skeletons are short. `skeleton-from`, `near-from` and `shape-below` of the rules say for
/// how long a skeleton which keys are made.
struct SpellingKeys {
  /// What a key was made of, the likeliest spellings first; in this order keys come to stand under one hash.
  enum Sort: Int, CaseIterable {
    /// The whole skeleton and the whole shape.
    case whole
    /// The shape less one class or vowel.
    case nearShape
    /// The skeleton less one class.
    case near
    /// The skeleton less one word.
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
    content.eachWord { word in
      let start = skeleton.count
      rules.skeleton.append(word, of: content, to: &skeleton)
      words.append(start..<skeleton.count)
    }
    // A query may have a class less than the name it means, or one more.
    guard skeleton.count <= rules.prices.shapeBelow else { return }
    content.eachWord { rules.skeleton.append($0, of: content, asShape: true, to: &shape) }
  }

  /// Whether the words are hills and houses, for a name of more than one.
  var genericWords: [Bool] {
    words.count < 2 ? [] : words.map { rules.isGeneric(skeleton: skeleton[$0]) }
  }

  /// The keys that a name is filed under.
  func filed(_ sort: Sort, _ body: (UInt64) -> Void) {
    let isShort = skeleton.count < rules.prices.shapeBelow
    switch sort {
    case .whole:
      if skeleton.count >= rules.prices.skeletonFrom { body(hash(skeleton, .skeleton)) }
      if isShort { body(hash(shape, .shape)) }
    case .nearShape: if isShort { less(shape, .shape, body) }
    case .near: if skeleton.count >= rules.prices.nearFrom { less(skeleton, .near, body) }
    case .withoutAWord:
      guard Self.wordsToDrop.contains(words.count) else { return }
      for word in words where isWorthDropping(word) {
        body(WordHash.word(skeleton[..<word.lowerBound] + skeleton[word.upperBound...], seed: seed(.withoutAWord)))
      }
    }
  }

  /// The keys that a query's spellings of a sort are sought under.
  func sought(_ sort: Sort, _ body: (UInt64) -> Void) {
    switch sort {
    case .whole:
      body(hash(skeleton, .skeleton))
      if !shape.isEmpty { body(hash(shape, .shape)) }
    case .nearShape: less(shape, .shape, body)
    case .near:
      body(hash(skeleton, .near))  // names with one class more
      guard skeleton.count >= rules.prices.nearFrom else { return }
      less(skeleton, .near, body)  // one class exchanged
      less(skeleton, .skeleton, body)  // one class less
    case .withoutAWord: body(hash(skeleton, .withoutAWord))
    }
  }

  private func less(_ bytes: [UInt8], _ space: Space, _ body: (UInt64) -> Void) {
    guard isASCII, bytes.count > 1, bytes.count <= 24 else { return }
    var start = WordHash.wordStart(seed(space))  // the bytes before `place`, hashed once
    for place in bytes.indices {
      if place == 0 || bytes[place] != bytes[place - 1] { body(WordHash.word(start, bytes[(place + 1)...])) }
      start = WordHash.wordStep(start, bytes[place])
    }
  }

  /// Whether more than hills and houses is left without this word.
  private func isWorthDropping(_ word: Range<Int>) -> Bool {
    words.contains { $0 != word && !rules.isGeneric(skeleton: skeleton[$0]) }
  }

  // MARK: Hashes

  /// Keys of one space never meet those of another.
  private enum Space: UInt64 {
    case skeleton = 0
    case shape = 0x5348_4150
    case near = 0x4E45_4152
    case withoutAWord = 0x574F_5244
  }

  private func seed(_ space: Space) -> UInt64 { rules.seed ^ space.rawValue }
  private func hash(_ bytes: [UInt8], _ space: Space) -> UInt64 { WordHash.word(bytes, seed: seed(space)) }
}

extension [UInt8] {
  /// Where the words of a content lie: runs between spaces.
  var words: [Range<Int>] {
    var found: [Range<Int>] = []
    eachWord { found.append($0) }
    return found
  }

  @inline(__always)
  func eachWord(_ body: (Range<Int>) -> Void) {
    var start = 1
    while start < count {
      var end = start
      while end < count, self[end] != 0x20 { end += 1 }
      if end > start { body(start..<end) }
      start = end + 1
    }
  }
}
