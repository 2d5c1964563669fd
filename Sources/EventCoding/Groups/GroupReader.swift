import Formats
import NewsText
import Records

/// Cuts a tagged sentence into noun groups, verb groups and marks.
struct GroupReader {
  let lexicon: Lexicon
  let language: TextLanguage
  let document: Document

  func parse(_ index: Int) -> ParsedSentence {
    let sentence = document.sentences[index]
    let tagger = Tagger(
      language: language, lexicon: lexicon, document: document, zone: sentence.zone,
      isUpperCase: isUpperCase(sentence.tokens))
    let tags = tagger.tags(sentence.tokens)
    var parsed = ParsedSentence(index: index, tokens: sentence.tokens, tags: tags)
    // English has a noun for every four words or so, and a verb for every twelve.
    parsed.pieces.reserveCapacity(sentence.tokens.count / 2 + 4)
    parsed.nouns.reserveCapacity(sentence.tokens.count / 4 + 2)
    parsed.verbs.reserveCapacity(sentence.tokens.count / 12 + 2)
    var token = sentence.tokens.lowerBound
    while token < sentence.tokens.upperBound { token = readPiece(at: token, &parsed) }
    ClauseReader(lexicon: lexicon, document: document).read(&parsed)
    return parsed
  }

  /// Four words of five or more are in capitals.
  private func isUpperCase(_ range: Range<Int>) -> Bool {
    var (words, capitals) = (0, 0)
    for token in document.tokens[range] where token.kind == .word && token.range.count > 1 {
      words += 1
      if token.has(.allCaps) { capitals += 1 }
    }
    return words > 3 && capitals * 5 >= words * 4
  }

  private func readPiece(at token: Int, _ parsed: inout ParsedSentence) -> Int {
    if document.tokens[token].has(.credit) || document.tokens[token].kind == .hyphen {
      parsed.pieces.append(.mark(.other, token))
      return token + 1
    }
    if let date = date(startingAt: token) {
      parsed.pieces.append(.mark(.other, token))
      return min(date.tokens.upperBound, parsed.tokens.upperBound)
    }
    switch parsed.tag(token) {
    case .verb, .auxiliary: return readVerb(at: token, &parsed)
    case .negation: return verbFollows(token, parsed) ? readVerb(at: token, &parsed) : readNoun(at: token, &parsed)
    case .preposition where opensInfinitive(token, parsed): return readVerb(at: token, &parsed)
    case .noun, .determiner, .number: return readNoun(at: token, &parsed)
    case .pronoun:
      appendPronoun(token, &parsed)
      return token + 1
    case let tag:
      parsed.pieces.append(.mark(tag, token))
      return token + 1
    }
  }

  private func date(startingAt token: Int) -> DateExpression? {
    document.date(at: token).flatMap { $0.tokens.lowerBound == token ? $0 : nil }
  }

  // MARK: Nouns

  private func readNoun(at start: Int, _ parsed: inout ParsedSentence) -> Int {
    var end = start
    var sawNoun = false
    scan: while end < parsed.tokens.upperBound {
      if end > start, date(startingAt: end) != nil { break }
      switch parsed.tag(end) {
      case .noun: sawNoun = sawNoun || document.tokens[end].kind == .word
      case .number where end > start && document.tokens[end - 1].kind == .hyphen: break
      case .determiner, .number: if sawNoun, document.tokens[end - 1].kind != .possessive { break scan }
      case .negation: if end > start { break scan }
      case .adverb:
        if sawNoun || end + 1 >= parsed.tokens.upperBound || ![.number, .noun].contains(parsed.tag(end + 1)) {
          break scan
        }
      default: break scan
      }
      end += 1
    }
    while end > start + 1, document.tokens[end - 1].kind == .hyphen { end -= 1 }
    let group = nounGroup(start..<end, parsed)
    parsed.pieces.append(.noun(parsed.nouns.count))
    parsed.nouns.append(group)
    return end
  }

  private func nounGroup(_ range: Range<Int>, _ parsed: ParsedSentence) -> NounGroup {
    var group = NounGroup(tokens: range, head: range.upperBound - 1)
    if case .mark(.preposition, let token)? = parsed.pieces.last { group.preposition = token }
    if let token = prepositionOfDate(before: range.lowerBound, parsed) { group.preposition = token }
    if let shared = sharedAgency(parsed) { group.preposition = shared }
    if let head = range.last(where: { document.tokens[$0].kind == .word && parsed.tag($0) == .noun }) {
      group.head = head
    }
    var token = range.lowerBound
    while token < range.upperBound {
      guard let noun = lexicon.nouns.longest(at: token, in: document, limit: range.upperBound) else {
        token += 1
        continue
      }
      group.classes.formUnion(noun.entry.classes)
      if token + noun.length > group.head {
        group.headClasses = noun.entry.classes
        group.isPlural = noun.entry.isPlural
      }
      token += noun.length
    }
    group.isDefinite = lexicon.words.definite.contains(document.tokens[range.lowerBound].word)
    group.number = number(in: range, upTo: group.head)
    return group
  }

