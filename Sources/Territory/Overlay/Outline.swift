import Geometry

/// A control map as directed edges on the grid, each with the ground of its side on the left.
///
/// Two maps are compared edge by edge: what stands in both says nothing, and what is left encloses the ground that
/// changed hands.
struct Outline: Sendable {
  let edges: [GridEdge]
  let table: EdgeTable
  let bands: Bands

  /// An outline of these edges. Two of one side that run against each other bound nothing and go: parts of a side that
  /// touch are one.
  init(_ drawn: [GridEdge]) {
    let all = EdgeTable(drawn)
    let kept = drawn.filter { edge in
      guard let back = all.find(edge.to, edge.from, in: drawn) else { return true }
      return drawn[back].side != edge.side
    }
    edges = kept
    table = kept.count == drawn.count ? all : EdgeTable(kept)
    bands = Bands(kept)
  }

  /// The outline of sides' polygons, which may run either way round.
  init(_ sides: [(side: Int, polygons: [Polygon])]) {
    var drawn: [GridEdge] = []
    drawn.reserveCapacity(sides.reduce(0) { $0 + $1.polygons.reduce(0) { $0 + $1.exterior.coordinates.count } })
    for (side, polygons) in sides {
      for polygon in polygons.lazy.map(\.rightHanded) {
        Self.add(polygon.exterior, Int32(side), to: &drawn)
        for hole in polygon.holes { Self.add(hole, Int32(side), to: &drawn) }
      }
    }
    self.init(drawn)
  }

  private static func add(_ ring: Ring, _ side: Int32, to edges: inout [GridEdge]) {
    var last = GridPoint(ring.coordinates[0])
    for position in ring.coordinates.dropFirst() {
      let next = GridPoint(position)
      if next != last { edges.append(GridEdge(from: last, to: next, side: side)) }
      last = next
    }
  }

  /// The least box around it.
  var box: BoundingBox {
    let (x, y) = (edges.lazy.map(\.from.x), edges.lazy.map(\.from.y))
    let low = GridPoint(x: x.min() ?? 0, y: y.min() ?? 0).coordinate
    let high = GridPoint(x: x.max() ?? 0, y: y.max() ?? 0).coordinate
    return BoundingBox(west: low.lon, south: low.lat, east: high.lon, north: high.lat)
  }

  /// Who holds a point given in steps of the grid: whose outline winds once round it.
  func holder(_ x: Double, _ y: Double) -> Holder {
    var turns: [(side: Int32, count: Int)] = []
    for number in bands.edges(at: y) {
      let edge = edges[Int(number)]
      let (ay, by) = (Double(edge.from.y), Double(edge.to.y))
      guard (ay > y) != (by > y) else { continue }
      let ax = Double(edge.from.x)
      guard x < ax + (y - ay) / (by - ay) * (Double(edge.to.x) - ax) else { continue }
      let turn = by > ay ? 1 : -1
      if let known = turns.firstIndex(where: { $0.side == edge.side }) {
        turns[known].count += turn
      } else {
        turns.append((edge.side, turn))
      }
    }
    turns.removeAll { $0.count == 0 }
    guard let first = turns.first else { return Holder(side: nil, isSound: true) }
    return Holder(side: Int(first.side), isSound: turns.count == 1 && first.count == 1)
  }
}

/// Who holds a point.
struct Holder: Hashable {
  /// The side's number; nil is nobody.
  let side: Int?
  /// Whether the outline can be of a map: no ground held twice, none inside out.
  let isSound: Bool
}
