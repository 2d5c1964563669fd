import Records

/// Settles the day of publication: given, else read from the text's head, else inferred.
struct PublicationReader {
  let language: TextLanguage

  /// Reads the crawler's ` date 2020-02-07 ` or ` date 2020-02 ` before a text: its bytes and what it says.
  static func header(_ bytes: [UInt8], from start: Int) -> (range: Range<Int>, text: String)? {
    var index = start
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    guard bytes[index...].starts(with: "date ".utf8) else { return nil }
    let first = index + 5
    var end = first
    while end < bytes.count, (0x30...0x39).contains(bytes[end]) || bytes[end] == 0x2D { end += 1 }
    let text = String(decoding: bytes[first..<end], as: UTF8.self)
    guard end == bytes.count || bytes[end] <= 0x20, text.count == 10 || text.count == 7, Day(iso: full(text)) != nil
    else {
      return nil
    }
    return (start..<end, text)
  }

  private static func full(_ text: String) -> String { text.count == 7 ? text + "-01" : text }

  /// The day of publication of a document whose dates are read.
  func read(_ article: Article, _ document: DocumentDraft, header: String?) -> Publication? {
    if let day = article.published { return Publication(day: day, window: DayWindow(day, day), basis: .given) }
    return header.flatMap(stated) ?? headed(document) ?? inferred(document)
  }

  private func stated(_ header: String) -> Publication? {
    if let day = Day(iso: header) { return Publication(day: day, window: DayWindow(day, day), basis: .header) }
    guard let start = Day(iso: header + "-01") else { return nil }
    return Publication(day: start + 14, window: DayWindow(start, start.monthEnd), basis: .inferred)
  }

  // MARK: The head of a text

  /// A date of publication stands in one of the first blocks.
  private static let headBlocks = 6
  /// In a text without paragraphs, "Syrian army says ... Reuters Monday 31 Oct 2016 Syria's army said" has its date
  /// among the first tokens.
  private static let headTokens = 40
  /// A line that holds the date of publication and little else has no more tokens than this.
  private static let shortLine = 14

  /// The day of a dateline, or of a date at the head of the text.
  private func headed(_ document: DocumentDraft) -> Publication? {
    guard let date = headDate(document), case .date(let year?, let month, let day) = date.form,
      let found = Day(year: year, month: month, day: day)
    else { return nil }
    return Publication(day: found, window: DayWindow(found, found), basis: .header)
  }

  /// That date as the text writes it.
  func headDate(_ document: DocumentDraft) -> DateExpression? {
    let limit = document.blocks.prefix(Self.headBlocks).last?.tokens.upperBound ?? 0
    return document.dates(in: 0..<limit).first { date in
      guard case .date(let year?, let month, let day) = date.form else { return false }
      return Day(year: year, month: month, day: day) != nil && isHead(date, document)
    }
  }

  private func isHead(_ date: DateExpression, _ document: DocumentDraft) -> Bool {
    let first = date.tokens.lowerBound
    if document.tokens[first].has(.dateline) { return true }
    guard let index = document.blocks.prefix(Self.headBlocks).firstIndex(where: { $0.tokens.contains(first) }),
      document.blocks[index].zone != .caption
    else { return false }
    let block = document.blocks[index].tokens
    if block.lowerBound == first { return isApart(date, block, isOpening: index <= 1, document) }
    let hashes = ZoneCues.hashes(document.tokens[block.prefix(Self.headTokens)], document.bytes)
    if language.zoneCues.length(of: .head, atHeadOf: hashes[...]) == first - block.lowerBound { return true }
    let opensText = index == 0 || document.blocks[index - 1].bytes.lowerBound < document.textStart
    return opensText && first - block.lowerBound < Self.headTokens
      && isStamp(date, hashes[...(first - block.lowerBound - 1)], document)
  }

  /// A date that opens the text, or makes up a line of its own; "On" or a verb behind it is for the body.
  private func isApart(_ date: DateExpression, _ block: Range<Int>, isOpening: Bool, _ document: DocumentDraft) -> Bool
  {
    if block.count <= Self.shortLine { return true }
    let next = date.tokens.upperBound
    guard isOpening, next < block.upperBound else { return isOpening }
    return document.tokens[next].kind != .comma || document.tokens[date.tokens.lowerBound].kind == .number
  }

  /// "AFP Thursday 14 Jul 2016": an agency, then a weekday with a full date and no "on".
  private func isStamp(_ date: DateExpression, _ before: ArraySlice<UInt64>, _ document: DocumentDraft) -> Bool {
    guard case .weekday = language.calendar[document.tokens[date.tokens.lowerBound].word] else { return false }
    return language.zoneCues.length(of: .agency, atHeadOf: before.suffix(1)) == 1
  }

  // MARK: Inference

  /// What these words bound may lie ahead, or far behind.
  private static let ahead: Set<String> = ["since", "until", "by", "before"]

  /// The text was written on the latest full date that it tells, or within days of it; its weekdays say how late.
  private func inferred(_ document: DocumentDraft) -> Publication? {
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

  private func latestFullDate(_ document: DocumentDraft, captions: Bool) -> Day? {
    document.dates.compactMap { date -> Day? in
      guard case .date(let year?, let month, let day) = date.form,
        !Self.ahead.contains(date.bound ?? ""),
        (document.zone(ofToken: date.tokens.lowerBound) == .caption) == captions
      else { return nil }
      return Day(year: year, month: month, day: day)
    }.max()
  }

  /// The earliest day on which a weekday within three days of the floor could be reported as past.
  private func earliestReport(of date: DateExpression, _ floor: Day, _ document: DocumentDraft) -> Day {
    guard case .weekday(let weekday, 0) = date.form, date.bound != "until", date.bound != "by",
      document.zone(ofToken: date.tokens.lowerBound) == .body
    else { return floor }
    let ahead = (weekday - floor.weekday + 7) % 7
    guard ahead <= 3 else { return floor }
    let night = date.part == "night" || date.shade == "late"
    return floor + ahead + (night ? 1 : 0)
  }
}
