import Geoparsing
import NewsText
import Records

/// Finds the checkable figures of a document: distances and directions between places, areas, counts of settlements,
/// and "on the outskirts of". What geometry says of them is the module Claims' work.
struct ClaimFinder {
  let reading: Reading
  let units: AreaUnits

  func claims() -> [Claim] {
    reading.places.phrases.flatMap(relationClaims) + reading.document.numbers.flatMap(figureClaims)
  }

  // MARK: Relations

  /// A phrase that names a place and says where it lies: "Kafr Amma located some 25 kilometers west of central Aleppo".
  private func relationClaims(_ phrase: LocationPhrase) -> [Claim] {
    guard phrase.relation == nil, !phrase.qualifiers.isEmpty, let place = reading.places.place(phrase.head) else {
      return []
    }
    return phrase.qualifiers.flatMap { relation -> [Claim] in
      guard let anchor = reading.places.place(relation.anchor), anchor.id != place.id else { return [] }
      let end = reading.places.tokens(relation.anchor).upperBound
      return claims(relation, [place, anchor], relation.words.lowerBound..<end)
    }
  }

  private func claims(_ relation: SpatialRelation, _ places: [Place], _ tokens: Range<Int>) -> [Claim] {
    switch relation.kind {
    case .direction(let direction, let meters):
      let azimuth = claim(.azimuth, direction.azimuth, "deg", places, tokens)
      return (meters.map { [distance($0, relation, places, tokens)] } ?? []) + [azimuth]
    case .distance(let meters): return [distance(meters, relation, places, tokens)]
    case .within(let meters): return [claim(.adjacency, meters / 1000, "km", places, tokens)]
    case .outskirts, .near: return [claim(.adjacency, nil, "km", places, tokens)]
    default: return []
    }
  }

  private func distance(_ meters: Double, _ relation: SpatialRelation, _ places: [Place], _ tokens: Range<Int>) -> Claim
  {
    var claim = claim(.distance, meters / 1000, "km", places, tokens)
    claim.tolerance = relation.rounding / 1000
    return claim
  }

  // MARK: Areas and counts

  private func figureClaims(_ number: NumberExpression) -> [Claim] {
    guard let value = number.value else { return [] }
    for unit in units.units
    where reading.contains(
      unit.words,
      in: number.tokens.upperBound..<min(number.tokens.upperBound + unit.words.count, reading.document.tokens.count))
    {
      let tokens = number.tokens.lowerBound..<number.tokens.upperBound + unit.words.count
      var claim = claim(.area, value * unit.factor, "km2", [], tokens)
      claim.tolerance = number.rounding * unit.factor
      return [claim]
    }
    return counts(number, value)
  }

  /// "46 settlements" that a side took or holds.
  private func counts(_ number: NumberExpression, _ value: Double) -> [Claim] {
    let index = reading.document.sentence(ofToken: number.tokens.lowerBound)
    guard value >= 3, reading.sentences.holds(index, reading.lexicon.settlements.contains) else { return [] }
    let sentence = reading.sentences[index]
    guard
      let group = sentence.nouns.first(where: { $0.tokens.contains(number.figure.lowerBound) }), group.isPlural,
      !group.headClasses.isDisjoint(with: reading.classes("settlement")),
      reading.lexicon.settlements.contains(reading.word(group.head)),
      let clause = sentence.clause(of: number.figure.lowerBound), let verb = sentence.clauses[clause].verb,
      reading.lexicon.verbTriggers[sentence.verbs[verb].lemma]?.contains(where: {
        reading.lexicon.rules[$0.rule].type == .capture
      }) == true
        || sentence.verbs[verb].classes.contains(.hold)
    else { return [] }
    return [claim(.count, value, "count", [], number.tokens.lowerBound..<group.tokens.upperBound)]
  }

  private func claim(_ kind: ClaimKind, _ value: Double?, _ unit: String, _ places: [Place], _ tokens: Range<Int>)
    -> Claim
  {
    let bytes = reading.document.byteRange(tokens)
    return Claim(
      docID: reading.document.docID, kind: kind, claimed: value, unit: unit, places: places,
      quote: reading.document.string(bytes),
      span: reading.document.span(bytes), zone: reading.document.zone(ofToken: tokens.lowerBound))
  }
}
