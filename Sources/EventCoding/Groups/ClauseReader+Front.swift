import NewsText

/// What stands before a relative clause that parts it from its verb.
struct ClauseFront {
  /// The piece behind it.
  var end: Int
  /// The piece of its verb.
  var main: Int
  /// The subject stands in it: "Nikopol, which faces the plant, was shelled". Otherwise it holds phrases alone: "In
  /// Beit Lahiya, where forces have been operating since October, a drone hit the courtyard".
  var isSubject: Bool
}

/// Main clauses that a relative clause interrupts.
extension ClauseReader {
  /// The front of a sentence whose first verb stands in a relative clause; nil where there is none.
  func front(of verbs: [Int], _ parsed: ParsedSentence) -> ClauseFront? {
    guard let first = verbs.first, verbs.count > 1,
      let end = (1..<max(1, first)).first(where: { isRelative($0, parsed) })
    else { return nil }
    let hasSubject = (0..<end).contains { isBare($0, parsed) }
    guard hasSubject || isParted(end, parsed) else { return nil }
    for (left, right) in zip(verbs, verbs.dropFirst()) {
      guard isMain(right, behind: left, parsed) else { continue }
      if hasSubject {
        guard opensWithVerb(right, left, parsed) || takesObject(left, first, end, parsed) else { return nil }
        return ClauseFront(end: end, main: right, isSubject: true)
      }
      return ClauseFront(end: end, main: right, isSubject: false)
    }
    return nil
  }

  /// Gives a clause the subjects and phrases of its front.
  func join(_ front: ClauseFront, to clause: inout Clause, _ parsed: ParsedSentence) {
    var words = self.clause(0..<front.end, nil, parsed)
    trimSubjects(&words, 0..<front.end, front.end, parsed)
    clause.front = words.tokens
    clause.phrases = words.phrases + clause.phrases
    if front.isSubject { clause.subjects = words.subjects }
  }

  /// "The Observatory said Lashio, which the army took in August, was bombed": what was said of is the subject.
  func reported(_ index: Int, _ parsed: ParsedSentence) -> [Int]? {
    guard index > 1, let subordinator = parsed.clauses[index - 1].subordinator,
      isRelative(subordinator), parsed.tag(parsed.clauses[index].tokens.lowerBound) != .conjunction,
      let verb = parsed.clauses[index - 2].verb, parsed.verbs[verb].classes.contains(.say),
      parsed.clauses[index].verb.map({ parsed.verbs[$0].isFinite }) ?? false
    else { return nil }
    let objects = parsed.clauses[index - 2].objects
    return objects.isEmpty ? nil : objects
  }

  /// "The clashes forced the residents to flee": who is forced does it.
  func compelled(_ index: Int, _ parsed: ParsedSentence) -> [Int]? {
    guard let verb = parsed.clauses[index].verb, parsed.verbs[verb].tense == .infinitive,
      let before = parsed.clauses[index - 1].verb, lexicon.words.words("compel").contains(parsed.verbs[before].lemma),
      !parsed.verbs[before].isPassive
    else { return nil }
    let objects = parsed.clauses[index - 1].objects
    return objects.isEmpty ? nil : objects
  }

  /// "A sheikh kidnapped in Harib two months ago remains missing": the verb behind it has no other subject.
  func isInterrupting(_ index: Int, _ parsed: ParsedSentence) -> Bool {
    // "two men accused of spying were beheaded"
    let behind = (index + 1..<max(index + 1, parsed.clauses.count)).first {
      parsed.clauses[$0].verb.map { parsed.verbs[$0].isFinite } ?? true
    }
    guard let behind, let verb = parsed.clauses[index].verb, let next = parsed.clauses[behind].verb,
      !isParticipleClause(behind, next, parsed)
    else { return false }
    let (clause, later, group) = (parsed.clauses[index], parsed.clauses[behind], parsed.verbs[verb])
    guard clause.objects.isEmpty, later.subjects.isEmpty, later.subordinator == nil,
      ![.comma, .conjunction, .stop, .quote].contains(parsed.tag(later.tokens.lowerBound)),
      parsed.verbs[next].classes.isDisjoint(with: [.say, .claim])
    else { return false }
    return clause.subjects.contains { parsed.nouns[$0].tokens.upperBound == group.tokens.lowerBound }
  }

  // MARK: Parts

  private func isRelative(_ token: Int) -> Bool {
    lexicon.words.relative.contains(document.tokens[token].word)
      || lexicon.words.words("where").contains(document.tokens[token].word)
  }

  private func isRelative(_ piece: Int, _ parsed: ParsedSentence) -> Bool {
    guard isSubordinator(piece, parsed) else { return false }
    switch parsed.pieces[piece] {
    case .mark(_, let token): return isRelative(token)
    case .noun(let noun): return isRelative(parsed.nouns[noun].head)
    case .verb: return false
    }
  }

  /// A noun group behind no preposition.
  private func isBare(_ piece: Int, _ parsed: ParsedSentence) -> Bool {
    if case .noun(let noun) = parsed.pieces[piece] { return parsed.nouns[noun].preposition == nil }
    return false
  }

  /// A comma stands before the relative.
  private func isParted(_ piece: Int, _ parsed: ParsedSentence) -> Bool {
    parsed.isMark(.comma, at: piece - 1)
  }

  /// A finite verb that hangs on no subordinator and on no conjunction behind the verb before it.
  private func isMain(_ right: Int, behind left: Int, _ parsed: ParsedSentence) -> Bool {
    guard case .verb(let verb) = parsed.pieces[right], parsed.verbs[verb].isFinite else { return false }
    let between = left + 1..<right
    if between.contains(where: { isSubordinator($0, parsed) }) { return false }
    return !behindComma(between, parsed).contains { parsed.isMark(.conjunction, at: $0) }
  }

  /// ", was bombed": nothing that could be its subject between the comma and the verb.
  private func opensWithVerb(_ right: Int, _ left: Int, _ parsed: ParsedSentence) -> Bool {
    !behindComma(left + 1..<right, parsed).contains { isBare($0, parsed) }
  }

  /// The pieces from the last comma on, or all where none stands among them.
  private func behindComma(_ pieces: Range<Int>, _ parsed: ParsedSentence) -> Range<Int> {
    let comma = pieces.last { parsed.isMark(.comma, at: $0) }
    return (comma ?? pieces.lowerBound)..<pieces.upperBound
  }

  /// "The man who shot the mayor fled": the noun between the two verbs is what the first one acts on.
  private func takesObject(_ left: Int, _ first: Int, _ end: Int, _ parsed: ParsedSentence) -> Bool {
    guard left == first, case .verb(let verb) = parsed.pieces[left],
      parsed.verbs[verb].classes.isDisjoint(with: [.say, .claim, .deny]),
      let next = parsed.pieces[(left + 1)...].firstIndex(where: { if case .verb = $0 { true } else { false } })
    else { return false }
    let isOpen = (left + 1..<next).contains { parsed.isMark(.comma, at: $0) }
    return !isOpen && !(end + 1..<left).contains { isBare($0, parsed) }
  }
}
