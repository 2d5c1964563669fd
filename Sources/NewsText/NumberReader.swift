/// Finds the quantities of a document. The figures of calendar days, years and times of day are none.
struct NumberReader {
  let language: TextLanguage
  let document: DocumentDraft

  /// All number expressions in order, none overlapping another.
  func read() -> [NumberExpression] {
    var found: [NumberExpression] = []
    var index = 0
    // The words of calendar days, and those before which the next number ends: "20 to 22 January" counts nothing.
    var dates = document.dates.lazy.filter(\.isCalendar).map(\.tokens).makeIterator()
    var date = dates.next()
    while index < document.tokens.count {
      while let past = date, past.upperBound <= index { date = dates.next() }
      if let date, date.contains(index) {
        index = date.upperBound
      } else if opens(index), let number = expression(at: index),
        number.tokens.upperBound <= date?.lowerBound ?? .max
      {
        found.append(number)
        index = number.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private func opens(_ index: Int) -> Bool {
    let token = document.tokens[index]
    if token.kind == .number { return true }
    let next = index + 1 < document.tokens.count ? document.tokens[index + 1].word : 0
    return language.opensNumber(token.word, before: next)
  }

  func word(_ index: Int) -> NumberWord? {
    guard index >= 0, index < document.tokens.count, document.tokens[index].word != 0 else { return nil }
    return language.numbers[document.tokens[index].word]
  }

  private func expression(at start: Int) -> NumberExpression? {
    let word = document.tokens[start].word
    if language.qualifiers.holds(word) {
      for (words, kind) in language.qualifiers[word] ?? [] where matches(words, at: start) {
        let next = start + words.count
        guard let figure = figure(at: next), let number = qualified(figure, kind, at: start) else { continue }
        return number
      }
    }
    return figure(at: start).map { range($0, kind: nil) } ?? vague(at: start)
  }

  private func matches(_ words: [Int32], at start: Int) -> Bool {
    start + words.count < document.tokens.count
      && words.indices.allSatisfy { document.tokens[start + $0].word == words[$0] }
  }

  /// The figure with what stands before it; "between" and "from" need a second figure.
  private func qualified(_ figure: NumberExpression, _ kind: NumberQualifier, at start: Int) -> NumberExpression? {
    var number = figure
    switch kind {
    case .least, .more: number.high = nil
    case .most: number.low = nil
    default: break
    }
    number = range(number, kind: kind)
    if kind == .between, number.figure == figure.figure { return nil }
    number.qualifier = kind
    number.tokens = start..<number.tokens.upperBound
    return number
  }

  /// "20 to 30", "20-30", "between 20 and 30".
  private func range(_ first: NumberExpression, kind: NumberQualifier?) -> NumberExpression {
    let next = first.tokens.upperBound
    guard let bottom = first.value, joins(next, kind), let second = figure(at: next + 1), let top = second.value,
      let scaled = sameScale(bottom, first, second), top > scaled
    else { return first }
    var whole = first
    whole.tokens = first.tokens.lowerBound..<second.tokens.upperBound
    whole.figure = first.figure.lowerBound..<second.figure.upperBound
    (whole.value, whole.low, whole.high) = (scaled, scaled, top)
    if scaled > bottom { whole.rounding *= scaled / bottom }
    return whole
  }

  private func joins(_ index: Int, _ kind: NumberQualifier?) -> Bool {
    guard index + 1 < document.tokens.count else { return false }
    let token = document.tokens[index]
    switch token.kind {
    case .hyphen: return true
    case .dash: return !token.has(.spaced)
    default: return word(index) == .to || (kind == .between && word(index) == .and)
    }
  }

  /// "1 to 2 million" begins at a million: a lower figure without a scale takes the scale of the upper one.
  private func sameScale(_ bottom: Double, _ first: NumberExpression, _ second: NumberExpression) -> Double? {
    guard first.figure.count == 1, second.figure.count == 2,
      case .scale(let scale) = word(second.figure.lowerBound + 1),
      let top = second.value, bottom < top / Double(scale)
    else { return bottom }
    return bottom * Double(scale)
  }

  // MARK: Digits

  /// A figure alone: digits with a scale, or number words.
  func figure(at start: Int) -> NumberExpression? {
    guard start < document.tokens.count else { return nil }
    return document.tokens[start].kind == .number ? digits(at: start) : words(at: start)
  }

  private func digits(at start: Int) -> NumberExpression? {
    guard document.tokens[start].range.count <= 20, !isDesignation(start), let plain = plain(start) else {
      return nil
    }
    var value = plain.value
    let decimals = plain.decimals
    var rounding = decimals > 0 ? 0.5 * power(-decimals) : 0.5 * power(trailingZeros(value))
    var end = start + 1
    while end <= start + 2, let scale = scale(end) {
      value *= scale
      rounding *= scale
      end += 1
    }
    return number(start..<end, value, digits: true, rounding: rounding)
  }

  /// The value of a token's digits and how many of them stand behind a period; nil for a time of day.
  private func plain(_ index: Int) -> (value: Double, decimals: Int)? {
    let range = document.tokens[index].range
    var whole: UInt64 = 0
    for place in range {
      let digit = document.bytes[place] &- 0x30
      if digit <= 9, whole < 1_000_000_000_000_000 {
        whole = whole * 10 + UInt64(digit)
      } else if document.bytes[place] != 0x2C {
        return anyPlain(document.bytes[range])
      }
    }
    return (Double(whole), 0)
  }

  private func anyPlain(_ text: ArraySlice<UInt8>) -> (value: Double, decimals: Int)? {
    guard !text.contains(0x3A) else { return nil }
    let plain = String(decoding: text.filter { $0 != 0x2C }, as: UTF8.self)
    return Double(plain).map { ($0, plain.split(separator: ".").dropFirst().first?.count ?? 0) }
  }

  private func scale(_ index: Int) -> Double? {
    switch word(index) {
    case .scale(let scale): Double(scale)
    case .dozen: 12
    default: nil
    }
  }

  /// The figure of "T-72", "S-400" or "COVID-19" is part of a name.
  private func isDesignation(_ start: Int) -> Bool {
    guard start >= 2, !document.tokens[start].has(.spaced), document.tokens[start - 1].kind == .hyphen else {
      return false
    }
    return document.tokens[start - 2].kind == .word && word(start - 2) == nil
  }

  func number(_ range: Range<Int>, _ value: Double, digits: Bool, rounding: Double) -> NumberExpression {
    NumberExpression(
      tokens: range, figure: range, value: value, low: value, high: value, qualifier: nil, isDigits: digits,
      rounding: rounding)
  }

  /// The zeros at the end of a whole number: 300 has two, 0 has none.
  func trailingZeros(_ value: Double) -> Int {
    var (rest, zeros) = (value, 0)
    while rest >= 10, rest.truncatingRemainder(dividingBy: 10) == 0 {
      rest /= 10
      zeros += 1
    }
    return zeros
  }

  func power(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<abs(exponent) { result *= 10 }
    return exponent < 0 ? 1 / result : result
  }
}

extension DateExpression {
  /// A day or a month of the calendar, a year or a time: its figures count nothing.
  fileprivate var isCalendar: Bool {
    switch form {
    case .date, .month, .year: true
    case .timeOnly: clock != nil || tokens.count > 1
    default: false
    }
  }
}
