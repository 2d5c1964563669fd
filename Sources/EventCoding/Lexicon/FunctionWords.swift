import Formats
import NewsText

/// The words that the grammar asks for by role (`grammar.tsv`).
final class FunctionWords: Sendable {
  private let roles: WordRoles
  /// Roles whose words are phrases.
  private let phrases: [String: [[Int32]]]

  init(_ table: Table, _ vocabulary: inout Vocabulary) throws {
    var roles: [(name: String, words: [Int32])] = []
    var phrases: [String: [[Int32]]] = [:]
    for row in table.rows {
      let words = row.list("words").map { vocabulary.intern(phrase: $0) }
      phrases[try row.text("role")] = words
      roles.append((try row.text("role"), words.compactMap { $0.count == 1 ? $0[0] : nil }))
    }
    func only(_ role: String) -> Int32 { roles.first { $0.name == role }?.words.first ?? 0 }
    self.phrases = phrases
    to = only("to")
    by = only("by")
    of = only("of")
    but = only("but")
    that = only("that")
    had = only("had")
    did = only("did")
    being = only("being")
    let table = WordRoles(roles)
    self.roles = table
    have = table.words("have")
    be = table.words("be")
    pastBe = table.words("past be")
    future = table.words("future")
    modal = table.words("modal")
    negatives = table.words("negative")
    relative = table.words("relative")
    definite = table.words("definite")
    running = PhraseSet(phrases["running"] ?? [])
    toDeath = PhraseSet(phrases["to death"] ?? [])
    unharmed = PhraseSet(phrases["unharmed"] ?? [])
    according = phrases["according"]?.first ?? []
  }

  let to: Int32
  let by: Int32
  let of: Int32
  let but: Int32
  let that: Int32
  let had: Int32
  let did: Int32
  let being: Int32
  let have: WordSet
  let be: WordSet
  let pastBe: WordSet
  let future: WordSet
  let modal: WordSet
  let negatives: WordSet
  let relative: WordSet
  let definite: WordSet
  /// "a total of", "since the beginning of": what a running toll is told with.
  let running: PhraseSet
  /// "put to death", "beaten to death"
  let toDeath: PhraseSet
  /// "no one was hurt", "without casualties"
  let unharmed: PhraseSet
  /// "according to"
  let according: [Int32]

  /// The single words of a role.
  @inline(__always)
  func words(_ role: StaticString) -> WordSet { roles.words(role) }
}
