extension PlaceIndex {
  /// The state before any word.
  public func start() -> NameState {
    var sets = SIMD4<UInt64>()
    for (number, rules) in spellings.enumerated() { sets[number] = rules.seed }
    return NameState(exact: WordHash.exactStart, sets: sets)
  }

  /// Goes on by one word; nil when no name of the gazetteer continues so. One probe a table and layer.
  public func step(_ state: NameState, _ word: NameWord) -> NameState? {
    guard !word.folded.isEmpty else { return nil }
    guard word.folded.contains(NameFold.space) else { return step(state, word.folded, word) }
    var state = state
    for part in word.folded.split(separator: NameFold.space) {
      let joined = NameWord(part: Array(part), of: word)
      guard let next = step(state, joined.folded, joined) else { return nil }
      state = next
    }
    return state
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

  private func step(_ state: NameState, _ word: [UInt8], _ token: NameWord) -> NameState? {
    var next = state
    next.exact = state.exact == 0 ? 0 : alive(WordHash.chain(state.exact, WordHash.word(word, seed: 0)))
    let start = state.folded.isEmpty ? 0 : state.folded.count + 1
    for set in spellings.indices where state.sets[set] != 0 {
      stepSet(set, word, token, state, &next, start: start)
    }
    guard next.isAlive else { return nil }
    if !next.folded.isEmpty { next.folded.append(NameFold.space) }
    next.folded.append(contentsOf: word)
    return next
  }

  private func stepSet(
    _ set: Int, _ word: [UInt8], _ token: NameWord, _ state: NameState, _ next: inout NameState, start: Int
  ) {
    let rules = spellings[set]
    var chain = state.sets[set]
    let isFirst = state.folded.isEmpty
    if state.pending[set] != 0 {
      next.pending[set] = 0
      if !word.withUnsafeBufferPointer({ rules.articles.fits(state.pending[set], before: $0) }) {
        chain = WordHash.chain(chain, skeletonHash(Array(state.folded[state.pendingStart...]), rules))
      }
    } else {
      let code = word.withUnsafeBufferPointer { rules.articles.code(of: $0) }
      if code != 0, rules.articles.isSaid(code, by: token, first: isFirst) {
        next.pending[set] = code
        next.pendingStart = start
        if !isFirst, !continues(chain), alive(WordHash.chain(chain, skeletonHash(word, rules))) == 0 {
          next.sets[set] = 0
        }
        return
      }
    }
    let prefix = word.withUnsafeBufferPointer { rules.articles.prefixLength(of: $0) }
    next.sets[set] = alive(WordHash.chain(chain, skeletonHash(Array(word[prefix...]), rules)))
  }

  private func addVariants(of state: NameState, set: Int, to best: inout MatchList) {
    let rules = spellings[set]
    var chain = state.sets[set]
    if state.pending[set] != 0 {
      chain = WordHash.chain(chain, skeletonHash(Array(state.folded[state.pendingStart...]), rules))
    }
    let query = state.folded.withUnsafeBufferPointer { ContentWords($0, articles: rules.articles) }
    let limit = rules.textLimit(letters: query.letterCount)
    for (layer, name) in names(of: chain) where !name.folded.elementsEqual(state.folded) {
      let written = ContentWords(name.folded, articles: rules.articles)
      guard query.letterCount >= SpellingRules.lettersToVary || written.bytes == query.bytes else { continue }
      guard let found = Alignment.between(query, written, rules, limit: limit) else { continue }
      best.add(name.match(layer: layer, cost: Double(found.cost), reasons: found.reasons))
    }
  }

  // MARK: Probes

  private func skeletonHash(_ word: [UInt8], _ rules: SpellingRules) -> UInt64 {
    var skeleton: [UInt8] = []
    rules.skeleton.append(1..<word.count + 1, of: [NameFold.space] + word + [NameFold.space], to: &skeleton)
    return WordHash.word(skeleton, seed: rules.seed)
  }

  private func alive(_ chain: UInt64) -> UInt64 {
    layers.contains { SlotTable(window: $0.file[.chains]).find(chain) != nil } ? chain : 0
  }

  private func continues(_ chain: UInt64) -> Bool {
    layers.contains { SlotTable(window: $0.file[.chains]).find(chain)?.continues ?? false }
  }

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

extension NameWord {
  /// A part of a token that held hyphens: all but the last are joined.
  fileprivate init(part: [UInt8], of token: NameWord) {
    folded = part
    isCapitalized = token.isCapitalized
    isJoined = true
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
  /// Whether text that says this word says an article: `an`, `as`, `at` alone at the start are English.
  fileprivate func isSaid(_ code: UInt8, by token: NameWord, first: Bool) -> Bool {
    !first || !forms[Int(code) - 1].isEnglishWord || token.isJoined || token.isCapitalized
  }
}
