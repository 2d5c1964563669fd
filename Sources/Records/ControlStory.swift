public import Geometry

/// A control map of one day with its front lines.
public struct ControlFrame: Hashable, Sendable {
  /// The day whose end it shows.
  public var day: Day
  /// The ground of each side and status; claims last.
  public var areas: [ControlArea]
  /// The lines between the sides.
  public var front: [FrontLine]

  /// A frame.
  public init(day: Day, areas: [ControlArea], front: [FrontLine]) {
    self.day = day
    self.areas = areas
    self.front = front
  }
}

/// What the side looked at held at the end of a day: a row of the table by week.
public struct ControlWeek: Hashable, Sendable {
  /// The day.
  public var day: Day
  /// What each side holds, in square kilometers, in the order of the story's sides.
  public var areasKM2: [Double]
  /// What the side looked at gained since the row before, less what it lost.
  public var net: AreaEstimate
  /// What it gained since the beginning, less what it lost.
  public var sinceStart: AreaEstimate
  /// Settlements that came to it since the row before.
  public var gainedCount: Int
  /// Settlements that it lost since the row before.
  public var lostCount: Int
  /// The length of the lines between it and other sides.
  public var frontKM: Double

  /// A row.
  public init(
    day: Day, areasKM2: [Double], net: AreaEstimate, sinceStart: AreaEstimate, gainedCount: Int, lostCount: Int,
    frontKM: Double
  ) {
    self.day = day
    self.areasKM2 = areasKM2
    self.net = net
    self.sinceStart = sinceStart
    self.gainedCount = gainedCount
    self.lostCount = lostCount
    self.frontKM = frontKM
  }
}

/// How much of a road each side held at the end of a day.
public struct RoadDay: Hashable, Sendable {
  /// The day.
  public var day: Day
  /// What each side held of it, in kilometers, in the order of the story's sides; what nobody held is missing.
  public var km: [Double]
  /// Settlements on the road that the side looked at did not hold, in the road's direction.
  public var missing: [String]

  /// A day of a road.
  public init(day: Day, km: [Double], missing: [String]) {
    self.day = day
    self.km = km
    self.missing = missing
  }
}

/// Who held a road, day by day.
public struct RoadStory: Hashable, Sendable {
  /// The road's name.
  public var name: String
  /// Where it begins and ends: its stated direction.
  public var direction: String
  /// Its line inside the region.
  public var shape: Shape
  /// Its length there.
  public var lengthKM: Double
  /// The days on which something changed, the first day of all among them.
  public var days: [RoadDay]
  /// Days on which the side looked at came to hold all of it.
  public var taken: [Day]
  /// Days on which it was cut after that.
  public var cut: [Day]

  /// A road's story.
  public init(
    name: String, direction: String, shape: Shape, lengthKM: Double, days: [RoadDay], taken: [Day], cut: [Day]
  ) {
    self.name = name
    self.direction = direction
    self.shape = shape
    self.lengthKM = lengthKM
    self.days = days
    self.taken = taken
    self.cut = cut
  }
}

/// A figure that a source gave, to be set beside the map.
public struct ControlClaim: Hashable, Sendable {
  /// What is counted.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case area, count
  }

  /// Its id in the list.
  public var id: String
  /// What is counted.
  public var kind: Kind
  /// The figure as given.
  public var value: Double
  /// The unit as given.
  public var unit: String
  /// The figure in square kilometers, of an area.
  public var valueKM2: Double?
  /// Whose gain it is.
  public var side: String
  /// The first day that is counted.
  public var since: Day
  /// The last day that is counted.
  public var until: Day
  /// The unit of administration inside which it is counted, nil for everywhere.
  public var within: String?
  /// The words, where they are given.
  public var quote: String?
  /// Who said so.
  public var sources: [CitedSource]
  /// What a reader needs to know.
  public var note: String?

  /// A figure.
  public init(
    id: String, kind: Kind, value: Double, unit: String, valueKM2: Double?, side: String, since: Day, until: Day,
    within: String?, quote: String?, sources: [CitedSource], note: String?
  ) {
    self.id = id
    self.kind = kind
    self.value = value
    self.unit = unit
    self.valueKM2 = valueKM2
    self.side = side
    self.since = since
    self.until = until
    self.within = within
    self.quote = quote
    self.sources = sources
    self.note = note
  }
}

/// A claimed figure beside the map's own.
public struct ControlVerdict: Hashable, Sendable {
  /// The claim.
  public var claim: ControlClaim
  /// The map's figure, in square kilometers or settlements.
  public var computed: Double
  /// The least it can be.
  public var low: Double
  /// The most it can be.
  public var high: Double
  /// Whether the claim lies in that interval.
  public var isConsistent: Bool
  /// The days at whose end the map's interval would hold the figure, nil where there is none.
  public var fitting: DayWindow?
  /// The numbers of the changes that make up the figure, in the story's list.
  public var changes: [Int]
  /// Why, a sentence each.
  public var reasons: [String]

  /// A verdict.
  public init(
    claim: ControlClaim, computed: Double, low: Double, high: Double, isConsistent: Bool, fitting: DayWindow?,
    changes: [Int], reasons: [String]
  ) {
    self.claim = claim
    self.computed = computed
    self.low = low
    self.high = high
    self.isConsistent = isConsistent
    self.fitting = fitting
    self.changes = changes
    self.reasons = reasons
  }
}

/// A file that a map was made from.
public struct ControlInput: Hashable, Sendable {
  /// Its name without folders.
  public var name: String
  /// SHA-256 of its bytes, in hexadecimal digits.
  public var hash: String

  /// A file.
  public init(name: String, hash: String) {
    self.name = name
    self.hash = hash
  }
}

/// Control over a span of days, with everything a figure can be followed back to.
public struct ControlStory: Hashable, Sendable {
  /// What the maps of a story are.
  public enum Basis: String, Hashable, Sendable {
    /// Made here, from settlements and their sides.
    case settlements
    /// Somebody's own map, moved by events.
    case advanced
    /// Somebody's own maps, each compared with the one before it.
    case maps
  }

  /// What it is called.
  public var title: String
  /// The side that figures are seen from.
  public var side: String
  /// What its maps are.
  public var basis = Basis.settlements
  /// All sides, in the order of their numbers.
  public var sides: [String]
  /// A map for the beginning and for every day on which something changed.
  public var frames: [ControlFrame]
  /// The table by week.
  public var weeks: [ControlWeek]
  /// What changed.
  public var changes: [SettlementChange]
  /// What was said and changed nothing.
  public var idle: [IdleStep]
  /// The roads.
  public var roads: [RoadStory]
  /// Figures of others beside the map's.
  public var verdicts: [ControlVerdict]
  /// The settlements that the maps are made from, as they stand at the end.
  public var settlements: [Settlement]
  /// The files that it is made from.
  public var inputs: [ControlInput]
  /// What was left out or inferred, a sentence each.
  public var notes: [String]

  /// A story without anything in it yet.
  public init(title: String, side: String) {
    self.title = title
    self.side = side
    sides = []
    frames = []
    weeks = []
    changes = []
    idle = []
    roads = []
    verdicts = []
    settlements = []
    inputs = []
    notes = []
  }

  /// The map at the end of a day, dated so; nil before the story begins.
  public func frame(on day: Day) -> ControlFrame? {
    guard var frame = frames.last(where: { $0.day <= day }) else { return nil }
    frame.day = day
    for index in frame.areas.indices { frame.areas[index].date = day }
    for index in frame.front.indices { frame.front[index].date = day }
    return frame
  }
}
