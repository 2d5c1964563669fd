import Geoparsing
import NewsText
import Records

/// What a loss is.
enum LossKind {
  case killed, injured, damage, displaced, missing
}

/// A loss that a clause tells: who, how many.
struct Loss {
  var kind: LossKind
  var sentence: Int
  var clause: Int
  var tokens: Range<Int>
  var count: Int?
  var low: Int?
  var high: Int?
  /// It replaces what was told before: "the death toll rose to nine".
  var isUpdate = false
  /// Whether those lost are civilians.
  var areCivilians = false
}

/// Finds the losses of a sentence: verbs of killing, dying, wounding and damage with their people and things
/// (Codebook 3 to 5); a part of a number already told ("two of them children") is none.
struct CasualtyReader {
  let reading: Reading
  var lexicon: Lexicon { reading.lexicon }

  init(reading: Reading) { self.reading = reading }

  func losses(_ sentence: ParsedSentence) -> [Loss] {
    var found: [Loss] = []
    for index in sentence.clauses.indices {
      let clause = sentence.clauses[index]
      if isBackground(clause, sentence) { continue }
      func add(_ losses: [Loss]) { if !losses.isEmpty { found += losses } }
      add(DisplacedReader(reading: reading).losses(index, sentence))
      if sumsUp(index, sentence) { continue }
      if let verb = clause.verb.map({ sentence.verbs[$0] }) {
        add(verbLoss(verb, index, sentence))
        add(tollLoss(verb, index, sentence))
        add(lifeLoss(verb, index, sentence))
        add(leftDead(verb, index, sentence))
      }
      add(nounLosses(index, sentence))
      add(deathLoss(index, sentence))
      add(noLosses(index, sentence))
    }
    return found
  }

  /// Totals over a stretch of time belong to no event.
  func isBackground(_ clause: Clause, _ sentence: ParsedSentence) -> Bool {
    if lexicon.words.running.stands(in: clause.tokens, of: reading.document) { return true }
    return reading.dates(of: clause).contains { date in
      if case .period(_, let count, true) = date.form, count < 0 {
        return reading.dates.resolve(date)?.isDay != true
      }
      if case .year = date.form { return true }
      return date.bound == "since"
    }
  }

  /// "… since the war erupted in March 2011 more than 300,000 have been killed": a year or a "since" beside the losses, or
  /// more dead than an event of a day has.
  private func sumsUp(_ index: Int, _ sentence: ParsedSentence) -> Bool {
    let clause = sentence.clauses[index]
    if reading.document.numbers(in: clause.tokens).contains(where: { ($0.value ?? 0) > 2000 }) { return true }
    let dates = reading.document.dates(in: sentence.tokens)
    let isOpen = dates.contains { date in
      if case .year = date.form { return true }
      return date.bound == "since"
    }
    return isOpen && !dates.contains { $0.bound != "since" && reading.dates.resolve($0)?.isDay == true }
  }

  // MARK: Verbs

  private func verbLoss(_ verb: VerbGroup, _ index: Int, _ sentence: ParsedSentence) -> [Loss] {
    guard let kind = kind(verb), !verb.isNegated, ![.future, .modal].contains(verb.tense),
      verb.tense != .infinitive || verb.governor == nil
    else { return [] }
    let clause = sentence.clauses[index]
    let people = verb.isPassive || kind == .killed && verb.classes.contains(.die) ? clause.subjects : clause.objects
    if let all = all(before: verb, sentence) {
      var loss = Loss(kind: kind, sentence: sentence.index, clause: index, tokens: extent(all, all, verb))
      add([all], to: &loss)
      return [loss]
    }
    if kind == .damage { return damage(people, index, clause, sentence) }
    let isActive = !verb.isPassive && kind != .damage && !verb.classes.contains(.die)
    let whole = beforeParts(people.map { sized(sentence.nouns[$0], sentence) })
    let groups = whole.prefix { isActive && $0.preposition == nil || !isSubset($0) }.filter {
      if isOwnLoss(verb) { return reading.has($0, lexicon.people) }
      return isActive && $0.preposition == nil && $0.number != nil || isCounted($0, sentence)
    }
    guard let first = groups.first, let last = groups.last else { return singular(verb, kind, index, people, sentence) }
    var loss = Loss(kind: kind, sentence: sentence.index, clause: index, tokens: extent(first, last, verb))
    add(groups, to: &loss)
    loss.areCivilians = groups.contains {
      reading.has($0, reading.classes("civilian")) && !reading.has($0, reading.classes("fighter"))
    }
    return [loss]
  }

