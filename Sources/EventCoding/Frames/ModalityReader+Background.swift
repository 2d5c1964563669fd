import NewsText
import Records

/// What stands around a clause: conditions, accusations, history, totals and stretches of time (Codebook 3).
extension ModalityReader {
  /// "women and children who had fled the city": known before, and told of no day.
  func isGoneBefore(_ clause: Clause, _ sentence: ParsedSentence) -> Bool {
    guard let subordinator = clause.subordinator.map({ reading.word($0) }),
      words.relative.contains(subordinator) || words.words("where").contains(subordinator),
      subordinator != words.that, let verb = clause.verb.map({ sentence.verbs[$0] }), reading.dates(of: clause).isEmpty
    else { return false }
    return verb.tokens.contains { reading.word($0) == words.had } && verb.governor == nil
  }

  func contextMiss(_ clause: Clause, _ sentence: ParsedSentence, _ attribution: Attribution) -> Miss? {
    if isGoneBefore(clause, sentence) { return Miss(kind: .reference, reason: "only says which one is meant") }
    if let subordinator = clause.subordinator, words.words("hypothetical").contains(reading.word(subordinator)) {
      return Miss(kind: .hypothetical, reason: "stands under a condition")
    }
    if attribution.verb.contains(.deny) { return Miss(kind: .negated, reason: "only denied") }
    if attribution.verb.contains(.accuse) { return Miss(kind: .alleged, reason: "an accusation") }
    if attribution.isDemand { return Miss(kind: .statement, reason: "a call, a warning or a judgment, not a report") }
    if attribution.isPartyTale { return Miss(kind: .alleged, reason: "a party's account of no stated day") }
    return nil
  }

  /// History, totals and stretches of time (Codebook 3).
  func background(_ frame: Frame, _ clause: Clause, _ sentence: ParsedSentence) -> Miss? {
    if isCountedInUnits(clause) { return Miss(kind: .backgroundTotal, reason: "told over a stretch of time") }
    if words.running.stands(in: clause.tokens, of: reading.document) {
      return Miss(kind: .backgroundTotal, reason: "a running total")
    }
    let dates = ownDates(frame, clause, sentence)
    // "for the third time this summer before dawn on Thursday" happened on Thursday
    let isOfADay = dates.contains { isDay($0) && background($0, frame) == nil }
    for date in dates where !isOfADay || isDay(date) || date.bound == "since" {
      if let miss = background(date, frame) { return miss }
    }
    return nil
  }

  /// "for the first time since September", "the largest delivery to the area since 2012"
  func isForTheFirstTime(_ date: DateExpression) -> Bool {
    let start = date.tokens.lowerBound
    return reading.containsAny(words.words("occurrence"), in: max(0, start - 4)..<start)
      || reading.containsAny(words.words("superlative"), in: max(0, start - 9)..<start)
  }

  /// "in less than one month", "within three weeks": a count of weeks or more behind "in", of no day.
  func isCountedInUnits(_ clause: Clause) -> Bool {
    guard !reading.dates(of: clause).contains(where: isDay) else { return false }
    return clause.tokens.contains { token in
      guard words.words("long unit").contains(reading.word(token)), reading.document.date(at: token) == nil,
        let number = reading.document.numbers(in: max(clause.tokens.lowerBound, token - 2)..<token).last
      else { return false }
      let start = number.tokens.lowerBound
      return start > clause.tokens.lowerBound && words.words("within").contains(reading.word(start - 1))
    }
  }

  /// What its own day puts long before publication is history (Codebook 7).
  func judgeAge(_ frame: inout Frame) {
    guard frame.miss == nil, let time = frame.time, let published = reading.document.publication?.day,
      isPast(published - time.date.window.end, frame)
    else { return }
    frame.miss = Miss(kind: .historical, reason: "its date, \(time.date.day), lies before what the article reports")
  }

  /// A week is news in what is told in passing, two weeks in what is told for itself, a month under a picture.
  func isPast(_ age: Int, _ frame: Frame) -> Bool {
    age > (frame.zone == .caption ? 31 : isInPassing(frame) ? 7 : 14)
  }

