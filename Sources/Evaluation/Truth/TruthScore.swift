public import Records

/// Something that is not as the truth has it.
public struct Difference: Hashable, Sendable, CustomStringConvertible {
  /// What it is about: `G2-1`, `control_assertions[0]`, `totals`.
  public var subject: String
  /// The member.
  public var member: String
  /// What the truth wants.
  public var wanted: String
  /// What there is.
  public var got: String

  /// `G2-1 injured: wanted 3, got null`
  public var description: String { "\(subject) \(member): wanted \(wanted), got \(got)" }
}

/// A true event and the event that was found for it.
public struct EventMatch: Hashable, Sendable {
  /// What the truth wants.
  public var truth: TrueEvent
  /// What was found, nil where nothing was.
  public var event: Event?
  /// Where the two differ.
  public var differences: [Difference]

  /// Whether it was found, with an accepted type, in its own words.
  public var isFound: Bool { event.map { truth.accepted("event_type").contains($0.type.rawValue) } ?? false }
}

/// What came of comparing an output with a truth file.
public struct TruthScore: Hashable, Sendable {
  /// Every true event, in the order of the file.
  public var matches: [EventMatch]
  /// Events that the truth does not have.
  public var surplus: [Event]
  /// Differences that concern no single event: totals, statements, claims, publication.
  public var others: [Difference]
  /// Every rule that fired, by name.
  public var rules: [RuleHits]

  /// Events found, surplus and missed.
  public var events: Detection {
    let found = matches.count { $0.isFound }
    return Detection(
      right: found, surplus: surplus.count + matches.count { $0.event != nil && !$0.isFound },
      missed: matches.count - found)
  }

  /// All differences, events first.
  public var differences: [Difference] { matches.flatMap(\.differences) + others }

  /// Whether everything is as the truth wants it.
  public var isPerfect: Bool { differences.isEmpty && surplus.isEmpty }

  /// What is wrong, a sentence each.
  public var sentences: [String] { misses(set: "").map(\.sentence) }

  /// Rows for a table.
  public func figures(set: String) -> [Figure] {
    events.figures(set, "events") + [
      Figure(set, "events exact", share(matches.count { $0.differences.isEmpty }, of: matches.count)),
      Figure(set, "events surplus", surplus.count), Figure(set, "differences", differences.count),
    ] + rules.flatMap { $0.figures(set) }
  }

  /// A row for everything that is wrong.
  public func misses(set: String) -> [Miss] {
    let lost = matches.flatMap { match in
      match.differences.map { difference in
        Miss(
          set: set, docID: match.truth.documents.first ?? "", kind: match.event == nil ? "missed event" : "difference",
          sentence: difference.description, span: match.truth.spans.first)
      }
    }
    return lost + surplus.map { TruthScore.miss($0, set) }
      + others.map { Miss(set: set, docID: "", kind: "difference", sentence: $0.description) }
  }

  private static func miss(_ event: Event, _ set: String) -> Miss {
    let mention = event.mentions.first
    let place = event.location?.text ?? "no place"
    let day = event.time.day?.description ?? "no day"
    return Miss(
      set: set, docID: mention?.docID ?? "", kind: "surplus event",
      sentence: "surplus \(event.type.rawValue), \(day), \(place), by rule \(mention?.rule ?? "none")",
      span: mention?.span)
  }
}
