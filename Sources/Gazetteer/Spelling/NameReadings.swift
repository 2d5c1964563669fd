/// How likely a spelling is, once it is known who wrote it: an alignment of two names with their marks over prices that
/// were learned from pairs of names. A language's `reading` rules; made when first asked for.
final class NameReadings {
  private let rules: SpellingRules
  private let table: AlignmentTable
  private var query: MarkedContent?
  private var dropped: Int?

  init(_ rules: SpellingRules) {
    self.rules = rules
    var families = FamilyTable()
    for row in rules.readings { Self.add(row, to: &families) }
    families.seal()
    table = AlignmentTable(families, .ofReadings)
  }

  /// A rule: a piece of the name, and a list of `piece=price` that it is written as.
  private static func add(_ row: SpellingRules.Reading, to families: inout FamilyTable) {
    for part in row.writings {
      guard let sign = part.utf8.firstIndex(of: UInt8(ascii: "=")) else { continue }
      guard let price = Float(part[part.utf8.index(after: sign)...]) else { continue }
      families.addReading(of: row.piece, as: String(part[..<sign]), price: price)
    }
  }

  /// Takes a spelling; false where these readings do not tell of such spellings.
  func take(_ spelling: String) -> Bool {
    query = rules.marked.isOfReaders(spelling) ? rules.marked.content(spelling, rules.articles) : nil
    dropped = nil
    return query.map { load($0.bytes) } ?? false
  }

  private func load(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 2, bytes.count <= Alignment.longest else { return false }
    table.take(bytes)
    return true
  }

  /// The price of writing a name so, with or without a word of either; nil where that cannot be told.
  func price(of written: String, _ without: DroppedWord?) -> Float? {
    guard let query, let name = rules.marked.content(written, rules.articles) else { return nil }
    var (ofQuery, ofName): (Int?, Int?)
    switch without {
    case .ofQuery(let word): ofQuery = word
    case .ofName(let word): ofName = word
    case nil: break
    }
    if ofQuery != dropped {
      guard let rest = query.bytes(without: ofQuery), load(rest) else { return nil }
      dropped = ofQuery
    }
    guard let bytes = name.bytes(without: ofName), bytes.count <= Alignment.longest else { return nil }
    return bytes.withUnsafeBufferPointer { table.price($0, limit: Self.most) }
  }

  /// No two names that a look-up finds are so far apart.
  private static let most: Float = 4
}

extension SpellingPrices {
  /// What differences cost that no reading explains: about what the rarest readings do.
  fileprivate static let ofReadings = {
    var prices = SpellingPrices()
    prices.same = 0.05
    prices.vowel = 0.1
    prices.consonant = 0.13
    prices.edge = 0.12
    prices.turn = 0.12
    return prices
  }()
}
