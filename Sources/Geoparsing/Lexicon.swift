import Formats
import NewsText
import Records

/// What a word may be to the geoparser; a word may be several things.
struct CueClass: OptionSet, Sendable {
  let rawValue: UInt32
  static let organization = CueClass(rawValue: 1)
  static let organizationBefore = CueClass(rawValue: 2)
  static let title = CueClass(rawValue: 4)
  static let given = CueClass(rawValue: 8)
  static let common = CueClass(rawValue: 16)
  static let subjectVerb = CueClass(rawValue: 32)
  static let objectVerb = CueClass(rawValue: 64)
  static let verbHelper = CueClass(rawValue: 128)
  static let embedding = CueClass(rawValue: 256)
  static let areaCue = CueClass(rawValue: 512)
  static let placePreposition = CueClass(rawValue: 1024)
  static let otherPreposition = CueClass(rawValue: 2048)
  static let locative = CueClass(rawValue: 4096)
  static let article = CueClass(rawValue: 8192)
  static let listWord = CueClass(rawValue: 16384)
  static let particle = CueClass(rawValue: 32768)
  static let sideOutskirts = CueClass(rawValue: 1 << 16)
  static let sideInside = CueClass(rawValue: 1 << 17)
  static let surface = CueClass(rawValue: 1 << 18)
  static let calendar = CueClass(rawValue: 1 << 19)
  static let statusWord = CueClass(rawValue: 1 << 20)
  static let function = CueClass(rawValue: 1 << 21)
  static let backing = CueClass(rawValue: 1 << 23)
  static let people = CueClass(rawValue: 1 << 24)
  static let thing = CueClass(rawValue: 1 << 25)
  static let namePart = CueClass(rawValue: 1 << 26)
  static let surname = CueClass(rawValue: 1 << 27)
  static let speech = CueClass(rawValue: 1 << 22)
  static let describing = CueClass(rawValue: 1 << 28)
  static let joining = CueClass(rawValue: 1 << 29)
  static let ruling = CueClass(rawValue: 1 << 30)
}

/// A noun that says what sort of place a name is.
struct KindNoun: Sendable, Hashable {
  var kind: PlaceKind
  /// Named after a place and another one than it: "Aleppo airport".
  var isFacility: Bool
  /// Stands before the name only ("the capital Baku").
  var isBeforeOnly: Bool
  /// The noun of one such unit where this is the noun of several: "county" of "counties".
  var singular: String?
}

/// How a relation phrase of `relations.tsv` reads.
enum RelationCue: String, Sendable {
  case near, outskirts, countryside, opposite, along, center
}

/// A language as the geoparser knows it: the tables of `Data/<language>`.
struct Lexicon: Sendable {
  private var classes: [CueClass] = []
  private(set) var kindNouns = PhraseTable<KindNoun>()
  private(set) var directions = CodeTable<(CompassDirection, isAdjective: Bool)>()
  private(set) var relations = PhraseTable<RelationCue>()
  private(set) var metonymPhrases = PhraseTable<Bool>()
  private(set) var units = CodeTable<Double>()
  private(set) var definitePlaces = CodeTable<String>()
  /// Institutions and media that are called as places are ("White House"): hashes of `NameText.spaced`.
  private(set) var institutions: Set<UInt64> = []
  private(set) var words = FixedWords()

  init(folder: String, vocabulary: inout Vocabulary) throws {
    words = FixedWords(&vocabulary)
    for (file, column) in Self.wordFiles {
      for row in try Table(MappedFile(folder + "/" + file + ".tsv")).rows {
        let name = column.map { row[$0] ?? "" } ?? ""
        guard let cue = Self.cues[file + ":" + name] else {
          throw row.error(.invalid(column: column ?? "word", wanted: "a known \(column ?? "word")"))
        }
        add(cue, to: Int(vocabulary.intern(try row.text("word"))))
      }
    }
    for row in try Table(MappedFile(folder + "/institutions.tsv")).rows {
      institutions.insert(NameText.spaced(try row.text("name").utf8))
    }
    try readKindNouns(folder, &vocabulary)
    try readDirections(folder, &vocabulary)
    try readRelations(folder, &vocabulary)
  }

  /// The classes of a word.
  func cues(_ word: Int32) -> CueClass { Int(word) < classes.count ? classes[Int(word)] : [] }

  private mutating func add(_ cue: CueClass, to word: Int) {
    while classes.count <= word { classes.append([]) }
    classes[word].formUnion(cue)
  }

  private static let wordFiles: [(String, String?)] = [
    ("organization-nouns", "where"), ("titles", nil), ("given-names", nil), ("census-given-names", nil),
    ("common-words", nil), ("dictionary-words", nil), ("surnames", nil),
    ("metonym-verbs", "position"), ("embedding", "role"), ("area-cues", nil), ("place-prepositions", "kind"),
    ("locative-verbs", nil), ("relation-sides", "relation"), ("small-words", "class"),
  ]

  private static let cues: [String: CueClass] = [
    "organization-nouns:after": .organization, "organization-nouns:both": [.organization, .organizationBefore],
    "organization-nouns:before": .organizationBefore, "titles:": .title, "given-names:": .given,
    "census-given-names:": .given, "common-words:": .common, "dictionary-words:": .common, "surnames:": .surname,
    "metonym-verbs:subject": .subjectVerb, "metonym-verbs:object": .objectVerb,
    "metonym-verbs:auxiliary": .verbHelper, "embedding:embedded": .embedding, "embedding:metonym": .backing,
    "area-cues:": .areaCue,
    "place-prepositions:place": .placePreposition, "place-prepositions:other": .otherPreposition,
    "locative-verbs:": .locative, "relation-sides:outskirts": .sideOutskirts, "relation-sides:inside": .sideInside,
    "small-words:article": .article, "small-words:list": .listWord, "small-words:particle": .particle,
    "small-words:function": .function, "small-words:speech": .speech, "small-words:surface": .surface,
    "small-words:thing": .thing, "small-words:namepart": .namePart,
    "small-words:people": .people, "small-words:describing": .describing,
    "small-words:joining": .joining, "small-words:ruling": .ruling,
    "small-words:calendar": .calendar, "small-words:status": .statusWord,
  ]

