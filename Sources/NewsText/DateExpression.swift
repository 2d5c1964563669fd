/// What a date expression says, before it is held against a day of publication.
public enum DateForm: Hashable, Sendable {
  /// A day of a month; the year may be left out.
  case date(year: Int?, month: Int, day: Int)
  /// A month; the year may be left out.
  case month(year: Int?, month: Int)
  /// A year.
  case year(Int)
  /// A weekday, 0 is Monday; of the week before or after where so said.
  case weekday(Int, weeks: Int)
  /// So many days from the day of reporting: today 0, yesterday -1.
  case dayOffset(Int)
  /// So many units (`day`, `week`, `month`, `year`, `decade`) from the day of reporting ("two weeks ago"), or from the day last spoken of ("a day earlier").
  case offset(unit: String, count: Int, fromContext: Bool)
  /// A stretch of time: "this month" (count 0), "last week" (-1), "over the past two months" (-2, running).
  case period(unit: String, count: Int, running: Bool)
  /// The day last spoken of.
  case sameDay
  /// "now"
  case now
  /// Only a part of a day or a time.
  case timeOnly
}

/// A date, a day or a time in a text.
public struct DateExpression: Hashable, Sendable {
  /// Its tokens, without the preposition.
  public var tokens: Range<Int>
  /// What it says.
  public var form: DateForm
  /// `since`, `until`, `before`, `after`, `by`, `from`, `into` before it, nil for any other. "By Tuesday's strike"
  /// bounds nothing.
  public var bound: String?
  /// `morning`, `afternoon`, `evening`, `night`.
  public var part: String?
  /// `early`, `mid` or `late`; `later` of a period that is still running ("later this month") or a month to come.
  public var shade: String?
  /// The local time of day, `HH:MM`.
  public var clock: String?

  /// Tells a future time by itself ("next week", "tomorrow").
  public var isFuture: Bool {
    switch form {
    case .weekday(_, let weeks): weeks > 0
    case .dayOffset(let days): days > 0
    case .period(_, let count, _): count > 0 || (count == 0 && (shade == "later" || (shade == "late" && bound == "by")))
    case .month: shade == "later"
    default: false
    }
  }
}
