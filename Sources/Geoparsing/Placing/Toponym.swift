import Gazetteer
public import Records

/// A reading of a toponym: a place it may mean, and what speaks for it.
public struct Candidate: Sendable, Hashable {
  /// The place.
  public var place: Place
  /// What this reading costs; lower is better.
  public var price: Double
  /// Why, as short phrases.
  public var reasons: [String]

  /// A reading.
  public init(place: Place, price: Double, reasons: [String]) {
    self.place = place
    self.price = price
    self.reasons = reasons
  }
}

/// A place that a text speaks of: by its name, or by a description such as "the capital".
public enum PlaceReference: Sendable, Hashable {
  /// An index into `GeoparsedText.toponyms`.
  case toponym(Int)
  /// An index into `GeoparsedText.definitePlaces`.
  case definite(Int)
}

/// A place's name in a text: the bare name, without its kind noun or direction.
public struct Toponym: Sendable {
  /// The tokens of the name.
  public var tokens: Range<Int>
  /// How the name is used.
  public var role: MentionRole
  /// All readings, the cheapest first.
  var readings: ArraySlice<Reading> = []
  /// Holds the places of the readings.
  var namesakes = Namesakes.none
  /// Reasons of single readings in words, for all toponyms of the text.
  var texts: [[String]] = []
  /// What it may mean, the best first, at most six; empty for a name that no gazetteer knows.
  public var candidates: [Candidate] {
    readings.prefix(Self.shown).map { Candidate(place: $0.place, price: $0.price, reasons: words($0)) }
  }
  /// What it means, nil where nothing fits or nothing is known.
  public var chosen: Place?
  /// How sure the choice is, 0 to 1.
  public var score: Double?
  /// Why, as short phrases.
  public var reasons: [String] { readings.first.map { words($0) } ?? [] }
  /// The kind that the text says ("the village of X", "X province"), nil where it says none.
  public var saidKind: PlaceKind?
  /// The toponym whose place contains this one, as the text says: "Khan Tuman, Aleppo province".
  public var container: Int?
  /// The toponyms that the text puts inside this one.
  public var contents: [Int] = []
  /// A relation that tells where this place lies: "Kafr Amma located some 25 kilometers west of central Aleppo".
  public var relation: SpatialRelation?

  /// Nothing in the text speaks for a place of that name: it is no mention of one.
  public var isDoubted = false

  /// So many readings are shown as candidates.
  static let shown = 6

  /// The name is known and one place was chosen.
  public var isResolved: Bool { chosen != nil }

  private func words(_ reading: Reading) -> [String] {
    reading.reasons.words(namesakes.matches[Int(reading.match)].reasons, texts)
  }

  init(tokens: Range<Int>, role: MentionRole) {
    self.tokens = tokens
    self.role = role
  }
}

/// "the capital", "the town", "there": words that stand for a place named elsewhere.
public struct DefinitePlace: Sendable {
  /// The tokens, the article included.
  public var tokens: Range<Int>
  /// The kind that the words say, nil for "there".
  public var kind: PlaceKind?
  /// The toponym they stand for, nil where the place is none of the document's toponyms ("the Libyan capital").
  public var toponym: Int?
  /// The place, nil where none fits.
  public var place: Place?
  /// How it was found.
  public var reason: String
}
