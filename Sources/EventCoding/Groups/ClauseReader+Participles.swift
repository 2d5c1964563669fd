import NewsText

/// Participles and passives without their auxiliary, and sources behind a verb that lost its comma.
extension ClauseReader {
  /// "… wounded 60 people said the Observatory": the last verb of a sentence that lost its commas, the source behind it.
  func closesWithSource(_ right: Int, _ parsed: ParsedSentence) -> Bool {
    guard case .verb(let verb) = parsed.pieces[right], parsed.verbs[verb].classes.contains(.say),
      parsed.verbs[verb].tense == .past, parsed.verbs[verb].tokens.count == 1, right + 1 < parsed.pieces.count,
      case .noun(let source) = parsed.pieces[right + 1], parsed.nouns[source].preposition == nil,
      parsed.nouns[source].number == nil
    else { return false }
    return parsed.pieces[(right + 1)...].allSatisfy { piece in
      switch piece {
      case .verb: false
      case .mark(let tag, _): tag != .subordinator
      case .noun: true
      }
    }
  }

  /// "on a town held by the rebels", "in raids claimed by": a past form right behind its noun and before "by"; "by a
  /// bomb dropped from a drone": behind what another verb governs, and without an object.
  func isParticiple(_ right: Int, _ parsed: ParsedSentence) -> Bool {
    if isPartedParticiple(right, parsed) { return true }
    guard right > 0, right + 1 < parsed.pieces.count, case .noun(let noun) = parsed.pieces[right - 1],
      case .verb(let verb) = parsed.pieces[right], case .mark(.preposition, let token) = parsed.pieces[right + 1]
    else { return false }
    let group = parsed.verbs[verb]
    guard group.tokens.count == 1, group.tense == .past,
      group.classes.isDisjoint(with: [.die, .kill, .injure, .intransitive]),
      lexicon.verbs.reading(of: group.main, in: document)?.forms.contains(.participle) == true
    else { return false }
    return document.tokens[token].word == lexicon.words.by && right + 2 < parsed.pieces.count
      || group.classes.isDisjoint(with: [.say, .claim]) && isObject(right - 1, parsed)
      || group.classes.isDisjoint(with: [.say, .claim]) && parsed.nouns[noun].preposition != nil
        && hangs(on: right, parsed)
  }

  /// "Khan Shaykhun, captured by the army in August, is deserted": a past form and "by" between commas.
  private func isPartedParticiple(_ right: Int, _ parsed: ParsedSentence) -> Bool {
    guard right > 1, right + 2 < parsed.pieces.count, case .mark(.comma, _) = parsed.pieces[right - 1],
      case .noun = parsed.pieces[right - 2], case .verb(let verb) = parsed.pieces[right],
      case .mark(.preposition, let token) = parsed.pieces[right + 1], document.tokens[token].word == lexicon.words.by
    else { return false }
    let group = parsed.verbs[verb]
    return group.tokens.count == 1 && group.tense == .past && group.classes.isDisjoint(with: [.say, .claim, .casualty])
      && lexicon.verbs.reading(of: group.main, in: document)?.forms.contains(.participle) == true
  }

  /// "downed six drones launched at Mykolaiv": right behind the verb that acts on it.
  private func isObject(_ piece: Int, _ parsed: ParsedSentence) -> Bool {
    guard piece > 0, case .noun(let noun) = parsed.pieces[piece], parsed.nouns[noun].preposition == nil,
      case .verb(let before) = parsed.pieces[piece - 1]
    else { return false }
    let verb = parsed.verbs[before]
    return !verb.isPassive && verb.classes.isDisjoint(with: [.say, .claim, .deny, .perceive, .demand, .intransitive])
  }

  /// A verb that is none of speech stands before, with no comma and no conjunction between.
  private func hangs(on right: Int, _ parsed: ParsedSentence) -> Bool {
    for piece in (0..<right - 1).reversed() {
      switch parsed.pieces[piece] {
      case .verb(let before): return parsed.verbs[before].classes.isDisjoint(with: [.say, .claim, .deny, .perceive])
      case .mark(let tag, _) where [.comma, .conjunction, .subordinator, .stop, .quote].contains(tag): return false
      default: break
      }
    }
    return false
  }

  /// "gunmen riding motorbikes opened fire": the nouns behind the participle are its own.
  func takesNouns(_ left: Int, upTo right: Int, _ parsed: ParsedSentence) -> Bool {
    guard isPostmodifier(left, opensClause: true, parsed), left + 1 < right else { return false }
    // "carrying food, medicine and school kits entered"
    let isList = (left + 1..<right - 1).contains { parsed.isMark(.conjunction, at: $0) }
    return !(left + 1..<right).contains { piece in
      guard case .mark(let tag, _) = parsed.pieces[piece] else { return false }
      if tag == .comma || tag == .conjunction { return !isList || piece == right - 1 }
      return [.subordinator, .stop, .quote].contains(tag)
    }
  }

