/// The search for other spellings of a name by one language's rules, for one name after another.
///
/// Contents come from `SpellingTable`: those that share a key with the query, those with a word more and those with a
/// word less. The ones with the most letters in common are aligned first, so that the limit is soon as low as it will
/// be, and an alignment stops as soon as it costs too much. So many are aligned and no more (`budget`).
final class SpellingSearch {
  let rules: SpellingRules
  /// The alignment with the whole query, and the one with the query less a word.
  let table: AlignmentTable
  private lazy var restTable = AlignmentTable(rules)
  /// How likely the names found are, given who wrote the query.
  private(set) lazy var readings = NameReadings(rules)
  private let number: Int
  private let layers: [LayerSearch]
  private let isSmall: Bool

  private var folded: [UInt8] = []
  private var query = SpellingWords()
  private var limit: Float = 0
  private var reach = SpellingReach()
  private var accept: ((PlaceRef) -> Bool)?

  private var keys: SpellingKeys
  private var restKeys: SpellingKeys
  private var sought: [UInt64] = []
  private var candidates = CandidateList()
  /// Contents aligned, for each of the layers.
  private var seen: [SeenContents]

  /// One index file and the number that the rules have there.
  private struct LayerSearch {
    let layer: Int
    let set: Int
    let file: IndexFile
    let spellings: SpellingTable
  }

  init(_ files: [PlaceIndex.Layer], _ rules: SpellingRules, number: Int) {
    self.rules = rules
    self.number = number
    table = AlignmentTable(rules)
    keys = SpellingKeys(rules)
    restKeys = SpellingKeys(rules)
    layers = files.enumerated().compactMap { layer, entry in
      entry.sets.firstIndex(of: number).map {
        LayerSearch(layer: layer, set: $0, file: entry.file, spellings: SpellingTable(entry.file))
      }
    }
    isSmall = layers.allSatisfy { $0.spellings.isSmall }
    seen = [SeenContents](repeating: SeenContents(), count: layers.count)
  }

  /// Takes a folded name.
  ///
  /// - Parameter plain: its words where a language has no articles and no letters of its own.
  func begin(
    _ folded: [UInt8], plain: ContentWords? = nil, _ reach: SpellingReach, accept: ((PlaceRef) -> Bool)? = nil
  ) {
    self.folded = folded
    self.accept = accept
    self.reach = reach
    let content =
      (rules.articles.isEmpty ? plain : nil)
      ?? folded.withUnsafeBufferPointer { ContentWords($0, articles: rules.articles) }
    keys.load(content.bytes)
    query = SpellingWords(content, isGeneric: keys.genericWords)
    limit = reach.loosened * min(rules.prices.limit, rules.prices.letterLimit * Float(content.letterCount))
    for layer in seen.indices { seen[layer].forget() }
    if isAlignable { table.take(content.bytes) }
  }

  /// Lets go of what belongs to the name.
  func end() { accept = nil }

  private var isAlignable: Bool { query.words.bytes.count > 2 && query.words.bytes.count <= Alignment.longest }

  /// How many contents are aligned for each sort of key: many while answers are wanted, few once there are enough.
  private static let budget = (wanted: 64, enough: 16)

  /// Contents to look at before a good answer is good enough: a small gazetteer is searched to the end.
  private static let effort = 400

  /// Whether the best answer is no worse than a mistake of typing, and the search was long enough.
  private func isEnough(_ hits: SpellingHits) -> Bool {
    if reach.isThorough, isSmall { return false }
    return hits.best <= rules.prices.consonant && (hits.isFull || hits.effort > Self.effort)
  }

  private func budget(_ hits: SpellingHits) -> Int {
    hits.isFull || isEnough(hits) ? Self.budget.enough : Self.budget.wanted
  }

