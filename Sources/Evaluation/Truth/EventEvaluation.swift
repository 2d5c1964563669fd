public import Formats
public import Records

/// Compares what was found with what a truth file wants, member by member.
public enum EventEvaluation {
  /// An event's members as they leave the program (DESIGN, "Event"), by which the truth names them.
  public typealias Members = (Event, Findings) -> JSONObject

  /// How the findings differ from the truth.
  ///
  /// - Parameters:
  ///   - findings: of all articles that the truth tells of; of other articles they are left alone.
  ///   - members: the properties of an event's feature: `maker.feature(of: event, sources: SourceIndex([findings])).properties`.
  public static func compare(findings: [Findings], truth: TruthFile, members: Members) -> TruthScore {
    let documents = Set(truth.documents)
    let findings = findings.filter { documents.contains($0.docID) }
    let found = findings.flatMap { finding in
      finding.events.map { FoundEvent(event: $0, members: members($0, finding)) }
    }
    let partners = EventMatching.partners(truth.events, found)
    let matches = zip(truth.events, partners).map { wanted, partner in
      let event = partner.map { found[$0] }
      return EventMatch(
        truth: wanted, event: event?.event, differences: MemberComparison.differences(wanted, event, truth))
    }
    let taken = Set(partners.compactMap(\.self))
    let surplus = found.indices.filter { !taken.contains($0) }.map { found[$0].event }
    let others = StatementComparison(findings: findings, found: found, truth: truth).differences
    return TruthScore(matches: matches, surplus: surplus, others: others, rules: rules(matches, surplus))
  }

  private static func rules(_ matches: [EventMatch], _ surplus: [Event]) -> [RuleHits] {
    var tally = RuleTally()
    for match in matches {
      if let event = match.event { tally.count(event.mentions.map(\.rule), isRight: match.isFound) }
    }
    for event in surplus { tally.count(event.mentions.map(\.rule), isRight: false) }
    return tally.sorted
  }
}

/// An event with its members.
struct FoundEvent {
  let event: Event
  let members: JSONObject
}

/// Which found event stands for which true one.
enum EventMatching {
  /// For every true event the place of the found one: of the same document, told in the same words, and of those the
  /// ones that together differ least. A wrong type costs more than anything else.
  static func partners(_ wanted: [TrueEvent], _ found: [FoundEvent]) -> [Int?] {
    var partners: [Int?] = Array(repeating: nil, count: wanted.count)
    for pair in Assignment.pairs(wanted.map { truth in found.map { cost(truth, $0) } }) {
      partners[pair.row] = pair.column
    }
    return partners
  }

  private static func cost(_ truth: TrueEvent, _ found: FoundEvent) -> Double? {
    let documents = truth.documents
    let tells = found.event.mentions.contains { mention in
      documents.contains(mention.docID) && truth.spans.contains { $0.overlaps(mention.span) }
    }
    guard tells else { return nil }
    let isOfType = truth.accepted("event_type").contains(found.event.type.rawValue)
    return Double(MemberComparison.differences(truth, found).count) + (isOfType ? 0 : 100)
  }
}
