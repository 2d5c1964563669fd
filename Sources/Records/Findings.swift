/// Everything one article yielded.
public struct Findings: Hashable, Sendable {
  /// The document.
  public var docID: String
  /// The title, given or read.
  public var title: String?
  /// The publisher's name.
  public var sourceName: String?
  /// Where it was published.
  public var sourceURL: String?
  /// When it was published, nil where nothing tells.
  public var publication: Publication?
  /// The events.
  public var events: [Event]
  /// Events that the article only denies: they are none, but dispute what other articles tell.
  public var denials: [Event]
  /// Statements of who holds what.
  public var assertions: [ControlAssertion]
  /// Checkable figures with their verdicts.
  public var claims: [Claim]
  /// Every toponym.
  public var mentions: [Mention]
  /// What looked like an event and is none.
  public var nearMisses: [NearMiss]
  /// What was repaired or inferred, a sentence each.
  public var notes: [String]
  /// The text as read, for pages that show a quote in its article.
  public var text: String

  /// Nothing found yet.
  public init(docID: String, text: String) {
    self.docID = docID
    self.text = text
    events = []
    denials = []
    assertions = []
    claims = []
    mentions = []
    nearMisses = []
    notes = []
  }
}
