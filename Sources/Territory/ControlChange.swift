public import Geodesy
import Geometry
public import Records
import Topology

/// How to compare two control maps.
public struct ChangeOptions: Hashable, Sendable {
  /// The side that gained and lost are seen from; nil is the first side of the first map.
  public var side: String?
  /// How far a line may run from where it is drawn; nil states nothing and gives no intervals.
  public var lineUncertainty: Meters?
  /// Pieces of less mean width are flagged as slivers.
  public var sliverWidth: Meters
  /// Leave out gained and lost pieces smaller than this; nil keeps all.
  public var dropSlivers: SquareMeters?
  /// Compare maps of different sources.
  public var allowMixedSources: Bool

  /// How to compare.
  public init(
    side: String? = nil, lineUncertainty: Meters? = nil, sliverWidth: Meters = Meters(20),
    dropSlivers: SquareMeters? = nil, allowMixedSources: Bool = false
  ) {
    self.side = side
    self.lineUncertainty = lineUncertainty
    self.sliverWidth = sliverWidth
    self.dropSlivers = dropSlivers
    self.allowMixedSources = allowMixedSources
  }
}

/// What changed between two control maps.
public enum ControlChange {
  /// Gained, lost and unchanged ground of each side, in square kilometers of the ellipsoid.
  ///
  /// For example `between(august, september, ChangeOptions(lineUncertainty: Meters(500)))`. Two maps that show one side
  /// each, one of them nameless, show the same side. Maps of different sources are refused unless that is allowed.
  public static func between(_ before: ControlMap, _ after: ControlMap, _ options: ChangeOptions = ChangeOptions())
    throws(TerritoryError) -> ChangeReport
  {
    let (one, other) = (MapOrigin(before), MapOrigin(after))
    if !options.allowMixedSources, !one.isSame(as: other) { throw .mixedSources(one.words, other.words) }
    let comparison = Comparison(Holdings(before, beside: after), Holdings(after, beside: before), options)
    let known = comparison.sides
    guard let side = options.side ?? known.first else { throw .emptyMap(before.name) }
    guard known.contains(side) else { throw .noSuchSide(side, known: known) }
    return try onTopology { () throws(TopologyError) in
      var report = ChangeReport(
        side: side, beforeName: before.name, afterName: after.name, beforeDate: before.date, afterDate: after.date,
        changes: [], balances: [], slivers: PieceTotal(), dropped: PieceTotal(), notes: before.notes + after.notes)
      try comparison.fill(&report)
      if report.redrawnCount > 0 {
        report.notes.append(
          Redrawing.sentence(
            report.redrawnCount, after.name, before.name, isAll: !report.changes.contains { $0.from != $0.to }))
      }
      return report
    }
  }
}
