/// The cheapest way to read one spelling as another: a weighted alignment over a language's families.
struct Alignment {
  /// What the difference costs, and each kind of difference once, in the order of the name.
  struct Result: Hashable, Sendable {
    let cost: Float
    let reasons: [String]
  }

  private let rules: SpellingRules
  private let a: [UInt8]
  private let b: [UInt8]
  private var costs: [Float]
  private var width: Int { b.count + 1 }

  /// Names longer than this are only found as they are written.
  static let longest = 80

  /// The price of reading `a` as `b`, nil when it is over the limit.
  static func between(_ a: ContentWords, _ b: ContentWords, _ rules: SpellingRules, limit: Float) -> Result? {
    guard a.bytes.count <= longest, b.bytes.count <= longest else { return nil }
    let article = articles(a, b, rules)
    guard article.cost <= limit else { return nil }
    if a.bytes == b.bytes { return Result(cost: article.cost, reasons: article.reasons) }
    var alignment = Alignment(rules, a.bytes, b.bytes)
    guard let cost = alignment.fill(limit: limit - article.cost) else { return nil }
    return Result(cost: cost + article.cost, reasons: article.reasons + alignment.reasons())
  }

  private init(_ rules: SpellingRules, _ a: [UInt8], _ b: [UInt8]) {
    self.rules = rules
    self.a = a
    self.b = b
    costs = [Float](repeating: .infinity, count: (a.count + 1) * (b.count + 1))
  }

  /// Fills the table row by row; nil as soon as nothing can stay within the limit.
  private mutating func fill(limit: Float) -> Float? {
    costs[0] = 0
    // An operation reaches back as far as its left piece is long: look at as many rows before giving up.
    var lows: [Float] = []
    for i in 0...a.count {
      var low = Float.infinity
      for j in 0...b.count {
        if i + j > 0 { costs[i * width + j] = cheapest(i, j).cost }
        low = min(low, costs[i * width + j])
      }
      lows.append(low)
      if lows.suffix(4).min()! > limit { return nil }  // suffix of a list that is not empty
    }
    let cost = costs[costs.count - 1]
    return cost <= limit ? cost : nil
  }

  /// One step of the alignment: what it costs in all, how many bytes of each it takes, and why.
  private struct Step {
    var cost: Float
    var left = 0
    var right = 0
    var reason = Reason.none
  }

  private enum Reason: Hashable {
    case none
    case family(UInt16)
    case exchanged, added, dropped
  }

  private func cheapest(_ i: Int, _ j: Int) -> Step {
    var best = Step(cost: .infinity)
    func offer(_ left: Int, _ right: Int, _ price: Float, _ reason: Reason) {
      let cost = costs[(i - left) * width + j - right] + price
      if cost < best.cost { best = Step(cost: cost, left: left, right: right, reason: reason) }
    }
    let x = i > 0 ? a[i - 1] : 0
    let y = j > 0 ? b[j - 1] : 0
    if x == y, i > 0, j > 0 { offer(1, 1, 0, .none) }
    if i > 0, j > 0 {
      families(i, j, x, y, offer)
      if x != y { offer(1, 1, typo(x, y), .exchanged) }
    }
    if i > 0 {
      families(i, j, x, 0, offer)
      offer(1, 0, typo(x), .dropped)
    }
    if j > 0 {
      families(i, j, 0, y, offer)
      offer(0, 1, typo(y), .added)
    }
    return best
  }

  private func families(_ i: Int, _ j: Int, _ x: UInt8, _ y: UInt8, _ offer: (Int, Int, Float, Reason) -> Void) {
    for number in rules.families.operations(endingWith: x, y) {
      let operation = rules.families.operations[number]
      if ends(a, i, operation.left), ends(b, j, operation.right) {
        offer(operation.left.count, operation.right.count, operation.price, .family(operation.reason))
      }
    }
  }

  private func ends(_ text: [UInt8], _ end: Int, _ piece: [UInt8]) -> Bool {
    guard end >= piece.count else { return false }
    for offset in 0..<piece.count where text[end - piece.count + offset] != piece[offset] { return false }
    return true
  }

  private func typo(_ byte: UInt8) -> Float {
    byte == 0x20 ? rules.prices.edge : Self.isVowel(byte) ? rules.prices.vowel : rules.prices.consonant
  }

  private func typo(_ x: UInt8, _ y: UInt8) -> Float {
    guard x != 0x20, y != 0x20 else { return .infinity }
    return Self.isVowel(x) && Self.isVowel(y) ? rules.prices.vowel : rules.prices.consonant
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "y"), UInt8(ascii: "w"):
      true
    default: false
    }
  }

  /// Walks the cheapest way back and names each difference once.
  private func reasons() -> [String] {
    var found: [String] = []
    var (i, j) = (a.count, b.count)
    while i > 0 || j > 0 {
      let step = cheapest(i, j)
      guard step.left + step.right > 0 else { break }
      if let text = text(step, i, j), !found.contains(text) { found.append(text) }
      i -= step.left
      j -= step.right
    }
    return found.reversed()
  }

  private func text(_ step: Step, _ i: Int, _ j: Int) -> String? {
    func letter(_ byte: UInt8) -> String {
      byte == 0x20 ? "space" : byte < 0x80 ? String(UnicodeScalar(byte)) : "letter"
    }
    switch step.reason {
    case .none: return nil
    case .family(let number): return rules.families.reasons[Int(number)]
    case .exchanged: return "\(letter(a[i - 1])) for \(letter(b[j - 1]))"
    case .dropped: return a[i - 1] == 0x20 ? "words apart" : "\(letter(a[i - 1])) too many"
    case .added: return b[j - 1] == 0x20 ? "words together" : "\(letter(b[j - 1])) missing"
    }
  }

  /// What the articles differ in: word by word where both names have as many, else by their number.
  private static func articles(
    _ a: ContentWords, _ b: ContentWords, _ rules: SpellingRules
  ) -> (cost: Float, reasons: [String]) {
    guard a.articles != b.articles else { return (0, []) }
    var missing = 0
    var form = 0
    if a.articles.count == b.articles.count {
      for (x, y) in zip(a.articles, b.articles) where x != y {
        if x == 0 || y == 0 { missing += 1 } else { form += 1 }
      }
    } else {
      missing = abs(a.articles.count { $0 != 0 } - b.articles.count { $0 != 0 })
    }
    var reasons: [String] = []
    if missing > 0 { reasons.append("article on one side") }
    if form > 0 { reasons.append("article in another form") }
    return (Float(missing) * rules.prices.articleMissing + Float(form) * rules.prices.articleForm, reasons)
  }
}
