import NewsText

/// Cuts the pieces of a sentence into clauses, one a verb group, and gives each its subject, objects and phrases.
struct ClauseReader {
  let lexicon: Lexicon
  let document: Document

  func read(_ parsed: inout ParsedSentence) {
    AsideReader(lexicon: lexicon, document: document).mark(&parsed)
    let verbs = parsed.pieces.indices.filter { if case .verb = parsed.pieces[$0] { true } else { false } }
    guard !verbs.isEmpty else {
      parsed.clauses = [clause(0..<parsed.pieces.count, nil, parsed)]
      return
    }
    let front = front(of: verbs, parsed)
    var bounds = [front?.end ?? 0]
    for (left, right) in zip(verbs, verbs.dropFirst()) {
      bounds.append(front?.main == right && front?.isSubject == true ? right : boundary(left, right, parsed))
    }
    bounds.append(parsed.pieces.count)
    parsed.clauses.reserveCapacity(verbs.count)
    for (place, verb) in verbs.enumerated() {
      parsed.clauses.append(clause(bounds[place]..<bounds[place + 1], verb, parsed))
      if let front, front.main == verb { join(front, to: &parsed.clauses[place], parsed) }
    }
    for index in parsed.clauses.indices { complete(index, &parsed) }
  }

  // MARK: Boundaries

  /// Where the clause of the verb at piece `right` begins.
  func boundary(_ left: Int, _ right: Int, _ parsed: ParsedSentence) -> Int {
    if let subordinator = (left + 1..<right).last(where: { isSubordinator($0, parsed) }) { return subordinator }
    if let stop = (left + 1..<right).last(where: { isHardBreak($0, parsed) }) { return stop }
    guard case .verb(let index) = parsed.pieces[right] else { return right }
    if !parsed.verbs[index].isFinite { return beforeLink(right, left, parsed) }
    if takesNouns(left, upTo: right, parsed) { return right }
    return beginOfSubject(right, left, parsed)
  }

  func isSubordinator(_ piece: Int, _ parsed: ParsedSentence) -> Bool {
    switch parsed.pieces[piece] {
    case .mark(.subordinator, _): true
    case .noun(let noun):
      lexicon.words.relative.contains(document.tokens[parsed.nouns[noun].head].word)
        && parsed.nouns[noun].tokens.count == 1
    default: false
    }
  }

  private func isHardBreak(_ piece: Int, _ parsed: ParsedSentence) -> Bool {
    guard case .mark(let tag, let token) = parsed.pieces[piece] else { return false }
    return tag == .stop && document.tokens[token].kind == .semicolon
      || tag == .stop && document.tokens[token].kind == .colon
  }

  /// The comma, "and" or preposition before a participle goes with it.
  private func beforeLink(_ right: Int, _ left: Int, _ parsed: ParsedSentence) -> Int {
    var start = right
    while start - 1 > left, case .mark(let tag, _) = parsed.pieces[start - 1],
      [.comma, .conjunction, .preposition].contains(tag)
    { start -= 1 }
    return start
  }

  /// Walks left over the verb's subject: its noun group with what is coordinated, the phrases that hang on it, and
  /// what is set between commas; without a subject no farther than the comma: "captured in August, is deserted".
  private func beginOfSubject(_ right: Int, _ left: Int, _ parsed: ParsedSentence) -> Int {
    if let shared = sharedSubject(right, left, parsed) { return shared }
    if closesWithSource(right, parsed) || isParticiple(right, parsed) { return right }
    var start = right
    var hasSubject = false
    var comma: Int?
    while start - 1 > left {
      switch parsed.pieces[start - 1] {
      case .noun(let noun) where parsed.nouns[noun].preposition != nil && start - 2 > left:
        if hasSubject || isAgent(start - 1, of: left, parsed) { return start }
        start -= 2
      case .noun:
        if hasSubject, !isListLink(start, parsed) { return start }
        hasSubject = true
        start -= 1
      case .mark(let tag, _) where !hasSubject && passes(tag):
        if tag == .comma { comma = comma ?? start - 1 }
        start -= 1
      case .mark(let tag, _) where hasSubject && (tag == .comma || tag == .conjunction):
        guard goesOn(start - 1, left, parsed) else { return start - 1 }
        start -= 1
      default: return hasSubject ? start : comma ?? start
      }
    }
    return hasSubject ? start : comma ?? start
  }

  /// "Rebels backed by Turkish artillery mounted an attack": who backs them belongs to the participle.
  private func isAgent(_ piece: Int, of left: Int, _ parsed: ParsedSentence) -> Bool {
    piece == left + 2 && isParticiple(left, parsed)
  }

  private func passes(_ tag: Tag) -> Bool { [.comma, .quote, .other, .adverb, .dash, .bracket].contains(tag) }

