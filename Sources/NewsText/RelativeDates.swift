/// Days told against the day of reporting or the day last spoken of.
extension DateReader {
  func relative(at index: Int) -> DateExpression? {
    dayWord(at: index) ?? period(at: index) ?? counted(at: index)
  }

  /// "today", "yesterday", "overnight", "last night", "the previous night", "the same day", "that day".
  private func dayWord(at index: Int) -> DateExpression? {
    switch role(index) {
    case "today": return make(index..<index + 1, .dayOffset(0))
    case "yesterday": return make(index..<index + 1, .dayOffset(-1))
    case "tomorrow": return make(index..<index + 1, .dayOffset(1))
    case "now": return make(index..<index + 1, .now)
    case "tonight": return withPart("night", make(index..<index + 1, .dayOffset(0)))
    case "overnight": return withPart("night", make(index..<index + 1, .timeOnly))
    case "last", "previous", "same", "that": return dayBehind(index)
    default: return nil
    }
  }

  private func withPart(_ part: String, _ date: DateExpression) -> DateExpression {
    var date = date
    date.part = part
    return date
  }

  private func dayBehind(_ index: Int) -> DateExpression? {
    if case .part(let part) = calendar(index + 1) {
      let form: DateForm =
        switch role(index) {
        case "last": .dayOffset(-1)
        case "previous": .offset(unit: "day", count: -1, fromContext: true)
        default: .sameDay
        }
      return withPart(part, make(index..<index + 2, form))
    }
    guard case .unit("day") = calendar(index + 1) else { return nil }
    switch role(index) {
    case "previous": return make(index..<index + 2, .offset(unit: "day", count: -1, fromContext: true))
    case "same", "that": return make(index..<index + 2, .sameDay)
    default: return nil
    }
  }

  /// "this month", "last week", "over the past two months", "the last year", "next week".
  private func period(at index: Int) -> DateExpression? {
    guard let which = role(index), ["this", "last", "past", "next", "previous"].contains(which) else { return nil }
    if case .unit(let unit) = calendar(index + 1), unit != "day" || which == "past" {
      let count = which == "this" ? 0 : which == "next" ? 1 : -1
      return make(index..<index + 2, .period(unit: unit, count: count, running: which == "past"))
    }
    if case .season(let month) = calendar(index + 1), which != "next" {
      return make(index..<index + 2, .month(year: nil, month: month))
    }
    guard which != "this", let count = count(index + 1), case .unit(let unit) = calendar(index + 2) else { return nil }
    return make(index..<index + 3, .period(unit: unit, count: which == "next" ? count : -count, running: true))
  }

  /// "two days ago", "a day earlier", "three weeks later".
  private func counted(at index: Int) -> DateExpression? {
    guard let count = count(index), case .unit(let unit) = calendar(index + 1), unit != "hour" else { return nil }
    switch role(index + 2) {
    case "ago": return make(index..<index + 3, .offset(unit: unit, count: -count, fromContext: false))
    case "earlier", "before": return make(index..<index + 3, .offset(unit: unit, count: -count, fromContext: true))
    case "later": return make(index..<index + 3, .offset(unit: unit, count: count, fromContext: true))
    default: return nil
    }
  }

  private func count(_ index: Int) -> Int? {
    if role(index) == "one" || role(index) == "the" { return 1 }
    if let value = integer(index) { return value < 1000 ? value : nil }
    guard index < document.tokens.count else { return nil }
    switch language.numbers[document.tokens[index].word] {
    case .unit(let value), .ten(let value): return value
    default: return nil
    }
  }
}
