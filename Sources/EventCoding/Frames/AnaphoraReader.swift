import NewsText
import Records

/// "… accused the army of bombarding civilians. He saw this strategy used in Saraqib": the next sentence's place
/// belongs to what the words "this strategy" stand for.
struct AnaphoraReader {
  let reading: Reading

  init(reading: Reading) { self.reading = reading }

  /// Gives tellings without a place the one that the next sentences tell of the same: "jets bombed a town. … The attacks
  /// on Al-Bab killed …".
  func readDefinite(_ frames: inout [Frame]) {
    for index in frames.indices where isPlaceless(frames[index]) {
      let own = frames[index]
      let later = frames[(index + 1)...].first { other in
        other.sentence > own.sentence && other.sentence - own.sentence <= 3 && other.zone == own.zone
          && other.isDefinite && other.placeIsOwn && other.spots.count == 1 && other.spots[0].kind != .country
          && Compatibility.types(own.type, other.type)
          && (other.miss == nil || other.miss?.kind == .reference)
          && other.time?.isOwn != true
      }
      guard let later else { continue }
      frames[index].spots = later.spots
      frames[index].cues.append("place from a later sentence: \"\(reading.document.string(tokens: later.quote))\"")
    }
  }

  /// It is told to have happened, nowhere finer than in a country.
  private func isPlaceless(_ frame: Frame) -> Bool {
    frame.miss == nil && frame.zone == .body && frame.spots.allSatisfy { $0.kind == .country }
  }

  /// Gives alleged frames without a place the one that the next sentence tells of them.
  func read(_ frames: inout [Frame]) {
    for index in frames.indices where frames[index].miss?.kind == .alleged && frames[index].spots.isEmpty {
      let next = frames[index].sentence + 1
      guard next < reading.sentences.count, let spot = spot(of: reading.sentences[next]) else { continue }
      frames[index].spots = [spot]
      frames[index].cues.append("place from the next sentence: \"\(reading.document.string(tokens: spot.tokens))\"")
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