  /// "… near Damascus and claimed": a verb behind a conjunction shares the subject of the verb before. A verb of speech
  /// behind a comma, with its subject behind it ("…, said the spokesman"), begins at the comma.
  private func sharedSubject(_ right: Int, _ left: Int, _ parsed: ParsedSentence) -> Int? {
    var before = right - 1
    while before > left, case .mark(.adverb, _) = parsed.pieces[before] { before -= 1 }
    guard before > left, case .mark(let tag, _) = parsed.pieces[before] else { return nil }
    if tag == .conjunction { return before }
    guard tag == .comma || tag == .quote, case .verb(let verb) = parsed.pieces[right],
      parsed.verbs[verb].classes.contains(.say),
      right + 1 < parsed.pieces.count, case .noun(let noun) = parsed.pieces[right + 1]
    else { return nil }
    return parsed.nouns[noun].preposition == nil ? before : nil
  }

  /// The piece before `piece` is a comma or a conjunction.
  private func isListLink(_ piece: Int, _ parsed: ParsedSentence) -> Bool {
    guard case .mark(let tag, _) = parsed.pieces[piece] else { return false }
    return tag == .comma || tag == .conjunction
  }

  /// Whether the link at `piece` goes on to another subject ("X, Y and Z fell"), or opens the clause (", and Z fled",
  /// "seized X and Z fled").
  private func goesOn(_ piece: Int, _ left: Int, _ parsed: ParsedSentence) -> Bool {
    guard piece - 1 > left, case .noun(let noun) = parsed.pieces[piece - 1] else { return false }
    if let preposition = parsed.nouns[noun].preposition {
      // "said a commander of the brigade and his driver were killed"
      guard document.tokens[preposition].word == lexicon.words.of, piece - 3 > left,
        case .noun = parsed.pieces[piece - 3], case .verb(let verb) = parsed.pieces[left]
      else { return false }
      return !parsed.verbs[verb].classes.isDisjoint(with: [.say, .claim, .deny])
    }
    guard case .verb(let verb) = parsed.pieces[left] else { return true }
    return !parsed.verbs[verb].classes.isDisjoint(with: [.say, .claim, .deny])
  }

  // MARK: One clause

  func clause(_ range: Range<Int>, _ verbPiece: Int?, _ parsed: ParsedSentence) -> Clause {
    var clause = Clause(verb: nil, tokens: tokens(range, parsed))
    if let verbPiece, case .verb(let verb) = parsed.pieces[verbPiece] { clause.verb = verb }
    if let first = range.first, isSubordinator(first, parsed) {
      clause.subordinator = parsed.firstToken(of: first)
    }
    var open = true
    for piece in range {
      guard case .noun(let noun) = parsed.pieces[piece] else {
        if case .mark(let tag, _) = parsed.pieces[piece], tag == .preposition, let verbPiece, piece > verbPiece {
          open = false
        }
        continue
      }
      if clause.subordinator == parsed.nouns[noun].head { continue }
      if parsed.nouns[noun].preposition != nil {
        clause.phrases.append(noun)
      } else if let verbPiece, piece > verbPiece {
        if open || joinsObjects(piece, parsed) { clause.objects.append(noun) }
      } else {
        clause.subjects.append(noun)
      }
    }
    trimSubjects(&clause, range, verbPiece, parsed)
    return clause
  }

  private func joinsObjects(_ piece: Int, _ parsed: ParsedSentence) -> Bool {
    guard piece > 0, case .mark(let tag, _) = parsed.pieces[piece - 1] else { return false }
    return tag == .conjunction || tag == .comma
  }

  /// Only the last run of coordinated noun groups before the verb is its subject.
  func trimSubjects(_ clause: inout Clause, _ range: Range<Int>, _ verbPiece: Int?, _ parsed: ParsedSentence) {
    guard let verbPiece, clause.subjects.count > 1 else { return }
    var kept: [Int] = []
    var piece = verbPiece - 1
    var joined = true
    while piece >= range.lowerBound {
      switch parsed.pieces[piece] {
      case .noun(let noun) where clause.subjects.contains(noun):
        guard joined else { break }
        kept.insert(noun, at: 0)
        joined = false
      case .mark(.conjunction, _): joined = true
      case .mark(.comma, _): joined = true
      default: break
      }
      piece -= 1
    }
    clause.subjects = kept
  }

  func tokens(_ range: Range<Int>, _ parsed: ParsedSentence) -> Range<Int> {
    let start = range.isEmpty ? parsed.tokens.lowerBound : parsed.firstToken(of: range.lowerBound)
    let end =
      range.upperBound < parsed.pieces.count
      ? parsed.firstToken(of: range.upperBound) : parsed.tokens.upperBound
    return start..<max(start, end)
  }

