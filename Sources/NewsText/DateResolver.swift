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
    case .month(let year, let month): monthWindow(year, month)
    case .year(let year): span(Day(year: year, month: 1, day: 1), Day(year: year, month: 12, day: 31), "explicit")
    case .weekday(let weekday, let weeks):
      publication.map { shaded(leaning(exact($0.day.last(weekday: weekday) + 7 * weeks, "weekday")), date) }
    case .dayOffset(let days): publication.map { shaded(leaning(exact($0.day + days, "relative")), date) }
    case .offset(let unit, let count, let fromContext): offset(unit, count, fromContext ? context : nil)
    case .period(let unit, let count, let running): period(unit, count, running)
    case .sameDay: context.map { exact($0, "relative") } ?? reportingDay()
    case .now, .timeOnly: nil
    }
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

  /// A night runs into the next day.
  private func shaded(_ date: ResolvedDate, _ expression: DateExpression) -> ResolvedDate {
    guard expression.part == "night", expression.clock == nil else { return date }
    var date = date
    date.window = DayWindow(date.day, date.day + 1)
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
    let sameYear = Day(year: last.date.year, month: month, day: day)
    if let sameYear, sameYear <= last { return sameYear }
    return Day(year: last.date.year - 1, month: month, day: day)
  }

  /// A month alone: the 15th, the window the month (Codebook 6).
  private func monthWindow(_ year: Int?, _ month: Int) -> ResolvedDate? {
    var year = year
    if year == nil, let day = publication?.day {
      year = month <= day.date.month ? day.date.year : day.date.year - 1
    }
    guard let year, let start = Day(year: year, month: month, day: 1) else { return nil }
    return ResolvedDate(day: start + 14, window: DayWindow(start, start.monthEnd), basis: "month", isExact: false)
  }

  private func offset(_ unit: String, _ count: Int, _ context: Day?) -> ResolvedDate? {
    guard let from = context ?? publication?.day else { return nil }
    switch unit {
    case "day": return context == nil ? leaning(exact(from + count, "relative")) : exact(from + count, "relative")
    case "week": return span(from + 7 * count - 3, from + 7 * count + 3, "relative")
    case "month": return span(from + 30 * count - 15, from + 30 * count + 15, "relative")
    default: return span(from + 365 * count - 182, from + 365 * count + 182, "relative")
    }
  }

  private func period(_ unit: String, _ count: Int, _ running: Bool) -> ResolvedDate? {
    guard let day = publication?.day else { return nil }
    let length = ["week": 7, "month": 30, "year": 365, "weekend": 7][unit] ?? 1
    if running { return span(day + length * count, day, "relative") }
    switch unit {
    case "week":
      let monday = day - day.weekday + 7 * count
      return span(monday, count == 0 ? max(day, monday) : monday + 6, "relative")
    case "weekend":
      let saturday = day.last(weekday: 5)
      return span(saturday, saturday + 1, "relative")
    case "month": return month(day, count)
    default:
      let year = day.date.year + count
      return span(Day(year: year, month: 1, day: 1), Day(year: year, month: 12, day: 31), "relative")
    }
  }

  private func month(_ day: Day, _ count: Int) -> ResolvedDate? {
    var start = day.monthStart
    for _ in 0..<abs(count) { start = count < 0 ? (start - 1).monthStart : start.monthEnd + 1 }
    let end = count == 0 ? day : start.monthEnd
    return ResolvedDate(day: min(start + 14, end), window: DayWindow(start, end), basis: "month", isExact: false)
  }
}
