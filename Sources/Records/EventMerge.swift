/// Two records of one event made one: what `--report` lists and what can be undone.
public struct EventMerge: Hashable, Sendable {
  /// Why two records are one.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The same words in near-identical articles.
    case copy
    /// The same place, days, type and sides.
    case same = "same_event"
    /// A denial of an event that another source tells.
    case denial
    /// A reviewer said so.
    case corrected
  }

  /// The id of the event that stays.
  public var into: String
  /// The event that stays, as it was before.
  public var before: Event
  /// The event that went into it, as it was.
  public var absorbed: Event
  /// What kind of merge it is.
  public var kind: Kind
  /// What agrees, and what does not.
  public var reason: String

  /// A merge.
  public init(into: String, before: Event, absorbed: Event, kind: Kind, reason: String) {
    self.into = into
    self.before = before
    self.absorbed = absorbed
    self.kind = kind
    self.reason = reason
  }
}
