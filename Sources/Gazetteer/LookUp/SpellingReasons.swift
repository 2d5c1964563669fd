/// Puts the hits of one search into words.
struct SpellingReasons {
  private let index: PlaceIndex
  private let scratch: LookUpScratch
  private let folded: [UInt8]
  /// The alignment of the last hit, which the next one may have too.
  private var last: (rules: Int, dropped: Int?, alignment: Alignment)?

  /// - Parameter scratch: nobody else searches with it meanwhile.
  init(_ index: PlaceIndex, _ scratch: LookUpScratch, _ folded: [UInt8]) {
    self.index = index
    self.scratch = scratch
    self.folded = folded
  }

  /// A hit as a match: the place, the price, and in words what differs from the name asked for.
  mutating func match(_ hit: SpellingHit) -> NameMatch {
    let name = NameRecord(file: index.layers[Int(hit.layer)].file, number: Int(hit.name))
    guard let rules = hit.rules else { return name.match(layer: Int(hit.layer)) }
    return name.match(layer: Int(hit.layer), cost: Double(hit.cost), reasons: reasons(hit, name, rules))
  }

  private mutating func reasons(_ hit: SpellingHit, _ name: NameRecord, _ number: Int) -> [String] {
    let rules = index.tolerances[number]
    var written = ContentWords(name.folded, articles: rules.articles)
    var reasons: [String] = []
    if ScriptTable.isASCII(folded) != ScriptTable.isASCII(name.folded) { reasons.append("from another script") }
    var ofQuery: Int?
    switch hit.dropped {
    case .ofQuery(let word): ofQuery = word
    case .ofName(let word): reasons.append(Self.drop(word, of: &written))
    case nil: break
    }
    let alignment = alignment(number, ofQuery, &reasons)
    let seldom = hit.reading >= Self.seldom ? ["seldom written so"] : []
    return reasons + (alignment.to(written, limit: hit.cost + 0.01)?.reasons ?? []) + seldom
  }

  /// A reading that costs so much more than the likeliest one is told.
  private static let seldom: Float = 0.04

  private mutating func alignment(_ number: Int, _ dropped: Int?, _ reasons: inout [String]) -> Alignment {
    if let last, last.rules == number, last.dropped == nil, dropped == nil { return last.alignment }
    let rules = index.tolerances[number]
    var query = folded.withUnsafeBufferPointer { ContentWords($0, articles: rules.articles) }
    if let dropped { reasons.append(Self.drop(dropped, of: &query)) }
    let alignment = Alignment(query, rules, scratch.searches[number].table)
    last = (number, dropped, alignment)
    return alignment
  }

  private static func drop(_ word: Int, of name: inout ContentWords) -> String {
    let text = String(decoding: name.bytes[name.ranges[word]], as: UTF8.self)
    name = name.without(word)
    return "\"\(text)\" on one side"
  }
}
