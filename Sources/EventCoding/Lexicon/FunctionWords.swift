import Formats
import NewsText

/// The words that the grammar asks for by role (`grammar.tsv`).
struct FunctionWords {
  private let roles: [String: Set<Int32>]
  /// Roles whose words are phrases.
  private let phrases: [String: [[Int32]]]

  init(_ table: Table, _ vocabulary: inout Vocabulary) throws {
    var roles: [String: Set<Int32>] = [:]
    var phrases: [String: [[Int32]]] = [:]
    for row in table.rows {
      let words = row.list("words").map { vocabulary.intern(phrase: $0) }
      phrases[try row.text("role")] = words
      roles[try row.text("role")] = Set(words.compactMap { $0.count == 1 ? $0[0] : nil })
    }
    self.roles = roles
    self.phrases = phrases
    to = roles["to"]?.first ?? 0
    by = roles["by"]?.first ?? 0
    of = roles["of"]?.first ?? 0
    but = roles["but"]?.first ?? 0
    that = roles["that"]?.first ?? 0
    had = roles["had"]?.first ?? 0
    did = roles["did"]?.first ?? 0
    being = roles["being"]?.first ?? 0
    have = roles["have"] ?? []
    be = roles["be"] ?? []
    pastBe = roles["past be"] ?? []
    future = roles["future"] ?? []
    modal = roles["modal"] ?? []
    negatives = roles["negative"] ?? []
    relative = roles["relative"] ?? []
    definite = roles["definite"] ?? []
  }

  let to: Int32
  let by: Int32
  let of: Int32
  let but: Int32
  let that: Int32
  let had: Int32
  let did: Int32
  let being: Int32
  let have: Set<Int32>
  let be: Set<Int32>
  let pastBe: Set<Int32>
  let future: Set<Int32>
  let modal: Set<Int32>
  let negatives: Set<Int32>
  let relative: Set<Int32>
  let definite: Set<Int32>

  /// The single words of a role.
  func words(_ role: String) -> Set<Int32> { roles[role] ?? [] }

  /// The phrases of a role.
  func phrases(_ role: String) -> [[Int32]] { phrases[role] ?? [] }
}
