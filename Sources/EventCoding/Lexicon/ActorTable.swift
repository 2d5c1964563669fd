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
    guard let aliases = aliases[document.tokens[index].word] else { return nil }
    let known = aliases.filter { entry in entry.focus.isEmpty || focus.map(entry.focus.contains) == true }
    return longest(known.map { ($0.words, $0.actor) }, index, document, limit).map { ($0.0, $0.1) }
  }

  /// The longest word for a side that begins at a token.
  func generic(at index: Int, in document: Document, limit: Int) -> (kind: ActorKind, length: Int)? {
    generic[document.tokens[index].word].flatMap { longest($0, index, document, limit) }
  }

  private func longest<Value>(_ entries: [(words: [Int32], Value)], _ start: Int, _ document: Document, _ limit: Int)
    -> (Value, Int)?
  {
    var best: (Value, Int)?
    guard document.tokens[start].word != 0 else { return nil }
    for (words, value) in entries {
      var index = start
      let fits = words.enumerated().allSatisfy { place, word in
        while place > 0, index < limit, [.hyphen, .possessive].contains(document.tokens[index].kind) { index += 1 }
        guard index < limit, document.tokens[index].word == word else { return false }
        index += 1
        return true
      }
      if fits, index - start > best?.1 ?? 0 { best = (value, index - start) }
    }
    return best
  }
}
