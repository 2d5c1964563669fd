/// The search for other spellings of a name by one language's rules.
///
/// Candidates come from the table of skeletons: those of the name itself, those one class of consonants away, those
/// with a word more and those with a word less. An alignment over the families then says what each costs.
struct SpellingSearch {
  private let index: PlaceIndex
  private let rules: SpellingRules
  private let folded: [UInt8]
  private let query: ContentWords
  private let limit: Float
  private let accept: ((PlaceRef) -> Bool)?

  init(
    _ index: PlaceIndex, _ rules: SpellingRules, _ folded: [UInt8], loosened: Float, accept: ((PlaceRef) -> Bool)?
  ) {
    self.index = index
    self.rules = rules
    self.folded = folded
    self.accept = accept
    query = folded.withUnsafeBufferPointer { ContentWords($0, articles: rules.articles) }
    limit = loosened * min(rules.prices.limit, rules.prices.letterLimit * Float(query.letterCount))
  }

  func run(_ best: inout MatchList) {
    let skeleton = NameSkeleton(query, rules)
    let whole = skeleton.key(rules)
    align(query, at: whole, &best)
    alignLongerNames(at: ~whole, &best)
    for (number, key) in skeleton.keysWithoutAWord(rules).enumerated() {
      if let (rest, dropped) = drop(number, of: query) { align(rest, at: key, dropped: dropped, &best) }
    }
    for key in skeleton.keysOneAway(rules) { align(query, at: key, &best) }
  }

  /// A word that stands on one side only.
  private struct Dropped {
    let price: Float
    let reason: String
  }

  /// A name without one of its words and what that costs; nil where nothing but hills and houses would be left.
  private func drop(_ number: Int, of name: ContentWords) -> (rest: ContentWords, dropped: Dropped)? {
    let rest = name.without(number)
    guard rest.ranges.contains(where: { !isGeneric($0, of: rest) }) else { return nil }
    let word = String(decoding: name.bytes[name.ranges[number]], as: UTF8.self)
    let price = isGeneric(name.ranges[number], of: name) ? rules.prices.generic : rules.prices.word
    return (rest, Dropped(price: price, reason: "\"\(word)\" on one side"))
  }

  private func isGeneric(_ range: Range<Int>, of name: ContentWords) -> Bool {
    var skeleton: [UInt8] = []
    rules.skeleton.append(range, of: name.bytes, to: &skeleton)
    return rules.genericSkeletons.contains(skeleton)
  }

  private func align(_ query: ContentWords, at key: UInt64, dropped: Dropped? = nil, _ best: inout MatchList) {
    for (layer, name) in candidates(at: key) {
      add(query, ContentWords(name.folded, articles: rules.articles), name, layer, dropped, &best)
    }
  }

  /// Names that are the query and one word more.
  private func alignLongerNames(at key: UInt64, _ best: inout MatchList) {
    for (layer, name) in candidates(at: key) {
      let written = ContentWords(name.folded, articles: rules.articles)
      for number in written.ranges.indices {
        if let (rest, dropped) = drop(number, of: written) { add(query, rest, name, layer, dropped, &best) }
      }
    }
  }

  private func candidates(at key: UInt64) -> [(layer: Int, name: NameRecord)] {
    index.names(of: key, .skeletons, .skeletonPostings).filter { layer, name in
      guard !name.folded.elementsEqual(folded) else { return false }
      return accept?(PlaceRef(layer: UInt8(layer), number: name.place)) ?? true
    }
  }

  private func add(
    _ query: ContentWords, _ written: ContentWords, _ name: NameRecord, _ layer: Int, _ dropped: Dropped?,
    _ best: inout MatchList
  ) {
    let most = min(limit, Float(best.limit)) - (dropped?.price ?? 0)
    guard most >= 0, let found = Alignment.between(query, written, rules, limit: most) else { return }
    let cost = Double(found.cost + (dropped?.price ?? 0))
    // An exact match is the table's own spelling; a free difference is none.
    best.add(
      name.match(layer: layer, cost: max(0.001, cost), reasons: (dropped.map { [$0.reason] } ?? []) + found.reasons))
  }
}
