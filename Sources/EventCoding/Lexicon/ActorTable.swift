import Formats
import NewsText

/// What sort of actor it is.
enum ActorKind: String {
  case state, group, civilians, unidentified
}

/// An actor: its canonical name (UCDP's form) and what it is.
struct Actor: Hashable {
  var name: String
  var kind: ActorKind
  var country: String?
}

/// Names of actors by the code of their first word.
struct ActorTable {
  private var aliases = CodeTable<[(words: [Int32], actor: Actor, focus: Set<String>)]>()
  /// Words that name a side without its country.
  private var generic = CodeTable<[(words: [Int32], kind: ActorKind)]>()

  /// `named` are the files of the conflicts; an alias with `where` counts only in texts about one of these countries.
  init(_ named: [Table], _ words: Table, _ vocabulary: inout Vocabulary) throws {
    for row in named.flatMap(\.rows) {
      guard let kind = ActorKind(rawValue: try row.text("kind")) else {
        throw row.error(.invalid(column: "kind", wanted: "state or group"))
      }
      let actor = Actor(name: try row.text("name"), kind: kind, country: row["country"])
      let focus = Set(row.list("where"))
      for alias in (focus.isEmpty ? [actor.name] : []) + row.list("aliases") {
        let codes = ActorTable.codes(alias, &vocabulary)
        if let first = codes.first { aliases[first, default: []].append((codes, actor, focus)) }
      }
    }
    for row in words.rows {
      guard let kind = ActorKind(rawValue: try row.text("kind")) else {
        throw row.error(.invalid(column: "kind", wanted: "a kind of actor"))
      }
      let codes = ActorTable.codes(try row.text("word"), &vocabulary)
      if let first = codes.first { generic[first, default: []].append((codes, kind)) }
    }
  }

  /// Words as the tokenizer cuts them, hyphens and possessives left out.
  private static func codes(_ text: String, _ vocabulary: inout Vocabulary) -> [Int32] {
    vocabulary.intern(phrase: text.replacing("-", with: " ").replacing("'s", with: " ").replacing("’s", with: " "))
  }

  /// The longest name of an actor that begins at a token, with its length in tokens. `focus` is the country that the text
  /// is about.
  func named(at index: Int, in document: Document, limit: Int, focus: String?) -> (actor: Actor, length: Int)? {
    let word = document.tokens[index].word
    guard aliases.holds(word), let entries = aliases[word] else { return nil }
    return longest(entries, index, document, limit, words: \.words) { entry in
      entry.focus.isEmpty || focus.map(entry.focus.contains) == true
    }.map { ($0.actor, $1) }
  }

  /// The longest word for a side that begins at a token.
  func generic(at index: Int, in document: Document, limit: Int) -> (kind: ActorKind, length: Int)? {
    let word = document.tokens[index].word
    guard generic.holds(word), let entries = generic[word] else { return nil }
    return longest(entries, index, document, limit, words: \.words) { _ in true }.map { ($0.kind, $1) }
  }

  /// The entry of the longest words that stand at a token, with their length in tokens.
  private func longest<Entry>(
    _ entries: [Entry], _ start: Int, _ document: Document, _ limit: Int, words: (Entry) -> [Int32],
    where counts: (Entry) -> Bool
  ) -> (Entry, Int)? {
    var best: (Entry, Int)?
    guard document.tokens[start].word != 0 else { return nil }
    for entry in entries {
      let length = length(of: words(entry), start, document, limit)
      if length > best?.1 ?? 0, counts(entry) { best = (entry, length) }
    }
    return best
  }

  /// How many tokens the words take from a token on, hyphens and possessives between them included; 0 where they do not
  /// stand there.
  private func length(of words: [Int32], _ start: Int, _ document: Document, _ limit: Int) -> Int {
    var index = start
    for place in words.indices {
      while place > 0, index < limit,
        document.tokens[index].kind == .hyphen || document.tokens[index].kind == .possessive
      {
        index += 1
      }
      guard index < limit, document.tokens[index].word == words[place] else { return 0 }
      index += 1
    }
    return index - start
  }
}
