import Geodesy
import Geoparsing
import NewsText
import Records

/// "In Manbij, a car bomb went off close to the Sheikh Aqil school": what opens a sentence says where all of it lies.
extension PlaceAssigner {
  /// The place that opens the clause, before its subject.
  func scene(of frame: Frame, _ spots: [PlaceSpot], _ clause: Clause, _ sentence: ParsedSentence) -> PlaceSpot? {
    guard frame.rule.place == .any, let verb = clause.verb.map({ sentence.verbs[$0] }) else { return nil }
    let subject = clause.subjects.first.map { sentence.nouns[$0].tokens.lowerBound } ?? verb.tokens.lowerBound
    return spots.first { spot in
      spot.tokens.upperBound <= subject && spot.role == .literal && spot.kind != .country
        && spot.location.relation == nil
        && isGoverned(spot, by: "container") && spot.preposition.map(reading.word) != words.of
        && opensSentence(spot, sentence)
    }
  }

  private func opensSentence(_ spot: PlaceSpot, _ sentence: ParsedSentence) -> Bool {
    guard let preposition = spot.preposition else { return false }
    return preposition <= sentence.tokens.lowerBound + 1
  }

  /// Whether a place cannot lie in the one that opens the sentence, nor near it.
  func contradicts(_ scene: PlaceSpot, _ spot: PlaceSpot) -> Bool {
    let (outer, inner) = (scene.location, spot.location)
    if outer.place.id == inner.place.id || inner.admin1 == outer.place.name || inner.admin2 == outer.place.name {
      return false
    }
    if scene.isCoarse { return inner.admin1 != nil && outer.admin1 != nil && outer.admin1 != inner.admin1 }
    return Ellipsoid.distance(outer.point, inner.point).rawValue > Self.sceneReach
  }

  /// What happens "in" a town and round it lies within so many meters.
  private static let sceneReach = 30_000.0

  // MARK: Names on no map

  /// "at Qalaat Yahmur", "the Al-Watiya airbase": the clause places it, where no map tells; no other place is it.
  func namesUnknown(_ clause: Clause) -> Bool {
    reading.places.toponyms.contains { toponym in
      toponym.chosen == nil && toponym.role == .literal && clause.contains(toponym.tokens.lowerBound)
        && !reading.spots(in: toponym.tokens).contains { $0.tokens.overlaps(toponym.tokens) }
    }
  }
}