  private mutating func readKindNouns(_ folder: String, _ vocabulary: inout Vocabulary) throws {
    for row in try Table(MappedFile(folder + "/kind-nouns.tsv")).rows {
      guard let kind = PlaceKind(rawValue: try row.text("kind")) else {
        throw row.error(.invalid(column: "kind", wanted: "a kind of place"))
      }
      let place = try row.text("where")
      let noun = KindNoun(
        kind: kind, isFacility: kind == .facility, isBeforeOnly: place == "before", singular: row["singular"])
      kindNouns.add(vocabulary.intern(phrase: try row.text("words")), noun)
    }
  }

  private mutating func readDirections(_ folder: String, _ vocabulary: inout Vocabulary) throws {
    for row in try Table(MappedFile(folder + "/directions.tsv")).rows {
      guard let direction = CompassDirection(rawValue: try row.text("direction")) else {
        throw row.error(.invalid(column: "direction", wanted: "a point of the compass"))
      }
      directions[vocabulary.intern(try row.text("word"))] = (direction, try row.text("form") == "adjective")
    }
  }

  private mutating func readRelations(_ folder: String, _ vocabulary: inout Vocabulary) throws {
    for row in try Table(MappedFile(folder + "/relations.tsv")).rows {
      guard let cue = RelationCue(rawValue: try row.text("relation")) else {
        throw row.error(.invalid(column: "relation", wanted: "a relation"))
      }
      relations.add(vocabulary.intern(phrase: try row.text("words")), cue)
    }
    for row in try Table(MappedFile(folder + "/metonym-phrases.tsv")).rows {
      metonymPhrases.add(vocabulary.intern(phrase: try row.text("words")), true)
    }
    for row in try Table(MappedFile(folder + "/units.tsv")).rows {
      units[vocabulary.intern(try row.text("word"))] = try row.double("meters")
    }
    for row in try Table(MappedFile(folder + "/definite-places.tsv")).rows {
      definitePlaces[vocabulary.intern(try row.text("word"))] = try row.text("kind")
    }
  }
}

/// Words that rules name one by one.
struct FixedWords: Sendable {
  var of: Int32 = 0, the: Int32 = 0, and: Int32 = 0, or: Int32 = 0, to: Int32 = 0, from: Int32 = 0, between: Int32 = 0
  var halfway: Int32 = 0, within: Int32 = 0, there: Int32 = 0, adjacent: Int32 = 0, capital: Int32 = 0, on: Int32 = 0
  var at: Int32 = 0, by: Int32 = 0, just: Int32 = 0, midway: Int32 = 0, countryside: Int32 = 0, rural: Int32 = 0
  var `in`: Int32 = 0, along: Int32 = 0, away: Int32 = 0, near: Int32 = 0, side: Int32 = 0, a: Int32 = 0, an: Int32 = 0
  var according: Int32 = 0, with: Int32 = 0

  var being: CodeSet = []
  var unitNouns: CodeSet = []
  var plurals: CodeSet = []

  init() {}

  init(_ vocabulary: inout Vocabulary) {
    being = CodeSet(
      ["is", "are", "was", "were", "has", "have", "had", "will", "would", "remains", "'s"].map { vocabulary.intern($0) }
    )
    plurals = CodeSet(
      [
        "villages", "towns", "cities", "settlements", "hamlets", "neighborhoods", "neighbourhoods", "suburbs",
        "localities",
      ]
      .map { vocabulary.intern($0) })
    unitNouns = CodeSet(["province", "district", "area"].map { vocabulary.intern($0) })
    according = vocabulary.intern("according")
    of = vocabulary.intern("of")
    the = vocabulary.intern("the")
    and = vocabulary.intern("and")
    or = vocabulary.intern("or")
    to = vocabulary.intern("to")
    from = vocabulary.intern("from")
    between = vocabulary.intern("between")
    halfway = vocabulary.intern("halfway")
    midway = vocabulary.intern("midway")
    within = vocabulary.intern("within")
    there = vocabulary.intern("there")
    adjacent = vocabulary.intern("adjacent")
    capital = vocabulary.intern("capital")
    on = vocabulary.intern("on")
    at = vocabulary.intern("at")
    by = vocabulary.intern("by")
    just = vocabulary.intern("just")
    countryside = vocabulary.intern("countryside")
    rural = vocabulary.intern("rural")
    self.in = vocabulary.intern("in")
    along = vocabulary.intern("along")
    away = vocabulary.intern("away")
    near = vocabulary.intern("near")
    side = vocabulary.intern("side")
    a = vocabulary.intern("a")
    an = vocabulary.intern("an")
    with = vocabulary.intern("with")
  }
}

extension Lexicon {
  /// is, are, was, were, has, have: "there are" speaks of no place.
  func isBeing(_ word: Int32) -> Bool { words.being.contains(word) }

  /// there, capital, town: a word that may stand for a place.
  func isDefinite(_ word: Int32) -> Bool { word == words.there || definitePlaces.holds(word) }

  /// villages, towns: a list of names may follow.
  func isPlural(_ word: Int32) -> Bool { words.plurals.contains(word) }

  /// province, district: a noun of a unit that is also part of one.
  func isUnitNoun(_ word: Int32) -> Bool { words.unitNouns.contains(word) }
}