  /// "Five children were among nine killed": the nine.
  private func all(before verb: VerbGroup, _ sentence: ParsedSentence) -> NounGroup? {
    sentence.nouns.first {
      $0.tokens.upperBound == verb.tokens.lowerBound && $0.number != nil
        && lexicon.words.words("among").contains(reading.preposition($0))
    }
  }

  /// "The death toll from the strike rose to 52."
  private func tollLoss(_ verb: VerbGroup, _ index: Int, _ sentence: ParsedSentence) -> [Loss] {
    let clause = sentence.clauses[index]
    guard lexicon.words.words("toll verb").contains(verb.lemma), !verb.isNegated,
      [.past, .perfect, .present].contains(verb.tense),
      clause.subjects.contains(where: { isToll(sentence.nouns[$0], sentence) }),
      let number = reading.document.numbers(in: clause.tokens).first(where: { $0.figure.lowerBound > verb.main }),
      let count = number.count, reading.document.date(at: number.figure.lowerBound) == nil
    else { return [] }
    return [
      Loss(
        kind: .killed, sentence: sentence.index, clause: index,
        tokens: clause.tokens.lowerBound..<number.tokens.upperBound,
        count: count, low: number.low.map { Int($0) }, high: number.high.map { Int($0) }, isUpdate: true)
    ]
  }

  /// "the death toll"; "the number of dead", but no other number.
  private func isToll(_ group: NounGroup, _ sentence: ParsedSentence) -> Bool {
    guard lexicon.words.words("toll head").contains(reading.word(group.head)) else { return false }
    guard group.headClasses.contains(reading.classes("vague")) else { return true }
    return sentence.nouns.contains { dead in
      dead.preposition == group.tokens.upperBound
        && dead.tokens.contains { lexicon.words.words("dead").contains(reading.word($0)) }
    }
  }

  private func kind(_ verb: VerbGroup) -> LossKind? {
    if !verb.classes.isDisjoint(with: [.kill, .die]) || isOwnLoss(verb) { return .killed }
    if verb.classes.contains(.injure) { return .injured }
    if verb.classes.contains(.damage) { return .damage }
    let behind = verb.tokens.upperBound..<min(verb.tokens.upperBound + 6, reading.document.tokens.count)
    if reading.document.tokens[verb.main].word == lexicon.shootDead.verb,
      reading.contains([lexicon.shootDead.dead], in: behind.lowerBound..<min(behind.lowerBound + 3, behind.upperBound))
    {
      return .killed
    }
    // "put nine men to death", "was hacked to death"
    return lexicon.words.toDeath.stands(in: behind, of: reading.document) ? .killed : nil
  }

  func extent(_ first: NounGroup, _ last: NounGroup, _ verb: VerbGroup) -> Range<Int> {
    min(first.tokens.lowerBound, verb.tokens.lowerBound)..<max(last.tokens.upperBound, verb.tokens.upperBound)
  }

  /// People, or a bare number ("and five hurt"); no part of a number told before.
  func isCounted(_ group: NounGroup, _ sentence: ParsedSentence) -> Bool {
    if isSubset(group) { return false }
    if group.number != nil, group.classes.subtracting(reading.classes("vague")).isEmpty { return !isTime(group) }
    return reading.has(group, lexicon.people) || isPeople(group) || isOnePerson(group)
  }

  /// "Three Syrians".
  private func isPeople(_ group: NounGroup) -> Bool {
    group.number != nil
      && reading.places.toponym(at: group.head).map { reading.places.toponyms[$0].role == .demonym } ?? false
  }

