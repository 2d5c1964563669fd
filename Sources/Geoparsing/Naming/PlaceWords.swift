import NewsText

extension Workspace {
  /// A preposition of place, a relation or "village of" before a token; "the", directions and words of state between.
  func hasPlaceWords(before token: Int, in sentence: Range<Int>) -> Bool {
    var last = token - 1
    while last > sentence.lowerBound,
      isWord(last, lexicon.words.the) || cues(last).contains(.statusWord) || lexicon.directions[word(last)] != nil
    {
      last -= 1
    }
    guard last >= sentence.lowerBound, tokens[last].kind == .word else { return false }
    if cues(last).contains(.placePreposition) { return !isAttribution(last, sentence) }
    if isWord(last, lexicon.words.of) {
      let before = last - 1
      return before >= sentence.lowerBound
        && (lexicon.directions[word(before)] != nil || !cues(before).isDisjoint(with: [.sideInside, .sideOutskirts])
          || lexicon.relations.ending(at: last, in: tokens, limit: sentence.lowerBound) != nil
          || lexicon.kindNouns.ending(at: before, in: tokens, limit: sentence.lowerBound) != nil)
    }
    return lexicon.relations.ending(at: last, in: tokens, limit: sentence.lowerBound) != nil
  }

  /// "according to X" names who says it.
  private func isAttribution(_ preposition: Int, _ sentence: Range<Int>) -> Bool {
    isWord(preposition, lexicon.words.to) && preposition > sentence.lowerBound
      && isWord(preposition - 1, lexicon.words.according)
  }

  /// "to X", "from X": persons are gone to and heard from as places are.
  func hasWeakPlaceWord(before token: Int) -> Bool {
    token > 0 && (isWord(token - 1, lexicon.words.to) || isWord(token - 1, lexicon.words.from))
  }
}
