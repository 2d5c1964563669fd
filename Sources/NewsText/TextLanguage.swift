import Formats

/// How an abbreviation behaves at the end of a sentence (`abbreviations.tsv`).
enum AbbreviationKind: String {
  case title, month, clock, word
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
  /// `day`, `week`, `month`, `year`, `hour`, `weekend`.
  case unit(String)
  /// A season by its first month.
  case season(Int)
}

/// What a number word means (`numbers.tsv`).
enum NumberWord: Equatable {
  case unit(Int), ten(Int), scale(Int), dozen, couple, vague(low: Int?), ordinal(Int)
}

/// The closed word classes (`function-words.tsv`).
public struct FunctionClass: OptionSet, Sendable {
  /// The bits.
  public let rawValue: UInt16
  /// Classes of these bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }
  /// the, a, this
  public static let determiner = FunctionClass(rawValue: 1)
  /// he, they, who
  public static let pronoun = FunctionClass(rawValue: 2)
  /// in, of, near
  public static let preposition = FunctionClass(rawValue: 4)
  /// and, or, but
  public static let conjunction = FunctionClass(rawValue: 8)
  /// as, while, which
  public static let subordinator = FunctionClass(rawValue: 16)
  /// was, have, would
  public static let auxiliary = FunctionClass(rawValue: 32)
  /// not, never
  public static let negation = FunctionClass(rawValue: 64)
  /// also, now, later
  public static let adverb = FunctionClass(rawValue: 128)

  static let names: [String: FunctionClass] = [
    "determiner": .determiner, "pronoun": .pronoun, "preposition": .preposition, "conjunction": .conjunction,
    "subordinator": .subordinator, "auxiliary": .auxiliary, "negation": .negation, "adverb": .adverb,
  ]
}

/// A cue of a zone (`zones.tsv`): words at the start of a block or anywhere in it.
struct ZoneCue {
  var zone: String
  var atStart: Bool
  var words: [String]
  var weight: Double
}

/// A language as the text reader knows it: the tables of `Data/<language>`.
public struct TextLanguage: Sendable {
  var abbreviations: [Int32: AbbreviationKind] = [:]
  /// Calendar words by code.
  public private(set) var calendar: [Int32: CalendarWord] = [:]
  /// Words that place a date against another, by code: "last", "ago", "since".
  var roles: [Int32: String] = [:]
  var numbers: [Int32: NumberWord] = [:]
  var qualifiers: [(words: [Int32], kind: NumberQualifier)] = []
  private var functions: [Int32: FunctionClass] = [:]
  var zoneCues: [ZoneCue] = []

  /// Reads the tables of a folder and adds their words to the vocabulary.
  public init(folder: String, vocabulary: inout Vocabulary) throws {
    try readAbbreviations(Table(MappedFile(folder + "/abbreviations.tsv")), &vocabulary)
    try readCalendar(Table(MappedFile(folder + "/calendar.tsv")), &vocabulary)
    try readNumbers(Table(MappedFile(folder + "/numbers.tsv")), &vocabulary)
    for row in try Table(MappedFile(folder + "/function-words.tsv")).rows {
      guard let named = FunctionClass.names[try row.text("class")] else {
        throw row.error(.invalid(column: "class", wanted: "a function word class"))
      }
      functions[vocabulary.intern(try row.text("word")), default: []].insert(named)
    }
    for row in try Table(MappedFile(folder + "/number-qualifiers.tsv")).rows {
      guard let kind = NumberQualifier(rawValue: try row.text("kind")) else {
        throw row.error(.invalid(column: "kind", wanted: "a qualifier"))
      }
      qualifiers.append((vocabulary.intern(phrase: try row.text("words")), kind))
    }
    for row in try Table(MappedFile(folder + "/zones.tsv")).rows {
      zoneCues.append(
        ZoneCue(
          zone: try row.text("zone"), atStart: try row.text("where") == "start",
          words: try row.text("words").split(separator: " ").map(String.init), weight: try row.double("weight") ?? 0))
    }
  }

  /// The closed classes a word belongs to.
  public func functions(of word: Int32) -> FunctionClass { word == 0 ? [] : functions[word] ?? [] }

  private mutating func readAbbreviations(_ table: Table, _ vocabulary: inout Vocabulary) throws {
    for row in table.rows {
      guard let kind = AbbreviationKind(rawValue: try row.text("kind")) else {
        throw row.error(.invalid(column: "kind", wanted: "title, month, clock or word"))
      }
      abbreviations[vocabulary.intern(try row.text("abbreviation"))] = kind
    }
  }

  private mutating func readCalendar(_ table: Table, _ vocabulary: inout Vocabulary) throws {
    for row in table.rows {
      let value = try row.text("value")
      let code = vocabulary.intern(try row.text("word"))
      switch try row.text("kind") {
      case "month": calendar[code] = .month(try row.required("value"))
      case "weekday": calendar[code] = .weekday(try row.required("value"))
      case "clock": calendar[code] = .clock(value)
      case "part": calendar[code] = .part(value)
      case "unit": calendar[code] = .unit(value)
      case "season": calendar[code] = .season(try row.required("value"))
      case "relative": roles[code] = value
      default:
        throw row.error(.invalid(column: "kind", wanted: "month, weekday, clock, part, unit, season or relative"))
      }
    }
  }

  private mutating func readNumbers(_ table: Table, _ vocabulary: inout Vocabulary) throws {
    for row in table.rows {
      let code = vocabulary.intern(try row.text("word"))
      switch try row.text("kind") {
      case "unit": numbers[code] = .unit(try row.required("value"))
      case "ten": numbers[code] = .ten(try row.required("value"))
      case "scale": numbers[code] = .scale(try row.required("value"))
      case "dozen": numbers[code] = .dozen
      case "couple": numbers[code] = .couple
      case "vague": numbers[code] = .vague(low: row["value"].flatMap { Int($0) })
      case "ordinal": numbers[code] = .ordinal(try row.required("value"))
      default: throw row.error(.invalid(column: "kind", wanted: "unit, ten, scale, dozen, couple, vague or ordinal"))
      }
    }
  }
}

extension TableRow {
  /// The integer in a cell that may not be empty.
  func required(_ column: String) throws(TableError) -> Int {
    guard let value = try int(column) else { throw error(.missing(column: column)) }
    return value
  }
}
