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

  func candidates(_ name: String, most: Int = .max, accept: ((PlaceRef) -> Bool)? = nil) -> [NameMatch] {
    candidates(NameFold.fold(name), most: most, accept: accept)
  }

  private func candidates(
    _ folded: [UInt8], loosened: Float = 1, most: Int = .max, accept: ((PlaceRef) -> Bool)? = nil
  ) -> [NameMatch] {
    guard !folded.isEmpty else { return [] }
    var best = MatchList(most: most)
    for (layer, name) in names(of: exactChain(folded)) {
      let match = name.match(layer: layer)
      if accept?(match.ref) ?? true { best.add(match) }
    }
    for rules in spellings {
      SpellingSearch(self, rules, folded, loosened: loosened, accept: accept).run(&best)
    }
    return best.sorted.filter { !isReplaced($0.ref) }
  }

  private func exactChain(_ folded: [UInt8]) -> UInt64 {
    folded.split(separator: NameFold.space).reduce(WordHash.exactStart) {
      WordHash.chain($0, WordHash.word($1, seed: 0))
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
