import Records

/// What an index brings along beside places: what is customary for each kind, and the spelling rules of languages.
struct IndexRules: Sendable {
  var kinds: [PlaceKindInfo] = []
  var spellings: [(rules: SpellingRules, bytes: [UInt8])] = []

  init(kinds: [PlaceKindInfo], spellings: [(rules: SpellingRules, bytes: [UInt8])]) {
    self.kinds = kinds
    self.spellings = spellings
  }

  /// Those of an open gazetteer, a later file's before an earlier one's.
  init(of index: PlaceIndex) {
    kinds = PlaceKind.allCases.map { index.info(of: $0) }
    var seen: Set<String> = []
    for layer in index.layers.reversed() {
      for (rules, bytes) in layer.file.spellingFiles where seen.insert(rules.language).inserted {
        spellings.append((rules, bytes))
      }
    }
  }
}