  /// "tribesmen fighting alongside the troops": an "-ing" form right behind a noun that no verb before acts on; not "with
  /// jets bombing the town".
  func isPostmodifier(_ piece: Int, opensClause: Bool = false, _ parsed: ParsedSentence) -> Bool {
    guard piece > 0, case .verb(let verb) = parsed.pieces[piece], case .noun(let noun) = parsed.pieces[piece - 1],
      parsed.verbs[verb].tense == .gerund, parsed.verbs[verb].tokens.count == 1,
      parsed.nouns[noun].tokens.upperBound == parsed.verbs[verb].main,
      parsed.nouns[noun].preposition.map({ !lexicon.words.words("instrument").contains(document.tokens[$0].word) })
        ?? true
    else { return false }
    for before in (0..<piece - 1).reversed() {
      switch parsed.pieces[before] {
      case .verb(let other):
        // "said gunmen riding motorbikes opened fire"; but "reported shells falling on the town"
        return opensClause && !parsed.verbs[other].classes.isDisjoint(with: [.say, .claim, .deny])
      case .mark(let tag, _) where [.comma, .conjunction, .subordinator, .stop, .quote].contains(tag): return true
      default: break
      }
    }
    return true
  }

  func isParticipleClause(_ index: Int, _ verb: Int, _ parsed: ParsedSentence) -> Bool {
    guard index > 0, parsed.clauses[index].tokens.lowerBound == parsed.verbs[verb].main,
      let piece = parsed.pieces.firstIndex(where: { if case .verb(verb) = $0 { true } else { false } })
    else { return false }
    return isParticiple(piece, parsed)
  }

  /// "civilians killed in airstrikes", "convoy shelled near Idlib": a past form without an object behind something that
  /// does not act is a passive without its auxiliary.
  func reduceToPassive(_ index: Int, _ verb: Int, _ parsed: inout ParsedSentence) {
    if let piece = parsed.pieces.firstIndex(where: { if case .verb(verb) = $0 { true } else { false } }),
      isPostmodifier(piece, parsed)
    {
      parsed.verbs[verb].isReducedRelative = true
      return
    }
    let group = parsed.verbs[verb]
    guard group.tense == .past, group.tokens.count == 1 else { return }
    let clause = parsed.clauses[index]
    if isInterrupting(index, parsed),
      lexicon.verbs.reading(of: group.main, in: document)?.forms.contains(.participle) == true,
      group.classes.isDisjoint(with: [.say, .claim, .die, .kill, .injure, .intransitive])
    {
      parsed.verbs[verb].isPassive = true
      parsed.verbs[verb].isReducedRelative = !clause.subjects.contains { isWeapon(parsed.nouns[$0]) }
      return
    }
    guard !group.isPassive, clause.objects.isEmpty,
      let reading = lexicon.verbs.reading(of: group.main, in: document), reading.forms.contains(.participle),
      group.classes.isDisjoint(with: [.say, .claim, .die, .intransitive])
    else { return }
    let acts = clause.subjects.contains { !parsed.nouns[$0].classes.isDisjoint(with: lexicon.agents) }
    guard !acts || !group.classes.isDisjoint(with: [.kill, .injure]) else { return }
    guard !isDoneByEvent(clause, group, parsed) else { return }
    parsed.verbs[verb].isPassive = true
    parsed.verbs[verb].isReducedRelative = modifiesObject(index, parsed)
  }

  /// "A shell fired by the army left a child dead": that it was fired is told too.
  private func isWeapon(_ group: NounGroup) -> Bool {
    ["shell", "airmunition", "bomb"].contains { group.headClasses.contains(lexicon.nouns.named($0)) }
  }

  /// "A blast ripped through the market", "the strikes also wounded …": the event itself does it, where no "by" follows.
  private func isDoneByEvent(_ clause: Clause, _ verb: VerbGroup, _ parsed: ParsedSentence) -> Bool {
    lexicon.words.words("happen").contains(verb.lemma)
      && clause.subjects.contains { lexicon.eventNouns.contains(document.tokens[parsed.nouns[$0].head].word) }
      && !clause.phrases.contains { noun in
        parsed.nouns[noun].preposition.map { document.tokens[$0].word == lexicon.words.by } ?? false
      }
  }

  /// The clause before wants an object, and this one took it for its subject.
  private func modifiesObject(_ index: Int, _ parsed: ParsedSentence) -> Bool {
    guard index > 0, parsed.clauses[index].subordinator == nil, let before = parsed.clauses[index - 1].verb else {
      return false
    }
    let clause = parsed.clauses[index - 1]
    let first = parsed.clauses[index].tokens.lowerBound
    return clause.objects.isEmpty && parsed.tag(first) != .comma && parsed.tag(first) != .conjunction
      && parsed.verbs[before].classes.isDisjoint(with: [.say, .claim]) && !parsed.verbs[before].isPassive
  }
}
