import Geodesy
import Geometry
import Records
import Topology

/// The work of `ControlChange`: every pair of holders before and after is one overlay.
struct Comparison {
  private let before: Holdings
  private let after: Holdings
  private let options: ChangeOptions
  private let scale: PieceScale
  private let engine = Engine()

  init(_ before: Holdings, _ after: Holdings, _ options: ChangeOptions) {
    (self.before, self.after, self.options) = (before, after, options)
    scale = PieceScale(sliverWidth: options.sliverWidth, drop: options.dropSlivers)
  }

  /// All sides, those of the first map first.
  var sides: [String] {
    (before.sides + after.sides).map(\.name).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  func fill(_ report: inout ChangeReport) throws(TopologyError) {
    for exchange in try exchanges(&report) { try add(exchange, to: &report) }
    report.changes.sort { order($0.kind) < order($1.kind) }
    let others = sides.filter { $0 != report.side }
    report.balances = try ([report.side] + others).map { side throws(TopologyError) in
      try balance(of: side, report.changes)
    }
    report.notes += report.balances.compactMap { bend($0, isRedrawn: report.redrawnCount > 0) }
  }

  /// How far a side's ground misses its area because long edges were cut; nil for less than a ten-millionth.
  private func bend(_ balance: SideBalance, isRedrawn: Bool) -> String? {
    guard options.dropSlivers == nil, !isRedrawn else { return nil }
    let gap = max(
      abs(balance.gained.km2 + balance.unchanged.km2 - balance.afterKM2),
      abs(balance.lost.km2 + balance.unchanged.km2 - balance.beforeKM2))
    guard gap > 1e-7 * max(balance.beforeKM2, balance.afterKM2) else { return nil }
    return
      "\"\(balance.side)\": gained or lost and unchanged ground together miss its area by \(gap) km²: an edge is a "
      + "geodesic, and a long one bends where it is cut; draw positions closer together"
  }

  /// The ground of each pair of holders. Equal maps need no overlay, and are not changed by one.
  private func exchanges(_ report: inout ChangeReport) throws(TopologyError) -> [Exchange] {
    let overlay = EdgeOverlay(before, after, names: sides)
    report.redrawnCount = overlay.redrawnCount
    if overlay.isUnchanged {
      return before.sides.map { Exchange(from: $0.name, to: $0.name, polygons: $0.shape.polygons) }
    }
    if let found = overlay.exchanges() { return found }
    return try PlainOverlay(before: before, after: after, engine: engine).exchanges()
  }

  private func add(_ exchange: Exchange, to report: inout ChangeReport) throws(TopologyError) {
    let kind = Self.kind(exchange.from, exchange.to, seenFrom: report.side)
    // What nobody disputes is no change; it has no slivers and loses none.
    let isChange = exchange.from != exchange.to
    let scale = isChange ? self.scale : PieceScale(sliverWidth: Meters(0), drop: nil)
    let (kept, dropped) = scale.weigh(exchange.pieces)
    let pieces = kept.map(scale.judge)
    if isChange {
      report.dropped = report.dropped + dropped
      report.slivers =
        report.slivers + pieces.filter(\.isSliver).reduce(PieceTotal()) { $0 + PieceTotal(count: 1, km2: $1.areaKM2) }
    }
    guard !pieces.isEmpty else { return }
    let shape = Shape.multiPolygon(MultiPolygon(pieces.map(\.polygon)))
    let km2 = MeasuredPiece.area(of: kept).squareKilometers
    let area = try engine.estimate(shape, km2: km2, uncertainty: options.lineUncertainty)
    report.changes.append(
      Change(kind: kind, from: exchange.from, to: exchange.to, shape: shape, area: area, pieces: pieces))
  }

  private func balance(of side: String, _ changes: [Change]) throws(TopologyError) -> SideBalance {
    func total(_ isMeant: (Change) -> Bool) throws(TopologyError) -> AreaEstimate {
      let parts = changes.filter(isMeant)
      if parts.count == 1 { return parts[0].area }
      let km2 = parts.reduce(0) { $0 + $1.area.km2 }
      guard let uncertainty = options.lineUncertainty else { return AreaEstimate(km2: km2) }
      // Pieces from different holders touch: joined, their common edges are no lines that could be wrong.
      return try engine.estimate(engine.union(parts.map(\.shape)), km2: km2, uncertainty: uncertainty)
    }
    let gained = try total { $0.from != side && $0.to == side }
    let lost = try total { $0.from == side && $0.to != side }
    let unchanged = try total { $0.from == side && $0.to == side }
    return SideBalance(
      side: side, beforeKM2: before.area(of: side), afterKM2: after.area(of: side), gained: gained, lost: lost,
      unchanged: unchanged, net: Self.net(gained, lost))
  }

  private static func net(_ gained: AreaEstimate, _ lost: AreaEstimate) -> AreaEstimate {
    var net = AreaEstimate(km2: gained.km2 - lost.km2)
    if let low = gained.low, let high = lost.high { net.low = low - high }
    if let high = gained.high, let low = lost.low { net.high = high - low }
    return net
  }

  static func kind(_ from: String?, _ to: String?, seenFrom side: String) -> ChangeKind {
    switch (from == side, to == side) {
    case (true, true): .unchanged
    case (true, false): .lost
    case (false, true): .gained
    case (false, false): .other
    }
  }

  private func order(_ kind: ChangeKind) -> Int { ChangeKind.allCases.firstIndex(of: kind) ?? 0 }
}
