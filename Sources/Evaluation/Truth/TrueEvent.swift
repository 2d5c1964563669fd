public import Formats
public import Records

/// An event as the truth has it: what is accepted for each of its members.
public struct TrueEvent: Hashable, Sendable {
  /// What a truth file calls it: `G2-1`.
  public var id: String
  /// What is wanted of each member, in the order of the file.
  public var checks: [MemberCheck]

  /// The words that carry it; one of them is enough.
  public var spans: [Span] {
    checks.flatMap { check -> [Span] in if case .spans(let spans) = check.want { spans } else { [] } }
  }

  /// The documents it may come from.
  public var documents: [String] { accepted("doc_id") }

  /// The strings that are accepted for a member.
  func accepted(_ member: String) -> [String] {
    checks.flatMap { check -> [String] in
      guard check.member == member, case .accepted(let values) = check.want else { return [] }
      return values.compactMap(\.stringValue)
    }
  }

  init(_ value: JSONValue, _ part: String, _ reader: TruthReader) throws(EvaluationError) {
    let object = try reader.object(value, part)
    id = try reader.string(object["truth_id"], "\(part).truth_id")
    checks = []
    for (key, value) in object where key != "truth_id" {
      checks.append(try MemberCheck(key, value, "\(part).\(key)", reader))
    }
    for key in ["doc_id", "event_type"] where accepted(key).isEmpty {
      throw reader.fault("\(part).\(key)", "a list of accepted values")
    }
    guard !spans.isEmpty else { throw reader.fault("\(part).spans", "a list of [start, end]") }
  }
}

/// What is wanted of one member of an event.
public struct MemberCheck: Hashable, Sendable {
  /// What it can be.
  public enum Want: Hashable, Sendable {
    /// One of these values.
    case accepted([JSONValue])
    /// A text or list with one of these in it.
    case has([String])
    /// At least so much.
    case atLeast(Double)
    /// `start` and `end` lie in the window, and it holds `date`.
    case within(DayWindow)
    /// The quote overlaps one of these.
    case spans([Span])
    /// A point.
    case point(PointCheck)
    /// An area.
    case area(AreaCheck)
  }

  /// The member as the truth file names it: `actor1` for `actor1_has`.
  public var member: String
  /// What is wanted.
  public var want: Want

  init(_ key: String, _ value: JSONValue, _ part: String, _ reader: TruthReader) throws(EvaluationError) {
    member = key
    switch key {
    case "within":
      let days = try reader.each(value, part) { (item, part) throws(EvaluationError) in try reader.day(item, part) }
      guard days.count == 2, days[0] <= days[1] else { throw reader.fault(part, "two days in their order") }
      want = .within(DayWindow(days[0], days[1]))
    case "spans": want = .spans(try reader.spans(value, part))
    case "point": want = .point(try PointCheck(value, part, reader))
    case "area": want = .area(try AreaCheck(value, part, reader))
    case _ where key.hasSuffix("_has"):
      member = String(key.dropLast(4))
      want = .has(try reader.strings(value, part))
    case _ where key.hasSuffix("_at_least"):
      member = String(key.dropLast(9))
      want = .atLeast(try reader.number(value, part))
    default: want = .accepted(try reader.array(value, part))
    }
  }
}
