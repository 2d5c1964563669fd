import NewsText
import Records

/// Says of each token of a sentence what it is: noun, verb, preposition ... The closed classes come from the table of
/// function words; between noun and verb the neighbors decide.
struct Tagger {
  let language: TextLanguage
  let lexicon: Lexicon
  let document: Document
  let zone: Zone
  /// The sentence is written in capitals, which then say nothing.
  let isUpperCase: Bool

  func tags(_ range: Range<Int>) -> [Tag] {
    var tags = range.map { firstTag($0) }
    for number in document.numbers(in: range) where isQuantity(number) {
      for token in number.tokens.clamped(to: range) { tags[token - range.lowerBound] = .number }
    }
    for index in range where tags[index - range.lowerBound] == .noun {
      if isVerb(index, range, tags) { tags[index - range.lowerBound] = .verb }
    }
    return tags
  }

  /// "at least four", "between 20 and 30": the words before a figure go with it; "from" alone does not.
  private func isQuantity(_ number: NumberExpression) -> Bool {
    number.qualifier != nil && (number.qualifier != .between || number.low != number.high)
  }

  private func firstTag(_ index: Int) -> Tag {
    let token = document.tokens[index]
    switch token.kind {
    case .word: return wordTag(index, token)
    case .number: return .number
    case .possessive, .hyphen: return .noun
    case .comma: return .comma
    case .stop, .colon, .semicolon: return .stop
    case .openQuote, .closeQuote: return .quote
    case .openBracket, .closeBracket: return .bracket
    case .dash: return .dash
    case .symbol: return .other
    }
  }

  private func wordTag(_ index: Int, _ token: Token) -> Tag {
    if opensName(index) { return .noun }
    let functions = language.functions(of: token.word)
    if isParticle(index, functions) { return .adverb }
    // "17 people, including five children, were killed": names a part of what stands before.
    if lexicon.words.words("part").contains(token.word) { return .preposition }
    if lexicon.words.words("negating").contains(token.word) { return .negation }
    if functions.isEmpty { return isManner(index) ? .adverb : .noun }
    if isName(index, token) { return .noun }
    if functions.contains(.negation) { return .negation }
    if functions.contains(.auxiliary) { return .auxiliary }
    if functions.contains(.subordinator), isSubordinator(index, functions) { return .subordinator }
    if functions.contains(.preposition) { return .preposition }
    if functions.contains(.subordinator) { return .subordinator }
    if functions.contains(.determiner) { return .determiner }
    if functions.contains(.pronoun) { return pronounTag(index) }
    if functions.contains(.conjunction) { return .conjunction }
    return .adverb
  }

  /// "one man" counts; "a mine" is a thing.
  private func pronounTag(_ index: Int) -> Tag {
    let next = index + 1
    if next < document.tokens.count, document.tokens[next].kind == .word,
      document.numbers(in: index..<next).first != nil,
      language.functions(of: document.tokens[next].word).isEmpty
    {
      return .number
    }
    // "four others"
    if index > 0, document.numbers(in: index - 1..<index).first != nil { return .noun }
    guard index > 0, language.functions(of: document.tokens[index - 1].word).contains(.determiner),
      lexicon.nouns.longest(at: index, in: document, limit: next) != nil
    else { return .pronoun }
    return .noun
  }

  /// "as", "after", "before", "since", "until" govern a clause where a verb follows before the next comma or period.
  private func isSubordinator(_ index: Int, _ functions: FunctionClass) -> Bool {
    guard functions.contains(.preposition) else { return true }
    var next = index + 1
    var steps = 0
    while next < document.tokens.count, steps < 14 {
      let token = document.tokens[next]
      if [.comma, .stop, .semicolon, .closeQuote].contains(token.kind) { return false }
      let word = language.functions(of: token.word)
      if word.contains(.auxiliary) { return true }
      if steps > 0, word.isEmpty, let reading = lexicon.verbs.readings[token.word],
        reading.forms.contains(.past), !isModifier(next)
      {
        return true
      }
      if steps == 0, word.contains(.pronoun), !functions.contains(.determiner) { return true }
      if word.isEmpty, steps > 0, isBareVerb(next) { return true }
      if word.contains(.subordinator), steps > 0 { return false }
      next += 1
      steps += 1
    }
    return false
  }

