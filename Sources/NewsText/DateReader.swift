/// Finds the dates, days and times of a document.
struct DateReader {
  let language: TextLanguage
  let document: Document

  /// All date expressions in order.
  func read() -> [DateExpression] {
    var found: [DateExpression] = []
    var index = 0
    while index < document.tokens.count {
      guard let date = expression(at: index) else {
        index += 1
        continue
      }
      found.append(finished(date))
      index = date.tokens.upperBound
    }
    return found
  }

  func calendar(_ index: Int) -> CalendarWord? {
    guard index >= 0, index < document.tokens.count, document.tokens[index].word != 0 else { return nil }
    return language.calendar[document.tokens[index].word]
  }

  func role(_ index: Int) -> String? {
    guard index >= 0, index < document.tokens.count, document.tokens[index].word != 0 else { return nil }
    return language.roles[document.tokens[index].word]
  }

  func integer(_ index: Int) -> Int? {
    guard index >= 0, index < document.tokens.count, document.tokens[index].kind == .number else { return nil }
    return Int(document.string(document.tokens[index].range))
  }

  private func expression(at index: Int) -> DateExpression? {
    absoluteDate(at: index) ?? isoDate(at: index) ?? weekday(at: index) ?? relative(at: index) ?? year(at: index)
      ?? clock(at: index)
  }

  func make(_ range: Range<Int>, _ form: DateForm) -> DateExpression {
    DateExpression(tokens: range, form: form, bound: nil, part: nil, shade: nil, clock: nil)
  }

  /// Adds what stands before and behind: "since", "late on", "night", "morning".
  private func finished(_ date: DateExpression) -> DateExpression {
    var date = date
    var before = date.tokens.lowerBound - 1
    scan: while before >= 0, date.tokens.lowerBound - before <= 4 {
      switch role(before) {
      case "early", "late", "mid": date.shade = role(before)
      case "on", "the", "in", "at", "about", "of": break
      case "since", "until", "before", "after", "by", "from":
        date.bound = role(before)
        break scan
      default:
        guard case .part(let part) = calendar(before) else { break scan }
        date.part = part
      }
      before -= 1
    }
    if case .part(let part) = calendar(date.tokens.upperBound), date.part == nil, date.form != .timeOnly {
      date.part = part
      date.tokens = date.tokens.lowerBound..<date.tokens.upperBound + 1
    }
    return date
  }

  // MARK: Dates of the calendar

  /// "January 27, 2020", "Feb. 11", "27 January 2020", "the 12th of January", "September 2018", "in December".
  private func absoluteDate(at index: Int) -> DateExpression? {
    if case .month(let month) = calendar(index), document.tokens[index].has(.capitalized) {
      return monthFirst(index, month)
    }
    guard let day = integer(index), (1...31).contains(day) else { return nil }
    var next = index + 1
    if role(next) == "ordinal" { next += 1 }
    if role(next) == "of" { next += 1 }
    guard case .month(let month) = calendar(next), document.tokens[next].has(.capitalized) else { return nil }
    let (year, end) = yearBehind(next + 1)
    return make(index..<end, .date(year: year, month: month, day: day))
  }

  private func monthFirst(_ index: Int, _ month: Int) -> DateExpression? {
    if let day = integer(index + 1), (1...31).contains(day), !isClock(index + 1) {
      var end = index + 2
      if role(end) == "ordinal" { end += 1 }
      let (year, last) = yearBehind(end)
      return make(index..<last, .date(year: year, month: month, day: day))
    }
    let (year, end) = yearBehind(index + 1)
    if year != nil { return make(index..<end, .month(year: year, month: month)) }
    guard standsAlone(index) else { return nil }
    if role(index - 1) == "last" { return make(index - 1..<index + 1, .month(year: nil, month: month)) }
    return make(index..<index + 1, .month(year: nil, month: month))
  }

  /// "May" and "March" are months alone only where something before them says so.
  private func standsAlone(_ index: Int) -> Bool {
    guard let before = role(index - 1) else { return false }
    return ["in", "since", "until", "last", "this", "early", "late", "mid", "by", "from", "of", "during", "next"]
      .contains(before)
  }

