import NewsText
import Records

/// Places that belong to the telling, not to what is told.
extension PlaceAssigner {
  /// "Nusra Front (Qaeda's branch in the Levant)": says who is meant.
  func isBracketed(_ spot: PlaceSpot, _ clause: Clause) -> Bool {
    guard clause.contains(spot.tokens.lowerBound) else { return false }
    let before = reading.document.tokens[clause.extent.lowerBound..<spot.tokens.lowerBound]
    guard let last = before.last(where: { $0.kind == .openBracket || $0.kind == .closeBracket }) else { return false }
    return last.kind == .openBracket
  }

  /// "In Washington the Pentagon confirmed eight strikes": where they were told.
  func isPlaceOfReport(_ spot: PlaceSpot, _ frame: Frame, _ clause: Clause, _ sentence: ParsedSentence) -> Bool {
    guard let verb = clause.verb.map({ sentence.verbs[$0] }), spot.tokens.upperBound <= verb.tokens.lowerBound,
      frame.trigger.lowerBound >= verb.tokens.upperBound, !verb.isPassive
    else { return false }
    return verb.classes.contains(.say) || reading.lexicon.words.words("report").contains(verb.lemma)
  }

  /// "Minova, a supply hub for Goma": a place told to say which one another is. A region that holds it stays, for where
  /// the other is on no map.
  func isAside(_ spot: PlaceSpot, _ sentence: ParsedSentence) -> Bool {
    !spot.isCoarse && sentence.asides.contains { $0.contains(spot.tokens.lowerBound) }
  }
}
