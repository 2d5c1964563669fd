import Formats
import NewsText
import Records

/// A fault of a rule file: file, line and what is wrong.
public struct RuleError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// What is wrong, and the cure.
  public var problem: String

  /// `FILE:LINE: problem`
  public var description: String { "\(file):\(line): \(problem)" }
}

/// Reads `rules.txt`: blocks of `key: value` lines.
struct RuleFile {
  let file: String

  /// The rules in their order.
  func read(_ bytes: [UInt8], _ nouns: NounLexicon, _ vocabulary: inout Vocabulary) throws(RuleError) -> [EventRule] {
    var rules: [EventRule] = []
    var block = RuleBlock()
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in (lines + [""]).enumerated() where !line.hasPrefix("#") {
      if line.isEmpty {
        if !block.isEmpty { rules.append(try rule(block, nouns, &vocabulary)) }
        block = RuleBlock()
      } else {
        guard let colon = line.firstIndex(of: ":") else {
          throw RuleError(file: file, line: index + 1, problem: "no colon; write \"key: value\"")
        }
        if block.isEmpty { block.line = index + 1 }
        block.add(String(line[..<colon]), line[line.index(after: colon)...].trimmed)
      }
    }
    return rules
  }

  private func rule(_ block: RuleBlock, _ nouns: NounLexicon, _ vocabulary: inout Vocabulary) throws(RuleError)
    -> EventRule
  {
    guard let type = EventType(rawValue: block.one("type") ?? "") else {
      throw fault(block, "no event type; give a \"type:\" of DESIGN")
    }
    guard block.has("fires", 2), block.has("never", 2) else {
      throw fault(block, "fewer than two \"fires:\" or \"never:\" sentences")
    }
    var agent = block.list("agent")
    var target = block.list("target")
    let agentIsActor = agent.contains("actor")
    let targetIsPlace = target.contains("place")
    let targetIsActor = target.contains("actor")
    agent.removeAll { $0 == "actor" }
    target.removeAll { $0 == "place" || $0 == "actor" }
    return EventRule(
      name: block.one("rule") ?? "", type: type, fires: block.all("fires"), never: block.all("never"),
      verbs: block.list("verbs").map { pattern($0, &vocabulary) },
      nouns: block.list("nouns").flatMap { $0.split(separator: "/") }
        .map { vocabulary.intern(phrase: $0.replacing("-", with: " ")) },
      agent: try classes(agent, block, nouns), agentIsActor: agentIsActor, target: try classes(target, block, nouns),
      targetIsPlace: targetIsPlace, targetIsActor: targetIsActor,
      with: CodeSet(block.list("with").map { vocabulary.intern($0) }),
      unless: CodeSet(block.list("unless").map { vocabulary.intern($0) }), needsLight: block.one("needs") == "light",
      place: block.one("place").flatMap(PlaceSlot.init) ?? .any, swaps: block.one("swap") == "yes",
      isWeak: block.one("weak") == "yes",
      startsAtSubject: block.one("origin") == "subject",
      isByWeapon: !agent.isEmpty && !agentIsActor && !agent.contains("force") && !agent.contains("civilian"))
  }

  private func pattern(_ text: String, _ vocabulary: inout Vocabulary) -> VerbPattern {
    let words = text.split(separator: "+").map { vocabulary.intern($0) }
    return VerbPattern(lemma: words[0], particles: Array(words.dropFirst()))
  }

  private func classes(_ names: [String], _ block: RuleBlock, _ nouns: NounLexicon) throws(RuleError) -> NounClasses {
    var classes: NounClasses = []
    for name in names {
      guard nouns.knows(name) else { throw fault(block, "no noun has the class \"\(name)\"; name one of nouns.tsv") }
      classes.formUnion(nouns.named([name]))
    }
    return classes
  }

  private func fault(_ block: RuleBlock, _ problem: String) -> RuleError {
    RuleError(file: file, line: block.line, problem: "rule \(block.one("rule") ?? "without a name"): \(problem)")
  }
}

/// The lines of one rule.
private struct RuleBlock {
  var line = 0
  private var values: [String: [String]] = [:]
  var isEmpty: Bool { values.isEmpty }

  mutating func add(_ key: String, _ value: String) { values[key, default: []].append(value) }
  func one(_ key: String) -> String? { values[key]?.first }
  func all(_ key: String) -> [String] { values[key] ?? [] }
  func has(_ key: String, _ count: Int) -> Bool { all(key).count >= count }
  func list(_ key: String) -> [String] { all(key).flatMap { $0.split(separator: ",").map(\.trimmed) } }
}

extension StringProtocol {
  /// Without blanks at either end.
  var trimmed: String {
    let start = drop { $0 == " " }
    guard let last = start.lastIndex(where: { $0 != " " }) else { return "" }
    return String(start[...last])
  }
}