  /// Adds what is found by one sort of key.
  func find(_ sort: SpellingKeys.Sort, _ hits: inout SpellingHits) {
    guard isAlignable, isWorth(sort, hits) else { return }
    for place in layers.indices {
      switch sort {
      case .withoutAWord:
        findLongerNames(place, &hits)
        findShorterNames(place, &hits)
      default:
        gather(place, &hits) { keys.sought(sort, $0) }
        for content in candidates.likeliest(budget(hits)) where seen[place].insert(content) {
          align(Int(content), layers[place], &hits)
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

  /// Looks the keys up.
  @inline(__always)
  private func gather(_ place: Int, _ hits: inout SpellingHits, _ keys: ((UInt64) -> Void) -> Void) {
    sought.removeAll(keepingCapacity: true)
    keys { sought.append($0) }
    candidates.begin(with: query.words.bytes)
    layers[place].spellings.find(sought) { candidates.add($0, $1) }
    hits.effort += candidates.count
  }

  private func findLongerNames(_ place: Int, _ hits: inout SpellingHits) {
    gather(place, &hits) { keys.sought(.withoutAWord, $0) }
    for content in candidates.likeliest(budget(hits) / 2) { alignWithoutAWord(Int(content), layers[place], &hits) }
  }

  private func findShorterNames(_ place: Int, _ hits: inout SpellingHits) {
    guard SpellingKeys.wordsToDrop.contains(query.words.ranges.count) else { return }
    for word in query.words.ranges.indices where query.isWorthDropping(word) {
      let price = query.price(of: word, rules.prices)
      guard price <= limit(hits) else { continue }
      let rest = query.words.without(word)
      restKeys.load(rest.bytes)
      gather(place, &hits) { restKeys.filed(.whole, $0) }
      let likeliest = candidates.likeliest(budget(hits) / 2)
      if likeliest.isEmpty { continue }
      restTable.take(rest.bytes)
      for content in likeliest { align(Int(content), rest, without: word, price, layers[place], &hits) }
    }
  }

  /// Aligns name after name of a small gazetteer, where keys have found nothing as good as a mistake of typing.
  func findAmongAll(_ hits: inout SpellingHits) {
    guard reach.isThorough, isSmall, isAlignable, hits.best > rules.prices.consonant else { return }
    for place in layers.indices {
      align(table, query.words, nil, 0, place, &hits)
      guard SpellingKeys.wordsToDrop.contains(query.words.ranges.count) else { continue }
      for word in query.words.ranges.indices where query.isWorthDropping(word) {
        let rest = query.words.without(word)
        restTable.take(rest.bytes)
        align(restTable, rest, word, query.price(of: word, rules.prices), place, &hits)
      }
    }
  }

  /// - Parameter word: the word that the query is without, if any, which costs a price.
  private func align(
    _ table: AlignmentTable, _ query: ContentWords, _ word: Int?, _ price: Float, _ place: Int,
    _ hits: inout SpellingHits
  ) {
    let search = layers[place]
    let letters = SpellingTable.letters(query.bytes)
    search.spellings.eachContent { content, words in
      let others = SpellingTable.letters(words)
      guard search.spellings.set(content) == search.set, (letters & ~others).nonzeroBitCount <= Self.spread else {
        return
      }
      if (letters ^ others).nonzeroBitCount <= Self.spread, let cost = table.price(words, limit: limit(hits) - price) {
        add(content, cost + price, word.map { .ofQuery($0) }, query, search, words.count, &hits)
      }
      if word == nil, words.dropFirst().dropLast().contains(0x20) { alignWithoutAWord(content, search, &hits) }
    }
  }

  /// Names that differ in so many letters more are not compared.
  private static let spread = 5

  // MARK: Alignment

  /// What a name may cost.
  private func limit(_ hits: SpellingHits) -> Float {
    min(limit, hits.limit, hits.best + reach.slack * rules.prices.slack)
  }

  private func align(_ content: Int, _ search: LayerSearch, _ hits: inout SpellingHits) {
    guard search.spellings.set(content) == search.set else { return }
    let words = search.spellings.words(content)
    guard let cost = table.price(words, limit: limit(hits)) else { return }
    add(content, cost, nil, query.words, search, words.count, &hits)
  }

  /// Aligns the rest of the query without a word, which costs a price.
  private func align(
    _ content: Int, _ rest: ContentWords, without word: Int, _ price: Float, _ search: LayerSearch,
    _ hits: inout SpellingHits
  ) {
    guard search.spellings.set(content) == search.set else { return }
    let words = search.spellings.words(content)
    guard let cost = restTable.price(words, limit: limit(hits) - price) else { return }
    add(content, cost + price, .ofQuery(word), rest, search, words.count, &hits)
  }

  /// Aligns the query with a name less each of its words in turn.
  private func alignWithoutAWord(_ content: Int, _ search: LayerSearch, _ hits: inout SpellingHits) {
    guard search.spellings.set(content) == search.set, limit(hits) >= rules.prices.generic else { return }
    let name = SpellingWords(ContentWords(content: search.spellings.words(content)), rules)
    for word in name.words.ranges.indices where name.isWorthDropping(word) {
      let price = name.price(of: word, rules.prices)
      guard price <= limit(hits) else { continue }
      let rest = name.words.without(word)
      let cost = rest.bytes.withUnsafeBufferPointer { table.price($0, limit: limit(hits) - price) }
      if let cost { add(content, cost + price, .ofName(word), query.words, search, 0, &hits) }
    }
  }

  /// - Parameter length: bytes of the content, 0 if a word of it was dropped.
  private func add(
    _ content: Int, _ cost: Float, _ dropped: DroppedWord?, _ query: ContentWords, _ search: LayerSearch,
    _ length: Int, _ hits: inout SpellingHits
  ) {
    search.spellings.eachName(content) { number in
      guard cost <= limit(hits) else { return }
      let name = NameRecord(file: search.file, number: number)
      let written = name.folded
      let total = cost + articleCost(written, dropped, query, length)
      guard total <= limit(hits), !written.elementsEqual(folded) else { return }
      let ref = PlaceRef(layer: UInt8(search.layer), number: name.place)
      guard accept?(ref) ?? true else { return }
      // An exact match is the table's own spelling; a free difference is none.
      hits.add(
        SpellingHit(
          cost: max(0.001, total), layer: ref.layer, place: ref.number, name: UInt32(number),
          kind: name.kind.rawValue, rules: self.number, dropped: dropped))
    }
  }

  private func articleCost(
    _ written: UnsafeBufferPointer<UInt8>, _ dropped: DroppedWord?, _ query: ContentWords, _ length: Int
  ) -> Float {
    if rules.articles.isEmpty { return 0 }
    // A name that is as long as its content has no articles.
    if written.count + 2 == length, !query.articles.contains(where: { $0 != 0 }) { return 0 }
    var words = ContentWords(written, articles: rules.articles)
    if case .ofName(let word) = dropped { words = words.without(word) }
    return ArticleDifference(query, words, rules.prices).cost
  }
}
