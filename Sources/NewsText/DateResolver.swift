public import Records

/// A date expression held against the day of publication.
public struct ResolvedDate: Hashable, Sendable {
  /// The best day.
  public var day: Day
  /// The days it may be.
  public var window: DayWindow
  /// `explicit`, `weekday`, `relative`, `reporting_day` or `month`.
  public var basis: String
  /// Whether the day itself is certain, before the basis of publication is asked.
  public var isExact: Bool

  /// A resolved date.
  public init(day: Day, window: DayWindow, basis: String, isExact: Bool) {
    self.day = day
    self.window = window
    self.basis = basis
    self.isExact = isExact
  }
}

/// Turns date expressions into days (Codebook 6).
public struct DateResolver: Sendable {
  /// The day of publication, nil where unknown.
  public let publication: Publication?

  /// A resolver for a document published then.
  public init(publication: Publication?) { self.publication = publication }

  /// The day an expression tells; nil where the day of publication it leans on is unknown, or it tells none.
  /// `context` is the day last spoken of.
  public func resolve(_ date: DateExpression, context: Day? = nil) -> ResolvedDate? {
    switch date.form {
    case .date(let year, let month, let day): calendarDay(year, month, day).map { shaded(exact($0, "explicit"), date) }
    case .month(let year, let month): monthWindow(year, month, isAhead: date.isFuture).map { third($0, date.shade) }
    case .year(let year): span(Day(year: year, month: 1, day: 1), Day(year: year, month: 12, day: 31), "explicit")
    case .weekday(let weekday, let weeks):
      publication.map { shaded(leaning(exact(Self.day($0.day, weekday, weeks), "weekday")), date) }
    case .dayOffset(let days): publication.map { shaded(leaning(exact($0.day + days, "relative")), date) }
    case .offset(let unit, let count, let fromContext):
      offset(unit, count, fromContext ? context : nil).map { shaded($0, date) }
    case .period(let unit, let count, let running): period(unit, count, running).map { third($0, date.shade) }
    case .sameDay: sameDay(date, context)
    case .now, .timeOnly: nil
    }
  }

  /// The day last spoken of; "since then" without one tells nothing.
  private func sameDay(_ date: DateExpression, _ context: Day?) -> ResolvedDate? {
    context.map { shaded(exact($0, "relative"), date) } ?? (date.bound == nil ? reportingDay() : nil)
  }

  /// The last such weekday up to publication; "last week" and "next week" count weeks from Monday.
  private static func day(_ published: Day, _ weekday: Int, _ weeks: Int) -> Day {
    weeks < 0 ? published - published.weekday + 7 * weeks + weekday : published.last(weekday: weekday) + 7 * weeks
  }

  /// The day of reporting where the text names none: the day of publication or the one before it.
  public func reportingDay() -> ResolvedDate? {
    publication.map {
      ResolvedDate(day: $0.day, window: DayWindow($0.day - 1, $0.day), basis: "reporting_day", isExact: false)
    }
  }

  private func exact(_ day: Day, _ basis: String) -> ResolvedDate {
    ResolvedDate(day: day, window: DayWindow(day, day), basis: basis, isExact: true)
  }

  /// A day that leans on an inferred day of publication is never certain.
  private func leaning(_ date: ResolvedDate) -> ResolvedDate {
    guard publication?.basis == .inferred else { return date }
    var date = date
    date.isExact = false
    return date
  }

  /// A night runs into the next day, though not beyond publication; "overnight into Tuesday" began on Monday.
  private func shaded(_ date: ResolvedDate, _ expression: DateExpression) -> ResolvedDate {
    guard expression.clock == nil, date.isExact || date.window.start == date.window.end else { return date }
    var date = date
    if expression.bound == "into" {
      date.window = DayWindow(date.day - 1, date.day)
      date.day = date.day - 1
    } else if expression.part == "night" {
      let last = publication.map { max(date.day, $0.window.end) } ?? date.day + 1
      date.window = DayWindow(date.day, min(date.day + 1, last))
    }
    return date
  }

  /// "Early December" is its first third.
  private func third(_ date: ResolvedDate, _ shade: String?) -> ResolvedDate {
    let length = date.window.end - date.window.start + 1
    guard let place = ["early", "mid", "late"].firstIndex(of: shade ?? ""), length >= 6 else { return date }
    var date = date
    let start = date.window.start + length * place / 3
    date.window = DayWindow(start, date.window.start + length * (place + 1) / 3 - 1)
    date.day = start + (date.window.end - start) / 2
    return date
  }

