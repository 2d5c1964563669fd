/// Days told against the day of reporting or the day last spoken of.
extension DateReader {
  /// "The past few days" are taken for so many.
  private static let few = 5

  func relative(at index: Int) -> DateExpression? {
    dayWord(at: index) ?? period(at: index) ?? edge(at: index) ?? counted(at: index)
  }

  /// "today", "yesterday", "overnight", "since then".
  private func dayWord(at index: Int) -> DateExpression? {
    let alone = index..<index + 1
    switch role(index) {
    case .today: return make(alone, .dayOffset(0))
    case .yesterday: return make(alone, .dayOffset(-1))
    case .tomorrow: return make(alone, .dayOffset(1))
    case .now: return make(alone, .now)
    case .tonight: return make(alone, .dayOffset(0)).with(part: "night")
    case .overnight: return make(alone, .timeOnly).with(part: "night")
    case .then: return role(index - 1)?.isBound == true ? make(alone, .sameDay) : nil
    case .last, .previous, .same, .that, .this, .following, .next: return dayBehind(index)
    default: return nil
    }
  }

  /// "last night", "the previous night", "that day", "this morning", "the next day".
  private func dayBehind(_ index: Int) -> DateExpression? {
    let tokens = index..<index + 2
    if case .part(let part) = calendar(index + 1) { return make(tokens, nearDay(index)).with(part: part) }
    guard calendar(index + 1) == .unit("day"), role(index) != .last, role(index) != .this else { return nil }
    return make(tokens, nearDay(index))
  }

  private func nearDay(_ index: Int) -> DateForm {
    switch role(index) {
    case .last: .dayOffset(-1)
    case .this: .dayOffset(0)
    case .previous: .offset(unit: "day", count: -1, fromContext: true)
    case .following, .next: .offset(unit: "day", count: 1, fromContext: true)
    default: .sameDay
    }
  }

  /// "this month", "last week", "over the past two months", "in recent days", "next week", "over the weekend".
  private func period(at index: Int) -> DateExpression? {
    guard let which = role(index) else { return nil }
    if which == .recent { return recent(index) }
    if which == .the, calendar(index + 1) == .unit("weekend") {
      return make(index..<index + 2, .period(unit: "weekend", count: 0, running: false))
    }
    switch which {
    case .this, .last, .past, .next, .previous, .following: break
    default: return nil
    }
    let isAhead = which == .next || which == .following
    if case .unit(let unit) = calendar(index + 1), unit != "day" || which == .past {
      let count = which == .this ? 0 : isAhead ? 1 : -1
      let date = make(index..<index + 2, .period(unit: unit, count: count, running: which == .past))
      return which == .this && role(index - 1) == .later ? date.with(shade: "later") : date
    }
    if case .season(let month) = calendar(index + 1), !isAhead {
      return make(index..<index + 2, .month(year: nil, month: month))
    }
    guard which != .this, let count = count(index + 1, orFew: true), case .unit(let unit) = calendar(index + 2) else {
      return nil
    }
    return make(index..<index + 3, .period(unit: unit, count: isAhead ? count : -count, running: true))
  }

  private func recent(_ index: Int) -> DateExpression? {
    guard case .unit(let unit) = calendar(index + 1) else { return nil }
    return make(index..<index + 2, .period(unit: unit, count: -DateReader.few, running: true))
  }

  /// "the start of the month", "by the end of the year".
  private func edge(at index: Int) -> DateExpression? {
    guard let shade = role(index)?.shade, shade.needsOf, role(index + 1) == .of,
      role(index + 2) == .the || role(index + 2) == .this, case .unit(let unit) = calendar(index + 3),
      ["week", "month", "year"].contains(unit)
    else { return nil }
    return make(index..<index + 4, .period(unit: unit, count: 0, running: false)).with(shade: shade.name)
  }

  /// "two days ago", "a day earlier", "three weeks later", "the day before", "the day before yesterday".
  private func counted(at index: Int) -> DateExpression? {
    guard let count = count(index), case .unit(let unit) = calendar(index + 1), unit != "hour" else { return nil }
    let tokens = index..<index + 3
    switch role(index + 2) {
    case .ago: return make(tokens, .offset(unit: unit, count: -count, fromContext: false))
    case .earlier: return make(tokens, .offset(unit: unit, count: -count, fromContext: true))
    case .later: return make(tokens, .offset(unit: unit, count: count, fromContext: true))
    case .before where role(index + 3) == .yesterday && count == 1: return make(index..<index + 4, .dayOffset(-2))
    case .after where role(index + 3) == .tomorrow && count == 1: return make(index..<index + 4, .dayOffset(2))
    // "Two days before the vote" leans on the vote.
    case .before where kind(index + 3) != .word:
      return make(tokens, .offset(unit: unit, count: -count, fromContext: true))
    default: return nil
    }
  }

  private func count(_ index: Int, orFew: Bool = false) -> Int? {
    if role(index) == .one || role(index) == .the { return 1 }
    if orFew, role(index) == .few { return DateReader.few }
    if let value = integer(index) { return value < 1000 ? value : nil }
    guard kind(index) == .word else { return nil }
    switch language.numbers[document.tokens[index].word] {
    case .unit(let value), .ten(let value): return value
    default: return nil
    }
  }
}

extension DateExpression {
  func with(part: String? = nil, shade: String? = nil, clock: String? = nil) -> DateExpression {
    var date = self
    date.part = part ?? self.part
    date.shade = shade ?? self.shade
    date.clock = clock ?? self.clock
    return date
  }
}
