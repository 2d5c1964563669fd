/// The cheapest way to read one spelling as another: a weighted alignment over a language's families.
struct Alignment {
  /// What the difference costs, and each kind of difference once, in the order of the name.
  struct Result: Hashable, Sendable {
    let cost: Float
    let reasons: [String]
  }

  /// Names longer than this (in bytes, with a space at either end) are only found as they are written.
  static let longest = 80

  private let query: ContentWords
  private let rules: SpellingRules
  private let table: AlignmentTable

  /// Makes ready to read a query as one name after another.
  ///
  /// - Parameter table: the rules' own, which nothing else uses meanwhile.
  init(_ query: ContentWords, _ rules: SpellingRules, _ table: AlignmentTable? = nil) {
    self.query = query
    self.rules = rules
    self.table = table ?? AlignmentTable(rules)
    if query.bytes.count <= Self.longest { self.table.take(query.bytes) }
  }

  /// The price of reading the query as this name, nil when it is over the limit.
  func to(_ name: ContentWords, limit: Float) -> Result? {
    guard query.bytes.count <= Self.longest, name.bytes.count <= Self.longest else { return nil }
    let article = ArticleDifference(query, name, rules.prices)
    guard article.cost <= limit else { return nil }
    if query.bytes == name.bytes { return Result(cost: article.cost, reasons: article.reasons) }
    guard let found = name.bytes.withUnsafeBufferPointer({ table.explain($0, limit: limit - article.cost) }) else {
      return nil
    }
    return Result(cost: found.cost + article.cost, reasons: article.reasons + found.reasons)
  }
}

/// What the articles of two names differ in: word by word where both have as many words, else by their number.
struct ArticleDifference {
  private(set) var cost: Float = 0
  private var missing = 0
  private var form = 0

  init(_ a: ContentWords, _ b: ContentWords, _ prices: SpellingPrices) {
    guard a.articles != b.articles else { return }
    if a.articles.count == b.articles.count {
      for (x, y) in zip(a.articles, b.articles) where x != y {
        if x == 0 || y == 0 { missing += 1 } else { form += 1 }
      }
    } else {
      missing = abs(a.articles.count { $0 != 0 } - b.articles.count { $0 != 0 })
    }
    cost = Float(missing) * prices.articleMissing + Float(form) * prices.articleForm
  }

  /// In words, once each.
  var reasons: [String] {
    (missing > 0 ? ["article on one side"] : []) + (form > 0 ? ["article in another form"] : [])
  }
}
