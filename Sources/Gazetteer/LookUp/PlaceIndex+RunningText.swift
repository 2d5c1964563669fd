extension PlaceIndex {
  /// The state before any word.
  public func start() -> NameState {
    var sets = SIMD4<UInt64>()
    for (number, rules) in spellings.enumerated() { sets[number] = rules.seed }
    return NameState(exact: WordHash.exactStart, sets: sets)
  }

  /// Goes on by one word; nil when no name of the gazetteer continues so. One probe a table and layer.
  public func step(_ state: NameState, _ word: NameWord) -> NameState? {
    let known = KnownWord(word.folded, isCapitalized: word.isCapitalized, in: self)
    return step(state, known, isJoined: word.isJoined)
  }

  /// Goes on by a word of text.
  public func step(_ state: NameState, _ word: String) -> NameState? { step(state, NameWord(word)) }

  /// The names that end with the words so far: exact ones, then spellings close enough for running text,
  /// one for each place, the cheapest first.
  public func matches(_ state: NameState) -> [NameMatch] {
    var best = MatchList(most: .max)
    if state.exact != 0 {
      for (layer, name) in names(of: state.exact) { best.add(name.match(layer: layer)) }
    }
    for set in spellings.indices where state.sets[set] != 0 { addVariants(of: state, set: set, to: &best) }
    return best.sorted.filter { !isReplaced($0.ref) }
  }

  func step(_ state: NameState, _ word: KnownWord, isJoined: Bool) -> NameState? {
    guard !word.folded.isEmpty else { return nil }
    guard !word.parts.isEmpty else { return stepWord(state, word, isJoined: isJoined) }
    var state = state
    for part in word.parts {
      guard let next = stepWord(state, part, isJoined: true) else { return nil }
      state = next
    }
    return state
  }

  private func stepWord(_ state: NameState, _ word: KnownWord, isJoined: Bool) -> NameState? {
    var next = state
    next.exact = state.exact == 0 ? 0 : alive(WordHash.chain(state.exact, word.exact))
    for set in spellings.indices where state.sets[set] != 0 { stepSet(set, word, isJoined, state, &next) }
    guard next.isAlive else { return nil }
    if !next.folded.isEmpty { next.folded.append(NameFold.space) }
    next.folded.append(contentsOf: word.folded)
    return next
  }

  private func stepSet(_ set: Int, _ word: KnownWord, _ isJoined: Bool, _ state: NameState, _ next: inout NameState) {
    var chain = state.sets[set]
    if state.pending[set] != 0 {
      next.pending[set] = 0
      let articles = spellings[set].articles
      if !word.folded.withUnsafeBufferPointer({ articles.fits(state.pending[set], before: $0) }) {
        chain = WordHash.chain(chain, state.waiting[set])
      }
    } else if word.articles[set] != 0 {
      let isFirst = state.folded.isEmpty
      let isSaid = isJoined || word.isCapitalized || !isFirst
      if isSaid || !spellings[set].articles.isEnglishWord(word.articles[set]) {
        next.pending[set] = word.articles[set]
        next.waiting[set] = word.whole[set]
        if !isFirst, !continues(chain), alive(WordHash.chain(chain, word.whole[set])) == 0 { next.sets[set] = 0 }
        return
      }
    }
    next.sets[set] = alive(WordHash.chain(chain, word.content[set]))
  }

  private func addVariants(of state: NameState, set: Int, to best: inout MatchList) {
    let rules = spellings[set]
    var chain = state.sets[set]
    if state.pending[set] != 0 {
      chain = WordHash.chain(chain, state.waiting[set])
    }
    let query = state.folded.withUnsafeBufferPointer { ContentWords($0, articles: rules.articles) }
    let limit = rules.textLimit(letters: query.letterCount)
    lazy var alignment = Alignment(query, rules)
    for (layer, name) in names(of: chain) where !name.folded.elementsEqual(state.folded) {
      let written = ContentWords(name.folded, articles: rules.articles)
      guard query.letterCount >= SpellingRules.lettersToVary || written.bytes == query.bytes else { continue }
      guard let found = alignment.to(written, limit: limit) else { continue }
      best.add(name.match(layer: layer, cost: Double(found.cost), reasons: found.reasons))
    }
  }

  // MARK: Probes

  private func alive(_ chain: UInt64) -> UInt64 {
    for table in chains where table.find(chain) != nil { return chain }
    return 0
  }

  private func continues(_ chain: UInt64) -> Bool { chains.contains { $0.find(chain)?.continues ?? false } }

  /// The names at a chain, with their layers.
  func names(of chain: UInt64) -> [(layer: Int, name: NameRecord)] { names(of: chain, .chains, .postings) }

  func names(
    of key: UInt64, _ table: IndexSection, _ postings: IndexSection
  ) -> [(layer: Int, name: NameRecord)] {
    var found: [(layer: Int, name: NameRecord)] = []
    for (number, layer) in layers.enumerated() {
      guard let slot = SlotTable(window: layer.file[table]).find(key) else { continue }
      let window = layer.file[postings]
      // A damaged count cannot ask for more than the section holds.
      let end = min(slot.start + slot.count, window.count / 4)
      for posting in slot.start..<max(slot.start, end) {
        found.append((number, NameRecord(file: layer.file, number: Int(window.u32(posting * 4)))))
      }
    }
    return found
  }
}

extension ContentWords {
  /// Letters (bytes) without spaces.
  var letterCount: Int { bytes.count - ranges.count - 1 }
}

extension SpellingRules {
  /// Names of fewer letters are also English words in another spelling (Home and Ḩūmah): they may differ in their
  /// article alone.
  static let lettersToVary = 5

  /// What running text accepts for a name of so many letters.
  func textLimit(letters: Int) -> Float {
    letters < Self.lettersToVary
      ? prices.articleMissing : max(prices.articleMissing, min(0.25, prices.textLimit * Float(letters - 3)))
  }
}

extension Articles {
  /// Whether the article is an English word too (`an`, `as`, `at`): alone at the start it is that word.
  fileprivate func isEnglishWord(_ code: UInt8) -> Bool { forms[Int(code) - 1].isEnglishWord }
}
