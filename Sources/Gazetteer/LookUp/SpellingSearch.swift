/// The search for other spellings of a name by one language's rules.
///
/// Contents come from `SpellingTable`: those that share a key with the query, those with a word more and those with a
/// word less. An alignment over the families then says what each costs, and stops as soon as it costs too much.
struct SpellingSearch {
  private let index: PlaceIndex
  private let number: Int
  private let rules: SpellingRules
  private let folded: [UInt8]
  private let query: ContentWords
  private let limit: Float
  private let accept: ((PlaceRef) -> Bool)?
  private let table: AlignmentTable

  init(
    _ index: PlaceIndex, rules number: Int, _ folded: [UInt8], loosened: Float, accept: ((PlaceRef) -> Bool)?
  ) {
    self.index = index
    self.number = number
    self.folded = folded
    self.accept = accept
    let rules = index.tolerances[number]
    self.rules = rules
    query = folded.withUnsafeBufferPointer { ContentWords($0, articles: rules.articles) }
    limit = loosened * min(rules.prices.limit, rules.prices.letterLimit * Float(query.letterCount))
    table = AlignmentTable(rules)
  }

  func run(_ hits: inout SpellingHits) {
    guard query.bytes.count > 2, query.bytes.count <= Alignment.longest else { return }
    for (layer, entry) in index.layers.enumerated() {
      guard let set = entry.sets.firstIndex(of: number) else { continue }
      run(LayerSearch(layer: layer, set: set, file: entry.file), &hits)
    }
  }

  /// One index file and the number that the rules have there.
  private struct LayerSearch {
    let layer: Int
    let set: Int
    let file: IndexFile
    let spellings: SpellingTable

    init(layer: Int, set: Int, file: IndexFile) {
      self.layer = layer
      self.set = set
      self.file = file
      spellings = SpellingTable(file)
    }
  }

  private func run(_ search: LayerSearch, _ hits: inout SpellingHits) {
    var keys = SpellingKeys(rules)
    keys.load(query.bytes)
    table.take(query.bytes)
    var seen = SeenContents()
    keys.sought { key in
      search.spellings.find(key) { content in
        if seen.insert(content) { align(content, nil, query, search, &hits) }
      }
    }
    search.spellings.find(keys.ofLongerNames) { alignWithoutAWord($0, search, &hits) }
    findShorterNames(&keys, search, &hits)
  }

  private func findShorterNames(_ keys: inout SpellingKeys, _ search: LayerSearch, _ hits: inout SpellingHits) {
    guard SpellingKeys.wordsToDrop.contains(query.ranges.count) else { return }
    for word in query.ranges.indices where isWorthDropping(word, of: query) {
      let rest = query.without(word)
      keys.load(rest.bytes)
      table.take(rest.bytes)
      keys.filed(.whole) { key in
        search.spellings.find(key) { align($0, .ofQuery(word), rest, search, &hits) }
      }
    }
  }

  // MARK: Alignment

  /// What a name may cost.
  private func limit(_ hits: SpellingHits) -> Float { min(limit, hits.limit, hits.best + rules.prices.slack) }

  private func align(
    _ content: Int, _ dropped: DroppedWord?, _ query: ContentWords, _ search: LayerSearch, _ hits: inout SpellingHits
  ) {
    guard search.spellings.set(content) == search.set else { return }
    let price = price(dropped, query)
    let words = search.spellings.words(content)
    guard let cost = table.price(words, limit: limit(hits) - price) else { return }
    add(content, cost + price, dropped, query, search, words.count, &hits)
  }

  /// Aligns the query with a name without each of its words in turn.
  private func alignWithoutAWord(_ content: Int, _ search: LayerSearch, _ hits: inout SpellingHits) {
    guard search.spellings.set(content) == search.set else { return }
    let name = ContentWords(content: search.spellings.words(content))
    for word in name.ranges.indices where isWorthDropping(word, of: name) {
      let price = price(of: word, of: name)
      let rest = name.without(word)
      let cost = rest.bytes.withUnsafeBufferPointer { table.price($0, limit: limit(hits) - price) }
      if let cost { add(content, cost + price, .ofName(word), query, search, 0, &hits) }
    }
  }

  private func add(
    _ content: Int, _ cost: Float, _ dropped: DroppedWord?, _ query: ContentWords, _ search: LayerSearch,
    _ length: Int, _ hits: inout SpellingHits
  ) {
    search.spellings.eachName(content) { number in
      let name = NameRecord(file: search.file, number: number)
      let total = cost + articleCost(name, dropped, query, length)
      guard total <= limit(hits), !name.folded.elementsEqual(folded) else { return }
      let ref = PlaceRef(layer: UInt8(search.layer), number: name.place)
      guard accept?(ref) ?? true else { return }
      // An exact match is the table's own spelling; a free difference is none.
      hits.add(
        SpellingHit(
          cost: max(0.001, total), layer: ref.layer, place: ref.number, name: UInt32(number),
          kind: name.kind.rawValue, rules: self.number, dropped: dropped))
    }
  }

  /// - Parameter length: bytes of the content, 0 if a word of it was dropped.
  private func articleCost(_ name: NameRecord, _ dropped: DroppedWord?, _ query: ContentWords, _ length: Int) -> Float {
    if rules.articles.isEmpty { return 0 }
    let written = name.folded
    // A name that is as long as its content has no articles.
    if written.count + 2 == length, !query.articles.contains(where: { $0 != 0 }) { return 0 }
    var words = ContentWords(written, articles: rules.articles)
    if case .ofName(let word) = dropped { words = words.without(word) }
    return ArticleDifference(query, words, rules.prices).cost
  }

  // MARK: Words on one side

  private func price(_ dropped: DroppedWord?, _ rest: ContentWords) -> Float {
    guard case .ofQuery(let word) = dropped else { return 0 }
    return price(of: word, of: query)
  }

  private func price(of word: Int, of name: ContentWords) -> Float {
    rules.isGeneric(name.ranges[word], of: name) ? rules.prices.generic : rules.prices.word
  }

  /// Whether more than hills and houses is left without this word.
  private func isWorthDropping(_ word: Int, of name: ContentWords) -> Bool {
    name.ranges.indices.contains { $0 != word && !rules.isGeneric(name.ranges[$0], of: name) }
  }
}

extension SpellingRules {
  /// Whether a word is a hill or a house in any spelling.
  func isGeneric(_ range: Range<Int>, of name: ContentWords) -> Bool {
    if genericSkeletons.isEmpty { return false }
    var word: [UInt8] = []
    skeleton.append(range, of: name.bytes, to: &word)
    return genericSkeletons.contains(WordHash.word(word, seed: 0))
  }
}

/// Contents that a search has seen: a small table that forgets nothing until it is full.
struct SeenContents {
  private var slots = [UInt32](repeating: .max, count: 1024)
  private var count = 0

  /// False if the content was seen before.
  mutating func insert(_ content: Int) -> Bool {
    guard count < 768 else { return true }
    var slot = (content &* 0x9E37_79B1) >> 8 & 1023
    while slots[slot] != .max {
      if slots[slot] == UInt32(content) { return false }
      slot = (slot + 1) & 1023
    }
    slots[slot] = UInt32(content)
    count += 1
    return true
  }
}
