import Geodesy
import Geometry
import Records
import Topology

/// Whose ground a road runs through.
struct RoadHolding: Sendable {
  /// A stretch of the road that is nearest to one settlement.
  struct Stretch: Sendable {
    let settlement: Int
    /// Whether the settlement itself lies on or beside the road.
    let isBeside: Bool
    let km: Double
    /// Where it begins along the road, in kilometers from the road's beginning.
    let start: Double
  }

  /// A settlement so near lies on the road or beside it; the roads of the gazetteer are themselves right to a kilometer.
  static let beside = Meters(2000)

  /// The stretches in the road's direction.
  let stretches: [Stretch]
  /// The road inside the ground.
  let shape: Shape

  /// Parts a road among the settlements whose ground it crosses.
  init(_ road: LineString, on ground: SettledGround) throws(TerritoryError) {
    try Ground.check(.lineString(road), "the road")
    var found: [Stretch] = []
    var lines: [LineString] = []
    guard let box = Shape.lineString(road).boundingBox else { throw .roadOutside }
    for number in ground.settlements.indices where ground.mesh.areasKM2[number] > 0 {
      let cell = ground.mesh.ground(of: number)
      guard cell.boundingBox?.intersects(box) == true else { continue }
      let isBeside = Ellipsoid.distance(from: ground.settlements[number].point, to: road).distance < Self.beside
      let pieces = try onTopology { () throws(TopologyError) in
        try Engine().intersection(.lineString(road), cell).lines
      }
      for piece in pieces {
        let start = Self.way(to: piece.coordinates[0], along: road)
        let end = Self.way(to: piece.coordinates[piece.coordinates.count - 1], along: road)
        lines.append(piece)
        found.append(
          Stretch(
            settlement: number, isBeside: isBeside, km: Ellipsoid.length(of: piece).kilometers, start: min(start, end)))
      }
    }
    guard !found.isEmpty else { throw .roadOutside }
    stretches = found.sorted { $0.start < $1.start }
    shape = .multiLineString(lines)
  }

  /// Kilometers from the road's beginning to the place on it that is nearest to a point.
  private static func way(to point: Coordinate, along road: LineString) -> Double {
    let foot = Ellipsoid.distance(from: point, to: road)
    let before = zip(road.coordinates, road.coordinates.dropFirst()).prefix(foot.segment)
    return before.reduce(foot.along.kilometers) { $0 + Ellipsoid.distance($1.0, $1.1).kilometers }
  }

  /// The length of the road on the ground.
  var lengthKM: Double { stretches.reduce(0) { $0 + $1.km } }

  /// What each side holds of it, by the number of the side; contested ground is nobody's here.
  func km(_ state: ControlState) -> [Double] {
    var km = [Double](repeating: 0, count: state.sides.count)
    for stretch in stretches {
      let standing = state.standings[stretch.settlement]
      if let holder = standing.holder, !standing.isContested { km[holder] += stretch.km }
    }
    return km
  }

  /// The settlements on or beside the road that the side does not hold, in the road's direction.
  func missing(_ side: Int?, _ state: ControlState) -> [Int] {
    var known: Set<Int> = []
    return stretches.filter(\.isBeside).map(\.settlement).filter { number in
      let standing = state.standings[number]
      return (standing.holder != side || standing.isContested) && known.insert(number).inserted
    }
  }
}
