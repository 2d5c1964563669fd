/// A local calendar day in the proleptic Gregorian calendar, counted from 1970-01-01.
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01.
  public var number: Int

  /// The day with this count since 1970-01-01.
  public init(number: Int) { self.number = number }

  /// The day of that date, nil where the calendar has none (February 30).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Day.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    number = Day.count(year: year, month: month, day: day)
  }

  /// Reads `YYYY-MM-DD`, also at the head of a longer stamp (`2020-02-07T10:00:00Z`).
  public init?(iso text: some StringProtocol) {
    let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month (1-12) and day of the month (Hinnant, "chrono-compatible low-level date algorithms").
  public var date: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// 0 is Monday, 6 is Sunday (ISO 8601 less one).
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 }

  /// The last such weekday up to this day, this day itself included (Codebook 6).
  public func last(weekday: Int) -> Day { self - ((self.weekday - weekday) + 7) % 7 }

  /// The first day of this day's month.
  public var monthStart: Day { self - (date.day - 1) }

  /// The last day of this day's month.
  public var monthEnd: Day { monthStart + (Day.length(ofMonth: date.month, year: date.year) - 1) }

  /// `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = date
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return String(repeating: "0", count: max(0, 4 - "\(year)".count)) + "\(year)-\(two(month))-\(two(day))"
  }

  /// Earlier days come first.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  /// So many days later.
  public static func + (day: Day, count: Int) -> Day { Day(number: day.number + count) }
  /// So many days earlier.
  public static func - (day: Day, count: Int) -> Day { Day(number: day.number - count) }
  /// The days from the right one to the left one.
  public static func - (left: Day, right: Day) -> Int { left.number - right.number }

  /// The number of days in that month.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  private static func count(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

/// The local days that bound something, both included.
public struct DayWindow: Hashable, Sendable {
  /// The first possible day.
  public var start: Day
  /// The last possible day.
  public var end: Day

  /// The window from start to end; the two are put in order.
  public init(_ start: Day, _ end: Day) {
    self.start = min(start, end)
    self.end = max(start, end)
  }

  /// Whether the two windows share a day.
  public func overlaps(_ other: DayWindow) -> Bool { start <= other.end && other.start <= end }
}
