import NewsText

/// Finds what is said of a place in passing, between commas: "Minova, a supply hub for Goma, fell", "Sarafand, on the
/// coast between Sidon and Tyre". Its nouns act on nothing and its places are not where something happened.
struct AsideReader {
  let lexicon: Lexicon
  let document: Document

  /// Turns the pieces of asides and their commas into marks that all readers pass over, and notes their tokens.
  func mark(_ parsed: inout ParsedSentence) {
    markBrackets(&parsed)
    var piece = 1
    while piece + 1 < parsed.pieces.count {
      guard parsed.isMark(.comma, at: piece), isName(piece - 1, parsed), let end = end(of: piece + 1, parsed) else {
        piece += 1
        continue
      }
      let last = end < parsed.pieces.count && parsed.isMark(.comma, at: end) ? end + 1 : end
      parsed.asides.append(
        parsed.firstToken(
          of: piece + 1)..<(end < parsed.pieces.count ? parsed.firstToken(of: end) : parsed.tokens.upperBound))
      for inner in piece..<last { parsed.pieces[inner] = .mark(.other, parsed.firstToken(of: inner)) }
      piece = last
    }
  }

  /// "the Internal Security Forces (Asayish)": a name in brackets behind another.
  private func markBrackets(_ parsed: inout ParsedSentence) {
    var piece = 0
    while piece + 2 < parsed.pieces.count {
      if parsed.isMark(.bracket, at: piece), case .noun(let noun) = parsed.pieces[piece + 1],
        parsed.isMark(.bracket, at: piece + 2),
        parsed.nouns[noun].number == nil
      {
        for inner in piece...piece + 2 { parsed.pieces[inner] = .mark(.other, parsed.firstToken(of: inner)) }
        piece += 2
      }
      piece += 1
    }
  }

  private func isName(_ piece: Int, _ parsed: ParsedSentence) -> Bool {
    guard case .noun(let noun) = parsed.pieces[piece] else { return false }
    return document.tokens[parsed.nouns[noun].tokens.upperBound - 1].has(.capitalized)
  }

  /// The piece behind the aside that opens at `start`: the next comma, or what ends the sentence. Nil where words stand
  /// between that no aside holds, or where it is none.
  private func end(of start: Int, _ parsed: ParsedSentence) -> Int? {
    guard case .noun(let noun) = parsed.pieces[start], isDescription(parsed.nouns[noun]) else { return nil }
    var piece = start + 1
    while piece < parsed.pieces.count {
      switch parsed.pieces[piece] {
      case .noun: break
      case .mark(let tag, _) where tag == .comma || tag == .stop: return piece
      case .mark(let tag, _) where [.preposition, .conjunction, .other, .adverb].contains(tag): break
      default: return nil
      }
      piece += 1
    }
    return piece
  }

  /// "a town", "two towns"; "some 20 kilometers", "east of the city".
  private func isDescription(_ group: NounGroup) -> Bool {
    guard group.preposition == nil else { return false }
    let opening = document.tokens[group.tokens.lowerBound].word
    let head = document.tokens[group.head].word
    if lexicon.words.words("distance").contains(head) { return group.number != nil }
    if lexicon.words.words("compass").contains(head) { return true }
    let isPlace =
      !group.headClasses.isDisjoint(with: lexicon.nouns.named("settlement"))
      || lexicon.words.words("aside").contains(head)
    return isPlace && (lexicon.words.words("indefinite").contains(opening) || group.number != nil)
  }
}
