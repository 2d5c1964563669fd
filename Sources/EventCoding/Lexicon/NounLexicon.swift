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
  /// The codes of its words.
  var words: [Int32]
}

/// The nouns of a language by the code of their first word.
struct NounLexicon {
  private var entries = CodeTable<[NounEntry]>()
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
    if plural, entries[first]?.contains(where: { $0.words == words }) == true { return }
    entries[first, default: []].append(NounEntry(classes: classes, isPlural: plural, words: words))
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
    guard entries.holds(word), let found = entries[word] else { return nil }
    var best: (NounEntry, Int)?
    for entry in found {
      guard let length = length(of: entry.words, at: index, in: document, limit: limit) else { continue }
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
