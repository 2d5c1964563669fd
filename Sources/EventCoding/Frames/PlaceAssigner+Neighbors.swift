import NewsText
import Records

/// Places that stand beyond the clause that tells the event.
extension PlaceAssigner {
  /// The clauses near by, in the order of their distance; never a clause of speech.
  func neighbors(_ frame: Frame, _ sentence: ParsedSentence, _ triggers: Set<Int>) -> [PlaceSpot] {
    let order = sentence.clauses.indices.filter { !triggers.contains($0) }.sorted {
      abs($0 - frame.clause) * 2 + ($0 < frame.clause ? 0 : 1) < abs($1 - frame.clause) * 2
        + ($1 < frame.clause ? 0 : 1)
    }
    for index in order {
      let clause = sentence.clauses[index]
      if let verb = clause.verb,
        !sentence.verbs[verb].isReducedRelative,
        !sentence.verbs[verb].classes.isDisjoint(with: [.say, .claim, .deny, .demand, .accuse])
      {
        continue
      }
      if standsOver(clause, sentence) { continue }
      // "who fled to Idlib" names where they went
      let spots = usable(reading.spots(of: clause), frame, clause, sentence).filter { !isGoal($0) }
      if let first = finest(spots), first.kind != .country { return list(from: first, in: spots) }
    }
    return besideTrigger(frame, sentence, triggers)
  }

  /// "The Houthis, who control Sanaa, said they had fired": what somebody holds is where nothing happened.
  private func standsOver(_ clause: Clause, _ sentence: ParsedSentence) -> Bool {
    guard let subordinator = clause.subordinator, words.relative.contains(reading.word(subordinator)),
      let verb = clause.verb
    else { return false }
    return words.words("stand over").contains(sentence.verbs[verb].lemma)
  }

  /// "Families fled Nyala after shelling hit residential districts": the place of the clause beside it, where that has
  /// one alone.
  private func besideTrigger(_ frame: Frame, _ sentence: ParsedSentence, _ triggers: Set<Int>) -> [PlaceSpot] {
    for index in [frame.clause - 1, frame.clause + 1]
    where triggers.contains(index) && isBound(frame.clause, index, sentence) {
      let clause = sentence.clauses[index]
      let spots = usable(reading.spots(of: clause), frame, clause, sentence).filter {
        $0.kind != .country && !isGoal($0)
      }
      if Set(spots.map(\.location.place.id)).count == 1 { return Array(spots.prefix(1)) }
    }
    return []
  }

  /// One of the two hangs on the other: by a subordinator, or as a participle.
  private func isBound(_ own: Int, _ other: Int, _ sentence: ParsedSentence) -> Bool {
    let later = sentence.clauses[max(own, other)]
    let earlier = sentence.clauses[min(own, other)]
    let isParticiple = later.verb.map { !sentence.verbs[$0].isFinite } ?? false
    if let joint = later.subordinator, words.words("contrast").contains(reading.word(joint)) { return false }
    let isJoined = sentence.tag(later.tokens.lowerBound) == .conjunction
    return isJoined || later.subordinator != nil || earlier.subordinator != nil || isParticiple
  }

  /// "towns and villages", "a string of villages", "several areas".
  func namesMany(_ frame: Frame, _ clause: Clause, _ sentence: ParsedSentence) -> Bool {
    guard frame.spots.allSatisfy(\.isCoarse) else { return false }
    let groups = (clause.objects + clause.phrases + clause.subjects).map { sentence.nouns[$0] }
    return groups.contains { $0.isPlural && !$0.headClasses.isDisjoint(with: reading.classes("settlement")) }
  }
}
