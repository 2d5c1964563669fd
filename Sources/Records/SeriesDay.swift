/// One side on one day of a series of control maps.
public struct SideDay: Hashable, Sendable {
  /// The side.
  public var side: String
  /// What it holds, in square kilometers.
  public var areaKM2: Double
  /// What it came to hold since the map before.
  public var gainedKM2: Double
  /// What it lost since.
  public var lostKM2: Double
  /// The length of its front in kilometers.
  public var frontKM: Double
  /// The mean length of the front's segments, nil without a front.
  public var spacingKM: Double?

  /// A side's day.
  public init(
    side: String, areaKM2: Double, gainedKM2: Double, lostKM2: Double, frontKM: Double, spacingKM: Double?
  ) {
    self.side = side
    self.areaKM2 = areaKM2
    self.gainedKM2 = gainedKM2
    self.lostKM2 = lostKM2
    self.frontKM = frontKM
    self.spacingKM = spacingKM
  }

  /// Gained less lost.
  public var netKM2: Double { gainedKM2 - lostKM2 }
}

/// One day of a series of control maps, compared with the day before it.
public struct SeriesDay: Hashable, Sendable {
  /// The map's name.
  public var name: String
  /// The day.
  public var date: Day
  /// The day of the map before; nil for the first.
  public var previous: Day?
  /// The sides, in the order in which they appear in the series.
  public var sides: [SideDay] = []
  /// The same for each unit of administration.
  public var units: [UnitBalance] = []
  /// The ground that changed hands; nothing of what did not.
  public var changes: [Change] = []
  /// Slivers among it, which all areas count.
  public var slivers = PieceTotal()
  /// What was left out as too small; it is in no gain and no loss.
  public var dropped = PieceTotal()
  /// How many positions differ from the map before by the publisher's decimals alone.
  public var redrawnCount = 0
  /// What was inferred, repaired or left out, one sentence each.
  public var notes: [String] = []

  /// A day without anything known yet.
  public init(name: String, date: Day, previous: Day?) {
    self.name = name
    self.date = date
    self.previous = previous
  }
}
