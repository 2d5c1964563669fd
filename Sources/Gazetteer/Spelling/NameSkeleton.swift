/// A name's skeleton: what the index finds its spellings by.
struct NameSkeleton {
  /// The skeletons of the content words, side by side.
  private(set) var bytes: [UInt8] = []
  /// Where each word lies in `bytes`.
  private(set) var words: [Range<Int>] = []

  init(_ name: ContentWords, _ rules: SpellingRules) {
    for range in name.ranges {
      let start = bytes.count
      rules.skeleton.append(range, of: name.bytes, to: &bytes)
      words.append(start..<bytes.count)
    }
  }

  /// The key of the whole name.
  func key(_ rules: SpellingRules) -> UInt64 { WordHash.word(bytes, seed: rules.seed) }

  /// Names of so many words are also found when one word is missing.
  static let wordsToDrop = 2...5

  /// The keys of the name without one of its words.
  func keysWithoutAWord(_ rules: SpellingRules) -> [UInt64] {
    guard Self.wordsToDrop.contains(words.count) else { return [] }
    return words.map { WordHash.word(bytes[..<$0.lowerBound] + bytes[$0.upperBound...], seed: rules.seed) }
  }

  /// The keys of every skeleton one class away: added, dropped or exchanged.
  func keysOneAway(_ rules: SpellingRules) -> [UInt64] {
    guard bytes.count <= 24 else { return [] }
    let seed = rules.seed
    var keys: [UInt64] = []
    keys.reserveCapacity((2 * bytes.count + 1) * (rules.skeleton.alphabet.count + 1))
    var start = WordHash.wordStart(seed)  // the bytes before `place`, hashed once
    for place in 0...bytes.count {
      let tail = bytes[place...]
      if place < bytes.count, bytes.count > 1 { keys.append(WordHash.word(start, tail.dropFirst())) }
      for letter in rules.skeleton.alphabet {
        let changed = WordHash.wordStep(start, letter)
        keys.append(WordHash.word(changed, tail))
        if place < bytes.count, letter != bytes[place] { keys.append(WordHash.word(changed, tail.dropFirst())) }
      }
      if place < bytes.count { start = WordHash.wordStep(start, bytes[place]) }
    }
    return keys
  }
}
