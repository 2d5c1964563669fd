/// The search for other spellings of a name by one language's rules.
///
/// Contents come from `SpellingTable`: those that share a key with the query, those with a word more and those with a
/// word less. The ones with the most letters in common are aligned first, so that the limit is soon as low as it will
/// be, and an alignment stops as soon as it costs too much. So many are aligned and no more (`budget`).
final class SpellingSearch {
  private let index: PlaceIndex
  private let number: Int
  private let rules: SpellingRules
  private let folded: [UInt8]
  private let query: ContentWords
  private let limit: Float
  private let accept: ((PlaceRef) -> Bool)?
  private lazy var table: AlignmentTable = {
    let table = AlignmentTable(rules)
    table.take(query.bytes)
    return table
  }()
  private var keys: SpellingKeys
  private var candidates = CandidateList()

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
    seen = [SeenContents?](repeating: nil, count: index.layers.count)
    keys = SpellingKeys(rules)
    if isAlignable { keys.load(query.bytes) }
  }

  private var isAlignable: Bool { query.bytes.count > 2 && query.bytes.count <= Alignment.longest }

  /// How many contents are aligned for each sort of key: many while answers are wanted, few once there are enough.
  private static let budget = (wanted: 64, enough: 16)

  /// Contents to look at before a good answer is good enough: a small gazetteer is searched to the end.
  private static let effort = 400

  /// Whether the best answer is no worse than a mistake of typing, and the search was long enough.
  private func isEnough(_ hits: SpellingHits) -> Bool {
    hits.best <= rules.prices.consonant && (hits.isFull || hits.effort > Self.effort)
  }

  private func budget(_ hits: SpellingHits) -> Int {
    hits.isFull || isEnough(hits) ? Self.budget.enough : Self.budget.wanted
  }

  /// Contents aligned, for each layer.
  private var seen: [SeenContents?]

  /// One index file and the number that the rules have there.
  private struct LayerSearch {
    let layer: Int
    let set: Int
    let file: IndexFile
    let spellings: SpellingTable
  }

  private lazy var searches: [LayerSearch] = index.layers.enumerated().compactMap { layer, entry in
    entry.sets.firstIndex(of: number).map {
      LayerSearch(layer: layer, set: $0, file: entry.file, spellings: SpellingTable(entry.file))
    }
  }

  /// Adds what is found by one sort of key.
  func find(_ sort: SpellingKeys.Sort, _ hits: inout SpellingHits) {
    guard isAlignable, isWorth(sort, hits) else { return }
    for search in searches {
      switch sort {
      case .withoutAWord:
        findLongerNames(search, &hits)
        findShorterNames(search, &hits)
      default:
        gather(search, &hits) { keys.sought(sort, $0) }
        for content in candidates.likeliest(budget(hits)) where isNew(content, search) {
          align(Int(content), nil, query, search, &hits)
        }
      }
    }
  }

  /// Whether keys of this sort can still give answers that belong among the first.
  private func isWorth(_ sort: SpellingKeys.Sort, _ hits: SpellingHits) -> Bool {
    switch sort {
    case .whole: true
    case .nearShape: limit(hits) >= rules.prices.least
    case .near: limit(hits) >= rules.prices.least && !isEnough(hits)
    case .withoutAWord: limit(hits) >= rules.prices.generic && !isEnough(hits)
    }
  }

  private func isNew(_ content: UInt32, _ search: LayerSearch) -> Bool {
    if seen[search.layer] == nil { seen[search.layer] = SeenContents() }
    return seen[search.layer]?.insert(content) ?? true
  }

  /// Looks the keys up.
  private func gather(
    _ search: LayerSearch, _ hits: inout SpellingHits, _ sought: ((UInt64) -> Void) -> Void
  ) {
    candidates.begin(with: query.bytes)
    sought { key in
      search.spellings.find(key) { candidates.add($0, $1) }
    }
    hits.effort += candidates.count
  }

  private func findLongerNames(_ search: LayerSearch, _ hits: inout SpellingHits) {
    gather(search, &hits) { keys.sought(.withoutAWord, $0) }
    for content in candidates.likeliest(budget(hits) / 2) { alignWithoutAWord(Int(content), search, &hits) }
  }

  private func findShorterNames(_ search: LayerSearch, _ hits: inout SpellingHits) {
    guard SpellingKeys.wordsToDrop.contains(query.ranges.count) else { return }
    var keys = SpellingKeys(rules)
    for word in query.ranges.indices where isWorthDropping(word, of: query) {
      guard price(of: word, of: query) <= limit(hits) else { continue }
      let rest = query.without(word)
      keys.load(rest.bytes)
      gather(search, &hits) { keys.filed(.whole, $0) }
      let likeliest = candidates.likeliest(budget(hits) / 2)
      if likeliest.isEmpty { continue }
      table.take(rest.bytes)
      for content in likeliest { align(Int(content), .ofQuery(word), rest, search, &hits) }
      table.take(query.bytes)
    }
  }

  // MARK: Alignment

  /// What a name may cost.
  private func limit(_ hits: SpellingHits) -> Float { min(limit, hits.limit, hits.best + rules.prices.slack) }

  private func align(
    _ content: Int, _ dropped: DroppedWord?, _ query: ContentWords, _ search: LayerSearch, _ hits: inout SpellingHits
  ) {
    guard search.spellings.set(content) == search.set else { return }
    let price = price(dropped)
    let words = search.spellings.words(content)
    guard let cost = table.price(words, limit: limit(hits) - price) else { return }
    add(content, cost + price, dropped, query, search, words.count, &hits)
  }

  /// Aligns the query with a name without each of its words in turn.
  private func alignWithoutAWord(_ content: Int, _ search: LayerSearch, _ hits: inout SpellingHits) {
    guard search.spellings.set(content) == search.set, limit(hits) >= rules.prices.generic else { return }
    let name = ContentWords(content: search.spellings.words(content))
    for word in name.ranges.indices where isWorthDropping(word, of: name) {
      let price = price(of: word, of: name)
      guard price <= limit(hits) else { continue }
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
      guard cost <= limit(hits) else { return }
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

  private func price(_ dropped: DroppedWord?) -> Float {
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
