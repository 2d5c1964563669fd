public import Geodesy
public import Geometry
public import Records

/// Settlements with the ground that belongs to each: what control maps are built on and moved over.
public struct SettledGround: Sendable {
  /// The settlements, with the sides they are listed with.
  public let settlements: [Settlement]
  /// A cell for each settlement.
  public let mesh: CellMesh
  /// The ground that is shared out.
  public let region: Shape
  /// What was left out, one sentence each.
  public let notes: [String]
  private let numbers: [String: Int]

  /// Shares the region out among the settlements.
  ///
  /// - Parameters:
  ///   - lines: drawn lines and roads that no settlement's ground crosses.
  ///   - reach: ground further than this from every settlement belongs to nobody; nil shares out all of the region.
  public init(_ settlements: [Settlement], region: Shape, lines: [LineString] = [], reach: Meters? = nil)
    throws(TerritoryError)
  {
    let sites = settlements.map(\.point)
    let ground = try reach.map { width throws(TerritoryError) in
      try SettlementCells.reach(of: sites, within: region, width)
    }
    self.region = ground ?? region
    self.settlements = settlements
    mesh = try SettlementCells.mesh(sites: sites, region: self.region, lines: lines)
    numbers = Dictionary(settlements.enumerated().map { ($1.id, $0) }) { first, _ in first }
    notes = zip(settlements, mesh.areasKM2).filter { $1 == 0 }.map { settlement, _ in
      "\(settlement.name) (\(settlement.id)) has no ground: it lies outside the region or where another settlement lies"
    }
  }

  /// The number of a settlement by its id.
  public func number(of id: String) -> Int? { numbers[id] }
}
