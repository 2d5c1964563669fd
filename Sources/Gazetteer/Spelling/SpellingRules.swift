import Formats

/// How one language's names vary in spelling: read from `Data/spelling/LANGUAGE.tsv`, carried inside every index.
///
/// A rule file has the columns `rule left right price reason`; a list is parted by `|`, `_` is a word's edge:
///
/// | rule | says |
/// |---|---|
/// | `country` | names in these countries (ISO 3166-1) vary so; `?`: where no country is known, `*`: where no other file says |
/// | `script` | this letter is read as `right` (a capital: a letter that Latin spellings do not tell apart) |
/// | `article` | these words before a word beginning with `right` (anything, if empty) may be absent or differ |
/// | `prefix` | this article is written together with its word |
/// | `generic` | these words (hill, house, upper, lower) may be absent more cheaply than others |
/// | `price` | what the thing named in `left` costs |
/// | `skeleton` | `left` is `right` in the skeleton by which spellings find each other; longest first |
/// | `shape` | the vowel `left` is `right` in the shape, which stands in for short skeletons |
/// | `mark` | this letter with its mark is read as `right`, a capital or a sign, where marks count |
/// | `readings` | who writes these letters writes names as the `reading` rules tell |
/// | `reading` | the piece `left` of a name is written as one of `right`, a list of `piece=price`: learned from pairs of names |
/// | `family` | any of `left` stands for any of `right` at this price, both ways; empty: may be absent |
struct SpellingRules: Sendable {
  var language = ""
  /// Differs when any byte of the rules does; seeds the hashes of skeletons.
  var seed: UInt64 = 0
  var countries: Set<String> = []
  var articles = Articles()
  var prices = SpellingPrices()
  var skeleton = SkeletonTable()
  var families = FamilyTable()
  /// How marks are read.
  var marked = MarkedNames()
  /// The `reading` rules, in the order of the file.
  private(set) var readings: [Reading] = []
  /// Hashes of the skeletons of generic words.
  private(set) var genericSkeletons: [UInt64] = []
  private var generics: [String] = []

  /// A `reading` rule: a piece of a name, and how it is written, each `piece=price`.
  struct Reading: Sendable {
    let piece: String
    let writings: [String]
  }

  /// Reads a rule file. Faults name file and line.
  init(language: String, bytes: [UInt8], file: String) throws(GazetteerError) {
    self.language = language
    seed = FNV1a64.hash(bytes)
    do {
      let table = try Table(bytes, file: file)
      try table.require("rule", "left", "right", "price", "reason")
      for row in table.rows { try add(row) }
    } catch {
      throw .table(error)
    }
    articles.script = skeleton.script
    skeleton.seal()
    families.seal()
    for word in generics {
      let content = Array(word.utf8).withUnsafeBufferPointer { ContentWords($0, articles: articles) }
      genericSkeletons.append(WordHash.word(NameSkeleton(content, self).bytes, seed: 0))
    }
  }

  private mutating func add(_ row: TableRow) throws(TableError) {
    let left = row.list("left")
    switch row["rule"] {
    case "country": countries.formUnion(left)
    case "article": articles.add(left, before: row.list("right"), englishWord: row["reason"] == "an English word too")
    case "prefix": articles.prefixes += left.map { Array($0.utf8) }
    case "generic": generics += left
    case "price": try prices.set(left.first ?? "", row)
    case "script": for letter in left { skeleton.script.add(letter, row["right"] ?? "") }
    case "skeleton": for pattern in left { skeleton.add(pattern, row["right"] ?? "") }
    case "shape": for vowel in left { skeleton.addVowel(vowel, row["right"] ?? vowel) }
    case "mark": for mark in left { marked.add(mark, row["right"] ?? "") }
    case "readings": for letter in left { marked.addWriter(letter) }
    case "reading": try addReading(row)
    case "family": try addFamily(row)
    default:
      let known = "country, script, article, prefix, generic, price, skeleton, shape, mark, readings, reading or family"
      throw row.error(.invalid(column: "rule", wanted: known))
    }
  }

  private mutating func addReading(_ row: TableRow) throws(TableError) {
    let reading = Reading(piece: row["left"] ?? "", writings: row.list("right"))
    let isPriced = reading.writings.allSatisfy { $0.utf8.prefix(9).contains(UInt8(ascii: "=")) }
    guard reading.piece.utf8.count <= 8, isPriced else {
      throw row.error(.invalid(column: "right", wanted: "a list of piece=price, pieces of at most 8 bytes"))
    }
    readings.append(reading)
  }

