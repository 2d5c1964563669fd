public import Geometry

/// What a side held, gained and lost in a unit of administration, in square kilometers.
public struct UnitBalance: Hashable, Sendable {
  /// The unit's place id.
  public var unitID: String
  /// The unit's name.
  public var unit: String
  /// `governorate`, `province`, `district` or `country`.
  public var kind: PlaceKind
  /// The area of the whole unit.
  public var unitKM2: Double
  /// The side.
  public var side: String
  /// What it held there on the first map.
  public var beforeKM2: Double
  /// What it holds there on the second.
  public var afterKM2: Double
  /// What it came to hold.
  public var gainedKM2: Double
  /// What it holds no more.
  public var lostKM2: Double

  /// A side's balance in a unit.
  public init(
    unitID: String, unit: String, kind: PlaceKind, unitKM2: Double, side: String, beforeKM2: Double, afterKM2: Double,
    gainedKM2: Double, lostKM2: Double
  ) {
    self.unitID = unitID
    self.unit = unit
    self.kind = kind
    self.unitKM2 = unitKM2
    self.side = side
    self.beforeKM2 = beforeKM2
    self.afterKM2 = afterKM2
    self.gainedKM2 = gainedKM2
    self.lostKM2 = lostKM2
  }

  /// Gained less lost.
  public var netKM2: Double { gainedKM2 - lostKM2 }
  /// What it held there and holds.
  public var unchangedKM2: Double { max(0, beforeKM2 - lostKM2) }
  /// What it held there before, in percent of the unit.
  public var percentBefore: Double? { unitKM2 > 0 ? 100 * beforeKM2 / unitKM2 : nil }
  /// What it holds there after, in percent of the unit.
  public var percentAfter: Double? { unitKM2 > 0 ? 100 * afterKM2 / unitKM2 : nil }
}

/// A settlement that lies on ground that changed hands.
public struct SettlementTransfer: Hashable, Sendable {
  /// The settlement.
  public var place: Place
  /// Who held it before; nil is nobody.
  public var from: String?
  /// Who holds it after; nil is nobody.
  public var to: String?
  /// The day of the second map.
  public var date: Day?

  /// A settlement that changed hands.
  public init(place: Place, from: String?, to: String?, date: Day?) {
    (self.place, self.from, self.to, self.date) = (place, from, to, date)
  }
}

/// How much of a road runs through a side's ground, before and after.
public struct RoadShare: Hashable, Sendable {
  /// The road's name.
  public var road: String
  /// The road's id.
  public var roadID: String
  /// The side; nil is nobody's ground.
  public var side: String?
  /// Kilometers on the first map.
  public var beforeKM: Double
  /// Kilometers on the second map.
  public var afterKM: Double
  /// The stretches after.
  public var shape: Shape?

  /// A side's share in a road.
  public init(road: String, roadID: String, side: String?, beforeKM: Double, afterKM: Double, shape: Shape?) {
    self.road = road
    self.roadID = roadID
    self.side = side
    self.beforeKM = beforeKM
    self.afterKM = afterKM
    self.shape = shape
  }
}

/// How the front of a side moved.
public struct FrontMove: Hashable, Sendable {
  /// The side.
  public var side: String
  /// The length of its front on the first map.
  public var beforeKM: Double
  /// The length of its front on the second map.
  public var afterKM: Double
  /// The mean length of the front's segments on the first map, nil without a front.
  public var spacingBeforeKM: Double?
  /// The mean length of the front's segments on the second map, nil without a front.
  public var spacingAfterKM: Double?
  /// How far the front moved on average in either direction: all ground gained and lost over the front's mean length.
  public var meanDisplacementKM: Double?
  /// How far it moved forward on average: ground gained less ground lost over that length.
  public var meanAdvanceKM: Double?

  /// A front that moved.
  public init(
    side: String, beforeKM: Double, afterKM: Double, spacingBeforeKM: Double?, spacingAfterKM: Double?,
    gainedKM2: Double, lostKM2: Double
  ) {
    self.side = side
    self.beforeKM = beforeKM
    self.afterKM = afterKM
    self.spacingBeforeKM = spacingBeforeKM
    self.spacingAfterKM = spacingAfterKM
    let length = (beforeKM + afterKM) / 2
    meanDisplacementKM = length > 0 ? (gainedKM2 + lostKM2) / length : nil
    meanAdvanceKM = length > 0 ? (gainedKM2 - lostKM2) / length : nil
  }
}

/// What a comparison of two control maps says about places that have names.
public struct ChangeDetails: Hashable, Sendable {
  /// Each unit and side.
  public var units: [UnitBalance] = []
  /// The settlements that changed hands.
  public var settlements: [SettlementTransfer] = []
  /// Each road and side.
  public var roads: [RoadShare] = []
  /// The lines on the first map.
  public var frontBefore: [FrontLine] = []
  /// The lines on the second map.
  public var frontAfter: [FrontLine] = []
  /// How each side's front moved.
  public var moves: [FrontMove] = []

  /// Nothing known yet.
  public init() {}
}
