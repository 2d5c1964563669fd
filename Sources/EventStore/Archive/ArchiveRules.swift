public import Geometry
public import Records

/// A report that was made one event with another.
public struct ArchiveLink: Hashable, Sendable {
  /// Its number in the store; 0 for one that is not stored yet.
  public var number: Int
  /// The event that stayed.
  public var eventID: String
  /// The report that went into it.
  public var absorbedID: String
  /// What kind of merge it is: `same`, `copy`, `denial`.
  public var kind: String
  /// Why.
  public var reason: String
  /// Whether someone took it back.
  public var isUndone: Bool

  /// A link.
  public init(
    number: Int = 0, eventID: String, absorbedID: String, kind: String, reason: String, isUndone: Bool = false
  ) {
    self.number = number
    self.eventID = eventID
    self.absorbedID = absorbedID
    self.kind = kind
    self.reason = reason
    self.isUndone = isUndone
  }
}

/// Reports that are to be looked at together.
public struct ArchiveReports {
  /// The reports, and events that stand already.
  public var events: [Event]
  /// The articles that tell of them, without their findings.
  public var articles: [Findings]
  /// Pairs of ids that are not to be merged.
  public var apart: [(String, String)]
  /// The store's corrections: their merges and splits across articles are due now.
  public var corrections: [Correction]
}

/// What became of reports.
public struct ArchiveLinked {
  /// The events, each once.
  public var events: [Event]
  /// Which report went into which.
  public var links: [ArchiveLink]
  /// What became of merges and splits across articles.
  public var outcomes: [CorrectionOutcome]

  /// Linked reports.
  public init(events: [Event], links: [ArchiveLink] = [], outcomes: [CorrectionOutcome] = []) {
    self.events = events
    self.links = links
    self.outcomes = outcomes
  }
}

/// What an archive does not know itself: when two reports tell of one event, how a correction is done, and how an event
/// becomes a feature.
public struct ArchiveRules {
  /// Makes one event of several reports.
  public var link: (ArchiveReports) -> ArchiveLinked
  /// Corrects what one article told; what became of each correction.
  public var correct: (inout Findings, [Correction]) -> [CorrectionOutcome]
  /// The feature of an event; the articles that tell of it come with it.
  public var feature: (Event, [Findings]) -> Feature

  /// Rules.
  public init(
    link: @escaping (ArchiveReports) -> ArchiveLinked,
    correct: @escaping (inout Findings, [Correction]) -> [CorrectionOutcome] = { _, _ in [] },
    feature: @escaping (Event, [Findings]) -> Feature
  ) {
    self.link = link
    self.correct = correct
    self.feature = feature
  }
}

/// What adding an article changed, by ids of events.
public struct ArchiveChange: Hashable, Sendable {
  /// The article.
  public var docID: String
  /// Events that were not there before.
  public var new: [String] = []
  /// Events that now say something else.
  public var revised: [String] = []
  /// Events that are there no more.
  public var withdrawn: [String] = []
  /// Whether the article was there already, the same.
  public var isUnchanged = false

  init(docID: String) { self.docID = docID }
}
