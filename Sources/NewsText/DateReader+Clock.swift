/// Times and parts of a day.
extension DateReader {
  /// "1:15 a.m.", "at 9 am", "nine o'clock in the evening", "13:00", "0130 hrs", "noon", "in the morning".
  func clock(at index: Int) -> DateExpression? {
    switch calendar(index) {
    case .clock(let time): return make(index..<index + 1, .timeOnly).with(clock: time)
    case .part(let part):
      switch role(index - 1) {
      case .in, .by, .the, .at, .until: return make(index..<index + 1, .timeOnly).with(part: part)
      default: return nil
      }
    default: return time(at: index)
    }
  }

  private func time(at index: Int) -> DateExpression? {
    guard isClock(role(index + 1)) || isColonTime(index), let (hour, minute) = hourAndMinute(index) else { return nil }
    var (hours, end) = (hour, index + 2)
    switch role(index + 1) {
    case .am: hours = hour == 12 ? 0 : hour
    case .pm: hours = hour < 12 ? hour + 12 : hour
    case .oclock: (hours, end) = inPart(hour, behind: index + 2)
    case .hours24 where document.tokens[index].range.count >= 4: break
    case .zone where document.tokens[index].range.count >= 4:
      // The local time of a time told in UTC is not known.
      return make(index..<index + 2, .timeOnly)
    default:
      guard isColonTime(index) else { return nil }
      (hours, end) = inPart(hour, behind: index + 1)
    }
    return make(index..<end, .timeOnly).with(clock: clockText(hours, minute))
  }

  /// "at nine o'clock in the evening": the hour of the day, and where the words end.
  private func inPart(_ hour: Int, behind end: Int) -> (hour: Int, end: Int) {
    var part = end
    if role(part) == .in || role(part) == .at { part += 1 }
    if role(part) == .the { part += 1 }
    guard part > end, hour <= 12, case .part(let name) = calendar(part) else { return (hour, end) }
    switch name {
    case "afternoon", "evening": return (hour < 12 ? hour + 12 : hour, part + 1)
    case "night": return (hour == 12 ? 0 : hour >= 6 ? hour + 12 : hour, part + 1)
    default: return (hour == 12 ? 0 : hour, part + 1)
    }
  }

  /// Words behind a time of day.
  private func isClock(_ role: DateRole?) -> Bool {
    switch role {
    case .am, .pm, .oclock, .hours24, .zone: true
    default: false
    }
  }

  private func isColonTime(_ index: Int) -> Bool {
    document.bytes[document.tokens[index].range].contains(0x3A)
  }

  /// The hour and the minute that a token tells: "1:15", "1.15", "9", "0130", "nine" before "o'clock".
  private func hourAndMinute(_ index: Int) -> (hour: Int, minute: Int)? {
    let token = document.tokens[index]
    guard token.kind == .number else {
      guard case .unit(let hour) = language.numbers[token.word], (1...12).contains(hour), role(index + 1) == .oclock
      else { return nil }
      return (hour, 0)
    }
    guard token.range.count <= 8 else { return nil }
    if let whole = integer(index), token.range.count == 4 { return valid(whole / 100, whole % 100) }
    let parts = document.bytes[token.range].split(omittingEmptySubsequences: false) { $0 == 0x3A || $0 == 0x2E }
    guard parts.count == 1 || parts[1].count == 2 else { return nil }
    let figures = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    return figures.count == parts.count ? valid(figures[0], figures.count > 1 ? figures[1] : 0) : nil
  }

  private func valid(_ hour: Int, _ minute: Int) -> (hour: Int, minute: Int)? {
    (0...23).contains(hour) && (0...59).contains(minute) || (hour == 24 && minute == 0) ? (hour % 24, minute) : nil
  }

  private func clockText(_ hour: Int, _ minute: Int) -> String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return two(hour) + ":" + two(minute)
  }
}
