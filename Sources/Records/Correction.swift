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
    /// What an earlier correction said of the event, by that one's word, no longer holds.
    case withdraw(String)

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
      case .withdraw: "withdraw"
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

extension Correction {
  /// Which corrections each withdrawal takes back: the earlier ones of its action for the very same address. Both are
  /// positions in the list.
  public static func withdrawals(in corrections: [Correction]) -> [Int: [Int]] {
    var (found, gone) = ([Int: [Int]](), Set<Int>())
    for (number, correction) in corrections.enumerated() {
      guard case .withdraw(let action) = correction.change else { continue }
      found[number] = corrections[..<number].indices.filter {
        corrections[$0].event == correction.event && corrections[$0].change.name == action && !gone.contains($0)
      }
      gone.formUnion(found[number] ?? [])
    }
    return found
  }

  /// The corrections that hold: none that was withdrawn, and no withdrawal.
  public static func standing(_ corrections: [Correction]) -> [Correction] {
    let withdrawals = withdrawals(in: corrections)
    let gone = Set(withdrawals.keys).union(withdrawals.values.joined())
    return corrections.indices.filter { !gone.contains($0) }.map { corrections[$0] }
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
    /// A later correction took it back.
    case withdrawn
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
