/// The cheapest way to read one spelling as another: a weighted alignment over a language's families.
struct Alignment {
  /// What the difference costs, and each kind of difference once, in the order of the name.
  struct Result: Hashable, Sendable {
    let cost: Float
    let reasons: [String]
  }

  /// Names longer than this are only found as they are written.
  static let longest = 80

  /// The price of reading `a` as `b`, nil when it is over the limit.
  static func between(_ a: ContentWords, _ b: ContentWords, _ rules: SpellingRules, limit: Float) -> Result? {
    guard a.bytes.count <= longest, b.bytes.count <= longest else { return nil }
    let article = ArticleDifference(a, b, rules.prices)
    guard article.cost <= limit else { return nil }
    if a.bytes == b.bytes { return Result(cost: article.cost, reasons: article.reasons) }
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: (a.bytes.count + 1) * (b.bytes.count + 1)) { costs in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: a.bytes.count + b.bytes.count + 2) { packed in
        let alignment = AlignmentGrid(a.bytes, b.bytes, rules, costs: costs, packed: packed)
        guard let cost = alignment.fill(limit: limit - article.cost) else { return nil }
        return Result(cost: cost + article.cost, reasons: article.reasons + alignment.reasons())
      }
    }
  }
}

/// What the articles of two names differ in: word by word where both have as many words, else by their number.
private struct ArticleDifference {
  var cost: Float = 0
  var reasons: [String] = []

  init(_ a: ContentWords, _ b: ContentWords, _ prices: SpellingPrices) {
    guard a.articles != b.articles else { return }
    var missing = 0
    var form = 0
    if a.articles.count == b.articles.count {
      for (x, y) in zip(a.articles, b.articles) where x != y {
        if x == 0 || y == 0 { missing += 1 } else { form += 1 }
      }
    } else {
      missing = abs(a.articles.count { $0 != 0 } - b.articles.count { $0 != 0 })
    }
    cost = Float(missing) * prices.articleMissing + Float(form) * prices.articleForm
    if missing > 0 { reasons.append("article on one side") }
    if form > 0 { reasons.append("article in another form") }
  }
}
