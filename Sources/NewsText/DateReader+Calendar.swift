/// Days and months of the calendar, years and weekdays.
extension DateReader {
  /// The years that a text means when it writes four digits.
  private static let years = 1900...2100

  /// "27 January 2020", "Jan. 27th" turned round: "the 27th of January".
  func day(at index: Int) -> DateExpression? {
    guard let day = integer(index), (1...31).contains(day) else { return nil }
    var next = index + 1
    if role(next) == .ordinal { next += 1 }
    if role(next) == .of { next += 1 }
    guard case .month(let month) = calendar(next), document.tokens[next].has(.capitalized) else { return nil }
    if let year = wireYear(next + 1, month: next) {
      return make(index..<next + 2, .date(year: year, month: month, day: day))
    }
    let (year, end) = yearBehind(next + 1)
    return make(index..<end, .date(year: year, month: month, day: day))
  }

  /// "SAN SALVADOR, 3 JAN 90 --": two figures behind a month in capitals, at the end of a dateline or of a line of its own.
  private func wireYear(_ index: Int, month: Int) -> Int? {
    guard document.tokens[month].has(.allCaps), let year = integer(index), document.tokens[index].range.count == 2
    else {
      return nil
    }
    let next = kind(index + 1)
    let closes = next == nil || next == .dash || next == .hyphen || next == .openBracket || next == .closeBracket
    guard closes || document.tokens[index].has(.dateline) else { return nil }
    return year < 50 ? 2000 + year : 1900 + year
  }

  /// "January 27, 2020", "Feb. 11", "September 2018", "in December", "last March".
  func month(at index: Int) -> DateExpression? {
    guard case .month(let month) = calendar(index), document.tokens[index].has(.capitalized) else { return nil }
    if let day = integer(index + 1), (1...31).contains(day), !isClock(index + 1) {
      let behind = role(index + 2) == .ordinal ? index + 3 : index + 2
      let (year, end) = yearBehind(lastDayBehind(behind, day))
      return make(index..<end, .date(year: year, month: month, day: day))
    }
    if let date = runTogether(index, month) { return date }
    let (year, end) = yearBehind(index + 1)
    if year != nil { return make(index..<end, .month(year: year, month: month)) }
    return monthAlone(index, month)
  }

  /// "Feb 022015": a crawler lost the comma between day and year.
  private func runTogether(_ index: Int, _ month: Int) -> DateExpression? {
    guard let figures = integer(index + 1), [5, 6].contains(document.tokens[index + 1].range.count),
      DateReader.years.contains(figures % 10_000), (1...31).contains(figures / 10_000)
    else { return nil }
    return make(index..<index + 2, .date(year: figures % 10_000, month: month, day: figures / 10_000))
  }

  /// "January 27-28": the stretch is known by its first day.
  private func lastDayBehind(_ index: Int, _ day: Int) -> Int {
    guard kind(index) == .hyphen || kind(index) == .dash, !document.tokens[index].has(.spaced),
      let last = integer(index + 1), last > day, last <= 31
    else { return index }
    return index + 2
  }

  /// "May" and "March" are months alone only where something before them says so.
  private func monthAlone(_ index: Int, _ month: Int) -> DateExpression? {
    let before = kind(index - 1) == .hyphen ? index - 2 : index - 1
    guard let lead = role(before), lead.leadsMonth else { return nil }
    if lead == .and, !isMonth(before - 1) { return nil }
    if lead == .to, !isMonth(before - 1) && role(before - 2) != .from { return nil }
    let taken = lead == .last || lead == .next || lead == .this
    var date = make((taken ? before : index)..<index + 1, .month(year: nil, month: month))
    if lead == .next { date.shade = "later" }
    return date
  }

  private func isMonth(_ index: Int) -> Bool {
    if case .month = calendar(index) { true } else { false }
  }

  private func yearBehind(_ index: Int) -> (Int?, Int) {
    let next = kind(index) == .comma ? index + 1 : index
    if let year = fullYear(next) { return (year, next + 1) }
    return (nil, index)
  }

  private func fullYear(_ index: Int) -> Int? {
    integer(index).flatMap { DateReader.years.contains($0) && document.tokens[index].range.count == 4 ? $0 : nil }
  }