  /// "including on January 25, when it fired rockets"
  func isInPassing(_ frame: Frame) -> Bool {
    // "claimed an October 2 bomb attack"
    let group = reading.sentences[frame.sentence].nouns.first { $0.tokens.contains(frame.trigger.lowerBound) }
    if let group, !reading.dates(in: group.tokens.lowerBound..<frame.trigger.lowerBound).isEmpty { return true }
    guard let subordinator = reading.sentences[frame.sentence].clauses[frame.clause].subordinator else { return false }
    return reading.word(subordinator) != words.that
  }

  func ownDates(_ frame: Frame, _ clause: Clause, _ sentence: ParsedSentence) -> [DateExpression] {
    let own = reading.dates(of: clause)
    guard own.isEmpty else { return own }
    return reading.dates(in: sentence.tokens).filter { date in
      guard !isOfRelative(date, sentence) else { return false }
      if case .period(_, _, true) = date.form, hangsOn(date, frame, sentence) { return true }
      if case .year = date.form { return true }
      return date.bound == "since" || isOld(date, clause, sentence)
    }
  }

  /// "carried out 468 sorties targeting 1354 positions during the past week": said of the whole.
  func hangsOn(_ date: DateExpression, _ frame: Frame, _ sentence: ParsedSentence) -> Bool {
    guard let index = sentence.clause(of: date.tokens.lowerBound), index > frame.clause else { return false }
    return (frame.clause + 1...index).allSatisfy { place in
      sentence.clauses[place].verb.map { sentence.verbs[$0].tense == .gerund || sentence.verbs[$0].isReducedRelative }
        ?? false
    }
  }

  /// "Last month two people were hurt as rebels shelled the village": what the clause before dates long ago.
  func isOld(_ date: DateExpression, _ clause: Clause, _ sentence: ParsedSentence) -> Bool {
    guard date.tokens.upperBound <= clause.extent.lowerBound, let found = reading.dates.resolve(date),
      let published = reading.document.publication?.day
    else { return false }
    let isStretch = found.basis == "month" || found.window.end - found.window.start > 7
    return isStretch && found.window.end < published - 3
  }

  /// "In Beit Lahiya, where troops have been operating since October, …": since when says nothing of what happened.
  func isOfRelative(_ date: DateExpression, _ sentence: ParsedSentence) -> Bool {
    guard let index = sentence.clause(of: date.tokens.lowerBound),
      let token = sentence.clauses[index].subordinator
    else { return false }
    let subordinator = reading.word(token)
    if words.words("where").contains(subordinator) { return true }
    guard words.relative.contains(subordinator) else { return false }
    // "in the city that has been divided since July": behind a noun, not behind "said"
    return subordinator != words.that || sentence.nouns.contains { $0.tokens.upperBound == token }
  }

  func background(_ date: DateExpression, _ frame: Frame) -> Miss? {
    if date.isFuture { return Miss(kind: .future, reason: "its day is still to come") }
    let resolved = reading.dates.resolve(date)
    let published = reading.document.publication?.day
    if case .period(_, let count, true) = date.form, count < 0, !isDay(date) {
      return Miss(kind: .backgroundTotal, reason: "told over a stretch of time")
    }
    if date.bound == "since" {
      if isForTheFirstTime(date) { return nil }
      guard let resolved, let published, published - resolved.window.start <= 3 else {
        return Miss(kind: .backgroundTotal, reason: "counted since a date")
      }
      return nil
    }
    guard let resolved, let published else { return nil }
    let age = published - resolved.day
    if isPast(age, frame) || !resolved.isExact && resolved.window.end - resolved.window.start > 40 {
      return Miss(kind: .historical, reason: "its date, \(resolved.day), lies before what the article reports")
    }
    // "retook the town earlier this month": passing background, where it is not the news (Codebook 3)
    if resolved.basis == "month", frame.zone == .body, !frame.isLead {
      return Miss(kind: .historical, reason: "told of a month, not of a day")
    }
    if resolved.basis == "month", resolved.window.end < published, published - resolved.window.start > 31 {
      return Miss(kind: .historical, reason: "told of a month gone by")
    }
    return nil
  }
}
