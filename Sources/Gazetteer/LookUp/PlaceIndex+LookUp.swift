extension PlaceIndex {
  /// Places that go by the name: exact spellings first, then those a language's rules explain, the cheapest first.
  ///
  /// - Parameter limit: the most matches to give.
  public func lookUp(_ name: String, limit: Int = 20) -> [NameMatch] {
    Array(candidates(name).prefix(limit))
  }

  /// Names near a name that nothing was found for, in order of nearness; for "did you mean".
  public func similarNames(_ name: String, limit: Int = 3) -> [String] {
    let folded = NameFold.fold(name)
    var names: [String] = []
    for match in candidates(folded, loosened: 2) + prefixed(folded) where !names.contains(match.written) {
      names.append(match.written)
      if names.count == limit { break }
    }
    return names
  }

  /// Names that begin with these letters (folded), in alphabetical order.
  public func names(withPrefix prefix: String, limit: Int = 20) -> [NameMatch] {
    Array(prefixed(NameFold.fold(prefix), limit: limit))
  }

  func candidates(_ name: String) -> [NameMatch] { candidates(NameFold.fold(name)) }

  private func candidates(_ folded: [UInt8], loosened: Float = 1) -> [NameMatch] {
    guard !folded.isEmpty else { return [] }
    var best = MatchList()
    for (layer, name) in names(of: exactChain(folded)) { best.add(name.match(layer: layer)) }
    for rules in spellings { addSpellings(of: folded, rules, loosened: loosened, to: &best) }
    return best.sorted.filter { !isReplaced($0.ref) }
  }

  private func exactChain(_ folded: [UInt8]) -> UInt64 {
    folded.split(separator: NameFold.space).reduce(WordHash.exactStart) {
      WordHash.chain($0, WordHash.word($1, seed: 0))
    }
  }

  private func addSpellings(of folded: [UInt8], _ rules: SpellingRules, loosened: Float, to best: inout MatchList) {
    let query = folded.withUnsafeBufferPointer { ContentWords($0, articles: rules.articles) }
    let limit = rules.prices.limit * loosened
    for skeleton in rules.skeletons(of: query) {
      let key = WordHash.word(skeleton, seed: rules.seed)
      for (layer, name) in names(of: key, .skeletons, .skeletonPostings) where !name.folded.elementsEqual(folded) {
        let written = ContentWords(name.folded, articles: rules.articles)
        guard let found = Alignment.between(query, written, rules, limit: limit) else { continue }
        best.add(name.match(layer: layer, cost: max(0.001, Double(found.cost)), reasons: found.reasons))
      }
    }
  }

  // MARK: Prefix

  private func prefixed(_ prefix: [UInt8], limit: Int = 20) -> [NameMatch] {
    guard !prefix.isEmpty else { return [] }
    var found: [(folded: [UInt8], match: NameMatch)] = []
    for (layer, index) in layers.enumerated() {
      let order = index.file[.prefixOrder]
      var row = firstRow(order.count / 4) {
        !Array(name(order, $0, index.file).folded).lexicographicallyPrecedes(prefix)
      }
      while row < order.count / 4, found.count < limit * (layer + 1) {
        let name = name(order, row, index.file)
        guard name.folded.starts(with: prefix) else { break }
        found.append((Array(name.folded), name.match(layer: layer)))
        row += 1
      }
    }
    found.sort { $0.folded.lexicographicallyPrecedes($1.folded) }
    return found.map(\.match).filter { !isReplaced($0.ref) }.prefix(limit).map { $0 }
  }

  private func name(_ order: Window, _ row: Int, _ file: IndexFile) -> NameRecord {
    NameRecord(file: file, number: Int(order.u32(row * 4)))
  }

  /// The first row that holds, by halving; rows that hold lie behind those that do not.
  private func firstRow(_ count: Int, _ holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension SpellingRules {
  /// The skeleton of the whole name, and every skeleton one class away: added, dropped or exchanged.
  func skeletons(of query: ContentWords) -> [[UInt8]] {
    var whole: [UInt8] = []
    for range in query.ranges { skeleton.append(range, of: query.bytes, to: &whole) }
    guard whole.count <= 24 else { return [whole] }
    var found: Set<[UInt8]> = [whole]
    var ordered = [whole]
    func add(_ skeleton: [UInt8]) { if found.insert(skeleton).inserted { ordered.append(skeleton) } }
    for place in 0...whole.count {
      if place < whole.count, whole.count > 1 { add(Array(whole[..<place] + whole[(place + 1)...])) }
      for letter in skeleton.alphabet {
        add(whole[..<place] + [letter] + whole[place...])
        if place < whole.count { add(whole[..<place] + [letter] + whole[(place + 1)...]) }
      }
    }
    return ordered
  }
}
