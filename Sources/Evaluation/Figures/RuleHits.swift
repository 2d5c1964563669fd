/// How often a rule carried an event: one that over-codes shows here.
public struct RuleHits: Hashable, Sendable {
  /// The rule.
  public var rule: String
  /// Mentions of events that the truth has.
  public var right: Int
  /// Mentions of events that it has not.
  public var wrong: Int

  /// Hits.
  public init(rule: String, right: Int = 0, wrong: Int = 0) {
    self.rule = rule
    self.right = right
    self.wrong = wrong
  }

  /// How often it fired, and how often rightly.
  func figures(_ set: String) -> [Figure] {
    [
      Figure(set, "rule \(rule) hits", right + wrong),
      Figure(set, "rule \(rule) precision", share(right, of: right + wrong)),
    ]
  }
}

/// Hits of many rules.
struct RuleTally {
  private var hits: [String: RuleHits] = [:]

  /// Counts an event that these rules carried, one entry a mention.
  mutating func count(_ rules: [String], isRight: Bool) {
    for rule in rules {
      var count = hits[rule] ?? RuleHits(rule: rule)
      if isRight { count.right += 1 } else { count.wrong += 1 }
      hits[rule] = count
    }
  }

  mutating func add(_ others: [RuleHits]) {
    for other in others {
      let sum = hits[other.rule] ?? RuleHits(rule: other.rule)
      hits[other.rule] = RuleHits(rule: other.rule, right: sum.right + other.right, wrong: sum.wrong + other.wrong)
    }
  }

  /// Every rule that fired, by name.
  var sorted: [RuleHits] { hits.values.sorted { $0.rule.utf8.lexicographicallyPrecedes($1.rule.utf8) } }
}