  private func yearBehind(_ index: Int) -> (Int?, Int) {
    var next = index
    if next < document.tokens.count, document.tokens[next].kind == .comma { next += 1 }
    if let year = integer(next), (1900...2100).contains(year) { return (year, next + 1) }
    return (nil, index)
  }

  private func isClock(_ index: Int) -> Bool { role(index + 1) == "am" || role(index + 1) == "pm" }

  private func isoDate(at index: Int) -> DateExpression? {
    guard index + 4 < document.tokens.count, let year = integer(index), (1900...2100).contains(year),
      document.tokens[index + 1].kind == .hyphen, let month = integer(index + 2), (1...12).contains(month),
      document.tokens[index + 3].kind == .hyphen, let day = integer(index + 4), (1...31).contains(day)
    else { return nil }
    return make(index..<index + 5, .date(year: year, month: month, day: day))
  }

  private func year(at index: Int) -> DateExpression? {
    guard let year = integer(index), (1900...2100).contains(year), document.tokens[index].range.count == 4,
      let before = role(index - 1),
      ["in", "since", "until", "by", "from", "during", "of", "before", "after", "early", "late", "mid"].contains(before)
    else { return nil }
    return make(index..<index + 1, .year(year))
  }

  // MARK: Weekdays and times

  private func weekday(at index: Int) -> DateExpression? {
    guard case .weekday(let weekday) = calendar(index), document.tokens[index].has(.capitalized) else { return nil }
    let before = role(index - 1)
    let weeks = before == "next" ? 1 : 0
    let start = before == "last" || before == "next" ? index - 1 : index
    // "Wed 05 Apr 2017", "Friday, Feb. 14": the date says more.
    let next = index + 1 < document.tokens.count && document.tokens[index + 1].kind == .comma ? index + 2 : index + 1
    if var date = absoluteDate(at: next), case .date = date.form {
      date.tokens = index..<date.tokens.upperBound
      return date
    }
    return make(start..<index + 1, .weekday(weekday, weeks: weeks))
  }

  /// "1:15 a.m.", "at 9 am", "nine o'clock", "noon".
  private func clock(at index: Int) -> DateExpression? {
    if case .clock(let time) = calendar(index) {
      var date = make(index..<index + 1, .timeOnly)
      date.clock = time
      return date
    }
    if case .part(let part) = calendar(index),
      role(index - 1) == "in" || role(index - 1) == "by" || role(index - 1) == "the" || role(index - 1) == "at"
        || role(index - 1) == "until"
    {
      var date = make(index..<index + 1, .timeOnly)
      date.part = part
      return date
    }
    guard let (hour, minute, length) = time(at: index) else { return nil }
    let suffix = role(index + length)
    guard suffix == "am" || suffix == "pm" || suffix == "oclock" || length == 1 && isColonTime(index) else {
      return nil
    }
    let shift = suffix == "pm" && hour < 12 ? 12 : suffix == "am" && hour == 12 ? -12 : 0
    let named = suffix == "am" || suffix == "pm" || suffix == "oclock"
    var date = make(index..<index + length + (named ? 1 : 0), .timeOnly)
    date.clock = clockText(hour + shift, minute)
    return date
  }

  private func isColonTime(_ index: Int) -> Bool { document.bytes[document.tokens[index].range].contains(0x3A) }

  private func time(at index: Int) -> (hour: Int, minute: Int, length: Int)? {
    let token = document.tokens[index]
    if token.kind == .number {
      let parts = document.string(token.range).split(whereSeparator: { $0 == ":" || $0 == "." }).map { Int($0) }
      guard let first = parts.first, let hour = first, (0...24).contains(hour) else { return nil }
      let minute = parts.count > 1 ? parts[1] ?? 0 : 0
      return minute < 60 ? (hour, minute, 1) : nil
    }
    guard case .unit(let hour) = language.numbers[token.word], (1...12).contains(hour), role(index + 1) == "oclock"
    else { return nil }
    return (hour, 0, 1)
  }

  private func clockText(_ hour: Int, _ minute: Int) -> String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return two(hour % 24) + ":" + two(minute)
  }
}