  private func isClock(_ index: Int) -> Bool { role(index + 1) == .am || role(index + 1) == .pm }

  /// "2020-02-07", "24-02-2015", "24.09.2014", "24/9/2014".
  func numericDate(at index: Int) -> DateExpression? {
    let (parts, end) = numericParts(index)
    guard parts.count == 3 else { return nil }
    if DateReader.years.contains(parts[0]) { return numeric(index..<end, parts[0], parts[1], parts[2]) }
    guard DateReader.years.contains(parts[2]) else { return nil }
    // A slash may stand for either order: only a day beyond 12 tells.
    if kind(index + 1) != .symbol { return numeric(index..<end, parts[2], parts[1], parts[0]) }
    if parts[0] > 12 { return numeric(index..<end, parts[2], parts[1], parts[0]) }
    return parts[1] > 12 ? numeric(index..<end, parts[2], parts[0], parts[1]) : nil
  }

  private func numeric(_ tokens: Range<Int>, _ year: Int, _ month: Int, _ day: Int) -> DateExpression? {
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    return make(tokens, .date(year: year, month: month, day: day))
  }

  /// Three figures parted by the same mark, or one token with two periods.
  private func numericParts(_ index: Int) -> ([Int], Int) {
    let token = document.tokens[index]
    guard token.range.count <= 10 else { return ([], index) }
    if document.bytes[token.range].count(where: { $0 == 0x2E }) == 2 {
      let pieces = document.bytes[token.range].split(separator: 0x2E, omittingEmptySubsequences: false)
      return (pieces.compactMap { Int(String(decoding: $0, as: UTF8.self)) }, index + 1)
    }
    guard let first = integer(index), let second = integer(index + 2), let third = integer(index + 4),
      isSeparator(index + 1), isSeparator(index + 3)
    else { return ([], index) }
    return ([first, second, third], index + 5)
  }

  private func isSeparator(_ index: Int) -> Bool {
    let token = document.tokens[index]
    return token.kind == .hyphen || (token.kind == .symbol && document.bytes[Int(token.start)] == 0x2F)
  }

  /// "in 2011", "since 2018", "mid-2019".
  func year(at index: Int) -> DateExpression? {
    let before = kind(index - 1) == .hyphen ? index - 2 : index - 1
    guard let year = fullYear(index), let lead = role(before), lead.leadsYear else { return nil }
    return make(index..<index + 1, .year(year))
  }

  /// "Tuesday", "last Friday", "Tuesday last week", "Wed 05 Apr 2017".
  func weekday(at index: Int) -> DateExpression? {
    guard case .weekday(let weekday) = calendar(index), document.tokens[index].has(.capitalized) else { return nil }
    // "Friday, Feb. 14": the date says more.
    let next = kind(index + 1) == .comma ? index + 2 : index + 1
    if next < document.tokens.count, var date = day(at: next) ?? month(at: next), case .date = date.form {
      date.tokens = index..<date.tokens.upperBound
      return date
    }
    // "The Sun": a short form alone needs its period.
    let isShort = language.abbreviations[document.tokens[index].word] != nil
    guard !isShort || document.tokens[index].has(.abbreviation) else { return nil }
    let lead = role(index - 1)
    let start = lead == .last || lead == .next || lead == .past ? index - 1 : index
    let behind = role(index + 1) == .of ? index + 2 : index + 1
    if lead == nil || lead == .on, calendar(behind + 1) == .unit("week"), let side = role(behind),
      side == .last || side == .next
    {
      return make(start..<behind + 2, .weekday(weekday, weeks: side == .last ? -1 : 1))
    }
    return make(start..<index + 1, .weekday(weekday, weeks: lead == .next ? 1 : 0))
  }
}

extension DateRole {
  /// A year alone behind it is a date: "in 2011".
  fileprivate var leadsYear: Bool {
    switch self {
    case .in, .since, .until, .by, .from, .during, .of, .before, .after, .early, .late, .mid, .through: true
    default: false
    }
  }

  /// A month alone behind it is a date: "since March".
  fileprivate var leadsMonth: Bool {
    switch self {
    case .last, .past, .this, .next, .to, .and: true
    default: leadsYear
    }
  }
}
