/// Why words that look like an event are none; the first ones are PLOVER's modes.
public enum NearMissKind: String, Hashable, Sendable, CaseIterable {
  /// Of the past, not what the article reports.
  case historical
  /// Yet to come.
  case future
  /// Possible, conditional, planned, asked for.
  case hypothetical
  /// Said not to have happened.
  case negated
  /// A total over several events or a stretch of time.
  case backgroundTotal = "background_total"
  /// A call, a warning, a judgment.
  case statement
  /// A campaign or a habit without a day.
  case ongoing
  /// An accusation.
  case alleged
  /// Told without a place finer than a country.
  case unplaced
  /// A part of another event, such as a missile defence.
  case attribute
  /// Talk of an event, without saying that it took place.
  case reference
  /// A headline that the article does not bear out as one event.
  case summary
  /// Seen or heard elsewhere.
  case heard
  /// A reviewer says that it is none.
  case rejected
  /// Violence that fits no type.
  case other
}

/// Words that look like an event and are none, with the reason: what `--report` lists.
public struct NearMiss: Hashable, Sendable {
  /// The document.
  public var docID: String
  /// What they are.
  public var kind: NearMissKind
  /// Why no event.
  public var reason: String
  /// The event it would have been.
  public var type: EventType
  /// The words.
  public var quote: String
  /// Where they stand.
  public var span: Span
  /// The whole sentence.
  public var sentence: String
  /// The part of the document.
  public var zone: Zone

  /// A near-miss.
  public init(
    docID: String, kind: NearMissKind, reason: String, type: EventType, quote: String, span: Span, sentence: String,
    zone: Zone
  ) {
    self.docID = docID
    self.kind = kind
    self.reason = reason
    self.type = type
    self.quote = quote
    self.span = span
    self.sentence = sentence
    self.zone = zone
  }
}