  /// "as forces continue": a present form that is no noun, behind a noun.
  private func isBareVerb(_ index: Int) -> Bool {
    guard let reading = lexicon.verbs.readings[document.tokens[index].word] else { return false }
    return !reading.forms.isDisjoint(with: [.base, .third]) && !isNounToo(index)
      && document.tokens[index - 1].kind == .word && language.functions(of: document.tokens[index - 1].word).isEmpty
  }

  /// "the captured village": a participle between determiner and noun.
  private func isModifier(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = language.functions(of: document.tokens[index - 1].word)
    return before.contains(.determiner) || document.tokens[index - 1].kind == .possessive
      || document.tokens[index - 1].kind == .hyphen
  }

  // MARK: Noun or verb

  private func isVerb(_ index: Int, _ range: Range<Int>, _ tags: [Tag]) -> Bool {
    let token = document.tokens[index]
    guard token.kind == .word, let reading = lexicon.verbs.reading(of: index, in: document) else { return false }
    if token.has(.capitalized), !token.has(.first), zone != .headline, !isUpperCase { return false }
    if lexicon.words.words("adjective").contains(token.word) { return false }
    let before = previous(index, range, tags)
    if index > range.lowerBound, document.tokens[index - 1].kind == .hyphen, !isRepeated(index, range) { return false }
    if index + 1 < range.upperBound, document.tokens[index + 1].kind == .hyphen { return false }
    if opensCompound(index) || closesCompound(index, range) { return false }
    if let before, governs(before, tags[before - range.lowerBound], reading) { return true }
    // "sheltering displaced families"
    if let before, modifies(index, before, range, tags, reading) { return false }
    if reading.forms.contains(.ing) { return isParticiple(index, range, tags, before) }
    if !reading.forms.isDisjoint(with: [.past, .participle]) { return isPastVerb(index, range, tags, before, reading) }
    return isPresentVerb(index, range, tags, before, reading)
  }

  /// The last token before `index` that is no adverb or negation.
  private func previous(_ index: Int, _ range: Range<Int>, _ tags: [Tag]) -> Int? {
    var before = index - 1
    while before >= range.lowerBound {
      let tag = tags[before - range.lowerBound]
      let isAdverb = tag == .adverb || tag == .negation
      if !isAdverb { return before }
      before -= 1
    }
    return nil
  }

  private func isManner(_ index: Int) -> Bool {
    let token = document.tokens[index]
    if lexicon.adverbs.contains(token.word) { return true }
    guard token.range.count > 4, !token.has(.capitalized),
      document.ends(index, UInt8(ascii: "l"), UInt8(ascii: "y"))
    else { return false }
    return !lexicon.verbs.readings.holds(token.word)
      && lexicon.nouns.longest(at: index, in: document, limit: index + 1) == nil
  }

  /// An auxiliary before it, or "to" with a base form.
  private func governs(_ before: Int, _ tag: Tag, _ reading: VerbReading) -> Bool {
    if tag == .auxiliary { return true }
    return document.tokens[before].word == lexicon.words.to && reading.forms.contains(.base)
  }

  /// A past participle between an "-ing" verb and a noun.
  private func modifies(_ index: Int, _ before: Int, _ range: Range<Int>, _ tags: [Tag], _ reading: VerbReading) -> Bool
  {
    guard reading.forms.contains(.participle), !reading.forms.contains(.ing), before + 1 == index,
      tags[before - range.lowerBound] == .verb, tagAfter(index, range, tags) == .noun
    else { return false }
    return lexicon.verbs.reading(of: before, in: document)?.forms.contains(.ing) == true
  }

  /// "killing eight people": behind a comma, a noun or "and", before an object; not "the bombing of".
  private func isParticiple(_ index: Int, _ range: Range<Int>, _ tags: [Tag], _ before: Int?) -> Bool {
    guard let before, !isSubject(index, range) else { return false }
    let next = tagAfter(index, range, tags)
    let opensObject =
      next == .determiner || next == .number || next == .noun || next == .pronoun || next == .negation
    switch tags[before - range.lowerBound] {
    case .comma, .conjunction, .stop: return opensObject || next == .preposition && !isNounToo(index)
    case .noun:
      return opensObject && !isNounToo(index)
        || opensObject && document.tokens[before].kind == .word && (isPluralNoun(before) || isDoer(before))
    case .preposition, .subordinator: return opensObject || !isNounToo(index)
    case .verb: return !isNounToo(index)
    default: return false
    }
  }