  // MARK: What a clause takes from its neighbors

  private func complete(_ index: Int, _ parsed: inout ParsedSentence) {
    guard let verb = parsed.clauses[index].verb else { return }
    invertSpeech(index, verb, &parsed)
    relate(index, &parsed)
    passOn(index, &parsed)
    if isParticipleClause(index, verb, parsed) {
      parsed.clauses[index].subjects =
        parsed.nouns.lastIndex { $0.tokens.upperBound <= parsed.verbs[verb].main }.map { [$0] } ?? []
      parsed.verbs[verb].isPassive = true
      parsed.verbs[verb].isReducedRelative = true
    }
    if parsed.clauses[index].subjects.isEmpty, index > 0 { inheritSubject(index, verb, &parsed) }
    reduceToPassive(index, verb, &parsed)
  }

  /// "…, said the spokesman": the object of a verb of speech behind a comma is its subject.
  private func invertSpeech(_ index: Int, _ verb: Int, _ parsed: inout ParsedSentence) {
    guard !parsed.verbs[verb].classes.isDisjoint(with: [.say, .claim]), parsed.clauses[index].subjects.isEmpty,
      let first = parsed.clauses[index].objects.first,
      parsed.nouns[first].tokens.lowerBound == parsed.verbs[verb].tokens.upperBound
    else { return }
    parsed.clauses[index].subjects = [first]
    parsed.clauses[index].objects.removeFirst()
  }

  /// "which regime forces now claim to have captured": the antecedent is the object; "which fell": the subject.
  private func relate(_ index: Int, _ parsed: inout ParsedSentence) {
    guard let subordinator = parsed.clauses[index].subordinator,
      lexicon.words.relative.contains(document.tokens[subordinator].word),
      let antecedent = parsed.nouns.lastIndex(where: { $0.tokens.upperBound <= subordinator })
    else { return }
    if document.tokens[subordinator].word == lexicon.words.that,
      subordinator != parsed.nouns[antecedent].tokens.upperBound
    {
      return
    }
    if parsed.clauses[index].subjects.isEmpty {
      parsed.clauses[index].subjects = [antecedent]
    } else if parsed.clauses[index].objects.isEmpty {
      parsed.clauses[index].objects = [antecedent]
    }
  }

  /// "which forces now say they have captured": what is said of the antecedent is done to it.
  private func passOn(_ index: Int, _ parsed: inout ParsedSentence) {
    guard index > 0, parsed.clauses[index].objects.isEmpty, parsed.clauses[index].subordinator == nil,
      let subordinator = parsed.clauses[index - 1].subordinator,
      lexicon.words.relative.contains(document.tokens[subordinator].word),
      let before = parsed.clauses[index - 1].verb, !parsed.verbs[before].classes.isDisjoint(with: [.say, .claim]),
      !parsed.clauses[index - 1].subjects.isEmpty, !parsed.clauses[index - 1].objects.isEmpty
    else { return }
    parsed.clauses[index].objects = parsed.clauses[index - 1].objects
    parsed.clauses[index].subordinator = subordinator
    if let own = parsed.clauses[index].subjects.first, parsed.tag(parsed.nouns[own].head) == .pronoun {
      parsed.clauses[index].subjects = parsed.clauses[index - 1].subjects
    }
  }

  /// "… seized X and took Y", "…, killing two": the subject of the clause before.
  private func inheritSubject(_ index: Int, _ verb: Int, _ parsed: inout ParsedSentence) {
    if let objects = reported(index, parsed) ?? compelled(index, parsed) {
      parsed.clauses[index].subjects = objects
      return
    }
    var before = index - 1
    while before > 0, parsed.clauses[before].subordinator != nil, parsed.verbs[verb].isFinite,
      !directlyJoined(index, parsed)
    { before -= 1 }
    parsed.clauses[index].subjects =
      isDoneTo(before, verb, parsed)
      ? agents(of: parsed.clauses[before], parsed) : parsed.clauses[before].subjects
  }

  /// "A helicopter was shot down, killing its crew": the helicopter killed nobody.
  private func isDoneTo(_ before: Int, _ verb: Int, _ parsed: ParsedSentence) -> Bool {
    guard parsed.verbs[verb].tense == .gerund, let passive = parsed.clauses[before].verb else { return false }
    return parsed.verbs[passive].isPassive
  }

  private func agents(of clause: Clause, _ parsed: ParsedSentence) -> [Int] {
    clause.phrases.filter { noun in
      parsed.nouns[noun].preposition.map { document.tokens[$0].word == lexicon.words.by } ?? false
    }
  }

  private func directlyJoined(_ index: Int, _ parsed: ParsedSentence) -> Bool {
    let first = parsed.clauses[index].tokens.lowerBound
    return parsed.tag(first) == .conjunction
  }
}