  private mutating func addFamily(_ row: TableRow) throws(TableError) {
    let price = try row.price()
    let left = row.list("left")
    let right = row["right"] == nil ? [""] : row.list("right")
    for a in left {
      for b in right where a != b {
        guard a.utf8.count <= 8, b.utf8.count <= 8 else {
          throw row.error(.invalid(column: "left", wanted: "a pattern of at most 8 bytes"))
        }
        families.add(a, b, price: price, reason: row["reason"] ?? "\(a)/\(b)")
      }
    }
  }
}

extension TableRow {
  /// The price of a rule, which every priced row has.
  fileprivate func price() throws(TableError) -> Float {
    guard let price = try double("price") else { throw error(.missing(column: "price")) }
    return Float(price)
  }
}

/// What differences cost that no family explains; every figure stands in the rule file.
struct SpellingPrices: Sendable {
  /// An article on one side only.
  var articleMissing: Float = 0.04
  /// An article in another form.
  var articleForm: Float = 0.02
  /// A letter that stays as it is.
  var same: Float = 0
  /// A vowel added, dropped or exchanged.
  var vowel: Float = 0.25
  /// A consonant added, dropped or exchanged.
  var consonant: Float = 0.45
  /// Two letters side by side in the other order.
  var turn: Float = 0.15
  /// A word's edge added or dropped.
  var edge: Float = 0.06
  /// A word on one side only; cheaper when it is generic.
  var word: Float = 0.3
  /// A generic word on one side only.
  var generic: Float = 0.12
  /// The most that a look-up accepts for a whole name.
  var limit: Float = 1.0
  /// The most that a look-up accepts a letter of the name: a short name may vary less.
  var letterLimit: Float = 0.07
  /// The most that running text accepts, a letter of the name; 0: running text has names as they are written alone.
  var textLimit: Float = 0.02
  /// What a look-up accepts beyond the price of the best match.
  var slack: Float = 0.25
  /// What one class of a skeleton more, less or exchanged costs at least.
  var least: Float = 0.05
  /// Names of so many classes or more are found by their whole skeleton.
  var skeletonFrom = 1
  /// Names of so many classes or more are found by their skeleton less a class.
  var nearFrom = 4
  /// Names of fewer classes are found by their shape, and by their shape less a class or a vowel.
  var shapeBelow = 6

  fileprivate mutating func set(_ name: String, _ row: TableRow) throws(TableError) {
    let price = try row.price()
    switch name {
    case "article-missing": articleMissing = price
    case "article-form": articleForm = price
    case "vowel": vowel = price
    case "consonant": consonant = price
    case "turn": turn = price
    case "edge": edge = price
    case "word": word = price
    case "generic": generic = price
    case "limit": limit = price
    case "letter-limit": letterLimit = price
    case "text-limit": textLimit = price
    case "slack": slack = price
    case "least": least = price
    case "skeleton-from": skeletonFrom = Int(price)
    case "near-from": nearFrom = Int(price)
    case "shape-below": shapeBelow = Int(price)
    default: throw row.error(.invalid(column: "left", wanted: "the name of a price"))
    }
  }
}

extension SpellingPrices {
  @inline(__always)
  static func isVowel(_ byte: UInt8) -> Bool {
    // Letters alone have bits here: a, e, i, o, u, y, w.
    (byte & 0xE0) == 0x60 && vowels & (1 << UInt32(byte & 31)) != 0
  }

  private static let vowels: UInt32 = 1 << 1 | 1 << 5 | 1 << 9 | 1 << 15 | 1 << 21 | 1 << 25 | 1 << 23
}

extension SpellingRules {
  /// Whether running text knows this language's spellings too.
  var isForText: Bool { prices.textLimit > 0 }

  /// Which of these files' rules hold for the names of a country, by their numbers.
  static func sets(of country: String?, among rules: [SpellingRules]) -> [Int] {
    let own = rules.indices.filter { rules[$0].countries.contains(country ?? "?") }
    return own.isEmpty ? rules.indices.filter { rules[$0].countries.contains("*") } : own
  }
}
