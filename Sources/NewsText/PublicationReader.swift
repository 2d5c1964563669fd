import Records

/// Settles the day of publication: given, else read from the text's head, else inferred.
struct PublicationReader {
  let language: TextLanguage

  /// Reads the crawler's ` date 2020-02-07 ` or ` date 2020-02 ` before a text: its bytes and what it says.
  static func header(_ bytes: [UInt8], from start: Int) -> (range: Range<Int>, text: String)? {
    var index = start
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    guard index > start, bytes[index...].starts(with: Array("date ".utf8)) else { return nil }
    let first = index + 5
    var end = first
    while end < bytes.count, (0x30...0x39).contains(bytes[end]) || bytes[end] == 0x2D { end += 1 }
    let text = String(decoding: bytes[first..<end], as: UTF8.self)
    guard end < bytes.count, bytes[end] <= 0x20, text.count == 10 || text.count == 7, Day(iso: full(text)) != nil else {
      return nil
    }
    return (start..<end, text)
  }

  private static func full(_ text: String) -> String { text.count == 7 ? text + "-01" : text }

  /// The day of publication of a document whose dates are read.
  func read(_ article: Article, _ document: Document, header: String?) -> Publication? {
    if let day = article.published { return Publication(day: day, window: DayWindow(day, day), basis: .given) }
    return header.flatMap(stated) ?? headed(document) ?? inferred(document)
  }

  private func stated(_ header: String) -> Publication? {
    if let day = Day(iso: header) { return Publication(day: day, window: DayWindow(day, day), basis: .header) }
    guard let start = Day(iso: header + "-01") else { return nil }
    return Publication(day: start + 14, window: DayWindow(start, start.monthEnd), basis: .inferred)
  }

  /// The day of a dateline, or of a date at the very head of the text.
  private func headed(_ document: Document) -> Publication? {
    for date in document.dates {
      guard case .date(let year?, let month, let day) = date.form, let found = Day(year: year, month: month, day: day)
      else { continue }
      let first = date.tokens.lowerBound
      let atHead = document.blocks.contains { $0.tokens.lowerBound == first && $0.zone != .caption }
      if document.tokens[first].has(.dateline) || atHead {
        return Publication(day: found, window: DayWindow(found, found), basis: .header)
      }
    }
    return nil
  }

  // MARK: Inference

  /// The text was written on the latest full date that it tells, or within days of it; its weekdays say how late.
  private func inferred(_ document: Document) -> Publication? {
    guard let floor = latestFullDate(document, captions: true) ?? latestFullDate(document, captions: false) else {
      return nil
    }
    var day = floor
    for date in document.dates { day = max(day, earliestReport(of: date, floor, document)) }
    var last = max(day, floor + 4)
    let thisMonth = document.dates.contains { $0.form == .period(unit: "month", count: 0, running: false) }
    if thisMonth, day <= floor.monthEnd { last = min(last, floor.monthEnd) }
    return Publication(day: day, window: DayWindow(floor, last), basis: .inferred)
  }

  private func latestFullDate(_ document: Document, captions: Bool) -> Day? {
    document.dates.compactMap { date -> Day? in
      guard case .date(let year?, let month, let day) = date.form,
        !["since", "until", "by", "before"].contains(date.bound ?? ""),
        (document.zone(ofToken: date.tokens.lowerBound) == .caption) == captions
      else { return nil }
      return Day(year: year, month: month, day: day)
    }.max()
  }

  /// The earliest day on which a weekday within three days of the floor could be reported as past.
  private func earliestReport(of date: DateExpression, _ floor: Day, _ document: Document) -> Day {
    guard case .weekday(let weekday, 0) = date.form, date.bound != "until", date.bound != "by",
      document.zone(ofToken: date.tokens.lowerBound) == .body
    else { return floor }
    let ahead = (weekday - floor.weekday + 7) % 7
    guard ahead <= 3 else { return floor }
    let night = date.part == "night" || date.shade == "late"
    return floor + ahead + (night ? 1 : 0)
  }
}
