import Geodesy
import Geometry
public import Records
import Topology

/// A control map of somebody else moved forward by events: his lines stay where no event touched them.
public struct PublishedAdvance: Sendable {
  /// The state of the settlements on the map, what changed, what did not.
  public private(set) var advance: ControlAdvance
  private let map: ControlMap

  /// Begins with a map and the settlements that lie on it.
  ///
  /// A settlement belongs to the side on whose ground it lies. Its cell is what may change hands, as far as the map shows
  /// anybody's ground there.
  public init(_ map: ControlMap, settlements: [Settlement]) throws(TerritoryError) {
    self.map = map
    let areas = map.areas.filter { $0.status != .claimed }
    guard !areas.isEmpty else { throw .emptyMap(map.name) }
    let (listed, region) = try onTopology { () throws(TopologyError) -> ([Settlement], Shape) in
      let engine = Engine()
      let index = try RegionIndex(areas.map(\.shape), engine: engine)
      var listed: [Settlement] = []
      for settlement in settlements {
        guard let area = try index.holding(settlement.point).first else { continue }
        var settlement = settlement
        (settlement.side, settlement.status) = (areas[area].side, areas[area].status)
        if settlement.status == .besieged { settlement.status = .held }
        listed.append(settlement)
      }
      return (listed, try engine.union(areas.map(\.shape)))
    }
    advance = ControlAdvance(try SettledGround(listed, region: Ground.area(region.polygons)))
  }

  /// Applies a step; see ``ControlAdvance/apply(_:)``.
  public mutating func apply(_ step: ControlStep) { advance.apply(step) }

  /// What changed, with the ground that was not the taker's before.
  public func changes() throws(TerritoryError) -> [SettlementChange] {
    var touched: Set<String> = []
    return try onTopology { () throws(TopologyError) in
      var changes: [SettlementChange] = []
      for var change in advance.changes {
        // After the first change of hands the whole cell is one side's.
        let isFirst =
          change.status == .held ? touched.insert(change.settlement).inserted : !touched.contains(change.settlement)
        if isFirst, change.areaKM2 > 0 {
          let own = Ground.area(ground(of: change.to))
          let gained = try Engine().difference(change.ground, own)
          change.areaKM2 = Ellipsoid.area(of: gained).squareKilometers
        }
        changes.append(change)
      }
      return changes
    }
  }

  /// The map after the steps: of each side what it had, less the cells that went to others, and the cells that came to it.
  public func moved(name: String) throws(TerritoryError) -> ControlMap {
    let before = ControlState(advance.ground.settlements)
    let after = advance.state
    let changed = after.standings.indices.filter {
      before.name(before.standings[$0].holder) != after.name(after.standings[$0].holder)
    }
    let away = advance.ground.mesh.ground { Set(changed).contains($0) }
    let ours = advance.map(name: name, method: "advanced")
    let areas = try onTopology { () throws(TopologyError) -> [ControlArea] in
      var areas: [ControlArea] = []
      let engine = Engine()
      let names = (map.areas.filter { $0.status != .claimed }.map(\.side) + after.sides).reduce(into: [String]()) {
        if !$0.contains($1) { $0.append($1) }
      }
      for side in names + [Settlement.unknownSide] {
        let mine = Set(changed.filter { after.name(after.standings[$0].holder) == side })
        let kept =
          try changed.isEmpty ? Ground.area(ground(of: side)) : engine.difference(Ground.area(ground(of: side)), away)
        let come = advance.ground.mesh.ground { mine.contains($0) }
        let whole = mine.isEmpty ? kept : try engine.union([kept, come])
        guard !whole.polygons.isEmpty else { continue }
        let status = map.areas.first { $0.side == side }?.status ?? (side == Settlement.unknownSide ? .unknown : .held)
        areas.append(area(side, status, Ground.area(whole.polygons)))
      }
      return areas + ours.areas.filter { $0.status == .claimed }
    }
    return ControlMap(
      name: name, date: advance.day ?? map.date, source: map.source, areas: areas, notes: map.notes + ours.notes)
  }

  private func area(_ side: String, _ status: ControlStatus, _ shape: Shape) -> ControlArea {
    ControlArea(
      side: side, status: status, date: advance.day ?? map.date, shape: shape,
      areaKM2: Ellipsoid.area(of: shape).squareKilometers, method: "advanced", sources: map.source.map { [$0] } ?? [])
  }

  /// What a side holds on the map as it was given.
  private func ground(of side: String) -> [Polygon] {
    map.areas.filter { $0.side == side && $0.status != .claimed }.flatMap(\.shape.polygons)
  }
}
