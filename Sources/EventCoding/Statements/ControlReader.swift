import Geometry
import Geoparsing
import NewsText
import Records

/// Finds statements of who holds an area now: "Areas adjacent to the M5 from the west ... are now under regime control".
struct ControlReader {
  let reading: Reading
  let shape: (AreaRequest) -> Shape?
  let request: (LocationPhrase) -> AreaRequest?
  /// The width of a strip along a road where the text gives none, in kilometers (Codebook 10).
  static let assumedWidth = 5.0

  private var words: FunctionWords { reading.lexicon.words }

  func assertions() -> [ControlAssertion] {
    reading.sentences.indices(where: words.words("now").contains).flatMap { index in
      let sentence = reading.sentences[index]
      return sentence.clauses.indices.compactMap { assertion($0, sentence) }
    }
  }

  private func assertion(_ index: Int, _ sentence: ParsedSentence) -> ControlAssertion? {
    let clause = sentence.clauses[index]
    guard let verb = clause.verb.map({ sentence.verbs[$0] }), !verb.isNegated,
      [.present, .perfect].contains(verb.tense),
      reading.containsAny(words.words("now"), in: clause.tokens), let side = side(clause, verb, sentence),
      let area = area(clause, verb, sentence)
    else { return nil }
    let attribution = AttributionReader(reading: reading).read(index, sentence)
    let quote = EventMaker(reading: reading).trimmed(clause.tokens)
    let bytes = reading.document.byteRange(quote)
    let claimed = attribution.verb.contains(.claim)
    return ControlAssertion(
      docID: reading.document.docID, shape: area.shape, side: side.name, status: claimed ? .claimed : .reported,
      date: reading.document.publication?.day, attribution: attribution.source,
      assumedWidth: area.isStrip ? ControlReader.assumedWidth : nil, quote: reading.document.string(bytes),
      span: reading.document.span(bytes))
  }

  /// "under regime control", "in the hands of the rebels", "held by X".
  private func side(_ clause: Clause, _ verb: VerbGroup, _ sentence: ParsedSentence) -> Actor? {
    let actors = ActorReader(reading: reading)
    let nouns = sentence.nouns.filter { clause.tokens.contains($0.tokens.lowerBound) }
    if let group = nouns.first(where: {
      words.words("control").contains(reading.word($0.head)) && words.words("under").contains(reading.preposition($0))
    }) {
      if let own = actors.actors(in: group).first(where: { $0.kind != .civilians }) { return own }
      let behind = nouns.first { $0.preposition == group.tokens.upperBound }
      return behind.flatMap { actors.actors(in: $0).first }
    }
    guard verb.classes.contains(.hold), verb.isPassive else { return nil }
    return nouns.first { reading.preposition($0) == words.by }.flatMap { actors.actors(in: $0).first }
  }

  private func area(_ clause: Clause, _ verb: VerbGroup, _ sentence: ParsedSentence) -> (shape: Shape, isStrip: Bool)? {
    for phrase in reading.places.phrases
    where clause.tokens.contains(phrase.tokens.lowerBound) && phrase.tokens.lowerBound < verb.main {
      guard let request = request(phrase), let shape = shape(request) else { continue }
      if case .roadside = request.shape { return (shape, true) }
      return (shape, false)
    }
    return nil
  }
}
