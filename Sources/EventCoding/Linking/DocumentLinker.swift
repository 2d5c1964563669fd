import NewsText
import Records

/// Merges the tellings of one document into events, and says of the rest why they are none.
struct DocumentLinker {
  let reading: Reading
  private(set) var clusters: [Cluster] = []
  private(set) var misses: [(frame: Frame, miss: Miss)] = []
  /// Denials of what the document itself does not tell, each with its place.
  private(set) var denials: [(frame: Frame, spot: PlaceSpot)] = []

  init(reading: Reading) { self.reading = reading }

  /// Body first, then captions, headlines last: a headline sums up what the body tells.
  mutating func link(_ frames: [Frame]) {
    let told = roughened(frames.filter { $0.miss == nil })
    for frame in frames { if let miss = frame.miss { misses.append((frame, miss)) } }
    let ordered =
      told.filter { !$0.isSummary && !waits($0) } + told.filter { !$0.isSummary && waits($0) }
      + told.filter(\.isSummary)
    for frame in ordered { place(frame) }
    for (frame, miss) in misses where miss.kind == .heard { takeClock(frame) }
    settleTypes()
    (clusters, denials) = DisputeReader(reading: reading).dispute(clusters, by: frames.filter(\.isDenial))
  }

  /// A killing that nothing else in the text explains is what its rule says.
  private mutating func settleTypes() {
    for index in clusters.indices where clusters[index].type == .other {
      if let rule = clusters[index].frames.first(where: { $0.rule.isWeak })?.rule { clusters[index].type = rule.type }
    }
  }

  /// What was heard at a place tells the time of day of the strike there.
  private mutating func takeClock(_ frame: Frame) {
    guard let clock = frame.time?.clock, let place = frame.spots.first?.location.place.id else { return }
    let index = clusters.firstIndex { cluster in
      cluster.spot?.location.place.id == place && cluster.clock == nil
        && cluster.frames.contains { abs($0.sentence - frame.sentence) <= 6 }
    }
    guard let index else { return }
    clusters[index].clock = clock
    let reading = reading
    reading.explain(
      "time of day from \"\(reading.document.string(tokens: frame.quote))\"", in: &clusters[index].explanation)
  }

  /// A telling without a finer place waits until the finer ones are known; so does one of a stretch of days.
  private func waits(_ frame: Frame) -> Bool { isRegional(frame) || frame.isRough }

  /// "Outside Damascus".
  func isVague(_ frame: Frame) -> Bool { !frame.spots.isEmpty && frame.spots.allSatisfy(Compatibility.isVague) }

  func isRegional(_ frame: Frame) -> Bool { !frame.spots.isEmpty && frame.spots.allSatisfy(\.isCoarse) }

  private mutating func place(_ frame: Frame) {
    if isMissileDefence(frame) {
      misses.append((frame, Miss(kind: .attribute, reason: "a missile defence belongs to the strike it met")))
      return
    }
    guard !frame.spots.isEmpty else { return placeWithoutSpot(frame) }
    if frame.isSummary { return placeSummary(frame) }
    if frame.isDefinite, let known = toldBefore(frame) { return merge(frame, nil, into: known) }
    if isRegional(frame), frame.isUnnamedMany, let finer = finer(than: frame) { return drop(frame, under: finer) }
    if isRegional(frame) && frame.isLead || frame.isRough, let part = part(of: frame) {
      return drop(frame, under: part)
    }
    for spot in frame.spots { place(frame, spot) }
  }

  /// "The blast went off on Raju Street": what was told just before, wherever in the town it was.
  private func toldBefore(_ frame: Frame) -> Int? {
    // "the recapture of Um Rawaba" is told by its place, a blast by its noun
    let isOfGround = frame.type == .capture || frame.type == .withdrawal
    var frame = frame
    if frame.time?.isOwn == false { frame.time = nil }
    return clusters.lastIndex { cluster in
      Compatibility.fits(cluster, frame.withoutToll, isOfGround ? frame.spots.first : nil)
        && cluster.frames.contains { $0.sentence < frame.sentence && frame.sentence - $0.sentence <= 6 }
    }
  }

