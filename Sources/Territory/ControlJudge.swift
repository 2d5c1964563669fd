import Geodesy
import Geometry
import Records
import Topology

/// Sets figures of others beside the map's own.
struct ControlJudge {
  let run: StoryRun
  let changes: [SettlementChange]
  /// Settlements that the list does not name.
  let others: [Coordinate]

  func verdict(on claim: ControlClaim, units: (String) -> Shape?) throws(TerritoryError) -> ControlVerdict {
    guard let side = run.last.state.sides.firstIndex(of: claim.side) else {
      throw .noSuchSide(claim.side, known: run.last.state.sides)
    }
    let unit = claim.within.flatMap(units)
    let value = claim.valueKM2 ?? claim.value
    let figure = try self.figure(claim, side, unit, until: claim.until)
    var fitting: DayWindow?
    for day in stride(from: claim.since.number, through: run.end.number, by: 1).map({ Day(number: $0) }) {
      let then = try self.figure(claim, side, unit, until: day)
      if then.low <= value, value <= then.high { fitting = DayWindow(fitting?.start ?? day, day) }
    }
    let isConsistent = figure.low <= value && value <= figure.high
    return ControlVerdict(
      claim: claim, computed: figure.km2, low: figure.low, high: figure.high, isConsistent: isConsistent,
      fitting: fitting, changes: counted(claim),
      reasons: reasons(claim, value, figure, fitting, isUnitKnown: claim.within == nil || unit != nil))
  }

  private typealias Figure = (km2: Double, low: Double, high: Double)

  /// The map's own figure for the claim, if its last day were this one.
  private func figure(_ claim: ControlClaim, _ side: Int, _ unit: Shape?, until: Day) throws(TerritoryError) -> Figure {
    let (before, after) = (run.state(at: claim.since - 1).labels, run.state(at: until).labels)
    let estimate = GroundEstimate(mesh: run.ground.mesh, before: before, after: after, side: side).gained
    let gained = after.indices.filter { after[$0] == side && before[$0] != side }
    switch claim.kind {
    case .area:
      let share = try unit.map { unit throws(TerritoryError) in try portion(of: gained, in: unit) } ?? 1
      return (estimate.km2 * share, (estimate.low ?? 0) * share, (estimate.high ?? 0) * share)
    case .count:
      let inside = try unit.map { unit throws(TerritoryError) in
        try onTopology { () throws(TopologyError) in try RegionIndex([unit]) }
      }
      return count(claim, gained: Set(gained), until: until) { place in
        inside.map { (try? $0.holding(place))?.isEmpty == false } ?? true
      }
    }
  }

  /// Settlements that came to the side, whether or not it kept them. At least those of which nobody doubts it, at most with
  /// all that were only claimed and all that the list does not name but that lie on ground it gained.
  private func count(_ claim: ControlClaim, gained: Set<Int>, until: Day, isInside: (Coordinate) -> Bool) -> Figure {
    let all = changes.filter { change in
      change.to == claim.side && change.from != change.to && claim.since <= change.day && change.day <= until
        && run.ground.number(of: change.settlement).map { isInside(run.ground.settlements[$0].point) } ?? false
    }
    let held = Set(all.filter { $0.status == .held }.map(\.settlement))
    let sure = Set(all.filter { $0.status == .held && $0.causes.allSatisfy { $0.doubt == nil } }.map(\.settlement))
    let claimed = Set(all.map(\.settlement))
    let unlisted = others.isEmpty ? 0 : unnamed(on: gained, isInside)
    return (Double(held.count), Double(sure.count), Double(claimed.count + unlisted))
  }

  private func unnamed(on gained: Set<Int>, _ isInside: (Coordinate) -> Bool) -> Int {
    let ground = run.ground.mesh.ground { gained.contains($0) }
    guard let index = try? RegionIndex([ground]) else { return 0 }
    return others.count { isInside($0) && ((try? index.holding($0)) ?? []).isEmpty == false }
  }

  /// The share of the gained ground that lies in the unit.
  private func portion(of gained: [Int], in unit: Shape) throws(TerritoryError) -> Double {
    guard !gained.isEmpty else { return 0 }
    let wanted = Set(gained)
    let ground = run.ground.mesh.ground { wanted.contains($0) }
    let inside = try onTopology { () throws(TopologyError) in try Engine().intersection(ground, unit) }
    return Ellipsoid.area(of: inside).rawValue / Ellipsoid.area(of: ground).rawValue
  }

  /// The changes that make up the figure.
  private func counted(_ claim: ControlClaim) -> [Int] {
    changes.indices.filter { index in
      let change = changes[index]
      return change.to == claim.side && change.from != change.to && change.status == .held
        && claim.since <= change.day && change.day <= claim.until
    }
  }

  private func reasons(
    _ claim: ControlClaim, _ value: Double, _ figure: Figure, _ fitting: DayWindow?, isUnitKnown: Bool
  ) -> [String] {
    var reasons: [String] = []
    if !isUnitKnown { reasons.append("no boundary of \(claim.within ?? "") is known, so that all ground was counted") }
    switch claim.kind {
    case .area:
      reasons.append(
        "the line runs somewhere between settlements of the two sides: half of the cells along it may be either's")
    case .count:
      reasons.append(
        "at least the settlements of which nobody doubts it, at most with those only claimed and with those of the "
          + "gazetteer that lie on the ground gained and that no source names")
    }
    if let fitting {
      reasons.append(
        fitting.start == fitting.end
          ? "the map's figure would meet it on \(fitting.start)"
          : "the map's figure would meet it from \(fitting.start) to \(fitting.end)")
    } else {
      reasons.append("on no day does the map's figure meet it")
    }
    return reasons
  }
}
