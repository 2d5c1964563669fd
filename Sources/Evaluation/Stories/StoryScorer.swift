import Records

/// Compares the findings of one story with its annotation.
struct StoryScorer {
  let story: GoldStory
  let prediction: StoryPrediction

  func score() -> StoryScore {
    var score = StoryScore()
    score.stories = 1
    ToponymScorer(story: story, mentions: prediction.mentions).score(into: &score)
    let strict = outcome(.strict)
    let outcomes = [strict, outcome(.withoutDate), outcome(.withoutType)]
    score.events = outcomes[0].detection
    score.eventsWithoutDate = outcomes[1].detection
    score.eventsWithoutType = outcomes[2].detection
    score.optionalFound = strict.forgiven.count
    score.rules = rules(strict)
    score.bands = bands(strict)
    likeness(strict, &score)
    missed(strict, &score)
    surplus(outcomes.reduce(into: Set()) { $0.formUnion($1.safe) }, &score)
    return score
  }

  /// What came of one way of matching.
  private struct Outcome {
    var pairs: [(row: Int, column: Int)]
    var forgiven: Set<Int>
    var detection: Detection
    /// Found events that are wanted or allowed.
    var safe: Set<Int> { forgiven.union(pairs.map(\.column)) }
  }

  private func outcome(_ way: EventPairing) -> Outcome {
    let events = prediction.events
    let pairs = Assignment.pairs(costs(story.events, Array(events.indices), way))
    let taken = Set(pairs.map(\.column))
    let rest = events.indices.filter { !taken.contains($0) }
    let optional = Assignment.pairs(costs(story.optionalEvents, rest, way))
    let forgiven = Set(optional.map { rest[$0.column] })
    let detection = Detection(
      right: pairs.count, surplus: rest.count - forgiven.count, missed: story.events.count - pairs.count)
    return Outcome(pairs: pairs, forgiven: forgiven, detection: detection)
  }

  private func costs(_ wanted: [GoldEvent], _ found: [Int], _ way: EventPairing) -> [[Double?]] {
    let names = PlaceNames(story.toponyms)
    return wanted.map { event in found.map { way.cost(event, prediction.events[$0], names) } }
  }

  private func bands(_ outcome: Outcome) -> [RuleHits] {
    var tally = RuleTally()
    for (place, event) in prediction.events.enumerated() {
      if let band = event.band { tally.count([band], isRight: outcome.safe.contains(place)) }
    }
    return tally.sorted
  }

  private func rules(_ outcome: Outcome) -> [RuleHits] {
    var tally = RuleTally()
    for (place, event) in prediction.events.enumerated() {
      tally.count(event.rules, isRight: outcome.safe.contains(place))
    }
    return tally.sorted
  }

  private func likeness(_ outcome: Outcome, _ score: inout StoryScore) {
    for (row, column) in outcome.pairs {
      let (wanted, found) = (story.events[row], prediction.events[column])
      score.likeness.add(wanted, found)
      if let fatalities = wanted.fatalities, found.fatalities != fatalities {
        let got = found.fatalities.map(String.init) ?? "null"
        let words = "\(wanted.type) \(wanted.place) fatalities: wanted \(fatalities), got \(got)"
        score.misses.append(miss("fatalities", words, found.span))
      }
    }
  }

  private func missed(_ outcome: Outcome, _ score: inout StoryScore) {
    let found = Set(outcome.pairs.map(\.row))
    for (row, event) in story.events.enumerated() {
      score.types[event.type, default: Detection()] +=
        found.contains(row) ? Detection(right: 1) : Detection(missed: 1)
      if !found.contains(row) {
        score.misses.append(miss("missed event", "\(event.type) \(event.day) \(event.place): \(event.evidence)", nil))
      }
    }
  }

  /// Found events that match nothing, not even without their date or type.
  private func surplus(_ safe: Set<Int>, _ score: inout StoryScore) {
    var triggered: Set<Int> = []
    for (place, event) in prediction.events.enumerated() where !safe.contains(place) {
      let source = story.notEvents.firstIndex(where: { StoryText.overlap(event.evidence, $0.text) })
      if let source { triggered.insert(source) }
      score.falseFromNotEvents += source == nil ? 0 : 1
      score.falseFromElsewhere += source == nil ? 1 : 0
      let why = source.map { " (\(story.notEvents[$0].why))" } ?? ""
      let words =
        "\(event.type) \(event.day?.description ?? "undated") \(event.place ?? "nowhere")\(why): \(event.evidence)"
      score.misses.append(miss("surplus event", words, event.span))
    }
    score.notEventsTriggered += triggered.count
    score.notEvents += story.notEvents.count
  }

  private func miss(_ kind: String, _ sentence: String, _ span: Span?) -> Miss {
    Miss(set: story.set, docID: story.name, kind: kind, sentence: sentence, span: span)
  }
}

extension Likeness {
  mutating func add(_ wanted: GoldEvent, _ found: StoryPrediction.Event) {
    type += wanted.type == found.type ? 1 : 0
    day += wanted.day == found.day ? 1 : 0
    if let here = wanted.point, let there = found.point { distances.append(SphereDistance.kilometers(here, there)) }
    guard let dead = wanted.fatalities else {
      withoutFatalities += 1
      nullKept += (found.fatalities ?? 0) == 0 ? 1 : 0
      return
    }
    withFatalities += 1
    fatalities += found.fatalities == dead ? 1 : 0
    let (low, high) = (wanted.fatalitiesMin ?? dead, wanted.fatalitiesMax ?? dead)
    fatalitiesInRange += found.fatalities.map { low <= $0 && $0 <= high } ?? false ? 1 : 0
  }
}
