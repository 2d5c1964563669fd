extension PlaceIndex {
  /// A hit as a match: the place, the price, and in words what differs from the name asked for.
  func match(_ hit: SpellingHit, _ folded: [UInt8]) -> NameMatch {
    let name = NameRecord(file: layers[Int(hit.layer)].file, number: Int(hit.name))
    guard let number = hit.rules else { return name.match(layer: Int(hit.layer)) }
    return name.match(
      layer: Int(hit.layer), cost: Double(hit.cost), reasons: reasons(hit, name, folded, tolerances[number]))
  }

  private func reasons(
    _ hit: SpellingHit, _ name: NameRecord, _ folded: [UInt8], _ rules: SpellingRules
  ) -> [String] {
    var query = folded.withUnsafeBufferPointer { ContentWords($0, articles: rules.articles) }
    var written = ContentWords(name.folded, articles: rules.articles)
    var reasons: [String] = []
    if ScriptTable.isASCII(folded) != ScriptTable.isASCII(name.folded) { reasons.append("from another script") }
    switch hit.dropped {
    case .ofQuery(let word): reasons.append(Self.drop(word, of: &query))
    case .ofName(let word): reasons.append(Self.drop(word, of: &written))
    case nil: break
    }
    return reasons + (Alignment(query, rules).to(written, limit: hit.cost + 0.01)?.reasons ?? [])
  }

  private static func drop(_ word: Int, of name: inout ContentWords) -> String {
    let text = String(decoding: name.bytes[name.ranges[word]], as: UTF8.self)
    name = name.without(word)
    return "\"\(text)\" on one side"
  }
}
