import Gazetteer
import NewsText
import Records

/// A run of words that the gazetteer has a name for, or that the text calls a place.
struct FoundName {
  var tokens: Range<Int>
  /// What the gazetteer knows by that name.
  var namesakes: Namesakes
  /// What the judge made of it.
  var verdict = Verdict.place
  var role = MentionRole.literal
  /// The kind noun beside it, when some candidate can be of that kind.
  var saidKind: PlaceKind?
  /// The tokens of that noun.
  var kindTokens: Range<Int>?
  /// The kind noun, or a word such as "rebel-held", says that an area is meant.
  var saysArea = false

  /// The text itself calls it a place.
  var isCalledPlace = false

  /// The user gave it (`--spans`).
  var isGiven = false

  enum Verdict: Equatable {
    case place
    case person
    case organization
    /// A part of a longer name that nobody knows.
    case part
    case commonWord
    /// A thing called after a place: a disease, an aircraft.
    case thing
  }

  var isUnknown: Bool { namesakes.isEmpty }
  var isDemonym: Bool { namesakes.isDemonym }
  /// The cheapest spelling differs from every name in the table.
  var isVariant: Bool { namesakes.isVariant }
}

/// A document in the making: what all stages read.
struct Workspace {
  let document: Document
  /// One reference, so that little is copied where a closure takes the workspace along.
  private let knowledge: Knowledge
  let tokens: [Token]
  var names: [FoundName] = []
  var definites: [FoundDefinite] = []
  var relations: [FoundRelation] = []
  /// The words on each name, by index into the names (`readModifiers`).
  private(set) var modifiers: [Modifiers] = []
  /// The names that stand in the possessive on another.
  private(set) var owners: Set<Int> = []
  /// The hash of each name's text, and that of its lower-case text, by index into the names (`readTexts`).
  private(set) var texts: [(exact: UInt64, lower: UInt64)] = []
  var probes = 0
  /// The name that covers a token, by index; -1 for none.
  var nameAt: [Int32]
  /// What is remembered of the gazetteer from text to text.
  let memory: PlaceMemory

  init(_ document: Document, _ knowledge: Knowledge, _ memory: PlaceMemory) {
    self.document = document
    self.memory = memory
    self.knowledge = knowledge
    tokens = document.tokens
    nameAt = [Int32](repeating: -1, count: document.tokens.count)
  }

  /// The place of a reference.
  func place(_ ref: PlaceRef) -> Place { memory.known(ref).place }

  var lexicon: Lexicon { knowledge.lexicon }
  var index: PlaceIndex { knowledge.index }
  var prices: Prices { knowledge.prices }
  var seats: Seats { knowledge.seats }

  /// Gives the bytes of a token.
  @inline(__always)
  func withBytes<Result>(_ token: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let range = tokens[token].range
    return document.bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  /// Gives the bytes of tokens.
  @inline(__always)
  func withBytes<Result>(of range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let bytes = Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
    return document.bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[bytes])) }
  }

  /// Marks the tokens of all names.
  mutating func markNames() {
    for index in 0..<nameAt.count { nameAt[index] = -1 }
    for number in names.indices where names[number].verdict == .place {
      for token in names[number].tokens { nameAt[token] = Int32(number) }
    }
  }

  /// Hashes the texts of the names, once they are settled: equal texts have equal hashes.
  mutating func readTexts() {
    texts = document.bytes.withUnsafeBufferPointer { bytes in
      names.map { NameText.hashes(UnsafeBufferPointer(rebasing: bytes[document.byteRange($0.tokens)])) }
    }
  }

  /// Reads the words on every name, once the names are settled.
  mutating func readModifiers() {
    modifiers = names.map { name in
      let start = name.tokens.lowerBound
      return Modifiers(before: start, in: sentence(of: start), self)
    }
    for modifiers in modifiers {
      if let owner = modifiers.owner { owners.insert(owner) }
    }
  }

  func cues(_ token: Int) -> CueClass { lexicon.cues(tokens[token].word) }
  func word(_ token: Int) -> Int32 { tokens[token].kind == .word ? tokens[token].word : 0 }
  func isWord(_ token: Int, _ code: Int32) -> Bool { tokens[token].kind == .word && tokens[token].word == code }

  /// The tokens of the sentence that holds a token.
  func sentence(of token: Int) -> Range<Int> {
    document.sentences.isEmpty ? 0..<tokens.count : document.sentences[document.sentence(ofToken: token)].tokens
  }

  /// A capitalized word.
  func isCapital(_ token: Int) -> Bool { tokens[token].kind == .word && tokens[token].has(.capitalized) }

  /// A direction that begins at a token: "west", "north-western", "south east".
  func direction(at token: Int, limit: Int) -> (range: Range<Int>, direction: CompassDirection, isAdjective: Bool)? {
    guard token < limit, let first = lexicon.directions[word(token)] else { return nil }
    var next = token + 1
    if next + 1 < limit, tokens[next].kind == .hyphen { next += 1 }
    if next < limit, first.0 == .north || first.0 == .south, let second = lexicon.directions[word(next)],
      second.0 == .east || second.0 == .west,
      let joined = CompassDirection(rawValue: first.0.rawValue + second.0.rawValue)
    {
      return (token..<next + 1, joined, second.isAdjective)
    }
    return (token..<token + 1, first.0, first.isAdjective)
  }

  /// A direction that ends with a token.
  func direction(endingAt token: Int, limit: Int) -> (
    range: Range<Int>, direction: CompassDirection, isAdjective: Bool
  )? {
    guard token >= limit, lexicon.directions[word(token)] != nil else { return nil }
    for start in [token - 2, token - 1] where start >= limit {
      if let found = direction(at: start, limit: token + 1), found.range.upperBound == token + 1 { return found }
    }
    return direction(at: token, limit: token + 1)
  }
}
