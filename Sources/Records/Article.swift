/// How the day of publication became known (DESIGN, `published_basis`).
public enum PublishedBasis: String, Hashable, Sendable {
  /// Given by the user or beside the text, as in a JSON Lines row.
  case given
  /// Read from the text's own header or dateline.
  case header
  /// Inferred from what the text tells: never the ground for a time precision of 1.
  case inferred
}

/// One news text with what is known of it, before it is read.
public struct Article: Hashable, Sendable {
  /// The given id, else the file's base name without extension.
  public var docID: String
  /// The text as given, valid UTF-8.
  public var text: [UInt8]
  /// A title given beside the text.
  public var title: [UInt8]?
  /// The day of publication as given beside the text, nil where the text itself must tell.
  public var published: Day?
  /// The publisher's name.
  public var sourceName: String?
  /// Where the article was published.
  public var sourceURL: String?
  /// What the article was read from, for messages: a file's path, with a line where there are many in a file.
  public var origin: String

  /// An article of a text; everything else may be unknown.
  public init(
    docID: String, text: [UInt8], title: [UInt8]? = nil, published: Day? = nil, sourceName: String? = nil,
    sourceURL: String? = nil, origin: String = ""
  ) {
    self.docID = docID
    self.text = text
    self.title = title
    self.published = published
    self.sourceName = sourceName
    self.sourceURL = sourceURL
    self.origin = origin
  }
}

/// The day of publication as the reader settled it.
public struct Publication: Hashable, Sendable {
  /// The best day.
  public var day: Day
  /// The days it may be.
  public var window: DayWindow
  /// How it became known.
  public var basis: PublishedBasis

  /// A settled day of publication.
  public init(day: Day, window: DayWindow, basis: PublishedBasis) {
    self.day = day
    self.window = window
    self.basis = basis
  }
}

/// The part of a document that words stand in (DESIGN, `zone`).
public enum Zone: String, Hashable, Sendable, CaseIterable {
  /// The title, given beside the text or standing over it.
  case headline
  /// "BEIRUT, Feb 24, 2020 -": where and when it was written.
  case dateline
  /// The article itself.
  case body
  /// The words under a picture.
  case caption
  /// A line of topics.
  case keywords
  /// Who wrote or photographed it.
  case credit
}

/// Words of a document: scalar offsets into its text, or into its title.
public struct Span: Hashable, Sendable {
  /// The first Unicode scalar.
  public var start: Int
  /// One past the last Unicode scalar.
  public var end: Int

  /// The words from start up to end.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }
}