  /// The last quantity whose figure begins among the tokens and ends with the head or before it.
  private func number(in range: Range<Int>, upTo head: Int) -> NumberExpression? {
    guard document.tokens[range].contains(where: { $0.has(.counted) }) else { return nil }
    let first = document.numbers.partitioningIndex(where: { $0.figure.lowerBound >= range.lowerBound })
    return document.numbers[first...].prefix { $0.figure.lowerBound < range.upperBound }
      .last { $0.figure.upperBound <= head + 1 && !isAge($0) }
  }

  /// "two 12-year-old boys": the figure before a hyphen counts nobody.
  private func isAge(_ number: NumberExpression) -> Bool {
    let next = number.tokens.upperBound
    return next < document.tokens.count && document.tokens[next].kind == .hyphen
  }

  /// "of Sunday's bombing": the day stands between.
  private func prepositionOfDate(before start: Int, _ parsed: ParsedSentence) -> Int? {
    guard document.tokens[start].kind == .possessive, parsed.pieces.count > 1,
      case .mark(.other, _)? = parsed.pieces.last,
      case .mark(.preposition, let token) = parsed.pieces[parsed.pieces.count - 2]
    else { return nil }
    return token
  }

  /// "by Russian and regime jets": the second agent shares the "by" of the first.
  private func sharedAgency(_ parsed: ParsedSentence) -> Int? {
    guard parsed.pieces.count > 1, case .mark(.conjunction, _)? = parsed.pieces.last,
      case .noun(let before) = parsed.pieces[parsed.pieces.count - 2],
      let preposition = parsed.nouns[before].preposition,
      document.tokens[preposition].word == lexicon.words.by
    else { return nil }
    return preposition
  }

  private func appendPronoun(_ token: Int, _ parsed: inout ParsedSentence) {
    parsed.pieces.append(.noun(parsed.nouns.count))
    var group = NounGroup(tokens: token..<token + 1, head: token)
    if parsed.pieces.count > 1, case .mark(.preposition, let before) = parsed.pieces[parsed.pieces.count - 2] {
      group.preposition = before
    }
    group.isDefinite = true
    parsed.nouns.append(group)
  }

  // MARK: Verbs

  private func verbFollows(_ token: Int, _ parsed: ParsedSentence) -> Bool {
    var next = token + 1
    while next < parsed.tokens.upperBound, [.adverb, .negation].contains(parsed.tag(next)) { next += 1 }
    return next < parsed.tokens.upperBound && [.verb, .auxiliary].contains(parsed.tag(next))
  }

  /// "to" before a base form or "have".
  private func opensInfinitive(_ token: Int, _ parsed: ParsedSentence) -> Bool {
    guard document.tokens[token].word == lexicon.words.to else { return false }
    var next = token + 1
    while next < parsed.tokens.upperBound, [.adverb, .negation].contains(parsed.tag(next)) { next += 1 }
    guard next < parsed.tokens.upperBound else { return false }
    if parsed.tag(next) == .auxiliary { return true }
    return parsed.tag(next) == .verb
      && lexicon.verbs.readings[document.tokens[next].word]?.forms.contains(.base) == true
  }

  private func readVerb(at start: Int, _ parsed: inout ParsedSentence) -> Int {
    var chain: [VerbGroup] = []
    var token = start
    repeat {
      guard let group = simpleVerb(at: token, parsed) else { break }
      chain.append(group)
      token = behindAdverbs(group.tokens.upperBound, parsed)
    } while token < parsed.tokens.upperBound && continues(token, chain.last!, parsed)
    guard var verb = chain.last else {
      parsed.pieces.append(.mark(.other, start))
      return start + 1
    }
    if chain.count > 1 { verb = joined(chain) }
    parsed.pieces.append(.verb(parsed.verbs.count))
    parsed.verbs.append(verb)
    return verb.tokens.upperBound
  }

  /// "were able to take", "was later unable to hold": the infinitive behind adverbs goes with the verb before.
  private func behindAdverbs(_ token: Int, _ parsed: ParsedSentence) -> Int {
    var next = token
    while next < parsed.tokens.upperBound, parsed.tag(next) == .adverb { next += 1 }
    return next < parsed.tokens.upperBound && opensInfinitive(next, parsed) ? next : token
  }

