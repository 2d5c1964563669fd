/// Numbers in words.
extension NumberReader {
  /// What the words read so far come to.
  private struct Sum {
    var total = 0.0
    var current = 0.0
    /// The value of the last word, 0 before the first; a word may follow that is less than what it is counted by.
    var last = 0.0
    var isDozen = false

    /// Takes in a word; false where the number ends before it: "two three" is two numbers, "twenty three" is one.
    mutating func take(_ word: NumberWord) -> Bool {
      switch word {
      case .unit(let value): return last == 0 || last >= 100 || (last >= 20 && value < 10) ? add(value) : false
      case .ten(let value): return last == 0 || last >= 100 ? add(value) : false
      case .scale(let scale): return current > 0 && Double(scale) > last ? multiply(scale) : false
      case .dozen: return isDozen ? false : dozen()
      default: return false
      }
    }

    private mutating func add(_ value: Int) -> Bool {
      guard !isDozen else { return false }
      current += Double(value)
      last = max(Double(value), 1)
      return true
    }

    private mutating func multiply(_ scale: Int) -> Bool {
      current *= Double(scale)
      if scale > 100 { (total, current) = (total + current, 0) }
      last = Double(scale)
      return true
    }

    private mutating func dozen() -> Bool {
      current = max(1, current) * 12
      last = 12
      isDozen = true
      return true
    }
  }

  /// "twenty-two", "a hundred and six", "half a dozen", "two dozen", "a couple".
  func words(at start: Int) -> NumberExpression? {
    guard let first = word(start) else { return nil }
    switch first {
    case .half: return half(at: start)
    case .couple: return number(start..<start + 1, 2, digits: false, rounding: 0.5)
    case .article:
      switch word(start + 1) {
      case .couple: return number(start..<start + 2, 2, digits: false, rounding: 0.5)
      case .scale, .dozen: return sum(from: start + 1, startingAt: start, Sum(current: 1, last: 1))
      default: return nil
      }
    case .unit, .ten, .dozen: return sum(from: start, startingAt: start, Sum())
    default: return nil
    }
  }

  /// "half a dozen", "half a million".
  private func half(at start: Int) -> NumberExpression? {
    guard word(start + 1) == .article else { return nil }
    switch word(start + 2) {
    case .dozen: return number(start..<start + 3, 6, digits: false, rounding: 1)
    case .scale(let scale):
      return number(start..<start + 3, Double(scale) / 2, digits: false, rounding: Double(scale) / 20)
    default: return nil
    }
  }

  private func sum(from first: Int, startingAt start: Int, _ begun: Sum) -> NumberExpression? {
    var sum = begun
    var index = first
    while let piece = word(index), sum.take(piece) {
      index += 1
      if joinsNumber(index, piece) { index += 1 }
    }
    guard index > first else { return nil }
    let value = sum.total + sum.current
    let rounding = sum.isDozen ? 6 : 0.5 * power(trailingZeros(value))
    return number(start..<index, value, digits: false, rounding: rounding)
  }

  /// The hyphen of "twenty-two" and the "and" of "a hundred and six".
  private func joinsNumber(_ index: Int, _ before: NumberWord) -> Bool {
    guard let after = word(index + 1) else { return false }
    switch (before, after) {
    case (.ten, .unit(let value)): return value < 10 && document.tokens[index].kind == .hyphen
    case (.scale, .unit), (.scale, .ten):
      if case .scale = word(index + 2) { return false }
      return word(index) == .and
    default: return false
    }
  }

  /// "dozens", "several hundred", "hundreds of thousands": no figure.
  func vague(at start: Int) -> NumberExpression? {
    guard case .vague(let low) = word(start) else { return nil }
    var end = start + 1
    var least = low
    scan: while true {
      switch (word(end), word(end + 1)) {
      case (.of, .vague): end += 2
      case (.dozen, _):
        end += 1
        least = least ?? 12
      case (.scale, _): end += 1
      default: break scan
      }
    }
    return NumberExpression(
      tokens: start..<end, figure: start..<end, value: nil, low: least.map(Double.init), high: nil, qualifier: nil,
      isDigits: false, rounding: 0)
  }
}