  /// "an airstrike targeting a market", "a drone bombing the town": what acts stands before.
  private func isDoer(_ index: Int) -> Bool {
    if lexicon.eventNouns.contains(document.tokens[index].word) { return true }
    let noun = lexicon.nouns.longest(at: index, in: document, limit: index + 1)
    return noun.map { !$0.entry.classes.isDisjoint(with: lexicon.agents) } ?? false
  }

  /// "In Donetsk province, fighting raged": a noun of an event before a verb in the past.
  private func isSubject(_ index: Int, _ range: Range<Int>) -> Bool {
    let next = index + 1
    guard next < range.upperBound, lexicon.nounTriggers.holds(document.tokens[index].word),
      let reading = lexicon.verbs.reading(of: next, in: document)
    else { return false }
    return reading.forms.contains(.past) && !isNounToo(next)
  }

  private func isPastVerb(_ index: Int, _ range: Range<Int>, _ tags: [Tag], _ before: Int?, _ reading: VerbReading)
    -> Bool
  {
    guard let before else { return !isNounToo(index) && tagAfter(index, range, tags) == .preposition }
    switch tags[before - range.lowerBound] {
    case .determiner, .preposition: return false
    case .number:
      // "an Ilyushin-76 parachuted food"
      if before > range.lowerBound, document.tokens[before - 1].kind == .hyphen { return true }
      // "and 35 injured", "five hurt"; but "11 injured people"
      return tagAfter(index, range, tags) != .noun
        && !lexicon.verbs.classes(of: reading.lemma).isDisjoint(with: .casualty)
    case .noun:
      if document.tokens[before].kind == .possessive { return false }
      // "seven captured soldiers"
      if document.numbers(in: before..<before + 1).first != nil, tagAfter(index, range, tags) == .noun { return false }
      return !(isNounToo(index) && tagAfter(index, range, tags) == .noun && !reading.forms.contains(.past))
    default: return !isNounToo(index) || reading.forms.contains(.past)
    }
  }

  /// Bare present forms are nouns as often as not ("strikes", "attack"): they are verbs behind a plural or a pronoun,
  /// or in a headline between a name and an object.
  private func isPresentVerb(_ index: Int, _ range: Range<Int>, _ tags: [Tag], _ before: Int?, _ reading: VerbReading)
    -> Bool
  {
    guard let before else { return false }
    let next = tagAfter(index, range, tags)
    let opensObject = [.determiner, .number, .noun, .pronoun, .preposition, .negation, .subordinator, .adverb, .quote]
      .contains(next)
    switch tags[before - range.lowerBound] {
    case .pronoun: return true
    // "although exchanges of fire were reported"
    case .subordinator: return !isNounToo(index)
    case .conjunction, .comma: return !isNounToo(index) && (opensObject || next == nil)
    case .noun:
      guard document.tokens[before].kind != .possessive, document.tokens[before].kind != .hyphen else { return false }
      let agrees = reading.forms.contains(.third) != isPluralNoun(before)
      if isNounToo(index) {
        return zone == .headline && agrees && next == .noun && document.tokens[index + 1].kind == .word
          && isActorLike(before)
      }
      return agrees && (opensObject || next == nil || next == .stop || next == .comma)
    case .quote, .bracket: return !isNounToo(index)
    default: return false
    }
  }

  private func tagAfter(_ index: Int, _ range: Range<Int>, _ tags: [Tag]) -> Tag? {
    index + 1 < range.upperBound ? tags[index + 1 - range.lowerBound] : nil
  }

  private func isNounToo(_ index: Int) -> Bool {
    lexicon.eventNouns.contains(document.tokens[index].word)
      || lexicon.nouns.longest(at: index, in: document, limit: index + 1) != nil
  }

  private func isPluralNoun(_ index: Int) -> Bool {
    if let noun = lexicon.nouns.longest(at: index, in: document, limit: index + 1) { return noun.entry.isPlural }
    let token = document.tokens[index]
    return document.bytes[Int(token.end) - 1] == UInt8(ascii: "s") && !token.has(.capitalized)
  }

  private func isActorLike(_ index: Int) -> Bool {
    document.tokens[index].has(.capitalized) || lexicon.nouns.longest(at: index, in: document, limit: index + 1) != nil
  }
}
