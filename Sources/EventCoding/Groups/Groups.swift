import NewsText

/// What a token is in its sentence.
enum Tag: UInt8 {
  case noun, determiner, number, pronoun, preposition, conjunction, subordinator, verb, auxiliary, negation, adverb
  case comma, stop, quote, bracket, dash, other
}

/// Words that name one thing: determiner, numbers, modifiers, head.
struct NounGroup {
  var tokens: Range<Int>
  /// The last noun.
  var head: Int
  /// Classes of the head.
  var headClasses: NounClasses = []
  /// Classes of any word of the group.
  var classes: NounClasses = []
  var isPlural = false
  /// "the", "this", a possessive before it.
  var isDefinite = false
  /// The preposition that governs it, by token, nil for a subject or an object.
  var preposition: Int?
  /// The quantity before its head.
  var number: NumberExpression?
}

/// When the verb of a group happens, by its form alone.
enum Tense {
  case past, present, progressive, pastProgressive, perfect, future, modal, infinitive, gerund
}

/// A verb with its auxiliaries.
struct VerbGroup {
  var tokens: Range<Int>
  var main: Int
  var lemma: Int32
  var classes: VerbClass
  var tense: Tense
  var isPassive = false
  var isNegated = false
  /// A participle behind the noun of another clause: "a ceasefire agreed in January".
  var isReducedRelative = false
  /// The verb that governs an infinitive: "claim" in "claim to have captured".
  var governor: Int32?
  var governorClasses: VerbClass = []
  /// Needs no subject of its own: participle behind a noun, gerund, infinitive.
  var isFinite: Bool {
    switch tense {
    case .infinitive, .gerund: false
    default: true
    }
  }
}

/// A piece of a sentence.
enum Piece {
  case noun(Int)
  case verb(Int)
  case mark(Tag, Int)
}

/// A verb group with what it governs.
struct Clause {
  /// The verb, by index into the sentence's verb groups; nil for words without a verb.
  var verb: Int?
  /// Noun groups by index: the subjects, several where they are coordinated.
  var subjects: [Int] = []
  var objects: [Int] = []
  /// Noun groups behind a preposition.
  var phrases: [Int] = []
  var tokens: Range<Int>
  /// The words before a relative clause that parts them from their verb: "Nikopol, which faces the plant, was shelled".
  var front: Range<Int>?
  /// The subordinator before it, by token.
  var subordinator: Int?

  /// Its words with what interrupts them.
  var extent: Range<Int> { (front?.lowerBound ?? tokens.lowerBound)..<tokens.upperBound }

  /// Gives its noun groups by index: subjects, objects, then phrases.
  @inline(__always)
  func eachNoun(_ body: (Int) -> Void) {
    for noun in subjects { body(noun) }
    for noun in objects { body(noun) }
    for noun in phrases { body(noun) }
  }

  /// Whether a token is one of the clause's own.
  func contains(_ token: Int) -> Bool { tokens.contains(token) || front?.contains(token) ?? false }
}

/// A sentence cut into groups and clauses.
struct ParsedSentence {
  var index: Int
  var tokens: Range<Int>
  var tags: [Tag]
  var nouns: [NounGroup] = []
  var verbs: [VerbGroup] = []
  var pieces: [Piece] = []
  var clauses: [Clause] = []
  /// What is said of a place in passing: "Minova, a supply hub for Goma, fell".
  var asides: [Range<Int>] = []

  func tag(_ token: Int) -> Tag { tags[token - tokens.lowerBound] }

  /// The token that a piece opens with.
  func firstToken(of piece: Int) -> Int {
    switch pieces[piece] {
    case .noun(let noun): nouns[noun].tokens.lowerBound
    case .verb(let verb): verbs[verb].tokens.lowerBound
    case .mark(_, let token): token
    }
  }

  /// Whether a piece is a mark of this kind.
  func isMark(_ kind: Tag, at piece: Int) -> Bool {
    if case .mark(let tag, _) = pieces[piece] { return tag == kind }
    return false
  }

  /// The clause that holds a token.
  func clause(of token: Int) -> Int? { clauses.firstIndex { $0.contains(token) } }
}
