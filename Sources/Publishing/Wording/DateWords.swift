import Records

/// Days as an American newspaper writes them.
enum DateWords {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// "February 12, 2020".
  static func day(_ day: Day) -> String {
    let (year, month, number) = day.date
    return "\(months[month - 1]) \(number), \(year)"
  }

  /// "February 11–12, 2020", sharing what the two days share.
  static func window(_ window: DayWindow) -> String {
    let (start, end) = (window.start.date, window.end.date)
    if window.start == window.end { return day(window.start) }
    if start.year != end.year { return "\(day(window.start)) – \(day(window.end))" }
    if start.month != end.month {
      return "\(months[start.month - 1]) \(start.day) – \(months[end.month - 1]) \(end.day), \(end.year)"
    }
    return "\(months[start.month - 1]) \(start.day)–\(end.day), \(end.year)"
  }

  /// When an event happened, with a preposition: "on January 27, 2020", "between February 11 and 12, 2020 ...".
  static func phrase(_ time: EventTime, withBounds: Bool = true) -> String? {
    guard let day = time.day else { return time.window.map { "some time in \(window($0))" } }
    if time.timePrecision >= 3, let whole = wholeMonth(time.window) { return "in \(whole)" }
    let best = (time.timePrecision == 1 ? "on " : "on or about ") + self.day(day)
    guard withBounds, let bounds = time.window, bounds.start != bounds.end else { return best }
    return "\(best) (within \(window(bounds)))"
  }

  /// "January 2020" where the window is that month.
  static func wholeMonth(_ window: DayWindow?) -> String? {
    guard let window, window.start == window.start.monthStart, window.end == window.start.monthEnd else { return nil }
    let date = window.start.date
    return "\(months[date.month - 1]) \(date.year)"
  }
}
