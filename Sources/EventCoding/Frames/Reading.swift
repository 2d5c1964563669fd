import Formats
import Geoparsing
import NewsText
import Records

/// A place phrase as the event coder sees it: its words, its place, and where it leads on the map.
struct PlaceSpot {
  /// The phrase's tokens, without the governing preposition.
  var tokens: Range<Int>
  /// The words of the name alone.
  var name: Range<Int>
  /// The preposition that governs it, by token.
  var preposition: Int?
  var role: MentionRole
  /// Where it leads. It stands in a box of its own, which copies of the spot share.
  var location: EventLocation {
    get { box.location }
    set { box = LocationBox(newValue) }
  }
  private var box: LocationBox
  /// The kind of the place the phrase names first.
  var kind: PlaceKind
  /// The phrase names no settlement, only a region or a part of one.
  var isCoarse: Bool
  /// The place stands for a part of it that nobody knows.
  var isStandIn = false

  init(
    tokens: Range<Int>, name: Range<Int>, preposition: Int?, role: MentionRole, location: EventLocation,
    kind: PlaceKind, isCoarse: Bool
  ) {
    (self.tokens, self.name, self.preposition, self.role) = (tokens, name, preposition, role)
    (self.kind, self.isCoarse) = (kind, isCoarse)
    box = LocationBox(location)
  }
}

/// A location that is shared.
private final class LocationBox {
  let location: EventLocation

  init(_ location: EventLocation) { self.location = location }
}

/// Everything the stages read of one document. All stages share it, so it is a class: to hand it on counts one reference.
final class Reading {
  let document: Document
  let places: GeoparsedText
  let sentences: Sentences
  let lexicon: Lexicon
  let language: TextLanguage
  let dates: DateResolver
  /// The names of countries by their code.
  let countries: [String: String]
  /// Whether somebody wants to know why events are what they are.
  private let explains: Bool
  private let locate: () -> [PlaceSpot]

  /// The place phrases with their locations, found when the first trigger asks for places.
  private(set) lazy var spots = locate()
  /// The country the text is about: its code and its name.
  private(set) lazy var focus = FocusCountry(places, names: countries).read()

  init(
    _ document: Document, _ places: GeoparsedText, _ lexicon: Lexicon, _ language: TextLanguage,
    countries: [String: String], explains: Bool = true, locate: @escaping () -> [PlaceSpot]
  ) {
    self.document = document
    self.places = places
    self.lexicon = lexicon
    self.language = language
    self.countries = countries
    self.explains = explains
    self.locate = locate
    sentences = Sentences(document, GroupReader(lexicon: lexicon, language: language, document: document))
    dates = DateResolver(publication: document.publication)
  }

  /// Adds a line that tells why, where somebody wants to know.
  func explain(_ line: @autoclosure () -> String, in lines: inout [String]) {
    if explains { lines.append(line()) }
  }

  /// The word code of a token.
  func word(_ token: Int) -> Int32 { document.tokens[token].word }

  /// Whether a sentence is one of the first two of the body, which tell the news.
  func isLead(_ sentence: Int) -> Bool {
    let sentences = document.sentences
    guard let first = sentences.firstIndex(where: { $0.zone == .body }) else { return true }
    return sentence <= first + 1
  }

  /// The preposition before a noun group, as a word code; 0 where there is none.
  func preposition(_ group: NounGroup) -> Int32 { group.preposition.map { word($0) } ?? 0 }

  /// "a wave of airstrikes": the quantity that an "of" hangs on, the group itself where there is none; not "no mention of
  /// a battle".
  func whole(of noun: Int, _ sentence: ParsedSentence) -> Int {
    guard noun > 0, let token = sentence.nouns[noun].preposition, word(token) == lexicon.words.of,
      sentence.nouns[noun - 1].tokens.upperBound == token, isQuantity(sentence.nouns[noun - 1])
    else { return noun }
    return noun - 1
  }

  /// "a string", "two waves", "dozens".
  private func isQuantity(_ group: NounGroup) -> Bool {
    group.headClasses.contains(classes("vague")) || group.head == group.number?.figure.lowerBound
      || group.headClasses.contains(classes("shell"))
  }

  /// A digest of the words of a range of tokens.
  func digest(_ tokens: Range<Int>) -> UInt64 {
    var hash = FNV1a64()
    hash.combine(document.bytes[document.byteRange(tokens)])
    return hash.value
  }

  /// Whether a noun group has one of the classes.
  func has(_ group: NounGroup, _ classes: NounClasses) -> Bool { !group.classes.isDisjoint(with: classes) }

  /// The classes of that name.
  func classes(_ name: StaticString) -> NounClasses { lexicon.nouns.named(name) }

  /// Whether the words of a phrase stand in a range of tokens.
  func contains(_ phrase: [Int32], in range: Range<Int>) -> Bool {
    guard let first = phrase.first, range.count >= phrase.count else { return false }
    return range.contains { token in
      word(token) == first && token + phrase.count <= range.upperBound
        && phrase.indices.allSatisfy { word(token + $0) == phrase[$0] }
    }
  }

  /// Whether one of the words stands in a range of tokens.
  func containsAny(_ words: WordSet, in range: Range<Int>) -> Bool { range.contains { words.contains(word($0)) } }

  /// Whether one of the words stands in a range of tokens.
  func containsAny(_ words: CodeSet, in range: Range<Int>) -> Bool {
    !words.isEmpty && range.contains { words.contains(word($0)) }
  }

  /// The place spots whose words stand in a range of tokens.
  func spots(in range: Range<Int>) -> [PlaceSpot] {
    let first = spots.partitioningIndex(where: { $0.tokens.lowerBound >= range.lowerBound })
    return Array(spots[first...].prefix { $0.tokens.lowerBound < range.upperBound })
  }

  /// The place spots of a clause, those of its front first.
  func spots(of clause: Clause) -> [PlaceSpot] {
    guard let front = clause.front else { return spots(in: clause.tokens) }
    return spots(in: front) + spots(in: clause.tokens)
  }

  /// The date expressions of a clause, those of its front first.
  func dates(of clause: Clause) -> [DateExpression] {
    guard let front = clause.front else { return dates(in: clause.tokens) }
    return dates(in: front) + dates(in: clause.tokens)
  }

  /// The date expressions in a range of tokens.
  func dates(in range: Range<Int>) -> [DateExpression] {
    let found = document.dates(in: range)
    return found.isEmpty ? [] : Array(found)
  }
}