  /// "claim to have captured", "began shelling", "practised repelling": the next verb belongs to the same group.
  private func continues(_ token: Int, _ last: VerbGroup, _ parsed: ParsedSentence) -> Bool {
    if opensInfinitive(token, parsed) { return true }
    guard parsed.tag(token) == .verb, lexicon.verbs.readings[document.tokens[token].word]?.forms.contains(.ing) == true
    else { return false }
    return !last.classes.isDisjoint(with: [.begin, .goesOn, .plan])
  }

  private func joined(_ chain: [VerbGroup]) -> VerbGroup {
    var verb = chain[chain.count - 1]
    verb.tokens = chain[0].tokens.lowerBound..<verb.tokens.upperBound
    verb.governor = chain[0].lemma
    for link in chain.dropLast() { verb.governorClasses.formUnion(link.classes) }
    if isPlanned(chain) { verb.governorClasses.insert(.plan) }
    verb.isNegated = chain.contains { $0.isNegated }
    let perfect = verb.tense == .perfect || verb.tense == .past
    let outer = chain[0].tense
    verb.tense = outer == .past && perfect ? .past : perfect && outer == .present ? .perfect : outer
    return verb
  }

  /// "a convoy that was to reach Douma"; but "were able to".
  private func isPlanned(_ chain: [VerbGroup]) -> Bool {
    guard lexicon.words.be.contains(document.tokens[chain[0].main].word) else { return false }
    return chain[1].tokens.lowerBound == chain[0].tokens.upperBound
  }

  /// Auxiliaries, adverbs and one main verb; an auxiliary alone is its own main verb.
  private func simpleVerb(at start: Int, _ parsed: ParsedSentence) -> VerbGroup? {
    var token = start
    var helpers: [Int] = []
    var negated = false
    var isInfinitive = false
    while token < parsed.tokens.upperBound {
      let tag = parsed.tag(token)
      if tag == .verb { return verbGroup(start..<token + 1, token, helpers, negated, isInfinitive) }
      if tag == .auxiliary {
        helpers.append(token)
      } else if tag == .negation {
        negated = true
      } else if token == start, document.tokens[token].word == lexicon.words.to {
        isInfinitive = true
      } else if !helpers.isEmpty, let verb = behindDate(token, parsed) {
        token = verb
        continue
      } else if tag != .adverb || helpers.isEmpty && !isInfinitive && !negated {
        break
      }
      if tag == .auxiliary, lexicon.words.negatives.contains(document.tokens[token].word) { negated = true }
      token += 1
    }
    guard let last = helpers.last else { return nil }
    return verbGroup(start..<last + 1, last, Array(helpers.dropLast()), negated, isInfinitive)
  }

  /// "had on Saturday night foiled", "had earlier in the day destroyed": the participle behind a day or an hour.
  private func behindDate(_ token: Int, _ parsed: ParsedSentence) -> Int? {
    var next = token
    while next < parsed.tokens.upperBound, [.adverb, .preposition].contains(parsed.tag(next)) { next += 1 }
    guard next < parsed.tokens.upperBound else { return nil }
    var end = next
    if let date = date(startingAt: next) ?? date(startingAt: token) {
      end = date.tokens.upperBound
    } else if next + 2 < parsed.tokens.upperBound, parsed.tag(next) == .determiner,
      lexicon.words.words("time unit").contains(document.tokens[next + 1].word)
    {
      end = next + 2
    }
    guard end > next, end < parsed.tokens.upperBound, parsed.tag(end) == .verb,
      lexicon.verbs.reading(of: end, in: document)?.forms.contains(.participle) == true
    else { return nil }
    return end
  }

  private func verbGroup(_ range: Range<Int>, _ main: Int, _ helpers: [Int], _ negated: Bool, _ infinitive: Bool)
    -> VerbGroup
  {
    let reading = lexicon.verbs.reading(of: main, in: document)
    let lemma = reading?.lemma ?? document.tokens[main].word
    var verb = VerbGroup(
      tokens: range, main: main, lemma: lemma, classes: lexicon.verbs.classes(of: lemma), tense: .past)
    verb.isNegated = negated
    let tense = TenseReader(words: lexicon.words, document: document).read(helpers, reading?.forms ?? [], main)
    verb.tense = infinitive ? (tense.tense == .perfect ? .perfect : .infinitive) : tense.tense
    verb.isPassive = tense.passive
    return verb
  }
}
