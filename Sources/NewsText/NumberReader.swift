/// Finds the quantities of a document.
struct NumberReader {
  let language: TextLanguage
  let document: Document

  /// All number expressions in order, none overlapping another.
  func read() -> [NumberExpression] {
    var found: [NumberExpression] = []
    var index = 0
    while index < document.tokens.count {
      if let number = expression(at: index) {
        found.append(number)
        index = number.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private func word(_ index: Int) -> NumberWord? {
    guard index < document.tokens.count, document.tokens[index].word != 0 else { return nil }
    return language.numbers[document.tokens[index].word]
  }

  private func role(_ index: Int) -> String? {
    index < document.tokens.count ? language.roles[document.tokens[index].word] : nil
  }

  private func expression(at start: Int) -> NumberExpression? {
    for (words, kind) in language.qualifiers where matches(words, at: start) {
      let next = start + words.count
      guard var number = figure(at: next) else { continue }
      number.qualifier = kind
      number.tokens = start..<number.tokens.upperBound
      bound(&number)
      return range(number)
    }
    guard let number = figure(at: start) else { return vague(at: start) }
    return range(number)
  }

  private func matches(_ words: [Int32], at start: Int) -> Bool {
    start + words.count < document.tokens.count
      && words.indices.allSatisfy { document.tokens[start + $0].word == words[$0] }
  }

  private func bound(_ number: inout NumberExpression) {
    switch number.qualifier {
    case .least, .more: number.high = nil
    case .most: number.low = nil
    default: break
    }
  }

  /// "20 to 30", "20-30", "between 20 and 30".
  private func range(_ first: NumberExpression) -> NumberExpression {
    let next = first.tokens.upperBound
    guard next + 1 < document.tokens.count, first.value != nil else { return first }
    let token = document.tokens[next]
    let joins =
      token.kind == .hyphen || (token.kind == .dash && !token.has(.spaced)) || text(next) == "to" || text(next) == "or"
    let between = first.qualifier == .between && text(next) == "and"
    guard joins || between, let second = figure(at: next + 1), let top = second.value, top > first.value! else {
      return first
    }
    var whole = first
    whole.tokens = first.tokens.lowerBound..<second.tokens.upperBound
    whole.figure = first.figure.lowerBound..<second.figure.upperBound
    whole.low = first.value
    whole.high = top
    return whole
  }

  private func text(_ index: Int) -> String { document.string(document.tokens[index].range).lowercased() }

  /// A figure alone: digits with a scale, or number words.
  private func figure(at start: Int) -> NumberExpression? {
    guard start < document.tokens.count else { return nil }
    return document.tokens[start].kind == .number ? digits(at: start) : words(at: start)
  }

  private func digits(at start: Int) -> NumberExpression? {
    let text = document.bytes[document.tokens[start].range]
    guard !text.contains(0x3A) else { return nil }
    let plain = String(decoding: text.filter { $0 != 0x2C }, as: UTF8.self)
    guard var value = Double(plain), !isDateHyphen(start) else { return nil }
    let decimals = plain.split(separator: ".").dropFirst().first?.count ?? 0
    var rounding = decimals > 0 ? 0.5 * power(-decimals) : 0.5 * power(trailingZeros(plain))
    var end = start + 1
    while case .scale(let scale) = word(end) {
      value *= Double(scale)
      rounding *= Double(scale)
      end += 1
    }
    return number(start..<end, value, digits: true, rounding: rounding)
  }

  /// "2020-02-07" is a date.
  private func isDateHyphen(_ start: Int) -> Bool {
    let token = document.tokens[start]
    guard Int(token.end) - Int(token.start) == 4, start + 2 < document.tokens.count else { return false }
    return document.tokens[start + 1].kind == .hyphen && document.tokens[start + 2].kind == .number
      && document.tokens[start + 2].range.count == 2
  }

  private func trailingZeros(_ text: String) -> Int {
    text.count - (text.lastIndex { $0 != "0" }.map { text.distance(from: text.startIndex, to: $0) + 1 } ?? 0)
  }

  private func power(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<abs(exponent) { result *= 10 }
    return exponent < 0 ? 1 / result : result
  }

  private func number(_ range: Range<Int>, _ value: Double, digits: Bool, rounding: Double) -> NumberExpression {
    NumberExpression(
      tokens: range, figure: range, value: value, low: value, high: value, qualifier: nil, isDigits: digits,
      rounding: rounding)
  }

  /// "twenty-two", "a hundred and six", "half a dozen", "two dozen", "a couple of".
  private func words(at start: Int) -> NumberExpression? {
    var total = 0.0
    var current = 0.0
    var index = start
    var any = false
    if text(index) == "half", role(index + 1) == "one", word(index + 2) == .dozen {
      return number(start..<start + 3, 6, digits: false, rounding: 1)
    }
    if role(index) == "one", let next = word(index + 1) {
      switch next {
      case .scale, .dozen: current = 1
      case .couple: return number(start..<start + 2, 2, digits: false, rounding: 0.5)
      default: return nil
      }
      index += 1
    }
    scan: while let piece = word(index) {
      switch piece {
      case .unit(let value): current += Double(value)
      case .ten(let value): current += Double(value)
      case .scale(let scale):
        guard any || current > 0 else { return nil }
        if scale == 100 { current *= 100 } else { total += current * Double(scale); current = 0 }
      case .dozen: current = max(1, current) * 12
      case .couple: if any { break scan } else { current = 2 }
      case .vague, .ordinal: break scan
      }
      any = true
      index += 1
      if index + 1 < document.tokens.count, joinsNumber(index, piece) { index += 1 }
    }
    return any ? number(start..<index, total + current, digits: false, rounding: 0.5) : nil
  }

  /// The hyphen of "twenty-two" and the "and" of "a hundred and six".
  private func joinsNumber(_ index: Int, _ before: NumberWord) -> Bool {
    guard let after = word(index + 1) else { return false }
    if document.tokens[index].kind == .hyphen, case .ten = before, case .unit = after { return true }
    if text(index) == "and", case .scale = before {
      switch after {
      case .unit, .ten: return true
      default: return false
      }
    }
    return false
  }

  private func vague(at start: Int) -> NumberExpression? {
    guard case .vague(let low) = word(start) else { return nil }
    return NumberExpression(
      tokens: start..<start + 1, figure: start..<start + 1, value: nil, low: low.map(Double.init), high: nil,
      qualifier: nil, isDigits: false, rounding: 0)
  }
}
