import Formats

/// How an abbreviation behaves at the end of a sentence (`abbreviations.tsv`).
enum AbbreviationKind: String {
  case title, month, clock, number, closing, word
}

/// What a calendar word means (`calendar.tsv`).
public enum CalendarWord: Hashable, Sendable {
  /// 1 to 12.
  case month(Int)
  /// 0 is Monday.
  case weekday(Int)
  /// A time of day, `HH:MM`.
  case clock(String)
  /// `morning`, `afternoon`, `evening`, `night`.
  case part(String)
  /// `day`, `week`, `month`, `year`, `decade`, `hour`, `weekend`.
  case unit(String)
  /// A season by its first month.
  case season(Int)
}

/// How a word places a date against another (`calendar.tsv`, kind `relative`).
enum DateRole: String {
  case about, after, ago, am, and, at, before, by, during, earlier, early, end, few, following, `for`, from, hours24
  case `in`, into, last, late, later, mid, middle, next, now, oclock, of, on, one, ordinal, over, overnight, past, pm
  case previous, recent, same, since, start, that, the, then, this, through, to, today, tomorrow, tonight, until
  case yesterday, zone

  /// Words that bound the stretch of time before or behind a date.
  var isBound: Bool {
    switch self {
    case .since, .until, .before, .after, .by, .from, .into: true
    default: false
    }
  }

  /// A date may begin with it.
  var opens: Bool {
    switch self {
    case .today, .yesterday, .tomorrow, .now, .tonight, .overnight, .then, .last, .previous, .same, .that, .this,
      .following, .next, .recent, .the, .past, .start, .end, .middle, .one:
      true
    default: shade?.needsOf == true
    }
  }

  /// A date that it opens need not go on with a calendar word.
  var isAlone: Bool {
    switch self {
    case .the, .one, .that, .this: false
    default: true
    }
  }

  /// The shade that it gives to a date; the nouns among them need "of" ("the start of December").
  var shade: (name: String, needsOf: Bool)? {
    switch self {
    case .early: ("early", false)
    case .late: ("late", false)
    case .mid: ("mid", false)
    case .start: ("early", true)
    case .end: ("late", true)
    case .middle: ("mid", true)
    default: nil
    }
  }
}

/// What a number word means (`numbers.tsv`).
enum NumberWord: Equatable {
  case unit(Int), ten(Int), scale(Int), dozen, couple, vague(low: Int?), ordinal(Int)
  case article, half, and, to, of

  /// Days and hours are counted by it.
  var counts: Bool {
    switch self {
    case .unit, .ten: true
    default: false
    }
  }

  /// A number may begin with it.
  var opens: Bool {
    switch self {
    case .scale, .ordinal, .and, .to, .of: false
    default: true
    }
  }
}

/// What may begin with a word: most words are passed over by this alone.
struct WordMarks: OptionSet, Sendable {
  let rawValue: UInt8
  static let opensDate = WordMarks(rawValue: 1)
  static let opensNumber = WordMarks(rawValue: 2)
  /// Opens a date only where a calendar word or "o'clock" follows: "the", "that", "two".
  static let opensDateBefore = WordMarks(rawValue: 4)
  /// A calendar word, or "o'clock".
  static let follows = WordMarks(rawValue: 8)
  /// Opens a number only where a word such as "dozen" follows: "a".
  static let opensNumberBefore = WordMarks(rawValue: 16)
  /// "couple", "dozen", "hundred": what an article counts.
  static let isCountedOnce = WordMarks(rawValue: 32)
}

/// A language as the text reader knows it: the tables of `Data/<language>`. One for all stages and workers, so a class: to
/// hand it on counts one reference.
public final class TextLanguage: Sendable {
  let abbreviations: CodeTable<AbbreviationKind>
  /// Calendar words by code.
  public let calendar: CodeTable<CalendarWord>
  let roles: CodeTable<DateRole>
  let numbers: CodeTable<NumberWord>
  /// What may stand before a number, by its first word, the longest phrase first.
  let qualifiers: CodeTable<[(words: [Int32], kind: NumberQualifier)]>
  let zoneCues: ZoneCues
  @usableFromInline let functions: [FunctionClass]
  private let marks: [WordMarks]

  /// Reads the tables of a folder and adds their words to the vocabulary.
  public init(folder: String, vocabulary: inout Vocabulary) throws {
    let draft = try LanguageDraft(folder: folder, vocabulary: &vocabulary)
    (abbreviations, calendar, roles, numbers) = (draft.abbreviations, draft.calendar, draft.roles, draft.numbers)
    (qualifiers, zoneCues, functions, marks) = (draft.qualifiers, draft.zoneCues, draft.functions, draft.marks)
  }

  /// The closed classes a word belongs to.
  @inlinable
  public func functions(of word: Int32) -> FunctionClass {
    Int(word) < functions.count ? functions[Int(word)] : FunctionClass(rawValue: 0)
  }

  /// Whether a date may begin with the word, the next word being the other.
  func opensDate(_ word: Int32, before next: Int32) -> Bool {
    let marks = marks(word)
    return marks.contains(.opensDate) || marks.contains(.opensDateBefore) && self.marks(next).contains(.follows)
  }

  /// Whether a number may begin with the word, the next word being the other.
  func opensNumber(_ word: Int32, before next: Int32) -> Bool {
    let marks = marks(word)
    return marks.contains(.opensNumber)
      || marks.contains(.opensNumberBefore) && self.marks(next).contains(.isCountedOnce)
  }

  private func marks(_ word: Int32) -> WordMarks { Int(word) < marks.count ? marks[Int(word)] : [] }
}

