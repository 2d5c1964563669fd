import Formats
import NewsText

/// What a verb does to the clause it governs (`verbs.tsv`, classes).
struct VerbClass: OptionSet {
  let rawValue: UInt32
  static let say = VerbClass(rawValue: 1 << 0)
  static let claim = VerbClass(rawValue: 1 << 1)
  static let deny = VerbClass(rawValue: 1 << 2)
  static let accuse = VerbClass(rawValue: 1 << 3)
  static let demand = VerbClass(rawValue: 1 << 4)
  static let plan = VerbClass(rawValue: 1 << 5)
  static let goesOn = VerbClass(rawValue: 1 << 6)
  static let begin = VerbClass(rawValue: 1 << 7)
  static let light = VerbClass(rawValue: 1 << 8)
  static let perceive = VerbClass(rawValue: 1 << 9)
  static let kill = VerbClass(rawValue: 1 << 10)
  static let die = VerbClass(rawValue: 1 << 11)
  static let injure = VerbClass(rawValue: 1 << 12)
  static let hold = VerbClass(rawValue: 1 << 13)
  static let damage = VerbClass(rawValue: 1 << 14)
  static let intransitive = VerbClass(rawValue: 1 << 15)

  static let casualty: VerbClass = [.kill, .die, .injure]
  static let names: [String: VerbClass] = [
    "say": .say, "claim": .claim, "deny": .deny, "accuse": .accuse, "demand": .demand, "plan": .plan,
    "continue": .goesOn, "begin": .begin, "light": .light, "perceive": .perceive, "kill": .kill, "die": .die,
    "injure": .injure, "hold": .hold, "damage": .damage, "intransitive": .intransitive,
  ]
}

/// The forms a word can be of a verb.
struct VerbForm: OptionSet {
  let rawValue: UInt8
  static let base = VerbForm(rawValue: 1)
  static let third = VerbForm(rawValue: 2)
  static let past = VerbForm(rawValue: 4)
  static let participle = VerbForm(rawValue: 8)
  static let ing = VerbForm(rawValue: 16)
}

/// One way to read a word as a verb.
struct VerbReading {
  var lemma: Int32
  var forms: VerbForm
}

/// The verbs of a language: every form by word code.
struct VerbLexicon {
  private(set) var readings = CodeTable<VerbReading>()
  private var classes = CodeTable<VerbClass>()
  /// Every word that is a form of some verb.
  private var words: [Int32] = []

  init(_ table: Table, _ vocabulary: inout Vocabulary) throws {
    for row in table.rows {
      let lemma = vocabulary.intern(try row.text("lemma"))
      let columns: [(String, VerbForm)] = [
        ("lemma", .base), ("third", .third), ("past", .past), ("participle", .participle), ("ing", .ing),
      ]
      for (column, form) in columns { add(vocabulary.intern(try row.text(column)), lemma, form) }
      for name in row.list("classes") {
        guard let named = VerbClass.names[name] else {
          throw row.error(.invalid(column: "classes", wanted: "a list of verb classes"))
        }
        classes[lemma, default: []].insert(named)
      }
    }
  }

  /// A form shared by two verbs ("found", "wound") stays with the verb whose base or past it is first.
  private mutating func add(_ word: Int32, _ lemma: Int32, _ form: VerbForm) {
    guard let known = readings[word] else {
      readings[word] = VerbReading(lemma: lemma, forms: form)
      words.append(word)
      return
    }
    if known.lemma == lemma { readings[word]?.forms.insert(form) }
  }

  /// How a token can be read as a verb; an unknown word in -ed is taken for a past form.
  func reading(of index: Int, in document: Document) -> VerbReading? {
    let token = document.tokens[index]
    if let known = readings[token.word] { return known }
    guard token.word == 0, token.range.count > 4, !token.has(.capitalized),
      document.ends(index, UInt8(ascii: "e"), UInt8(ascii: "d"))
    else { return nil }
    return VerbReading(lemma: 0, forms: [.past, .participle])
  }

  /// All words that are read as one of these verbs.
  func forms(of lemmas: CodeSet) -> [Int32] { words.filter { readings[$0].map { lemmas.contains($0.lemma) } ?? false } }

  func classes(of lemma: Int32) -> VerbClass { classes[lemma] ?? [] }
}

extension Document {
  /// Whether these are the last two letters of a word of two or more.
  @inline(__always)
  func ends(_ token: Int, _ before: UInt8, _ last: UInt8) -> Bool {
    let end = Int(tokens[token].end)
    return bytes[end - 2] == before && bytes[end - 1] == last
  }
}
