import Geoparsing
import NewsText
import Records

/// "… accused the army of bombarding civilians. He saw this strategy used in Saraqib": the next sentence's place
/// belongs to what the words "this strategy" stand for.
struct AnaphoraReader {
  let reading: Reading

  init(reading: Reading) { self.reading = reading }

  /// Gives tellings without a place, or with a rough one, the one that the next sentences tell of the same: "jets bombed
  /// a town in Homs province. … The attacks on Rastan killed …".
  func readDefinite(_ frames: inout [Frame]) {
    for index in frames.indices where isPlaceless(frames[index]) {
      let own = frames[index]
      let later = frames[(index + 1)...].first { other in
        other.sentence > own.sentence && other.sentence - own.sentence <= 3 && other.zone == own.zone
          && other.isDefinite && other.placeIsOwn && other.spots.count == 1 && other.spots[0].kind != .country
          && Compatibility.types(own.type, other.type) && isWithin(other.spots[0], own.spots)
          && (other.miss == nil || other.miss?.kind == .reference)
          && other.time?.isOwn != true
      }
      if let later {
        frames[index].spots = later.spots
        frames[index].isUnnamedMany = false
        reading.explain(
          "place from a later sentence: \"\(reading.document.string(tokens: later.quote))\"", in: &frames[index].cues)
      } else if let spot = named(behind: own, frames) {
        frames[index].spots = [spot]
        frames[index].isUnnamedMany = false
        reading.explain(
          "place from a later sentence: \"\(reading.document.string(tokens: spot.tokens))\"", in: &frames[index].cues)
      }
    }
  }

  /// "… captured a strategic hill in Daraa province. … Tal Antar overlooks …": the settlement that the next two sentences
  /// name, where the telling speaks of one without its name.
  private func named(behind frame: Frame, _ frames: [Frame]) -> PlaceSpot? {
    guard frame.placeIsOwn, frame.spots.count == 1, frame.spots[0].isCoarse, namesNone(frame) else { return nil }
    let last = min(frame.sentence + 2, reading.document.sentences.count - 1)
    for index in frame.sentence + 1..<max(frame.sentence + 1, last + 1) {
      guard reading.document.sentences[index].zone == frame.zone else { return nil }
      let spot = reading.spots(in: reading.document.sentences[index].tokens).first {
        $0.role == .literal && !$0.isCoarse && $0.kind != .country && isWithin($0, frame.spots)
          // "the city" may be the region's own; "were taken to Qabasin" is where they went
          && reading.places.toponym(at: $0.name.lowerBound) != nil && !leads($0)
      }
      let isOther = frames.contains {
        $0.sentence == index && $0.miss == nil && !Compatibility.types($0.type, frame.type)
      }
      if isOther { return nil }
      if let spot { return spot }
    }
    return nil
  }

  /// "to Qabasin", "from Qabasin"
  private func leads(_ spot: PlaceSpot) -> Bool {
    guard let preposition = spot.preposition.map({ reading.word($0) }) else { return false }
    return reading.lexicon.words.words("goal").contains(preposition)
      || reading.lexicon.words.words("origin").contains(preposition)
  }

  /// "a rebel-held town", "a strategic hill".
  private func namesNone(_ frame: Frame) -> Bool {
    let sentence = reading.sentences[frame.sentence]
    return sentence.nouns.contains { group in
      sentence.clauses[frame.clause].contains(group.tokens.lowerBound) && !group.isPlural
        && reading.lexicon.words.words("indefinite").contains(reading.word(group.tokens.lowerBound))
        && group.headClasses.contains(reading.classes("settlement"))
    }
  }

  private func isWithin(_ spot: PlaceSpot, _ regions: [PlaceSpot]) -> Bool {
    regions.allSatisfy { Compatibility.places($0, spot) }
  }

  /// It is told to have happened, nowhere finer than in a country, or at a settlement without its name.
  private func isPlaceless(_ frame: Frame) -> Bool {
    guard frame.miss == nil, frame.zone == .body else { return false }
    return frame.spots.allSatisfy { $0.kind == .country }
      || frame.spots.allSatisfy(\.isCoarse) && (namesNone(frame) || frame.isLead && tellsOne(frame))
  }

  /// "An air strike killed 18 in Idlib province": one, told roughly.
  private func tellsOne(_ frame: Frame) -> Bool {
    reading.sentences[frame.sentence].nouns.contains { group in
      group.tokens.overlaps(frame.trigger) && !group.isPlural
        && reading.lexicon.words.words("indefinite").contains(reading.word(group.tokens.lowerBound))
        && reading.document.bytes[reading.document.tokens[group.head].range].last.map { $0 | 0x20 != 0x73 } ?? false
    }
  }

  /// "Residents gathered in Jit. Masked men set fire to four houses": the one place that the sentence before names, of a
  /// telling that names none; never as precise as a place of its own.
  func placeBefore(_ frame: Frame) -> PlaceSpot? {
    let sentences = reading.document.sentences
    guard frame.zone == .body, frame.sentence > 0, sentences[frame.sentence - 1].zone == .body,
      !frame.isSummary, !frame.isDefinite, !frame.isDenial, frame.type != .ceasefire, !frame.isOfUnknownPlace,
      reading.spots(in: sentences[frame.sentence].tokens).allSatisfy({ $0.role != .literal }),
      // a place that is on no map is another one
      !reading.places.toponyms.contains(where: {
        sentences[frame.sentence].tokens.contains($0.tokens.lowerBound) && $0.role == .literal
          && [.city, .town, .village].contains($0.chosen?.kind ?? $0.saidKind)
      })
    else { return nil }
    let spots = reading.spots(in: sentences[frame.sentence - 1].tokens).filter {
      $0.role == .literal && $0.kind != .country
    }
    guard var spot = spots.first(where: { !$0.isCoarse }),
      spots.allSatisfy({ $0.isCoarse || $0.location.place.id == spot.location.place.id })
    else { return nil }
    spot.location.geoPrecision = max(2, spot.location.geoPrecision)
    return spot
  }

  /// Gives alleged frames without a place the one that the next sentence tells of them.
  func read(_ frames: inout [Frame]) {
    for index in frames.indices where frames[index].miss?.kind == .alleged && frames[index].spots.isEmpty {
      let next = frames[index].sentence + 1
      guard next < reading.sentences.count, let spot = spot(of: reading.sentences[next]) else { continue }
      frames[index].spots = [spot]
      reading.explain(
        "place from the next sentence: \"\(reading.document.string(tokens: spot.tokens))\"", in: &frames[index].cues)
    }
  }

  /// The first settlement behind a demonstrative and a word for a way of acting.
  private func spot(of sentence: ParsedSentence) -> PlaceSpot? {
    let demonstrative = reading.lexicon.words.words("demonstrative")
    let ways = reading.lexicon.words.words("way of acting")
    guard
      let group = sentence.nouns.first(where: {
        demonstrative.contains(reading.word($0.tokens.lowerBound)) && ways.contains(reading.word($0.head))
      })
    else { return nil }
    return reading.spots(in: sentence.tokens).first {
      $0.role == .literal && $0.kind.isSettlement && $0.tokens.lowerBound > group.head
    }
  }
}
