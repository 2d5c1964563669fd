/// A word of running text as an index sees it: folded and hashed once for all its occurrences.
final class KnownWord {
  /// The folded word; empty when nothing is left of it.
  let folded: [UInt8]
  /// As `NameWord.isCapitalized`.
  let isCapitalized: Bool
  /// The words that it folds to, where they are more than one.
  let parts: [KnownWord]
  /// The hash of the folded word.
  let exact: UInt64
  /// The article that it may be, for each spelling set; 0 none.
  let articles: SIMD4<UInt8>
  /// The hash of its skeleton without an article written together with it, for each spelling set.
  let content: SIMD4<UInt64>
  /// The hash of its skeleton, for each spelling set.
  let whole: SIMD4<UInt64>

  convenience init(_ raw: UnsafeRawBufferPointer, in index: PlaceIndex) {
    let word = NameWord(utf8: raw)
    self.init(word.folded, isCapitalized: word.isCapitalized, in: index)
  }

  init(_ folded: [UInt8], isCapitalized: Bool, in index: PlaceIndex) {
    self.folded = folded
    self.isCapitalized = isCapitalized
    let words = folded.split(separator: NameFold.space)
    parts = words.count > 1 ? words.map { KnownWord(Array($0), isCapitalized: isCapitalized, in: index) } : []
    exact = WordHash.word(folded, seed: 0)
    var (articles, content, whole) = (SIMD4<UInt8>(), SIMD4<UInt64>(), SIMD4<UInt64>())
    for (set, rules) in index.spellings.enumerated() where words.count == 1 {
      let prefix = folded.withUnsafeBufferPointer { word in
        articles[set] = rules.articles.code(of: word)
        return rules.articles.prefixLength(of: word)
      }
      whole[set] = rules.skeletonHash(folded[...])
      content[set] = prefix > 0 ? rules.skeletonHash(folded[prefix...]) : whole[set]
    }
    (self.articles, self.content, self.whole) = (articles, content, whole)
  }
}

extension SpellingRules {
  /// The hash of a folded word's skeleton.
  fileprivate func skeletonHash(_ word: ArraySlice<UInt8>) -> UInt64 {
    var bytes: [UInt8] = []
    skeleton.append(1..<word.count + 1, of: [NameFold.space] + word + [NameFold.space], to: &bytes)
    return WordHash.word(bytes, seed: seed)
  }
}
