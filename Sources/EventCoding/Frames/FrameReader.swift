import Formats
import NewsText
import Records

/// All stages from parsed sentences to judged frames with places, days and tolls.
struct FrameReader {
  let reading: Reading

  func frames() -> [Frame] {
    let triggers = TriggerReader(reading: reading)
    let places = PlaceAssigner(reading: reading)
    let times = TimeAssigner(reading: reading)
    let modality = ModalityReader(reading: reading)
    var frames: [Frame] = []
    var context: ToldDay?
    for index in reading.sentences.indices(where: reading.lexicon.triggerWords.contains) {
      let sentence = reading.sentences[index]
      var found = onePerClause(triggers.frames(sentence))
      let clauses = Set(found.map(\.clause))
      for index in found.indices {
        places.assign(&found[index], sentence, triggers: clauses)
        modality.judge(&found[index], sentence)
        if found[index].hasPronounAgent || found[index].hasPronounPlace {
          resolvePronouns(&found[index], frames.suffix(12) + found[..<index])
        }
        times.assign(&found[index], sentence, context: context)
        modality.judgeAge(&found[index])
        if found[index].isAnother { found[index].words = reading.digest(found[index].quote) }
        takeGovernorsMiss(&found[index], found[..<index], sentence)
        if found[index].miss == nil, let time = found[index].time, time.isOwn, !time.isBefore, time.date.isDay,
          found[index].zone == .body
        {
          context = ToldDay(date: time.date, sentence: found[index].sentence)
        }
      }
      frames += found
    }
    AnaphoraReader(reading: reading).read(&frames)
    AnaphoraReader(reading: reading).readDefinite(&frames)
    settleBombings(&frames)
    settleStateBombs(&frames)
    foldDamage(&frames)
    foldKillings(&frames)
    let told = losses(near: frames)
    ContinuationReader(reading: reading).read(&frames, told)
    TollAssigner(reading: reading).assign(told, to: &frames)
    return frames
  }

  /// The losses that the sentences of tellings tell, and the two behind each: no other telling takes any.
  private func losses(near frames: [Frame]) -> [Loss] {
    let casualties = CasualtyReader(reading: reading)
    var (losses, next): ([Loss], Int) = ([], 0)
    for place in frames.indices where frames[place].miss == nil {
      let sentence = frames[place].sentence
      for index in max(next, sentence)..<max(next, min(sentence + 3, reading.sentences.count)) {
        losses += casualties.losses(reading.sentences[index])
        next = index + 1
      }
    }
    return losses
  }

  /// "The bombing destroyed two homes" is from the air in a text that tells of strikes from the air and of no bomb.
  private func settleBombings(_ frames: inout [Frame]) {
    func isBare(_ frame: Frame) -> Bool {
      frame.type == .bombing && frame.trigger.count == 1
        && reading.lexicon.words.words("bombing").contains(reading.word(frame.trigger.lowerBound))
    }
    guard frames.contains(where: { $0.type == .airstrike }),
      !frames.contains(where: { $0.type == .bombing && $0.miss == nil && !isBare($0) })
    else { return }
    for index in frames.indices where isBare(frames[index]) { frames[index].type = .airstrike }
  }

  /// "Two children were killed by regime bombs": a state's bombs fall from the air, unless somebody laid them.
  private func settleStateBombs(_ frames: inout [Frame]) {
    let bombs = reading.classes("bomb")
    for index in frames.indices where frames[index].type == .bombing || frames[index].type == .shelling {
      let frame = frames[index]
      guard !frame.rule.agent.isDisjoint(with: bombs), frame.agents.contains(where: { $0.kind == .state }),
        !reading.containsAny(reading.lexicon.words.words("laid"), in: reading.sentences[frame.sentence].tokens)
      else { continue }
      frames[index].type = .airstrike
    }
  }

  private static let attacks: Set<EventType> = [
    .airstrike, .shelling, .droneStrike, .bombing, .armedClash, .groundAssault,
  ]

  /// Damage done by an attack told in the same sentence or just before is the attack's own (Codebook 9).
  private func foldDamage(_ frames: inout [Frame]) {
    for index in frames.indices where frames[index].type == .infrastructureDestruction && frames[index].miss == nil {
      let frame = frames[index]
      let near = frames.partitioningIndex(where: { $0.sentence >= frame.sentence - 2 })
      let attack = frames[near...].prefix { $0.sentence <= frame.sentence }.contains { other in
        other.miss == nil && Self.attacks.contains(other.type)
          && (namesAttack(frame) || !frame.placeIsOwn
            || frame.spots.allSatisfy { spot in other.spots.contains { $0.location.place.id == spot.location.place.id }
            })
      }
      if attack || namesAttack(frame) {
        frames[index].miss = Miss(kind: .attribute, reason: "damage done by the attack told with it")
      }
    }
  }

