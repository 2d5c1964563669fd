import Formats
public import Records

/// How often each rule fired on a set that nobody annotated, from `Data/rule-hits.tsv`: a rule that suddenly fires five
/// times as often codes too much.
public struct RecordedHits: Hashable, Sendable {
  /// Hits by rule.
  public let hits: [String: Int]

  /// Reads columns `rule` and `hits`.
  public init(path: String) throws(EvaluationError) {
    let file = try Truthful.file(path)
    do throws(TableError) {
      let table = try Table(file)
      try table.require("rule", "hits")
      var hits: [String: Int] = [:]
      for row in table.rows { hits[try row.text("rule")] = Int(try row.double("hits") ?? 0) }
      self.hits = hits
    } catch { throw .table(error) }
  }

  /// Mentions of events by rule.
  public static func count(_ findings: [Findings]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for mention in findings.flatMap(\.events).flatMap(\.mentions) { counts[mention.rule, default: 0] += 1 }
    return counts
  }

  /// The table, by rule.
  public static func table(_ counts: [String: Int]) -> String {
    let head = """
      # source: counted by `evaluate hits`, see README; licence: Apache-2.0
      # mentions of events by rule in the texts of the set, counts only
      rule\thits

      """
    let rules = counts.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return head + rules.map { "\($0)\t\(counts[$0] ?? 0)\n" }.joined()
  }

  /// Rules that fire five times as often as recorded, a sentence each; up to ten hits are chance.
  public func surges(_ counts: [String: Int]) -> [String] {
    counts.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { rule in
      let (now, before) = (counts[rule] ?? 0, hits[rule] ?? 0)
      return now >= 10 && now >= 5 * before ? "rule \(rule): recorded \(before) hits, now \(now)" : nil
    }
  }
}
