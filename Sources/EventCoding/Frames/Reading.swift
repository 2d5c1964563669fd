import Formats
import Geoparsing
import NewsText
import Records

/// A place phrase as the event coder sees it: its words, its place, and where it leads on the map.
struct PlaceSpot {
  /// The phrase's tokens, without the governing preposition.
  var tokens: Range<Int>
  /// The preposition that governs it, by token.
  var preposition: Int?
  var role: MentionRole
  /// Where it leads.
  var location: EventLocation
  /// The kind of the place the phrase names first.
  var kind: PlaceKind
  /// The phrase names no settlement, only a region or a part of one.
  var isCoarse: Bool
}

/// Everything the stages read of one document.
struct Reading {
  let document: Document
  let places: GeoparsedText
  let sentences: [ParsedSentence]
  let spots: [PlaceSpot]
  let lexicon: Lexicon
  let language: TextLanguage
  let dates: DateResolver
  /// The country the text is about: its code and its name.
  let focus: (code: String, name: String)?
  /// The names of countries by their code.
  let countries: [String: String]

  /// The word code of a token.
  func word(_ token: Int) -> Int32 { document.tokens[token].word }

  /// The preposition before a noun group, as a word code; 0 where there is none.
  func preposition(_ group: NounGroup) -> Int32 { group.preposition.map { word($0) } ?? 0 }

  /// "a wave of airstrikes": the group that an "of" hangs on, itself where there is none.
  func whole(of noun: Int, _ sentence: ParsedSentence) -> Int {
    guard noun > 0, let token = sentence.nouns[noun].preposition, word(token) == lexicon.words.of,
      sentence.nouns[noun - 1].tokens.upperBound == token
    else { return noun }
    return noun - 1
  }

  /// Whether a noun group has one of the classes.
  func has(_ group: NounGroup, _ classes: NounClasses) -> Bool { !group.classes.isDisjoint(with: classes) }

  /// The classes of that name.
  func classes(_ name: String) -> NounClasses { lexicon.nouns.named(name) }

  /// Whether the words of a phrase stand in a range of tokens.
  func contains(_ phrase: [Int32], in range: Range<Int>) -> Bool {
    guard let first = phrase.first, range.count >= phrase.count else { return false }
    return range.contains { token in
      word(token) == first && token + phrase.count <= range.upperBound
        && phrase.indices.allSatisfy { word(token + $0) == phrase[$0] }
    }
  }

  /// Whether one of the words stands in a range of tokens.
  func containsAny(_ words: Set<Int32>, in range: Range<Int>) -> Bool {
    !words.isEmpty && range.contains { words.contains(word($0)) }
  }

  /// The place spots whose words stand in a range of tokens.
  func spots(in range: Range<Int>) -> [PlaceSpot] {
    let first = spots.partitioningIndex(where: { $0.tokens.lowerBound >= range.lowerBound })
    return Array(spots[first...].prefix { $0.tokens.lowerBound < range.upperBound })
  }

  /// The date expressions in a range of tokens.
  func dates(in range: Range<Int>) -> [DateExpression] { Array(document.dates(in: range)) }
}
