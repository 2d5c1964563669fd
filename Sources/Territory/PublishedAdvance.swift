import Geodesy
import Geometry
public import Records
import Topology

/// A drawn control map moved forward by events: its lines stay where no event touched them.
///
/// A map that `control build` wrote brings the settlements it was made from, and is moved by these.
public struct PublishedAdvance: Sendable {
  /// The state of the settlements on the map, what changed, what did not.
  public private(set) var advance: ControlAdvance
  /// The areas that share out the ground, without claims.
  let areas: [ControlArea]
  let map: ControlMap
  /// Whether the map is what its settlements give.
  let isTheirs: Bool

  /// Begins with a map and settlements on it.
  ///
  /// - Parameters:
  ///   - settlements: what may change hands is the cell of each, as far as the map shows anybody's ground there.
  ///   - areTheirs: whether they are the settlements that the map was made from, with their sides; others belong to the
  ///     side on whose ground they lie.
  public init(_ map: ControlMap, settlements: [Settlement], areTheirs: Bool = false) throws(TerritoryError) {
    self.map = map
    let areas = map.areas.filter { $0.status != .claimed }
    self.areas = areas
    guard !areas.isEmpty else { throw .emptyMap(map.name) }
    let region = try onTopology { () throws(TopologyError) in try Engine().union(areas.map(\.shape)) }
    let listed = try areTheirs ? settlements : Self.placed(settlements, on: areas)
    advance = ControlAdvance(try SettledGround(listed, region: Ground.area(region.polygons)))
    // A map that was drawn on since, or made with lines that part it, is moved as a drawn one.
    isTheirs = areTheirs && Self.agree(advance.map(name: ""), areas)
  }

  /// The settlements on the map, each with the side of the ground it lies on.
  private static func placed(_ settlements: [Settlement], on areas: [ControlArea]) throws(TerritoryError)
    -> [Settlement]
  {
    try onTopology { () throws(TopologyError) in
      let index = try RegionIndex(areas.map(\.shape))
      var listed: [Settlement] = []
      for var settlement in settlements {
        guard let area = try index.holding(settlement.point).first else { continue }
        settlement.side = areas[area].side
        settlement.status = areas[area].side == Settlement.unknownSide ? .unknown : .held
        listed.append(settlement)
      }
      return listed
    }
  }

  private static func agree(_ map: ControlMap, _ areas: [ControlArea]) -> Bool {
    let kinds = Set((map.areas + areas).map { "\($0.side) \($0.status.rawValue)" })
    func sum(_ list: [ControlArea], _ kind: String) -> Double {
      list.filter { "\($0.side) \($0.status.rawValue)" == kind }.reduce(0) { $0 + $1.areaKM2 }
    }
    return kinds.allSatisfy { kind in
      kind.hasSuffix(" claimed") || abs(sum(map.areas, kind) - sum(areas, kind)) <= 1e-6 * sum(areas, kind)
    }
  }

  /// Applies a step; see ``ControlAdvance/apply(_:)``.
  public mutating func apply(_ step: ControlStep) { advance.apply(step) }

  /// What changed, with the ground that was not the taker's before.
  public func changes() throws(TerritoryError) -> [SettlementChange] {
    if isTheirs { return advance.changes }
    var moved: Set<String> = []
    return try onTopology { () throws(TopologyError) in
      var changes: [SettlementChange] = []
      for var change in advance.changes {
        // After the first change of hands the whole cell is one side's.
        if !moved.contains(change.settlement), change.areaKM2 > 0 {
          let own = areas.filter { $0.side == change.to }.flatMap(\.shape.polygons)
          let gained = try Engine().difference(change.ground, Ground.area(own))
          change.areaKM2 = Ellipsoid.area(of: gained).squareKilometers
        }
        if change.status == .held { moved.insert(change.settlement) }
        changes.append(change)
      }
      return changes
    }
  }

  /// The map after the steps: of each area what it was, less the cells that went to others or came to be contested, and the
  /// cells that came to each side; claims over it.
  public func moved(name: String) throws(TerritoryError) -> ControlMap {
    let own = advance.map(name: name, date: advance.day ?? map.date, method: "advanced", sources: sources)
    var moved = own
    if !isTheirs { moved.areas = try drawn() + own.areas.filter { $0.status == .claimed } }
    moved.source = map.source
    moved.notes = map.notes + own.notes
    return moved
  }

  private var sources: [String] {
    let all = areas.flatMap(\.sources) + advance.changes.flatMap(\.causes).flatMap(\.sources).map(\.name)
    return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func drawn() throws(TerritoryError) -> [ControlArea] {
    let before = ControlState(advance.ground.settlements)
    let after = advance.state
    var come: [(side: String, status: ControlStatus, cells: Set<Int>)] = []
    for (cell, standing) in after.standings.enumerated() {
      let side = after.name(standing.holder)
      guard side != before.name(before.standings[cell].holder) || standing.isContested else { continue }
      let status: ControlStatus = standing.isContested ? .contested : standing.holder == nil ? .unknown : .held
      if let known = come.firstIndex(where: { $0.side == side && $0.status == status }) {
        come[known].cells.insert(cell)
      } else {
        come.append((side, status, [cell]))
      }
    }
    if come.isEmpty { return areas }
    let mesh = advance.ground.mesh
    let touched = come.reduce(into: Set<Int>()) { $0.formUnion($1.cells) }
    return try onTopology { () throws(TopologyError) in
      let engine = Engine()
      let away = mesh.ground { touched.contains($0) }
      var result: [ControlArea] = []
      for area in areas {
        var parts = [try engine.difference(area.shape, away)]
        if let index = come.firstIndex(where: { $0.side == area.side && $0.status == area.status }) {
          let cells = come.remove(at: index).cells
          parts.append(mesh.ground { cells.contains($0) })
        }
        result.append(self.area(area.side, area.status, try engine.union(parts)))
      }
      for new in come { result.append(area(new.side, new.status, mesh.ground { new.cells.contains($0) })) }
      return result.filter { !$0.shape.polygons.isEmpty }
    }
  }

  private func area(_ side: String, _ status: ControlStatus, _ shape: Shape) -> ControlArea {
    let ground = Ground.area(shape.polygons)
    return ControlArea(
      side: side, status: status, date: advance.day ?? map.date, shape: ground,
      areaKM2: Ellipsoid.area(of: ground).squareKilometers, method: "advanced", sources: sources)
  }
}
