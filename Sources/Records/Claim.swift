public import Geometry

/// What a checkable figure measures (DESIGN, `kind` of a claim).
public enum ClaimKind: String, Hashable, Sendable {
  case distance, azimuth, area, count, adjacency
}

/// What geometry says of a claim.
public enum Verdict: String, Hashable, Sendable {
  case consistent, inconsistent
  case cannotTell = "cannot_tell"
}

/// A figure in a text that geometry can check.
public struct Claim: Hashable, Sendable {
  /// The document.
  public var docID: String
  /// What it measures.
  public var kind: ClaimKind
  /// The figure as the text gives it, in `unit`.
  public var claimed: Double?
  /// The figure as computed, in `unit`.
  public var computed: Double?
  /// `km`, `km2`, `deg` or `count`.
  public var unit: String
  /// What geometry says.
  public var verdict: Verdict
  /// The difference that still counts as consistent, in `unit`.
  public var tolerance: Double?
  /// Why, in a sentence.
  public var note: String?
  /// The places it joins: the one told of first, then the anchor.
  public var places: [Place]
  /// What was measured on the map: a point, a line, or nothing.
  public var shape: Shape?
  /// The words.
  public var quote: String
  /// Where they stand.
  public var span: Span
  /// The part of the document.
  public var zone: Zone

  /// A claim before its verdict.
  public init(
    docID: String, kind: ClaimKind, claimed: Double?, unit: String, places: [Place], quote: String, span: Span,
    zone: Zone
  ) {
    self.docID = docID
    self.kind = kind
    self.claimed = claimed
    self.unit = unit
    self.places = places
    self.quote = quote
    self.span = span
    self.zone = zone
    verdict = .cannotTell
  }
}

/// A statement that a side holds an area: a state, not an event.
public struct ControlAssertion: Hashable, Sendable {
  /// The document.
  public var docID: String
  /// The area said to be held.
  public var shape: Shape
  /// The holder's canonical name, as in `actor1`.
  public var side: String
  /// How far the report vouches for it.
  public var status: EventStatus
  /// The day it is said of.
  public var date: Day?
  /// Who says so.
  public var attribution: String?
  /// The width assumed where the text gives none, in kilometers.
  public var assumedWidth: Double?
  /// The words.
  public var quote: String
  /// Where they stand.
  public var span: Span

  /// A control assertion.
  public init(
    docID: String, shape: Shape, side: String, status: EventStatus, date: Day?, attribution: String?,
    assumedWidth: Double?, quote: String, span: Span
  ) {
    self.docID = docID
    self.shape = shape
    self.side = side
    self.status = status
    self.date = date
    self.attribution = attribution
    self.assumedWidth = assumedWidth
    self.quote = quote
    self.span = span
  }
}
