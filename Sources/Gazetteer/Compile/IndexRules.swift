/// What an index brings along beside places: what is customary for each kind, and the spelling rules of languages.
struct IndexRules: Sendable {
  var kinds: [PlaceKindInfo] = []
  var spellings: [(rules: SpellingRules, bytes: [UInt8])] = []
}
