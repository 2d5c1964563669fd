/// How a toponym is used (DESIGN, `role`).
public enum MentionRole: String, Hashable, Sendable {
  /// The place itself.
  case literal
  /// A government or an institution ("Damascus said").
  case metonym
  /// Part of another name or description ("Britain-based").
  case embedded
  /// Where the article was written.
  case dateline
  /// An adjective or the name of a people ("Russian").
  case demonym
}

/// A toponym in a text and the place it was resolved to.
public struct Mention: Hashable, Sendable {
  /// The document.
  public var docID: String
  /// The words themselves.
  public var text: String
  /// Where they stand, in Unicode scalars.
  public var span: Span
  /// The part of the document.
  public var zone: Zone
  /// How the toponym is used.
  public var role: MentionRole
  /// The place, nil where none fits.
  public var place: Place?
  /// How sure the choice is, 0 to 1: the winner's share against the runner-up.
  public var score: Double?
  /// Why this place, as short phrases.
  public var reasons: [String]

  /// A mention.
  public init(
    docID: String, text: String, span: Span, zone: Zone, role: MentionRole, place: Place?, score: Double?,
    reasons: [String]
  ) {
    self.docID = docID
    self.text = text
    self.span = span
    self.zone = zone
    self.role = role
    self.place = place
    self.score = score
    self.reasons = reasons
  }
}
