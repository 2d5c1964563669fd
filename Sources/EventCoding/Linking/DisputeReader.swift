import NewsText
import Records

/// Finds what is claimed by one side and denied by another (Codebook 8), in one sentence or across sentences.
struct DisputeReader {
  let reading: Reading

  init(reading: Reading) { self.reading = reading }

  /// The clusters, disputed where a denial meets them, and the denials that meet none.
  func dispute(_ clusters: [Cluster], by denials: [Frame]) -> (clusters: [Cluster], denials: [(Frame, PlaceSpot)]) {
    var clusters = clusters
    var left: [(Frame, PlaceSpot)] = []
    for frame in denials {
      if let place = denied(by: frame, in: clusters) {
        mark(&clusters[place], who: frame.attribution, words: frame.quote)
      } else if let spot = frame.spots.first, spot.kind != .country {
        left.append((frame, spot))
      }
    }
    if !clusters.isEmpty {
      let things = reading.lexicon.words.words("denied thing")
      for index in reading.sentences.indices(where: things.contains) {
        rejectWhole(reading.sentences[index], &clusters)
      }
    }
    opposeClaims(&clusters)
    return (clusters, left)
  }

  /// The event that a denial speaks of: same type, place and days; without a place, one told close by.
  private func denied(by frame: Frame, in clusters: [Cluster]) -> Int? {
    clusters.lastIndex { cluster in
      let isNear = cluster.frames.contains { abs($0.sentence - frame.sentence) <= 2 }
      return Compatibility.types(cluster.type, frame.type) && Compatibility.days(cluster.time, frame.time)
        && (frame.spots.isEmpty
          ? isNear
          : frame.spots.contains { Compatibility.places(cluster.spot, $0) && (isNear || !$0.isCoarse) })
    }
  }

  /// "The army denied the claim": of what was told last.
  private func rejectWhole(_ sentence: ParsedSentence, _ clusters: inout [Cluster]) {
    let things = reading.lexicon.words.words("denied thing")
    for clause in sentence.clauses {
      guard let verb = clause.verb.map({ sentence.verbs[$0] }), verb.classes.contains(.deny), !verb.isNegated,
        [.past, .perfect].contains(verb.tense),
        let object = (verb.isPassive ? clause.subjects : clause.objects).first.map({ sentence.nouns[$0] }),
        things.contains(reading.word(object.head)),
        let place = lastTold(before: sentence.index, in: clusters)
      else { continue }
      let who = clause.subjects.first.map { reading.document.string(tokens: sentence.nouns[$0].tokens) }
      mark(&clusters[place], who: verb.isPassive ? nil : who, words: clause.tokens)
    }
  }

  /// What this sentence or one of the two before told on somebody's word.
  private func lastTold(before sentence: Int, in clusters: [Cluster]) -> Int? {
    let near = clusters.indices.filter { place in
      clusters[place].frames.contains {
        (0...2).contains(sentence - $0.sentence) && ($0.status == .claimed || $0.attribution != nil)
      }
    }
    return near.max { last(clusters[$0]) < last(clusters[$1]) }
  }

  private func last(_ cluster: Cluster) -> Int { cluster.frames.map(\.trigger.lowerBound).max() ?? 0 }

  /// Two sides that each claim to have taken the same place in the same days.
  private func opposeClaims(_ clusters: inout [Cluster]) {
    let claims = clusters.indices.filter { place in
      clusters[place].type == .capture && clusters[place].frames.allSatisfy { $0.status == .claimed }
    }
    for (order, left) in claims.enumerated() {
      for right in claims[(order + 1)...]
      where clusters[left].spot?.location.place.id == clusters[right].spot?.location.place.id
        && Compatibility.days(clusters[left].time, clusters[right].time)
        && !Compatibility.sides(clusters[left].agents, clusters[right].agents)
      {
        for place in [left, right] {
          clusters[place].isDisputed = true
          clusters[place].notes.append("claimed by both sides")
        }
      }
    }
  }

  private func mark(_ cluster: inout Cluster, who: String?, words: Range<Int>) {
    cluster.isDisputed = true
    let quote = reading.document.string(tokens: EventMaker(reading: reading).trimmed(words))
    cluster.notes.append("denied by \(who ?? "a source"): \"\(quote)\"")
  }
}
