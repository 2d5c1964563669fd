extension PlaceIndex {
  /// Places that go by the name: exact spellings first, then those a language's rules explain, the cheapest first.
  ///
  /// - Parameter limit: the most matches to give.
  public func lookUp(_ name: String, limit: Int = 20) -> [NameMatch] {
    candidates(NameFold.fold(name), most: limit, ties: false)
  }

  /// Places whose names are written so (case and marks aside), none in another spelling.
  public func exactMatches(_ name: String, limit: Int = 20) -> [NameMatch] {
    var found: [NameMatch] = []
    eachExact(NameFold.fold(name)) { layer, name in
      let ref = PlaceRef(layer: UInt8(layer), number: name.place)
      guard found.last?.ref != ref, !isReplaced(ref) else { return true }
      found.append(name.match(layer: layer))
      return found.count < limit
    }
    return found
  }

  /// Names near a name that nothing was found for, in order of nearness; for "did you mean".
  public func similarNames(_ name: String, limit: Int = 3) -> [String] {
    let folded = NameFold.fold(name)
    var names: [String] = []
    for match in candidates(folded, most: limit + 5, SpellingReach(loosened: 2)) + prefixed(folded)
    where !names.contains(match.written) {
      names.append(match.written)
      if names.count == limit { break }
    }
    return names
  }

  /// Names that begin with these letters (folded), in alphabetical order.
  public func names(withPrefix prefix: String, limit: Int = 20) -> [NameMatch] {
    Array(prefixed(NameFold.fold(prefix), limit: limit))
  }

  func candidates(
    _ name: String, most: Int = .max, _ reach: SpellingReach = SpellingReach(), accept: ((PlaceRef) -> Bool)? = nil
  ) -> [NameMatch] {
    candidates(NameFold.fold(name), spelling: name, most: most, reach, accept: accept)
  }

  private func candidates(
    _ folded: [UInt8], spelling: String? = nil, most: Int = .max, ties: Bool = true,
    _ reach: SpellingReach = SpellingReach(), accept: ((PlaceRef) -> Bool)? = nil
  ) -> [NameMatch] {
    guard !folded.isEmpty else { return [] }
    var hits = SpellingHits(most: most)
    addExact(folded, accept, &hits)
    return withScratch { scratch in
      scratch.find(folded, reach, accept: accept, &hits)
      var reasons = SpellingReasons(self, scratch, folded)
      var found = hits.sorted.filter { !isReplaced(PlaceRef(layer: $0.layer, number: $0.place)) }
      if let spelling { weigh(&found, of: spelling, scratch) }
      return found.prefix(ties ? found.count : most).map { reasons.match($0) }
    }
  }

  private func addExact(_ folded: [UInt8], _ accept: ((PlaceRef) -> Bool)?, _ hits: inout SpellingHits) {
    eachExact(folded) { layer, name in
      let ref = PlaceRef(layer: UInt8(layer), number: name.place)
      if accept?(ref) ?? true {
        hits.addExact(
          SpellingHit(
            cost: 0, layer: ref.layer, place: ref.number, name: UInt32(name.number), kind: name.kind.rawValue))
      }
      return true
    }
  }

  /// Gives the names written so, until `body` has had enough.
  private func eachExact(_ folded: [UInt8], _ body: (_ layer: Int, NameRecord) -> Bool) {
    guard !folded.isEmpty else { return }
    let chain = Self.exactChain(folded)
    for (number, table) in chains.enumerated() {
      guard let slot = table.find(chain) else { continue }
      let postings = layers[number].file[.postings]
      // A damaged count cannot ask for more than the section holds.
      for posting in slot.start..<max(slot.start, min(slot.start + slot.count, postings.count / 4)) {
        let name = NameRecord(file: layers[number].file, number: Int(postings.u32(posting * 4)))
        if !body(number, name) { return }
      }
    }
  }

  private static func exactChain(_ folded: [UInt8]) -> UInt64 {
    var chain = WordHash.exactStart
    var word = WordHash.wordStart(0)
    for byte in folded {
      if byte == NameFold.space {
        chain = WordHash.chain(chain, WordHash.word(word, EmptyCollection()))
        word = WordHash.wordStart(0)
      } else {
        word = WordHash.wordStep(word, byte)
      }
    }
    return WordHash.chain(chain, WordHash.word(word, EmptyCollection()))
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
