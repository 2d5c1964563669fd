import Formats

/// The tables by which names are found, in the making.
struct NameTables {
  let spellings: [SpellingRules]
  var chains = SlotTableBuilder()
  var variants: SpellingTableBuilder
  private var folded: [(bytes: [UInt8], name: UInt32)] = []

  init(_ spellings: [SpellingRules]) {
    self.spellings = spellings
    variants = SpellingTableBuilder(spellings)
  }

  /// Enters a folded name; gives the spelling sets that it varies in, as bits. `rank` puts greater places first.
  mutating func add(_ folded: [UInt8], name: UInt32, country: String?, kind: NameMatch.Kind, rank: UInt8) -> UInt8 {
    addExact(folded, name: name)
    self.folded.append((folded, name))
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

  /// The names' numbers in the order of their folded bytes.
  func prefixOrder() -> [UInt8] {
    let order = folded.sorted {
      $0.bytes == $1.bytes ? $0.name < $1.name : $0.bytes.lexicographicallyPrecedes($1.bytes)
    }
    var sink = ByteSink()
    for entry in order { sink.put(entry.name) }
    return sink.bytes
  }
}
