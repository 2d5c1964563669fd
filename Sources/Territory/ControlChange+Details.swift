public import Gazetteer
import Geodesy
import Geometry
public import Records
import Topology

extension ControlChange {
  /// What a comparison says about places with names: units of administration, settlements, roads, and the front.
  public static func details(
    of report: ChangeReport, _ before: ControlMap, _ after: ControlMap, index: PlaceIndex
  ) throws(TerritoryError) -> ChangeDetails {
    let maker = DetailMaker(
      report: report, before: Holdings(before, beside: after), after: Holdings(after, beside: before), index: index)
    var details = ChangeDetails()
    details.frontBefore = try FrontMeasure.lines(before)
    details.frontAfter = try FrontMeasure.lines(after)
    details.moves = report.balances.map { FrontMeasure.move($0, details.frontBefore, details.frontAfter) }
    try onTopology { () throws(TopologyError) in
      details.units = try maker.units()
      details.settlements = try transfers(report.changes, on: report.afterDate, index)
      details.roads = try maker.roads()
    }
    return details
  }

  /// The settlements that a day of a series saw change hands.
  public static func transfers(on day: SeriesDay, index: PlaceIndex) throws(TerritoryError) -> [SettlementTransfer] {
    try onTopology { () throws(TopologyError) in try transfers(day.changes, on: day.date, index) }
  }

  private static func transfers(_ changes: [Change], on date: Day?, _ index: PlaceIndex) throws(TopologyError)
    -> [SettlementTransfer]
  {
    let engine = Engine()
    var found: [SettlementTransfer] = []
    for change in changes where change.from != change.to {
      found += try index.settlements(on: change, engine).map {
        SettlementTransfer(place: $0, from: change.from, to: change.to, date: date)
      }
    }
    // On the line between two pieces a place lies in both: the first counts.
    var known: Set<String> = []
    return found.filter { known.insert($0.place.id).inserted }
  }
}

/// The steps of `ControlChange.details`.
private struct DetailMaker {
  let report: ChangeReport
  let before: Holdings
  let after: Holdings
  let index: PlaceIndex
  private let engine = Engine()

  init(report: ChangeReport, before: Holdings, after: Holdings, index: PlaceIndex) {
    (self.report, self.before, self.after, self.index) = (report, before, after, index)
  }

  func units() throws(TopologyError) -> [UnitBalance] {
    let boxes = report.changes.compactMap(\.shape.boundingBox)
    guard let first = boxes.first else { return [] }
    let ledger = UnitLedger()
    try ledger.add(index.units(meeting: boxes.dropFirst().reduce(first) { $0.union($1) }))
    let shares = try report.changes.map { change throws(TopologyError) in try ledger.shares(of: change.shape.polygons) }
    return ledger.units.indices.flatMap { unit in
      report.balances.compactMap { balance(ledger, unit, $0.side, shares.map { $0[unit] }) }
    }
  }

  /// A side's balance in a unit from the shares of all changes in it; nil where it has none.
  private func balance(_ ledger: UnitLedger, _ unit: Int, _ side: String, _ shares: [Double]) -> UnitBalance? {
    func sum(_ isMeant: (Change) -> Bool) -> Double {
      zip(report.changes, shares).reduce(0) { isMeant($1.0) ? $0 + $1.1 : $0 }
    }
    let (held, holds) = (sum { $0.from == side }, sum { $0.to == side })
    guard held > 0 || holds > 0 else { return nil }
    let known = ledger.units[unit]
    return UnitBalance(
      unitID: known.id, unit: known.name, kind: known.kind, unitKM2: ledger.areas[unit], side: side, beforeKM2: held,
      afterKM2: holds, gainedKM2: sum { $0.to == side && $0.from != side },
      lostKM2: sum { $0.from == side && $0.to != side })
  }

  func roads() throws(TopologyError) -> [RoadShare] {
    var shares: [RoadShare] = []
    for road in index.roads {
      let line = Shape.lineString(road.line)
      let whole = Ellipsoid.length(of: road.line).kilometers
      var mine: [RoadShare] = []
      for balance in report.balances {
        let (was, will) = (
          try part(line, before.shape(of: balance.side)), try part(line, after.shape(of: balance.side))
        )
        let (beforeKM, afterKM) = (Self.length(was), Self.length(will))
        guard beforeKM > 0 || afterKM > 0 else { continue }
        mine.append(
          RoadShare(
            road: road.name, roadID: road.id, side: balance.side, beforeKM: beforeKM, afterKM: afterKM,
            shape: will.isEmpty ? nil : .multiLineString(will)))
      }
      guard !mine.isEmpty else { continue }
      let rest = (
        whole - mine.reduce(0) { $0 + $1.beforeKM }, whole - mine.reduce(0) { $0 + $1.afterKM }
      )
      // A meter: cutting a line on the grid moves it by a centimeter.
      if max(rest.0, rest.1) > 0.001 {
        mine.append(
          RoadShare(
            road: road.name, roadID: road.id, side: nil, beforeKM: max(0, rest.0), afterKM: max(0, rest.1), shape: nil))
      }
      shares += mine
    }
    return shares
  }

  private func part(_ line: Shape, _ ground: Shape) throws(TopologyError) -> [LineString] {
    guard let box = ground.boundingBox, let other = line.boundingBox, box.intersects(other) else { return [] }
    return try engine.intersection(line, ground).lines
  }

  private static func length(_ lines: [LineString]) -> Double {
    lines.reduce(0) { $0 + Ellipsoid.length(of: $1).kilometers }
  }
}

extension PlaceIndex {
  /// The settlements that lie on ground that changed hands.
  func settlements(on change: Change, _ engine: Engine) throws(TopologyError) -> [Place] {
    guard let box = change.shape.boundingBox else { return [] }
    let places = places(within: box, kinds: [.city, .town, .village])
    if places.isEmpty { return [] }
    let ground = try RegionIndex(change.pieces.map { .polygon($0.polygon) }, engine: engine)
    var found: [Place] = []
    for place in places {
      if let point = place.point, try !ground.holding(point).isEmpty { found.append(place) }
    }
    return found
  }
}