  /// "As a result of these strikes 32 trucks were destroyed."
  private func namesAttack(_ frame: Frame) -> Bool {
    reading.sentences[frame.sentence].nouns.contains { group in
      group.isDefinite && group.preposition != nil && reading.lexicon.eventNouns.contains(reading.word(group.head))
    }
  }

  /// "..., killing five": the toll of what the sentence tells.
  private func foldKillings(_ frames: inout [Frame]) {
    for index in frames.indices where frames[index].miss == nil && frames[index].type == .execution {
      let byWeapon = frames.contains {
        $0.sentence == frames[index].sentence && $0.clause == frames[index].clause && $0.miss == nil
          && [.airstrike, .droneStrike, .shelling, .bombing].contains($0.type)
      }
      if byWeapon { frames[index].miss = Miss(kind: .attribute, reason: "done by the attack told with it") }
    }
    for index in frames.indices where frames[index].rule.isWeak && frames[index].miss == nil {
      let sentence = frames[index].sentence
      let near = frames.partitioningIndex(where: { $0.sentence >= sentence })
      let isTold = frames[near...].prefix { $0.sentence == sentence }.contains {
        $0.miss == nil && !$0.rule.isWeak && TollAssigner.takesLosses($0.type)
      }
      if isTold { frames[index].miss = Miss(kind: .attribute, reason: "the toll of what is told with it") }
    }
  }

  /// A pronoun stands for who acted, or for the place, in the last telling of this sentence or the one before.
  private func resolvePronouns(_ frame: inout Frame, _ before: ArraySlice<Frame>) {
    let near = before.filter { frame.sentence - $0.sentence <= 1 && $0.miss == nil }
    if frame.hasPronounAgent, let agents = near.last(where: { !$0.agents.isEmpty })?.agents {
      frame.agents = agents.filter { !frame.targets.contains($0) }
    }
    if frame.hasPronounPlace, frame.spots.isEmpty || !frame.placeIsOwn,
      let last = near.last(where: { $0.spots.count == 1 })
    {
      frame.spots = last.spots
    }
  }

  private static let passedOn: Set<NearMissKind> = [
    .backgroundTotal, .historical, .hypothetical, .future, .negated, .ongoing, .statement,
  ]

  /// "… have in recent weeks carried out raids, killing dozens": a participle is no more than what it hangs on.
  private func takeGovernorsMiss(_ frame: inout Frame, _ before: ArraySlice<Frame>, _ sentence: ParsedSentence) {
    let clause = sentence.clauses[frame.clause]
    guard frame.miss == nil, let verb = clause.verb,
      sentence.verbs[verb].tense == .gerund || sentence.tag(clause.tokens.lowerBound) == .conjunction,
      let governor = before.last(where: { $0.clause == frame.clause - 1 }), let miss = governor.miss,
      (sentence.verbs[verb].tense == .gerund ? Self.passedOn : [.historical]).contains(miss.kind),
      !reading.dates(of: clause).contains(where: { reading.dates.resolve($0)?.isDay == true })
    else { return }
    frame.miss = miss
  }

  /// A clause tells one event of a kind: "two airstrikes hit" is one trigger, not two.
  private func onePerClause(_ frames: [Frame]) -> [Frame] {
    var kept: [Frame] = []
    for frame in frames {
      guard
        let index = kept.firstIndex(where: { $0.clause == frame.clause && Compatibility.types($0.type, frame.type) })
      else {
        kept.append(frame)
        continue
      }
      if isBetter(frame, kept[index]) {
        kept[index] = joined(frame, kept[index])
      } else {
        kept[index] = joined(kept[index], frame)
      }
    }
    return kept
  }

  private func isBetter(_ frame: Frame, _ known: Frame) -> Bool {
    if (frame.miss == nil) != (known.miss == nil) { return frame.miss == nil }
    if (frame.type == .other) != (known.type == .other) { return known.type == .other }
    return false
  }

  private func joined(_ frame: Frame, _ other: Frame) -> Frame {
    var frame = frame
    if frame.agents.isEmpty { frame.agents = other.agents }
    if frame.targets.isEmpty { frame.targets = other.targets }
    return frame
  }
}

extension Reading {
  /// The month that a sentence or its neighbors speak of, else the month of publication: for what is told of no day.
  func month(around sentence: Int) -> FrameTime? {
    let near = document.sentences.indices.filter { abs($0 - sentence) <= 1 }.flatMap {
      dates(in: document.sentences[$0].tokens)
    }
    let said = near.lazy.compactMap { date in self.dates.resolve(date).map { (date, $0) } }.first {
      $0.1.basis == "month"
    }
    if let said {
      return FrameTime(date: said.1, text: document.string(tokens: said.0.tokens), clock: nil, isOwn: false)
    }
    guard let day = document.publication?.day else { return nil }
    let month = ResolvedDate(
      day: min(day.monthStart + 14, day), window: DayWindow(day.monthStart, day), basis: "month", isExact: false)
    return FrameTime(date: month, text: nil, clock: nil, isOwn: false)
  }
}
