public import Geometry

/// Who says something, and when he said it.
public struct CitedSource: Hashable, Sendable {
  /// The publisher and what he published.
  public var name: String
  /// The day of it.
  public var day: Day?

  /// A source.
  public init(_ name: String, day: Day? = nil) {
    self.name = name
    self.day = day
  }
}

/// A settlement and who holds it on a day: a row of a control list (`Gazetteer/control`).
public struct Settlement: Hashable, Sendable {
  /// The holder of what nobody is known to hold.
  public static let unknownSide = "unknown"

  /// The place's id in the gazetteer, else the list's own.
  public var id: String
  /// Its name.
  public var name: String
  /// Where it is.
  public var point: Coordinate
  /// Who holds it: an actor's canonical name, or ``unknownSide``.
  public var side: String
  /// How firmly: claimed and besieged are found by the program, but a list may say besieged.
  public var status: ControlStatus
  /// Those who claim to have taken it, unconfirmed.
  public var claimants: [String] = []
  /// The day it is known for.
  public var date: Day?
  /// Who says so.
  public var sources: [CitedSource]
  /// What a reader needs to know.
  public var note: String?

  /// A settlement and its holder.
  public init(
    id: String, name: String, point: Coordinate, side: String, status: ControlStatus = .held, date: Day? = nil,
    sources: [CitedSource] = [], note: String? = nil
  ) {
    self.id = id
    self.name = name
    self.point = point
    self.side = side
    self.status = status
    self.date = date
    self.sources = sources
    self.note = note
  }
}

/// Why a settlement is said to have changed hands: one event, or one row of a list.
public struct ControlCause: Hashable, Sendable {
  /// The event's id, nil for a row of a list.
  public var eventID: String?
  /// Who says so.
  public var sources: [CitedSource]
  /// The words that carry it.
  public var quote: String?
  /// The document of the quote.
  public var docID: String?
  /// What is doubtful: `date`, `place`, `disputed`, `single`; nil where sources agree.
  public var doubt: String?
  /// What a reader needs to know.
  public var note: String?

  /// A cause.
  public init(
    eventID: String? = nil, sources: [CitedSource] = [], quote: String? = nil, docID: String? = nil,
    doubt: String? = nil, note: String? = nil
  ) {
    self.eventID = eventID
    self.sources = sources
    self.quote = quote
    self.docID = docID
    self.doubt = doubt
    self.note = note
  }
}

/// What is said to have happened to a settlement on a day.
public struct ControlStep: Hashable, Sendable {
  /// What sort of thing.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The side took it, and nobody denies that.
    case taken
    /// The side says, or is said, to have taken it.
    case claimed
    /// One says the side took it, another that it did not; or it is fought over.
    case contested
    /// The side left it.
    case left
    /// Said not to have happened, or alleged without any backing.
    case denied
  }

  /// The local day.
  public var day: Day
  /// The settlement's id.
  public var settlement: String
  /// Its name in the source.
  public var name: String
  /// What happened.
  public var kind: Kind
  /// Who took or left it; nil where a list or an event does not say.
  public var side: String?
  /// Who held it before, where that is said.
  public var from: String?
  /// Who says so.
  public var cause: ControlCause

  /// A step.
  public init(
    day: Day, settlement: String, name: String, kind: Kind, side: String?, from: String? = nil, cause: ControlCause
  ) {
    self.day = day
    self.settlement = settlement
    self.name = name
    self.kind = kind
    self.side = side
    self.from = from
    self.cause = cause
  }
}

/// A settlement that changed hands, was claimed, or came to be contested (DESIGN, `settlement_change`).
public struct SettlementChange: Hashable, Sendable {
  /// The local day.
  public var day: Day
  /// The settlement's id.
  public var settlement: String
  /// Its name.
  public var name: String
  /// Who held it before.
  public var from: String
  /// Who holds or claims it now.
  public var to: String
  /// `held` when it changed hands or claims fell, `claimed` when it is only claimed, `contested`, `unknown`.
  public var status: ControlStatus
  /// The ground of the settlement: its cell.
  public var ground: Shape
  /// The part of the ground that changed hands, in square kilometers; of a claim, that would.
  public var areaKM2: Double
  /// Everything that led to it: a claim and what confirmed it, in the order of the days.
  public var causes: [ControlCause]

  /// A change of a settlement.
  public init(
    day: Day, settlement: String, name: String, from: String, to: String, status: ControlStatus, ground: Shape,
    areaKM2: Double, causes: [ControlCause]
  ) {
    self.day = day
    self.settlement = settlement
    self.name = name
    self.from = from
    self.to = to
    self.status = status
    self.ground = ground
    self.areaKM2 = areaKM2
    self.causes = causes
  }
}

/// A step that changed nothing, and why.
public struct IdleStep: Hashable, Sendable {
  /// The step.
  public var step: ControlStep
  /// Why it changed nothing, in a sentence with the cure where there is one.
  public var reason: String

  /// A step without effect.
  public init(_ step: ControlStep, reason: String) {
    self.step = step
    self.reason = reason
  }
}