  private mutating func place(_ frame: Frame, _ spot: PlaceSpot) {
    var frame = frame
    if frame.spots.count > 1 { frame.toll = divided(frame.toll) }
    if let index = clusters.firstIndex(where: { Compatibility.fits($0, frame, spot) && mayJoin($0, frame, spot) }) {
      merge(frame, spot, into: index)
    } else if spot.kind == .country {
      misses.append((frame, Miss(kind: .unplaced, reason: "no place finer than a country is told")))
    } else {
      clusters.append(Cluster(frame, spot))
    }
  }

  /// Several plural unnamed places never join one named place.
  private func mayJoin(_ cluster: Cluster, _ frame: Frame, _ spot: PlaceSpot) -> Bool {
    !(frame.isUnnamedMany && cluster.spot?.isCoarse == false)
  }

  /// A toll that cannot be split over several places: none for each, the total as the most (Codebook 5).
  private func divided(_ toll: Toll) -> Toll {
    // nobody was hurt at any of them
    if toll.fatalities == 0, toll.injured ?? 0 == 0 { return toll }
    var divided = toll
    divided.fatalitiesHigh = toll.fatalitiesHigh ?? toll.fatalities
    divided.fatalities = nil
    divided.fatalitiesLow = nil
    divided.injured = nil
    divided.displaced = nil
    return divided
  }

  // MARK: Tellings without a place, and summaries

  private mutating func placeWithoutSpot(_ frame: Frame) {
    let near = clusters.lastIndex { cluster in
      Compatibility.fits(cluster, frame, nil)
        && (frame.isSummary
          || cluster.frames.contains { abs($0.sentence - frame.sentence) <= (frame.isDefinite ? 6 : 1) })
    }
    if let near, !frame.isAnother {
      merge(frame, nil, into: near)
    } else if let spot = AnaphoraReader(reading: reading).placeBefore(frame) {
      var frame = frame
      reading.explain(
        "place from the sentence before: \"\(reading.document.string(tokens: spot.tokens))\"", in: &frame.cues)
      place(frame, spot)
    } else {
      misses.append((frame, Miss(kind: .unplaced, reason: "its place cannot be told")))
    }
  }

  private mutating func placeSummary(_ frame: Frame) {
    if frame.type == .other {
      return misses.append((frame, Miss(kind: .summary, reason: "a headline that names no act")))
    }
    let bodyExists = reading.document.sentences.contains { $0.zone == .body }
    for spot in frame.spots {
      if let index = clusters.firstIndex(where: {
        Compatibility.fits($0, frame, asRegion(spot)) && mayJoin($0, frame, spot)
      }) {
        return merge(frame, nil, into: index)
      }
    }
    guard !bodyExists else {
      return misses.append(
        (frame, Miss(kind: .summary, reason: "a headline that the article does not bear out as one event")))
    }
    for spot in frame.spots where spot.kind != .country { clusters.append(Cluster(frame, spot)) }
  }

  /// A headline's "Aleppo" may be the city or its governorate.
  private func asRegion(_ spot: PlaceSpot) -> PlaceSpot {
    var spot = spot
    spot.isCoarse = spot.isCoarse || spot.location.place.name == spot.location.admin1
    return spot
  }

  private mutating func drop(_ frame: Frame, under index: Int) {
    misses.append((frame, Miss(kind: .backgroundTotal, reason: "sums up events that are told one by one")))
    let reading = reading
    reading.explain(
      "part of \"\(reading.document.string(tokens: frame.quote))\"", in: &clusters[index].explanation)
  }

