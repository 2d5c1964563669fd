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
  private var entries: [Int32: [NounEntry]] = [:]
  private var bits: [String: NounClasses] = [:]

  init(_ table: Table, _ vocabulary: inout Vocabulary) throws {
    for row in table.rows {
      var classes: NounClasses = []
      for name in row.list("classes") { classes.formUnion(define(name)) }
      add(vocabulary.intern(phrase: try row.text("lemma").replacing("-", with: " ")), classes, plural: false)
      if let plural = row["plural"] {
        add(vocabulary.intern(phrase: plural.replacing("-", with: " ")), classes, plural: true)
      }
    }
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
  func named(_ name: String) -> NounClasses { bits[name] ?? [] }

  /// Whether a class of that name exists.
  func knows(_ name: String) -> Bool { bits[name] != nil }

  /// The longest noun that begins at a token, with its length in tokens; a hyphen may part its words.
  func longest(at index: Int, in document: Document, limit: Int) -> (entry: NounEntry, length: Int)? {
    guard document.tokens[index].word != 0, let found = entries[document.tokens[index].word] else { return nil }
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
