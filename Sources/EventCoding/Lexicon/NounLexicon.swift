import Formats
import NewsText

/// A set of noun classes, a bit each in the order in which the data names them.
struct NounClasses: OptionSet, Hashable {
  let rawValue: UInt64
}

/// What the lexicon says of a noun.
struct NounEntry {
  var classes: NounClasses
  var isPlural: Bool
}

/// The nouns of a language by the code of their first word.
struct NounLexicon {
  /// The nouns of one word: most of all.
  private var single = CodeTable<NounEntry>()
  /// Those of several words, with the codes of all of them.
  private var longer = CodeTable<[(words: [Int32], entry: NounEntry)]>()
  private var bits: [String: NounClasses] = [:]
  /// The classes in the order of their bits, once all are read.
  private var names = NumberedNames([])

  init(_ table: Table, _ vocabulary: inout Vocabulary) throws {
    for row in table.rows {
      var classes: NounClasses = []
      for name in row.list("classes") { classes.formUnion(define(name)) }
      add(vocabulary.intern(phrase: try row.text("lemma").replacing("-", with: " ")), classes, plural: false)
      if let plural = row["plural"] {
        add(vocabulary.intern(phrase: plural.replacing("-", with: " ")), classes, plural: true)
      }
    }
    names = NumberedNames(bits.sorted { $0.value.rawValue < $1.value.rawValue }.map(\.key))
  }

  private mutating func define(_ name: String) -> NounClasses {
    if let known = bits[name] { return known }
    let made = NounClasses(rawValue: 1 << UInt64(bits.count))
    bits[name] = made
    return made
  }

  private mutating func add(_ words: [Int32], _ classes: NounClasses, plural: Bool) {
    guard let first = words.first else { return }
    let entry = NounEntry(classes: classes, isPlural: plural)
    if words.count == 1 {
      // Of several entries of one word the first one counts.
      if !single.holds(first) { single[first] = entry }
    } else if !plural || longer[first]?.contains(where: { $0.words == words }) != true {
      longer[first, default: []].append((words, entry))
    }
  }

  /// The class of that name, empty where no noun has it.
  @inline(__always)
  func named(_ name: StaticString) -> NounClasses {
    let number = names[name]
    return number < 0 ? [] : NounClasses(rawValue: 1 << UInt64(number))
  }

  /// The classes of these names together; a name that no noun has adds nothing.
  func named(_ names: [String]) -> NounClasses {
    names.reduce(into: []) { $0.formUnion(bits[$1] ?? []) }
  }

  /// Whether a class of that name exists.
  func knows(_ name: String) -> Bool { bits[name] != nil }

  /// The longest noun that begins at a token, with its length in tokens; a hyphen may part its words.
  func longest(at index: Int, in document: Document, limit: Int) -> (entry: NounEntry, length: Int)? {
    let word = document.tokens[index].word
    guard index < limit else { return nil }
    var best = single[word].map { ($0, 1) }
    guard longer.holds(word) else { return best }
    for (words, entry) in longer[word] ?? [] {
      guard let length = length(of: words, at: index, in: document, limit: limit) else { continue }
      if length > best?.1 ?? 0 { best = (entry, length) }
    }
    return best
  }

  private func length(of words: [Int32], at start: Int, in document: Document, limit: Int) -> Int? {
    var index = start
    for (place, word) in words.enumerated() {
      if place > 0, index < limit, document.tokens[index].kind == .hyphen { index += 1 }
      guard index < limit, document.tokens[index].word == word else { return nil }
      index += 1
    }
    return index - start
  }
}