/// A language whose tables are being read.
private struct LanguageDraft {
  var abbreviations = CodeTable<AbbreviationKind>()
  var calendar = CodeTable<CalendarWord>()
  var roles = CodeTable<DateRole>()
  var numbers = CodeTable<NumberWord>()
  /// What may stand before a number, by its first word, the longest phrase first.
  var qualifiers = CodeTable<[(words: [Int32], kind: NumberQualifier)]>()
  var zoneCues = ZoneCues()
  var functions: [FunctionClass] = []
  var marks: [WordMarks] = []

  init(folder: String, vocabulary: inout Vocabulary) throws {
    try readAbbreviations(Table(MappedFile(folder + "/abbreviations.tsv")), &vocabulary)
    for row in try Table(MappedFile(folder + "/calendar.tsv")).rows { try readCalendar(row, &vocabulary) }
    for row in try Table(MappedFile(folder + "/numbers.tsv")).rows {
      numbers[vocabulary.intern(try row.text("word"))] = try NumberWord(row)
    }
    try readFunctions(Table(MappedFile(folder + "/function-words.tsv")), &vocabulary)
    try readQualifiers(Table(MappedFile(folder + "/number-qualifiers.tsv")), &vocabulary)
    let tokenizer = Tokenizer(abbreviations: abbreviations, vocabulary: vocabulary)
    for row in try Table(MappedFile(folder + "/zones.tsv")).rows { try zoneCues.add(row, tokenizer) }
    marks = vocabulary.words.indices.map { newMarks(of: Int32($0)) }
  }

  private func newMarks(of word: Int32) -> WordMarks {
    var marks: WordMarks = []
    let role = roles[word]
    if calendar.holds(word) || role?.opens == true && role?.isAlone == true { marks.insert(.opensDate) }
    if role?.opens == true || numbers[word]?.counts == true { marks.insert(.opensDateBefore) }
    if calendar.holds(word) || role == .oclock { marks.insert(.follows) }
    marks.formUnion(numberMarks(of: word))
    return marks
  }

  private func numberMarks(of word: Int32) -> WordMarks {
    if qualifiers.holds(word) { return .opensNumber }
    switch numbers[word] {
    case nil: return []
    case .article: return .opensNumberBefore
    case .couple: return [.opensNumber, .isCountedOnce]
    case .dozen: return [.opensNumber, .isCountedOnce]
    case .scale: return .isCountedOnce
    case let number?: return number.opens ? .opensNumber : []
    }
  }

  private mutating func readAbbreviations(_ table: Table, _ vocabulary: inout Vocabulary) throws {
    for row in table.rows {
      guard let kind = AbbreviationKind(rawValue: try row.text("kind")) else {
        throw row.error(.invalid(column: "kind", wanted: "title, month, clock, number, closing or word"))
      }
      abbreviations[vocabulary.intern(try row.text("abbreviation"))] = kind
    }
  }

  private mutating func readCalendar(_ row: TableRow, _ vocabulary: inout Vocabulary) throws {
    let code = vocabulary.intern(try row.text("word"))
    guard try row.text("kind") == "relative" else {
      calendar[code] = try CalendarWord(row)
      return
    }
    guard let role = DateRole(rawValue: try row.text("value")) else {
      throw row.error(.invalid(column: "value", wanted: "the role of a word that places a date"))
    }
    roles[code] = role
  }

  private mutating func readFunctions(_ table: Table, _ vocabulary: inout Vocabulary) throws {
    for row in table.rows {
      guard let named = FunctionClass.names[try row.text("class")] else {
        throw row.error(.invalid(column: "class", wanted: "a function word class"))
      }
      let code = Int(vocabulary.intern(try row.text("word")))
      while functions.count <= code { functions.append([]) }
      functions[code].insert(named)
    }
  }

  private mutating func readQualifiers(_ table: Table, _ vocabulary: inout Vocabulary) throws {
    for row in table.rows {
      guard let kind = NumberQualifier(rawValue: try row.text("kind")) else {
        throw row.error(.invalid(column: "kind", wanted: "a qualifier"))
      }
      let words = vocabulary.intern(phrase: try row.text("words"))
      guard let first = words.first else { throw row.error(.missing(column: "words")) }
      let phrases = qualifiers[first, default: []] + [(words, kind)]
      qualifiers[first] = phrases.sorted { $0.words.count > $1.words.count }
    }
  }
}

extension CalendarWord {
  fileprivate init(_ row: TableRow) throws {
    let value = try row.text("value")
    switch try row.text("kind") {
    case "month": self = .month(try row.required("value"))
    case "weekday": self = .weekday(try row.required("value"))
    case "clock": self = .clock(value)
    case "part": self = .part(value)
    case "unit": self = .unit(value)
    case "season": self = .season(try row.required("value"))
    default: throw row.error(.invalid(column: "kind", wanted: "month, weekday, clock, part, unit, season or relative"))
    }
  }
}

extension NumberWord {
  private static let plain: [String: NumberWord] = [
    "dozen": .dozen, "couple": .couple, "article": .article, "half": .half, "and": .and, "to": .to, "of": .of,
  ]

  fileprivate init(_ row: TableRow) throws {
    let kind = try row.text("kind")
    if let plain = Self.plain[kind] {
      self = plain
      return
    }
    switch kind {
    case "unit": self = .unit(try row.required("value"))
    case "ten": self = .ten(try row.required("value"))
    case "scale": self = .scale(try row.required("value"))
    case "vague": self = .vague(low: try row.int("value"))
    case "ordinal": self = .ordinal(try row.required("value"))
    default: throw row.error(.invalid(column: "kind", wanted: "a kind of number word"))
    }
  }
}

extension TableRow {
  /// The integer in a cell that may not be empty.
  fileprivate func required(_ column: String) throws(TableError) -> Int {
    guard let value = try int(column) else { throw error(.missing(column: column)) }
    return value
  }
}