  private func span(_ start: Day?, _ end: Day?, _ basis: String) -> ResolvedDate? {
    guard let start, let end else { return nil }
    return ResolvedDate(day: start + (end - start) / 2, window: DayWindow(start, end), basis: basis, isExact: false)
  }

  /// A date without a year is the last such one up to the day of publication.
  private func calendarDay(_ year: Int?, _ month: Int, _ day: Int) -> Day? {
    if let year { return Day(year: year, month: month, day: day) }
    guard let last = publication.map({ max($0.day, $0.window.end) }) else { return nil }
    let year = last.date.year
    // February 29 comes every fourth year, once every eighth.
    return (0...8).lazy.compactMap { Day(year: year - $0, month: month, day: day) }.first { $0 <= last }
  }

  /// A month alone: the 15th, the window the month (Codebook 6).
  private func monthWindow(_ year: Int?, _ month: Int, isAhead: Bool) -> ResolvedDate? {
    var year = year
    if year == nil, let day = publication?.day {
      year = month <= day.date.month ? day.date.year : day.date.year - 1
      if isAhead { year = day.date.year + (month > day.date.month ? 0 : 1) }
    }
    guard let year, let start = Day(year: year, month: month, day: 1) else { return nil }
    let end = isAhead ? start.monthEnd : told(upTo: start.monthEnd, from: start)
    return ResolvedDate(day: min(start + 14, end), window: DayWindow(start, end), basis: "month", isExact: false)
  }

  /// What is told of the month of publication lies before publication.
  private func told(upTo end: Day, from start: Day) -> Day {
    guard let last = publication?.day, start <= last, last < end else { return end }
    return last
  }

  private func offset(_ unit: String, _ count: Int, _ context: Day?) -> ResolvedDate? {
    guard let from = context ?? publication?.day else { return nil }
    switch unit {
    case "day": return context == nil ? leaning(exact(from + count, "relative")) : exact(from + count, "relative")
    case "week": return span(from + 7 * count - 3, from + 7 * count + 3, "relative")
    case "month": return span(from + 30 * count - 15, from + 30 * count + 15, "relative")
    case "weekend": return nil
    default:
      let days = 365 * count * (unit == "decade" ? 10 : 1)
      return span(from + days - 182, from + days + 182, "relative")
    }
  }

  private func period(_ unit: String, _ count: Int, _ running: Bool) -> ResolvedDate? {
    guard let day = publication?.day else { return nil }
    if running {
      return span(min(day, day + Self.days(unit, count)), max(day, day + Self.days(unit, count)), "relative")
    }
    switch unit {
    case "day", "hour": return span(day - 1, day, "relative")
    case "week":
      let monday = day - day.weekday + 7 * count
      return span(monday, count == 0 ? max(day, monday) : monday + 6, "relative")
    case "weekend": return weekend(day, count)
    case "month": return month(day, count)
    case "decade": return span(day + Self.days(unit, count), day, "relative")
    default:
      let year = day.date.year + count
      let end = Day(year: year, month: 12, day: 31)
      return span(Day(year: year, month: 1, day: 1), count == 0 ? end.map { min($0, day) } : end, "relative")
    }
  }

  /// The length of so many units in days; a day that has begun counts whole.
  private static func days(_ unit: String, _ count: Int) -> Int {
    switch unit {
    case "hour": (count - (count < 0 ? 23 : -23)) / 24
    case "week", "weekend": 7 * count
    case "month": 30 * count
    case "year": 365 * count
    case "decade": 3652 * count
    default: count
    }
  }

  /// Saturday and Sunday up to publication; "last weekend" said on a weekend is the one before.
  private func weekend(_ day: Day, _ count: Int) -> ResolvedDate? {
    let saturday = day.last(weekday: 5)
    let isWeekend = day.weekday >= 5
    let start = saturday + (count < 0 ? (isWeekend ? -7 : 0) : 7 * count)
    return span(start, count == 0 ? min(start + 1, day) : start + 1, "relative")
  }

  private func month(_ day: Day, _ count: Int) -> ResolvedDate? {
    var start = day.monthStart
    for _ in 0..<abs(count) { start = count < 0 ? (start - 1).monthStart : start.monthEnd + 1 }
    let end = count == 0 ? day : start.monthEnd
    return ResolvedDate(day: min(start + 14, end), window: DayWindow(start, end), basis: "month", isExact: false)
  }
}
