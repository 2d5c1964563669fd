import Formats

/// The tables by which names are found, in the making.
struct NameTables {
  let spellings: [SpellingRules]
  let chains: SlotTableBuilder
  var variants: SpellingTableBuilder
  /// Names by the first eight bytes of what they fold to.
  let prefixes: EntrySorter

  init(_ spellings: [SpellingRules], folder: String) {
    self.spellings = spellings
    chains = SlotTableBuilder(folder: folder)
    variants = SpellingTableBuilder(spellings, folder: folder)
    prefixes = EntrySorter(folder: folder)
  }

  /// Writes that failed.
  var failures: [FileError?] { [chains.failure, prefixes.failure] }

  /// Enters a folded name; gives the spelling sets that it varies in, as bits. `rank` puts greater places first.
  mutating func add(_ folded: [UInt8], name: UInt32, country: String?, kind: NameMatch.Kind, rank: UInt8) -> UInt8 {
    addExact(folded, name: name)
    prefixes.add(key: Self.prefix(folded), number: name)
    guard kind != .demonym else { return 0 }
    var sets: UInt8 = 0
    for number in SpellingRules.sets(of: country, among: spellings) {
      add(folded, name: name, set: number, rank: rank)
      sets |= 1 << UInt8(number)
    }
    return sets
  }

  private mutating func addExact(_ folded: [UInt8], name: UInt32) {
    var chain = WordHash.exactStart
    let words = folded.split(separator: NameFold.space)
    for (number, word) in words.enumerated() {
      chain = WordHash.chain(chain, WordHash.word(word, seed: 0))
      if number + 1 < words.count { chains.markContinuing(chain) }
    }
    chains.add(name, to: chain)
  }

  private mutating func add(_ folded: [UInt8], name: UInt32, set: Int, rank: UInt8) {
    let rules = spellings[set]
    let content = folded.withUnsafeBufferPointer { ContentWords($0, articles: rules.articles) }
    variants.add(content.bytes, name: name, set: set, rank: rank)
    guard rules.isForText else { return }
    let skeleton = NameSkeleton(content, rules)
    var chain = rules.seed
    for (number, word) in skeleton.words.enumerated() {
      chain = WordHash.chain(chain, WordHash.word(skeleton.bytes[word], seed: rules.seed))
      if number + 1 < skeleton.words.count { chains.markContinuing(chain) }
    }
    chains.add(name, to: chain)
  }

  /// The first eight bytes as a number that orders as they do; what is shorter comes first.
  private static func prefix(_ folded: [UInt8]) -> UInt64 {
    (0..<8).reduce(0) { $0 << 8 | UInt64($1 < folded.count ? folded[$1] : 0) }
  }
}
