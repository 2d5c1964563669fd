import NewsText
import Records

/// "Strikes killed 22 people on Monday. Sixteen of them died in Douma", "five more were killed in Sabqa": the dead of
/// another place, told right behind an attack whose place was told roughly or that went on elsewhere.
struct ContinuationReader {
  let reading: Reading

  init(reading: Reading) { self.reading = reading }

  /// Adds the tellings that only count the dead of a place.
  func read(_ frames: inout [Frame], _ losses: [Loss]) {
    let places = PlaceAssigner(reading: reading)
    for loss in losses where loss.kind == .killed && (loss.count ?? loss.low ?? 0) > 0 {
      let told = frames.filter { $0.miss == nil && $0.sentence <= loss.sentence && loss.sentence - $0.sentence <= 2 }
      guard let base = told.last, base.sentence < loss.sentence, goesOn(base),
        let frame = frame(loss, base, places), frame.time?.isOwn != true || frame.time?.date.day == base.time?.date.day
      else { continue }
      let next = frames.firstIndex { $0.sentence > loss.sentence } ?? frames.endIndex
      frames.insert(frame, at: next)
    }
  }

  private func goesOn(_ base: Frame) -> Bool {
    let attacks: Set<EventType> = [.airstrike, .shelling, .droneStrike, .bombing, .armedClash, .groundAssault]
    return base.zone == .body && attacks.contains(base.type) && !base.rule.isWeak
  }

  private func frame(_ loss: Loss, _ base: Frame, _ places: PlaceAssigner) -> Frame? {
    let sentence = reading.sentences[loss.sentence]
    let clause = sentence.clauses[loss.clause]
    guard let verb = clause.verb.map({ sentence.verbs[$0] }), verb.isPassive || verb.classes.contains(.die),
      [.past, .perfect].contains(verb.tense), reading.document.sentences[loss.sentence].zone == .body
    else { return nil }
    var frame = base
    (frame.sentence, frame.clause, frame.trigger) = (loss.sentence, loss.clause, verb.main..<verb.main + 1)
    (frame.quote, frame.toll, frame.isDefinite, frame.isLead) = (clause.tokens, Toll(), false, false)
    (frame.spots, frame.placeIsOwn, frame.cues) = ([], false, ["the dead of a place, told behind \(base.rule.name)"])
    places.assign(&frame, sentence, triggers: Set(sentence.clauses.indices).subtracting([loss.clause]))
    ModalityReader(reading: reading).judge(&frame, sentence)
    TimeAssigner(reading: reading).assign(
      &frame, sentence, context: base.time.map { ToldDay(date: $0.date, sentence: base.sentence) })
    ModalityReader(reading: reading).judgeAge(&frame)
    guard frame.miss == nil, frame.placeIsOwn, frame.spots.count == 1, !frame.spots[0].isCoarse,
      frame.spots[0].kind != .country, isElsewhere(frame.spots[0], base, clause)
    else { return nil }
    return frame
  }

  /// The place told before was rough, or the words say "more", "another", "elsewhere".
  private func isElsewhere(_ spot: PlaceSpot, _ base: Frame, _ clause: Clause) -> Bool {
    if base.spots.contains(where: { $0.location.place.id == spot.location.place.id }) { return false }
    let isRough = base.spots.allSatisfy { $0.isCoarse || $0.kind == .country || Compatibility.isVague($0) }
    return isRough || reading.containsAny(reading.lexicon.words.words("elsewhere"), in: clause.tokens)
  }
}
