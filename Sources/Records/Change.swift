public import Geometry

/// What a change of ground means for the side that is looked at (DESIGN, `change`).
public enum ChangeKind: String, Hashable, Sendable, CaseIterable {
  case gained, lost, unchanged
  /// Ground that did not and does not belong to that side.
  case other
}

/// An area in square kilometers and the interval it lies in.
public struct AreaEstimate: Hashable, Sendable {
  /// The area as drawn.
  public var km2: Double
  /// The least it can be if the lines are as uncertain as stated; nil when nothing was stated.
  public var low: Double?
  /// The most it can be; nil when nothing was stated.
  public var high: Double?

  /// An area and its interval.
  public init(km2: Double, low: Double? = nil, high: Double? = nil) {
    self.km2 = km2
    self.low = low
    self.high = high
  }
}

/// One piece of changed ground.
public struct ChangePiece: Hashable, Sendable {
  /// The piece.
  public var polygon: Polygon
  /// Its area in square kilometers.
  public var areaKM2: Double
  /// Too thin to mean anything: two drawings of one line.
  public var isSliver: Bool

  /// A piece.
  public init(polygon: Polygon, areaKM2: Double, isSliver: Bool) {
    self.polygon = polygon
    self.areaKM2 = areaKM2
    self.isSliver = isSliver
  }
}

/// The ground that went from one side to another, or stayed.
public struct Change: Hashable, Sendable {
  /// What it means for the side that is looked at.
  public var kind: ChangeKind
  /// Who held it before; nil where the first map shows nobody.
  public var from: String?
  /// Who holds it after; nil where the second map shows nobody.
  public var to: String?
  /// The ground, polygons only.
  public var shape: Shape
  /// Its area.
  public var area: AreaEstimate
  /// Its pieces, largest first.
  public var pieces: [ChangePiece]

  /// Ground that changed hands or stayed.
  public init(kind: ChangeKind, from: String?, to: String?, shape: Shape, area: AreaEstimate, pieces: [ChangePiece]) {
    self.kind = kind
    self.from = from
    self.to = to
    self.shape = shape
    self.area = area
    self.pieces = pieces
  }
}

/// What one side gained, lost and kept.
public struct SideBalance: Hashable, Sendable {
  /// The side.
  public var side: String
  /// What it held on the first map, in square kilometers.
  public var beforeKM2: Double
  /// What it holds on the second, in square kilometers.
  public var afterKM2: Double
  /// What it came to hold.
  public var gained: AreaEstimate
  /// What it holds no more.
  public var lost: AreaEstimate
  /// What it held and holds.
  public var unchanged: AreaEstimate
  /// Gained less lost.
  public var net: AreaEstimate

  /// A side's balance.
  public init(
    side: String, beforeKM2: Double, afterKM2: Double, gained: AreaEstimate, lost: AreaEstimate,
    unchanged: AreaEstimate, net: AreaEstimate
  ) {
    self.side = side
    self.beforeKM2 = beforeKM2
    self.afterKM2 = afterKM2
    self.gained = gained
    self.lost = lost
    self.unchanged = unchanged
    self.net = net
  }
}

/// Pieces counted and weighed together.
public struct PieceTotal: Hashable, Sendable {
  /// How many.
  public var count: Int
  /// Their area in square kilometers.
  public var km2: Double

  /// So many pieces of so much area.
  public init(count: Int = 0, km2: Double = 0) {
    self.count = count
    self.km2 = km2
  }
}

/// The comparison of two control maps.
public struct ChangeReport: Hashable, Sendable {
  /// The side that gained and lost are seen from.
  public var side: String
  /// The first map's name.
  public var beforeName: String
  /// The second map's name.
  public var afterName: String
  /// The day of the first map.
  public var beforeDate: Day?
  /// The day of the second map.
  public var afterDate: Day?
  /// The ground, one entry for each pair of holders before and after.
  public var changes: [Change]
  /// Each side's balance, the side looked at first.
  public var balances: [SideBalance]
  /// Slivers among what was gained and lost; they are counted in all areas.
  public var slivers: PieceTotal
  /// Pieces that were left out because they are smaller than was asked for; they are in no area of a change.
  public var dropped: PieceTotal
  /// What was inferred, repaired or left out, one sentence each.
  public var notes: [String]
  /// How many positions of the second map differ from the first by the publisher's decimals alone.
  public var redrawnCount = 0

  /// A comparison.
  public init(
    side: String, beforeName: String, afterName: String, beforeDate: Day?, afterDate: Day?, changes: [Change],
    balances: [SideBalance], slivers: PieceTotal, dropped: PieceTotal, notes: [String]
  ) {
    self.side = side
    self.beforeName = beforeName
    self.afterName = afterName
    self.beforeDate = beforeDate
    self.afterDate = afterDate
    self.changes = changes
    self.balances = balances
    self.slivers = slivers
    self.dropped = dropped
    self.notes = notes
  }
}
