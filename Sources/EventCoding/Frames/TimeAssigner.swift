import NewsText
import Records

/// Gives a frame its day: said in its clause, else in its sentence, else carried over, else the day of reporting.
struct TimeAssigner {
  /// A day is carried over no farther than so many sentences; beyond that, what tells none is news of the day, or of the
  /// day before where the text told that last.
  private static let reach = 2

  let reading: Reading

  init(reading: Reading) { self.reading = reading }

  /// Sets the frame's time. `context` is the day of the last dated event told before.
  func assign(_ frame: inout Frame, _ sentence: ParsedSentence, context told: ToldDay?) {
    let context = told?.date
    let clause = sentence.clauses[frame.clause]
    let own = reading.dates(of: clause)
    var near = reading.dates(in: sentence.tokens).filter {
      !isSpeechDate($0, frame.clause, sentence) && !isOfOther($0, frame.clause, sentence)
    }
    if context != nil, tellsPartOfDay(clause), !own.contains(where: { resolved($0, context?.day)?.isDay == true }) {
      near.removeAll { $0.tokens.lowerBound >= clause.tokens.upperBound }
    }
    let clock = (own + near).compactMap(\.clock).first
    let contextDay = context?.day
    if let earlier = earlier(frame, clause, near, contextDay) {
      frame.time = FrameTime(date: earlier.date, text: earlier.text, clock: clock, isOwn: true, isBefore: true)
    } else if let dated = best(own, near, contextDay) ?? best([], behindParticiple(frame, sentence), contextDay) {
      frame.time = FrameTime(
        date: dated.1, text: reading.document.string(tokens: dated.0.tokens), clock: clock, isOwn: true)
    } else if let spoken = spokenDay(frame, sentence) {
      frame.time = FrameTime(date: spoken.date, text: spoken.text, clock: clock, isOwn: false)
    } else if let carried = carried(told, frame) {
      frame.time = FrameTime(date: carried, text: timeText(own + near), clock: clock, isOwn: false)
    } else if let reporting = reading.dates.reportingDay() {
      frame.time = FrameTime(date: reporting, text: timeText(own + near), clock: clock, isOwn: false)
    }
    if let time = frame.time {
      reading.explain(
        "day \(time.date.day) (\(time.date.basis))\(time.text.map { " from \"\($0)\"" } ?? "")", in: &frame.cues)
    }
  }

  /// "killed by a bomb planted by the rebels on Sunday": the day at the end is of the whole, where it has no other.
  private func behindParticiple(_ frame: Frame, _ sentence: ParsedSentence) -> [DateExpression] {
    for next in sentence.clauses[(frame.clause + 1)...] {
      guard let verb = next.verb, sentence.verbs[verb].isReducedRelative else { return [] }
      let dates = reading.dates(of: next)
      if !dates.isEmpty { return dates }
    }
    return []
  }

  /// "… a day after bombardments killed 24", "two weeks after rebels took the town": so long before the day that the
  /// sentence tells, or was told last.
  private func earlier(_ frame: Frame, _ clause: Clause, _ near: [DateExpression], _ context: Day?) -> (
    date: ResolvedDate, text: String
  )? {
    let words = reading.lexicon.words
    guard let after = clause.subordinator, after > 1, after < frame.trigger.lowerBound,
      !(after..<frame.trigger.lowerBound).contains(where: {
        reading.language.functions(of: reading.word($0)).contains(.conjunction)
      }), words.words("after").contains(reading.word(after)),
      words.words("day unit").contains(reading.word(after - 1))
        || words.words("week unit").contains(reading.word(after - 1)),
      !reading.dates(of: clause).contains(where: { resolved($0, context)?.isDay == true })
    else { return nil }
    let number = reading.document.number(at: after - 2)?.value.map { Int($0) }
    guard let count = number ?? (words.words("single").contains(reading.word(after - 2)) ? 1 : nil),
      (1...60).contains(count)
    else { return nil }
    let said = near.filter { $0.tokens.upperBound < after - 1 }.lazy.compactMap { resolved($0, context) }.first {
      $0.isDay && $0.isExact
    }
    guard let base = said?.day ?? context ?? reading.document.publication?.day else { return nil }
    let isWeeks = words.words("week unit").contains(reading.word(after - 1))
    let day = base - count * (isWeeks ? 7 : 1)
    let slack = isWeeks ? 3 : 0
    return (
      ResolvedDate(
        day: day, window: DayWindow(day - slack, day + slack), basis: "relative", isExact: said != nil && !isWeeks),
      reading.document.string(tokens: after - 2..<after + 1)
    )
  }

  /// "By nightfall rebels had retaken X, only to lose it on Thursday": goes on with the day told before.
  private func tellsPartOfDay(_ clause: Clause) -> Bool {
    reading.containsAny(reading.lexicon.words.words("part of day"), in: clause.tokens)
  }

  /// The first exact day of the clause, then of the sentence; a longer stretch only from the clause itself.
  private func best(_ own: [DateExpression], _ near: [DateExpression], _ context: Day?) -> (
    DateExpression, ResolvedDate
  )? {
    let owned = own.compactMap { date in resolved(date, context).map { (date, $0) } }
    let nearby = near.compactMap { date in resolved(date, context).map { (date, $0) } }
    return owned.first { $0.1.isDay && $0.1.isExact } ?? owned.first { $0.1.isDay } ?? nearby.first { $0.1.isDay }
      ?? owned.first
  }

  private func timeText(_ dates: [DateExpression]) -> String? {
    dates.first.map { reading.document.string(tokens: $0.tokens) }
  }

  private func resolved(_ date: DateExpression, _ context: Day?) -> ResolvedDate? {
    guard !date.isFuture, date.form != .now, date.bound != "until",
      let found = reading.dates.resolve(date, context: context)
    else { return nil }
    // "a day later" told of the day of publication leads beyond it
    if case .offset = date.form, let published = reading.document.publication?.day, found.window.start > published {
      return nil
    }
    guard date.bound == "since", let published = reading.document.publication?.day else { return found }
    // "since Tuesday night": it began then and went on up to the report.
    return ResolvedDate(
      day: found.day, window: DayWindow(found.window.start, max(published, found.day)), basis: found.basis,
      isExact: false)
  }

  /// "… hit buses carrying people evacuated on Friday": the day of what only says which ones are meant.
  private func isOfOther(_ date: DateExpression, _ own: Int, _ sentence: ParsedSentence) -> Bool {
    guard let index = sentence.clause(of: date.tokens.lowerBound), index > own else { return false }
    let clause = sentence.clauses[index]
    guard let verb = clause.verb.map({ sentence.verbs[$0] }), date.tokens.lowerBound > verb.main else { return false }
    if verb.isReducedRelative { return true }
    if let subordinator = clause.subordinator, reading.lexicon.words.words("total").contains(reading.word(subordinator))
    {
      return true
    }
    let isRelative =
      clause.subordinator.map {
        let words = reading.lexicon.words
        return (words.relative.contains(reading.word($0)) || words.words("where").contains(reading.word($0)))
          && verb.isFinite
      } ?? false
    return isRelative && reading.word(clause.subordinator ?? 0) != reading.lexicon.words.that
  }

  /// A date beside a verb of speech is the day of the speech.
  private func isSpeechDate(_ date: DateExpression, _ own: Int, _ sentence: ParsedSentence) -> Bool {
    guard let index = sentence.clause(of: date.tokens.lowerBound), index != own, let verb = sentence.clauses[index].verb
    else { return false }
    return !sentence.verbs[verb].classes.isDisjoint(with: [.say, .claim, .deny, .demand, .accuse])
  }

  /// "..., the Observatory said on Monday": Monday is the day of reporting.
  private func spokenDay(_ frame: Frame, _ sentence: ParsedSentence) -> (date: ResolvedDate, text: String)? {
    for date in reading.dates(in: sentence.tokens) where isSpeechDate(date, frame.clause, sentence) {
      guard var found = reading.dates.resolve(date), found.isExact || found.basis == "weekday" else { continue }
      found.window = DayWindow(found.day - 1, found.day)
      found.basis = "reporting_day"
      found.isExact = false
      return (found, reading.document.string(tokens: date.tokens))
    }
    return nil
  }

  /// A telling without a day goes on with the day told before, in the body.
  private func carried(_ told: ToldDay?, _ frame: Frame) -> ResolvedDate? {
    guard let told, frame.zone == .body, let published = reading.document.publication?.day,
      published - told.date.day <= (frame.sentence - told.sentence <= TimeAssigner.reach ? 6 : 1)
    else { return nil }
    let context = told.date
    return ResolvedDate(
      day: context.day, window: DayWindow(context.day, max(context.day, published)), basis: "relative", isExact: false)
  }
}

/// The day of the last dated event, and the sentence that told it.
struct ToldDay {
  var date: ResolvedDate
  var sentence: Int
}
