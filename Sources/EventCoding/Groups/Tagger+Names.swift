import NewsText
import Records

/// Names and words of several words, which no tag of their parts decides.
extension Tagger {
  /// "an-Nabk", "as-Suwayda": the article of a name.
  func opensName(_ index: Int) -> Bool {
    index + 2 < document.tokens.count && document.tokens[index + 1].kind == .hyphen
      && document.tokens[index + 2].has(.capitalized)
  }

  /// "cut off the road": belongs to the verb, and what follows is its object.
  func isParticle(_ index: Int, _ functions: FunctionClass) -> Bool {
    index > 0 && functions.contains(.preposition) && lexicon.words.words("verb particle").contains(word(index))
      && lexicon.verbs.reading(of: index - 1, in: document) != nil
  }

  func word(_ index: Int) -> Int32 { document.tokens[index].word }

  /// A capital inside a sentence makes a function word part of a name ("Of", "Will"); capitals alone do anywhere ("IS
  /// fighters", "the US", "WHO said") where the sentence is not written in them.
  func isName(_ index: Int, _ token: Token) -> Bool {
    if token.has(.allCaps) { return !isUpperCase && token.range.count <= 3 && !isShouted(index) }
    return token.has(.capitalized) && !token.has(.first) && zone != .headline
  }

  /// Beside another word in capitals that is no name either: "AT LEAST six".
  func isShouted(_ index: Int) -> Bool {
    let next = index + 1
    return next < document.tokens.count && document.tokens[next].kind == .word && document.tokens[next].has(.allCaps)
      && document.tokens[next].range.count > 3
  }

  /// "re-established": the prefix of a verb.
  func isRepeated(_ index: Int, _ range: Range<Int>) -> Bool {
    index - 2 >= range.lowerBound && lexicon.words.words("verb prefix").contains(document.tokens[index - 2].word)
  }

  /// "set fire to fuel tanks", "when riot police came": a name of several words begins here.
  func opensCompound(_ index: Int) -> Bool {
    (lexicon.nouns.longest(at: index, in: document, limit: min(index + 3, document.tokens.count))?.length ?? 0) > 1
  }

  /// "sustained a direct hit": a name of two words ends here.
  func closesCompound(_ index: Int, _ range: Range<Int>) -> Bool {
    index > range.lowerBound && lexicon.nouns.longest(at: index - 1, in: document, limit: index + 1)?.length == 2
  }
}
