public import Records

/// Reads the day out of the stamps that feeds, pages and exports carry.
///
/// Known forms: `2020-02-11` also before a time of day, `2020/02/11`, `20200211`, RFC 822 (`Tue, 11 Feb 2020 14:03:00
/// GMT`), `Feb. 11, 2020`, `11 February 2020`. The day is the one written, whatever the time zone: it is local.
/// `02/11/2020` is refused, since it is read two ways; `4/21/2017` and `21.4.2017` can only be one day.
public enum PublishedDate {
  /// The day that the text tells, nil where it is in no known form or no day of the calendar.
  public static func day(in text: String) -> Day? {
    let tokens = words(of: text)
    return numeric(tokens) ?? named(tokens)
  }

  private enum Token: Equatable {
    case number(Int, digits: Int)
    case word(String)
    case mark(UInt8)
  }

  /// Digits, letters and single marks; blanks are dropped, except that they end a word.
  private static func words(of text: String) -> [Token] {
    var tokens: [Token] = []
    var rest = Array(text.utf8.prefix(64)).drop { $0 <= 0x20 }
    while let byte = rest.first {
      let run = rest.prefix { kind($0) == kind(byte) }
      switch kind(byte) {
      case 0: tokens.append(.number(Int(String(decoding: run.prefix(18), as: UTF8.self)) ?? 0, digits: run.count))
      case 1: tokens.append(.word(String(decoding: run, as: UTF8.self).lowercased()))
      case 2: break
      default: tokens.append(.mark(byte))
      }
      rest = rest.dropFirst(kind(byte) == 3 ? 1 : run.count)
    }
    return tokens
  }

  private static func kind(_ byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): 0
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...: 1
    case ...0x20: 2
    default: 3
    }
  }

  /// `2020-02-11`, `2020/02/11`, `2020.02.11`, `20200211`, each also before a time; year last where day and month
  /// cannot be exchanged.
  private static func numeric(_ tokens: [Token]) -> Day? {
    guard case .number(let first, let digits)? = tokens.first else { return nil }
    if digits == 8 || digits == 14 {
      let stamp = digits == 14 ? first / 1_000_000 : first
      return Day(year: stamp / 10000, month: stamp / 100 % 100, day: stamp % 100)
    }
    guard tokens.count >= 5, case .mark(let mark) = tokens[1], tokens[3] == .mark(mark),
      [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")].contains(mark),
      case .number(let second, 1...2) = tokens[2], case .number(let third, let thirdDigits) = tokens[4]
    else { return nil }
    if digits == 4, thirdDigits <= 2 { return Day(year: first, month: second, day: third) }
    guard digits <= 2, thirdDigits == 4, max(first, second) > 12 || first == second else { return nil }
    return Day(year: third, month: min(first, second), day: max(first, second))
  }

  /// With the month's name: `11 February 2020`, `Feb. 11, 2020`, `Tue, 11 Feb 20`.
  private static func named(_ tokens: [Token]) -> Day? {
    let plain = tokens.filter { if case .mark = $0 { false } else { !isFiller($0) } }
    guard plain.count >= 3 else { return nil }
    switch (plain[0], plain[1], plain[2]) {
    case (.number(let day, 1...2), .word(let name), .number(let year, let digits)):
      guard let month = month(name), let year = fullYear(year, digits: digits) else { return nil }
      return Day(year: year, month: month, day: day)
    case (.word(let name), .number(let day, 1...2), .number(let year, 4)):
      return month(name).flatMap { Day(year: year, month: $0, day: day) }
    default: return nil
    }
  }

  /// RFC 2822, 4.3: two digits below 50 are of this century.
  private static func fullYear(_ year: Int, digits: Int) -> Int? {
    digits == 4 ? year : digits == 2 ? year + (year < 50 ? 2000 : 1900) : nil
  }

  private static func isFiller(_ token: Token) -> Bool {
    guard case .word(let word) = token else { return false }
    return ["st", "nd", "rd", "th", "of"].contains(word) || isName(word, in: weekdays)
  }

  private static func month(_ word: String) -> Int? {
    months.firstIndex { $0 == word || (word.count == 3 && $0.hasPrefix(word)) || (word == "sept" && $0 == "september") }
      .map { $0 + 1 }
  }

  private static func isName(_ word: String, in names: [String]) -> Bool {
    names.contains { $0 == word || (word.count >= 3 && $0.hasPrefix(word)) }
  }

  private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
}
