public import NewsText
public import Records

extension GeoparsedText {
  /// Every toponym as a mention of the verb `mentions`, in the order of the text.
  public func mentions(of document: Document) -> [Mention] {
    toponyms.indices.compactMap { (index) -> Mention? in
      guard !toponyms[index].isDoubted else { return nil }
      let toponym = toponyms[index]
      let bytes = document.byteRange(toponym.tokens)
      return Mention(
        docID: document.docID, text: document.string(bytes), span: document.span(bytes),
        zone: document.zone(ofToken: toponym.tokens.lowerBound), role: toponym.role, place: toponym.chosen,
        score: toponym.score, reasons: toponym.reasons)
    }
  }
}
