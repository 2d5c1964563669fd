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
    for from in before.sides.map(\.name) + [nil] {
      for to in after.sides.map(\.name) + [nil] where from != nil || to != nil {
        try add(from, to, to: &report)
      }
    }
    report.changes.sort { order($0.kind) < order($1.kind) }
    let others = sides.filter { $0 != report.side }
    report.balances = try ([report.side] + others).map { side throws(TopologyError) in
      try balance(of: side, report.changes)
    }
  }

  private func add(_ from: String?, _ to: String?, to report: inout ChangeReport) throws(TopologyError) {
    let ground = try self.ground(from, to)
    let kind = Self.kind(from, to, seenFrom: report.side)
    // What nobody disputes is no change; it has no slivers and loses none.
    let isChange = from != to
    let (weighed, dropped) = scale.weigh(.multiPolygon(MultiPolygon(ground.polygons)))
    let pieces = isChange ? weighed : PieceScale(sliverWidth: Meters(0), drop: nil).weigh(ground).kept
    if isChange {
      report.dropped = report.dropped + dropped
      report.slivers =
        report.slivers + pieces.filter(\.isSliver).reduce(PieceTotal()) { $0 + PieceTotal(count: 1, km2: $1.areaKM2) }
    }
    guard !pieces.isEmpty else { return }
    let shape = Shape.multiPolygon(MultiPolygon(pieces.map(\.polygon)))
    let area = try engine.estimate(shape, uncertainty: options.lineUncertainty)
    report.changes.append(Change(kind: kind, from: from, to: to, shape: shape, area: area, pieces: pieces))
  }

  /// What `from` held and `to` holds; nil is nobody.
  private func ground(_ from: String?, _ to: String?) throws(TopologyError) -> Shape {
    switch (from, to) {
    case (let from?, let to?): try engine.intersection(before.shape(of: from), after.shape(of: to))
    case (let from?, nil): try engine.difference(before.shape(of: from), whole(after))
    case (nil, let to?): try engine.difference(after.shape(of: to), whole(before))
    case (nil, nil): .collection([])
    }
  }

  private func whole(_ holdings: Holdings) throws(TopologyError) -> Shape {
    holdings.sides.count == 1 ? holdings.sides[0].shape : try engine.union(holdings.sides.map(\.shape))
  }

  private func balance(of side: String, _ changes: [Change]) throws(TopologyError) -> SideBalance {
    func total(_ isMeant: (Change) -> Bool) throws(TopologyError) -> AreaEstimate {
      let parts = changes.filter(isMeant)
      if parts.count == 1 { return parts[0].area }
      // Pieces from different holders touch: joined, their common edges are no lines that could be wrong.
      let shape = try engine.union(parts.map(\.shape))
      var sum = try engine.estimate(shape, uncertainty: options.lineUncertainty)
      sum.km2 = parts.reduce(0) { $0 + $1.area.km2 }
      return sum
    }
    let gained = try total { $0.from != side && $0.to == side }
    let lost = try total { $0.from == side && $0.to != side }
    let unchanged = try total { $0.from == side && $0.to == side }
    return SideBalance(
      side: side, beforeKM2: Ellipsoid.area(of: before.shape(of: side)).squareKilometers,
      afterKM2: Ellipsoid.area(of: after.shape(of: side)).squareKilometers, gained: gained, lost: lost,
      unchanged: unchanged, net: Self.net(gained, lost))
  }

  private static func net(_ gained: AreaEstimate, _ lost: AreaEstimate) -> AreaEstimate {
    var net = AreaEstimate(km2: gained.km2 - lost.km2)
    if let low = gained.low, let high = lost.high { net.low = low - high }
    if let high = gained.high, let low = lost.low { net.high = high - low }
    return net
  }

  private static func kind(_ from: String?, _ to: String?, seenFrom side: String) -> ChangeKind {
    switch (from == side, to == side) {
    case (true, true): .unchanged
    case (true, false): .lost
    case (false, true): .gained
    case (false, false): .other
    }
  }

  private func order(_ kind: ChangeKind) -> Int { ChangeKind.allCases.firstIndex(of: kind) ?? 0 }
}