  /// Air defences that meet missiles, where a strike is told too (Codebook 9).
  private func isMissileDefence(_ frame: Frame) -> Bool {
    guard frame.type == .interception else { return false }
    let strikes: Set<EventType> = [.airstrike, .shelling, .droneStrike]
    let missiles = reading.classes("shell")
    let sentence = reading.sentences[frame.sentence]
    let aimsAtMissiles = sentence.nouns.contains {
      reading.has($0, missiles) && $0.tokens.lowerBound >= frame.quote.lowerBound
    }
    return aimsAtMissiles
      && clusters.contains { cluster in
        strikes.contains(cluster.type) && cluster.frames.contains { abs($0.sentence - frame.sentence) <= 4 }
      }
  }

  // MARK: Merging

  private mutating func merge(_ frame: Frame, _ spot: PlaceSpot?, into index: Int) {
    var cluster = clusters[index]
    noteDisagreement(frame, &cluster)
    if cluster.type == .other || cluster.isLoose && !frame.isLoose && frame.type != .other {
      cluster.type = frame.type
    }
    // "bombardment", then "barrel bombs": what is said more narrowly
    if cluster.type == .shelling, frame.type == .airstrike || frame.type == .droneStrike { cluster.type = frame.type }
    if cluster.type == .airstrike, frame.type == .droneStrike { cluster.type = frame.type }
    for actor in frame.agents where !cluster.agents.contains(actor) && actor.kind != .unidentified {
      cluster.agents.append(actor)
    }
    for actor in frame.targets where !cluster.targets.contains(actor) { cluster.targets.append(actor) }
    if let spot, isFiner(spot, cluster.spot) {
      cluster.spot = spot
      cluster.frames.insert(frame, at: 0)
    } else {
      cluster.frames.append(frame)
    }
    // a headline's toll is that of the only event of its kind, or nobody's
    let others = clusters.indices.contains { $0 != index && Compatibility.types(clusters[$0].type, frame.type) }
    if !frame.isSummary || !others { join(frame.toll, &cluster.toll) }
    if let time = frame.time, isBetter(time, cluster.time) { cluster.time = time }
    reading.explain(
      "merged: \"\(reading.document.string(tokens: frame.quote))\" (\(frame.rule.name))", in: &cluster.explanation)
    clusters[index] = cluster
  }

  private func isFiner(_ spot: PlaceSpot, _ known: PlaceSpot?) -> Bool {
    guard let known else { return true }
    return known.isCoarse && !spot.isCoarse || known.kind == .country && spot.kind != .country
      || Compatibility.isVague(known) && !Compatibility.isVague(spot) && !spot.isCoarse
      || Compatibility.lies(spot, inTown: known)
  }

  private func isBetter(_ time: FrameTime, _ known: FrameTime?) -> Bool {
    guard let known else { return true }
    return time.isOwn && !known.isOwn || time.date.isExact && !known.date.isExact && time.isOwn
  }

  private func noteDisagreement(_ frame: Frame, _ cluster: inout Cluster) {
    let names = Set(frame.agents.map(\.name))
    let known = Set(cluster.agents.map(\.name))
    if !names.isEmpty, !known.isEmpty, names != known {
      cluster.notes.append(
        "mentions disagree on the acting side: \(known.sorted().joined(separator: ", ")) / \(names.sorted().joined(separator: ", "))"
      )
    }
  }

  private func join(_ toll: Toll, _ known: inout Toll) {
    if known.fatalities == nil, known.fatalitiesLow == nil {
      known.fatalities = toll.fatalities
      known.fatalitiesLow = toll.fatalitiesLow
      known.fatalitiesHigh = known.fatalitiesHigh ?? toll.fatalitiesHigh
    }
    known.injured = known.injured ?? toll.injured
    known.displaced = known.displaced ?? toll.displaced
    known.damageText = known.damageText ?? toll.damageText
    if let text = toll.text, known.text?.contains(text) != true {
      known.text = [known.text, text].compactMap(\.self).joined(separator: "; ")
    }
  }
}
