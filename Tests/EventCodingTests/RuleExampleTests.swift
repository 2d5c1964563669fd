import EventCoding
import EventMapper
import Records
import Testing

/// Every rule carries its own examples: sentences on which it must fire, and near-misses on which it must not.
@Suite struct RuleExampleTests {
  static let rules = CommittedReader.everything.rules

  @Test(arguments: rules.indices)
  func `a rule fires on each of its examples, at the words in brackets`(index: Int) throws {
    let rule = Self.rules[index]
    for example in rule.fires {
      let hits = Self.hits(of: rule, in: example)
      #expect(!hits.isEmpty, "\(rule.name) does not fire on: \(example)")
      let trigger = try #require(Self.trigger(example), "no [[trigger]] in: \(example)")
      #expect(
        hits.contains { $0.span.start <= trigger && trigger < $0.span.end },
        "\(rule.name) fires elsewhere in: \(example)")
    }
  }

  @Test(arguments: rules.indices)
  func `a rule does not fire on any of its near-misses`(index: Int) {
    let rule = Self.rules[index]
    for example in rule.never {
      #expect(Self.hits(of: rule, in: example).isEmpty, "\(rule.name) fires on: \(example)")
    }
  }

  @Test func `every rule has a name of its own, and every event type has a rule`() {
    #expect(Set(Self.rules.map(\.name)).count == Self.rules.count)
    #expect(Set(Self.rules.map(\.type)) == Set(EventType.allCases))
  }

  /// The mentions of events that the rule found, Wednesday 2020-02-12 being the day of publication.
  private static func hits(of rule: EventRule, in example: String) -> [EventMention] {
    let text = example.replacing("[[", with: "").replacing("]]", with: "")
    let article = Article(docID: rule.name, text: Array(text.utf8), published: Day(iso: "2020-02-12"))
    return CommittedReader.everything.read(article).events.flatMap(\.mentions).filter { $0.rule == rule.name }
  }

  /// The scalar at which the bracketed words begin.
  private static func trigger(_ example: String) -> Int? {
    example.firstRange(of: "[[").map { example.unicodeScalars.distance(from: example.startIndex, to: $0.lowerBound) }
  }
}
