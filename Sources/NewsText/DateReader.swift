/// Finds the dates, days and times of a document.
///
/// `DateReader+Calendar` reads days and months, `DateReader+Relative` what is told against another day,
/// `DateReader+Clock` times and parts of a day.
struct DateReader {
  let language: TextLanguage
  let document: DocumentDraft

  /// All date expressions in order.
  func read() -> [DateExpression] {
    var found: [DateExpression] = []
    var index = 0
    while index < document.tokens.count {
      guard opens(index), let date = expression(at: index) else {
        index += 1
        continue
      }
      found.append(finished(date))
      index = found[found.count - 1].tokens.upperBound
    }
    return found
  }

  func calendar(_ index: Int) -> CalendarWord? {
    guard index >= 0, index < document.tokens.count, language.calendar.holds(document.tokens[index].word) else {
      return nil
    }
    return language.calendar[document.tokens[index].word]
  }

  func role(_ index: Int) -> DateRole? {
    guard index >= 0, index < document.tokens.count, document.tokens[index].word != 0 else { return nil }
    return language.roles[document.tokens[index].word]
  }

  func kind(_ index: Int) -> TokenKind? {
    index >= 0 && index < document.tokens.count ? document.tokens[index].kind : nil
  }

  /// The whole number that a token is, in digits alone.
  func integer(_ index: Int) -> Int? {
    guard kind(index) == .number, document.tokens[index].range.count <= 9 else { return nil }
    var value = 0
    for byte in document.bytes[document.tokens[index].range] {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  private func opens(_ index: Int) -> Bool {
    let token = document.tokens[index]
    if token.kind == .number { return true }
    let next = index + 1 < document.tokens.count ? document.tokens[index + 1].word : 0
    return token.kind == .word && language.opensDate(token.word, before: next)
  }

  private func expression(at index: Int) -> DateExpression? {
    switch document.tokens[index].kind {
    case .number: day(at: index) ?? numericDate(at: index) ?? relative(at: index) ?? year(at: index) ?? clock(at: index)
    case .word: month(at: index) ?? weekday(at: index) ?? relative(at: index) ?? clock(at: index)
    default: nil
    }
  }

  func make(_ range: Range<Int>, _ form: DateForm) -> DateExpression {
    DateExpression(tokens: range, form: form, bound: nil, part: nil, shade: nil, clock: nil)
  }

  // MARK: What stands around a date

  /// So many words before a date are asked for its bound and its shade ("in the early hours of Tuesday").
  private static let reach = 5

  /// Adds what stands before and behind: "since", "late on", "night", "morning".
  private func finished(_ date: DateExpression) -> DateExpression {
    var date = date
    let start = date.tokens.lowerBound
    for before in stride(from: start - 1, through: max(0, start - DateReader.reach), by: -1) {
      guard lookBack(before, &date) else { break }
    }
    if kind(date.tokens.upperBound) == .possessive, date.bound == "by" || date.bound == "from" { date.bound = nil }
    addPartBehind(&date)
    return date
  }

  /// Takes in the word before a date; false where the date's words end.
  private func lookBack(_ before: Int, _ date: inout DateExpression) -> Bool {
    if kind(before) == .hyphen { return role(before - 1)?.shade != nil }
    if case .part(let part) = calendar(before) {
      if date.part == nil { date.part = part }
      return true
    }
    if calendar(before) == .unit("hour") { return role(before + 1) == .of }
    guard let role = role(before) else { return false }
    if let shade = role.shade {
      guard !shade.needsOf || self.role(before + 1) == .of || isArticle(before + 2, behindOf: before + 1) else {
        return false
      }
      if date.shade == nil { date.shade = shade.name }
      return true
    }
    if role.isBound {
      if date.bound == nil { date.bound = role.rawValue }
      return role == .into
    }
    switch role {
    case .on, .the, .in, .at, .about, .of: return true
    default: return false
    }
  }

  private func isArticle(_ index: Int, behindOf of: Int) -> Bool { role(of) == .of && role(index) == .the }

  /// "Tuesday night", "Tuesday at night", "January 27 in the evening".
  private func addPartBehind(_ date: inout DateExpression) {
    guard date.part == nil, date.form != .timeOnly, case .part(let part) = calendar(date.tokens.upperBound) else {
      return
    }
    date.part = part
    date.tokens = date.tokens.lowerBound..<date.tokens.upperBound + 1
  }
}
