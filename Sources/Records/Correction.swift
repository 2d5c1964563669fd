/// A reviewer's correction of one event, replayed on every run (README, "Corrections").
public struct Correction: Hashable, Sendable {
  /// What is to be done.
  public enum Change: Hashable, Sendable {
    /// Right as it is.
    case accept
    /// No event.
    case reject
    /// Another place.
    case move(MovedPlace)
    /// Another type.
    case retype(EventType)
    /// Other figures.
    case retoll(TollChange)
    /// The same event as another one.
    case merge(EventAddress)
    /// Not the same event as another one; without one, the mention with the quote is an event of its own.
    case split(EventAddress?)

    /// The word that the file has for it.
    public var name: String {
      switch self {
      case .accept: "accept"
      case .reject: "reject"
      case .move: "move"
      case .retype: "retype"
      case .retoll: "retoll"
      case .merge: "merge"
      case .split: "split"
      }
    }
  }

  /// The line of the file.
  public var line: Int
  /// The event.
  public var event: EventAddress
  /// What is to be done.
  public var change: Change
  /// Who says so.
  public var author: String
  /// Why.
  public var reason: String

  /// A correction.
  public init(line: Int, event: EventAddress, change: Change, author: String, reason: String) {
    self.line = line
    self.event = event
    self.change = change
    self.author = author
    self.reason = reason
  }
}

/// How a correction names an event: by id, else by document and quote.
public struct EventAddress: Hashable, Sendable {
  /// The event's id.
  public var id: String?
  /// The document.
  public var docID: String?
  /// Words of a mention in it.
  public var quote: String?

  /// An address.
  public init(id: String?, docID: String?, quote: String?) {
    self.id = id
    self.docID = docID
    self.quote = quote
  }
}

/// Where an event is moved.
public enum MovedPlace: Hashable, Sendable {
  /// A place of the gazetteer, by id or by name.
  case named(String)
  /// A point in degrees, with the radius in meters that the true place lies in.
  case point(lat: Double, lon: Double, radius: Double)
}

/// Figures that replace an event's; nil leaves a figure, nil inside clears it.
public struct TollChange: Hashable, Sendable {
  /// The dead.
  public var fatalities: Int??
  /// The least of them.
  public var fatalitiesLow: Int??
  /// The most of them.
  public var fatalitiesHigh: Int??
  /// The wounded.
  public var injured: Int??
  /// Those who had to leave.
  public var displaced: Int??

  /// No change yet.
  public init() {}
}

/// What became of a correction.
public struct CorrectionOutcome: Hashable, Sendable {
  /// Done, or why not.
  public enum Result: String, Hashable, Sendable, CaseIterable {
    case applied
    /// No event has the id, nor the quote.
    case unmatched
    /// More than one event has the quote.
    case ambiguous
    /// The place cannot be found, or the two events are one already.
    case impossible
  }

  /// The correction.
  public var correction: Correction
  /// What became of it.
  public var result: Result
  /// The event it met.
  public var eventID: String?

  /// An outcome.
  public init(correction: Correction, result: Result, eventID: String? = nil) {
    self.correction = correction
    self.result = result
    self.eventID = eventID
  }
}
