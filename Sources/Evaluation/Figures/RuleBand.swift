import Formats
public import Records

/// A rule and how precisely its event is placed: what a share of right events is counted by.
public enum RuleBand {
  /// `airstrike.noun 1`; nil for an event without a place.
  public static func of(_ event: Event) -> String? {
    guard let rule = event.mentions.first?.rule, let location = event.location else { return nil }
    return "\(rule) \(location.geoPrecision)"
  }

  /// Counts of events that people read by hand: columns `rule`, `band`, `right`, `wrong`.
  public static func readings(path: String) throws(EvaluationError) -> [RuleHits] {
    let file = try Truthful.file(path)
    do throws(TableError) {
      let table = try Table(file)
      try table.require("rule", "band", "right", "wrong")
      return try table.rows.map { (row) throws(TableError) in
        RuleHits(
          rule: try row.text("rule") + " " + row.text("band"), right: Int(try row.double("right") ?? 0),
          wrong: Int(try row.double("wrong") ?? 0))
      }
    } catch { throw .table(error) }
  }

  /// The table of `confidence` that the event coder reads: all counts summed, a row a rule and band.
  public static func table(_ hits: [RuleHits]) -> String {
    var tally = RuleTally()
    tally.add(hits)
    let head = """
      # source: counted by `evaluate events STORIES --readings FILE --confidence FILE`; licence: Apache-2.0
      # events that a rule carried, by ACLED's geo_precision of their place: how many were right in type, place and day
      rule\tband\tright\twrong

      """
    return head
      + tally.sorted.map { hit in
        let parts = hit.rule.split(separator: " ")
        return "\(parts[0])\t\(parts[1])\t\(hit.right)\t\(hit.wrong)\n"
      }.joined()
  }
}
