import Formats
public import Geometry
public import Records

/// A story that people annotated: its toponyms, its events, and what is neither.
public struct GoldStory: Hashable, Sendable {
  /// The folder it stands in: `real`, `hard`.
  public var set: String
  /// Its file's name without ending: `20`.
  public var name: String
  /// The text, valid UTF-8.
  public var text: [UInt8]
  /// When it was published, as the annotation tells.
  public var published: Day?
  /// Every mention of a real place.
  public var toponyms: [GoldToponym]
  /// The events a coder must find.
  public var events: [GoldEvent]
  /// Events a coder may find.
  public var optionalEvents: [GoldEvent]
  /// Words that look like places and are none.
  public var decoys: [Span]
  /// Sentences that must raise no event.
  public var notEvents: [NotEvent]

  /// What the reader gets: the text alone, as in a file; `dated` adds the day of publication that the annotation tells.
  public func article(dated: Bool = false) -> Article {
    Article(docID: name, text: text, published: dated ? published : nil, origin: "\(set)/\(name).txt")
  }
}

/// A toponym as people annotated it.
public struct GoldToponym: Hashable, Sendable {
  /// The words.
  public var text: String
  /// Where they stand, in Unicode scalars.
  public var span: Span
  /// What place they mean.
  public var canonical: String
  /// `town`, `governorate` ...
  public var kind: String
  /// `literal`, `metonym`, `embedded`, `dateline`.
  public var role: String
  /// Where the place lies, nil where nobody knows or it is no point.
  public var point: Coordinate?
  /// Where the coordinate came from: `g` is a gazetteer.
  public var coordinateSource: String?
}

/// An event as people annotated it.
public struct GoldEvent: Hashable, Sendable {
  /// Its type.
  public var type: String
  /// The day, or one within the period.
  public var day: Day
  /// `day`, `week`, `month`, `year`.
  public var datePrecision: String
  /// The place's name.
  public var place: String
  /// Where it lies, nil where nobody knows.
  public var point: Coordinate?
  /// `near`, `relative`, `governorate` ...; nil is the place itself.
  public var placePrecision: String?
  /// The dead, nil where nothing is said.
  public var fatalities: Int?
  /// The least that is accepted.
  public var fatalitiesMin: Int?
  /// The most that is accepted.
  public var fatalitiesMax: Int?
  /// The sentence that tells it.
  public var evidence: String
}

/// A sentence that must raise no event.
public struct NotEvent: Hashable, Sendable {
  /// The sentence.
  public var text: String
  /// Why.
  public var why: String
}
