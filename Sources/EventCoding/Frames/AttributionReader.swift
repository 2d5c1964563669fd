import NewsText
import Records

/// Who says what a clause tells, and how.
struct Attribution {
  /// The source's words: "the Syrian Observatory for Human Rights".
  var source: String?
  /// The sides that speak.
  var speakers: [Actor] = []
  /// The classes of the verb of speech.
  var verb: VerbClass = []
  /// Governed by a verb of asking, warning or judging.
  var isDemand = false
  /// A party to the conflict tells of its enemy's deeds in the past progressive.
  var isPartyTale = false
}

/// Finds the verb of speech that governs a clause: "X said (that) ...", "..., X said", "according to X".
struct AttributionReader {
  let reading: Reading

  func read(_ index: Int, _ sentence: ParsedSentence) -> Attribution {
    var attribution = Attribution()
    if let speech = governing(index, sentence) {
      let verb = sentence.verbs[sentence.clauses[speech].verb ?? 0]
      attribution.verb = verb.classes.union(verb.governorClasses)
      attribution.speakers = ActorReader(reading: reading).actors(
        sentence.clauses[speech].subjects.map { sentence.nouns[$0] })
      attribution.source = source(sentence.clauses[speech], sentence)
      attribution.isDemand = isDemand(index, speech, verb, sentence)
      attribution.isPartyTale = isPartyTale(index, sentence, speech)
    }
    if let according = accordingTo(sentence) { attribution.source = according }
    return attribution
  }

  /// The clause of speech nearest before the clause, else one behind it at the sentence's end.
  private func governing(_ index: Int, _ sentence: ParsedSentence) -> Int? {
    let before = (0..<index).last { isSpeech($0, sentence) && governs($0, index, sentence) }
    if let before { return before }
    return (index + 1..<max(index + 1, sentence.clauses.count)).last {
      isSpeech($0, sentence) && isBehind($0, sentence)
    }
  }

  private func isSpeech(_ index: Int, _ sentence: ParsedSentence) -> Bool {
    guard let verb = sentence.clauses[index].verb, !sentence.verbs[verb].isReducedRelative else { return false }
    return !sentence.verbs[verb].classes.isDisjoint(with: [.say, .claim, .deny, .accuse, .demand])
  }

  /// A verb of asking or accusing governs only what follows closely; a relative clause in between cuts it off.
  private func governs(_ speech: Int, _ index: Int, _ sentence: ParsedSentence) -> Bool {
    let verb = sentence.verbs[sentence.clauses[speech].verb ?? 0]
    let isSay = !verb.classes.isDisjoint(with: [.say, .claim])
    let relative =
      sentence.clauses[index].subordinator.map {
        reading.lexicon.words.relative.contains(reading.word($0)) && !startsWithThat($0)
      } ?? false
    // "a group which Washington has accused of war crimes kidnapped …"
    if sentence.clauses[index].front != nil, sentence.clauses[speech].subordinator != nil { return false }
    if isSay { return !hasSemicolon(speech, index, sentence) && !(relative && index > speech + 1) }
    return index == speech + 1 && !relative
  }

  private func startsWithThat(_ token: Int) -> Bool { reading.word(token) == reading.lexicon.words.that }

  private func hasSemicolon(_ speech: Int, _ index: Int, _ sentence: ParsedSentence) -> Bool {
    let from = sentence.clauses[speech].tokens.upperBound
    let to = sentence.clauses[index].tokens.lowerBound
    return (min(from, to)..<max(from, to) + 1).contains {
      $0 < reading.document.tokens.count && reading.document.tokens[$0].kind == .semicolon
    }
  }

  /// "..., the Observatory reported.", "..., he said.": a short clause behind a comma or a quotation mark.
  private func isBehind(_ index: Int, _ sentence: ParsedSentence) -> Bool {
    let clause = sentence.clauses[index]
    guard let verb = clause.verb, !sentence.verbs[verb].classes.isDisjoint(with: [.say, .claim]) else { return false }
    let start = clause.tokens.lowerBound
    let first =
      start > sentence.tokens.lowerBound && sentence.tag(start) == .noun ? sentence.tag(start - 1) : sentence.tag(start)
    return index == sentence.clauses.count - 1 || clause.objects.isEmpty || first == .comma || first == .quote
  }

  private func source(_ clause: Clause, _ sentence: ParsedSentence) -> String? {
    guard let first = clause.subjects.first, let last = clause.subjects.last, let speech = clause.verb,
      !sentence.verbs[speech].isPassive, !isPronoun(sentence.nouns[first])
    else { return nil }
    var end = sentence.nouns[last].tokens.upperBound
    // "the Syrian Observatory for Human Rights": a name goes on over a preposition to more capitals.
    if let verb = clause.verb { end = nameEnd(from: end, to: sentence.verbs[verb].tokens.lowerBound) }
    var start = sentence.nouns[first].tokens.lowerBound
    while start < end, reading.document.tokens[start].kind != .word { start += 1 }
    return start < end ? reading.document.string(tokens: start..<end) : nil
  }

  private func isPronoun(_ group: NounGroup) -> Bool {
    group.tokens.count == 1 && reading.language.functions(of: reading.word(group.head)).contains(.pronoun)
  }

  private func isAdverb(_ token: Int) -> Bool {
    reading.language.functions(of: reading.word(token)).contains(.adverb)
      || reading.lexicon.adverbs.contains(reading.word(token))
  }

  private func nameEnd(from start: Int, to limit: Int) -> Int {
    guard start < limit else { return start }
    for token in start..<limit where reading.document.tokens[token].kind == .comma || isAdverb(token) { return token }
    return limit
  }

  private func isDemand(_ index: Int, _ speech: Int, _ verb: VerbGroup, _ sentence: ParsedSentence) -> Bool {
    guard verb.classes.contains(.demand), verb.classes.isDisjoint(with: [.say]) else { return false }
    guard let own = sentence.clauses[index].verb else { return true }
    return !sentence.verbs[own].isFinite || sentence.verbs[own].tense == .present
  }

  /// "He said militants were attacking ...": no day, no count, only an enemy's habit.
  private func isPartyTale(_ index: Int, _ sentence: ParsedSentence, _ speech: Int) -> Bool {
    guard let own = sentence.clauses[index].verb else { return false }
    let verb = sentence.verbs[own]
    let progressive = verb.tense == .pastProgressive || verb.tense == .gerund
    guard progressive, reading.dates(in: sentence.clauses[index].tokens).isEmpty else { return false }
    return sentence.clauses[speech...].prefix(index - min(speech, index) + 1).contains { clause in
      clause.verb.map { sentence.verbs[$0].tense == .pastProgressive } ?? false
    }
  }

  /// "according to X": the words up to the next comma or the end.
  private func accordingTo(_ sentence: ParsedSentence) -> String? {
    let phrase = reading.lexicon.words.according
    guard
      let opening = phrase.first,
      let start = sentence.tokens.first(where: {
        reading.word($0) == opening
          && reading.contains(phrase, in: $0..<min($0 + phrase.count, sentence.tokens.upperBound))
      })
    else { return nil }
    let first = start + phrase.count
    let end =
      (first..<sentence.tokens.upperBound).first {
        [.comma, .stop, .semicolon].contains(reading.document.tokens[$0].kind)
      } ?? sentence.tokens.upperBound
    return first < end ? reading.document.string(tokens: first..<end) : nil
  }
}