  private func isTime(_ group: NounGroup) -> Bool {
    reading.document.dates.contains { $0.tokens.overlaps(group.tokens) }
  }

  /// A part of a number told before.
  func isSubset(_ group: NounGroup) -> Bool {
    let subset = lexicon.words.words("subset")
    if let preposition = group.preposition, subset.contains(reading.word(preposition)),
      reading.word(preposition) != lexicon.words.of
    {
      return true
    }
    // "two of them children"
    let first = group.tokens.lowerBound
    if first > 1, reading.word(first - 2) == lexicon.words.of,
      reading.language.functions(of: reading.word(first - 1)).contains(.pronoun)
    {
      return true
    }
    // "six of the dead", but "six soldiers of the southern forces" are six
    if reading.has(group, lexicon.people), !reading.has(group, reading.classes("casualty")) { return false }
    let next = group.tokens.upperBound
    guard next + 1 < reading.document.tokens.count, reading.word(next) == lexicon.words.of else { return false }
    // "one of its volunteers" is one
    if ownsPeople(next + 1) { return false }
    return reading.language.functions(of: reading.word(next + 1)).contains(.pronoun)
      || lexicon.words.definite.contains(reading.word(next + 1))
  }

  /// "their volunteers", "the soldiers": people, none of them counted before.
  private func ownsPeople(_ token: Int) -> Bool {
    guard lexicon.words.words("possessive").contains(reading.word(token)) else { return false }
    let limit = min(token + 5, reading.document.tokens.count)
    return (token + 1..<limit).contains { next in
      lexicon.nouns.longest(at: next, in: reading.document, limit: limit)
        .map {
          !$0.entry.classes.isDisjoint(with: lexicon.people) && !$0.entry.classes.contains(reading.classes("casualty"))
        }
        ?? false
    }
  }

  // MARK: Counting

  func add(_ groups: [NounGroup], to loss: inout Loss) {
    var total = 0
    var low = 0
    var high: Int? = 0
    var known = true
    for group in groups {
      guard let number = group.number, !isAge(number) else {
        if isCovered(group, by: groups) { continue }
        if let pair = pair(group) {
          (total, low) = (total + pair, low + pair); high = high.map { $0 + pair }
        } else if group.isPlural || isPronoun(group) && !isOnePerson(group) {
          known = false
        } else {
          (total, low) = (total + 1, low + 1); high = high.map { $0 + 1 }
        }
        continue
      }
      if let count = number.count { total += count } else { known = false }
      low += number.low.map { Int($0) } ?? 0
      high = high.flatMap { sum in number.high.map { sum + Int($0) } }
    }
    loss.count = known ? total : nil
    loss.low = known || low > 0 ? low : nil
    loss.high = known ? high : nil
  }

  /// "50 rebels and troops": the figure counts both.
  private func isCovered(_ group: NounGroup, by groups: [NounGroup]) -> Bool {
    guard let first = groups.first, first.number != nil, group.isPlural, !isPronoun(group) else { return false }
    let opening = group.tokens.lowerBound
    return group.number == nil && !group.isDefinite && !reading.has(group, reading.classes("vague"))
      && reading.language.functions(of: reading.word(opening)).isEmpty
  }

  /// "a 70-year-old woman", "a girl, 12,": years of life.
  private func isAge(_ number: NumberExpression) -> Bool {
    let next = number.tokens.upperBound
    guard next + 1 < reading.document.tokens.count, reading.document.tokens[next].kind == .hyphen else {
      return next < reading.document.tokens.count && lexicon.words.words("age").contains(reading.word(next))
    }
    return lexicon.words.words("age").contains(reading.word(next + 1))
  }

  /// "parents", "twins", "a couple": two.
  private func pair(_ group: NounGroup) -> Int? {
    lexicon.words.words("pair").contains(reading.word(group.head)) ? 2 : nil
  }

  private func isPronoun(_ group: NounGroup) -> Bool {
    reading.language.functions(of: reading.word(group.head)).contains(.pronoun)
  }
}
