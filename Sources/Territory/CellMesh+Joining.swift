public import Geometry

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension CellMesh {
  /// The ground of one cell.
  public func ground(of cell: Int) -> Shape { Ground.area(joined(edges(of: cell).filter { across($0) != cell })) }

  /// The ground of all cells of which this holds, joined where they share an edge.
  public func ground(where isWanted: (Int) -> Bool) -> Shape {
    let wanted = (0..<count).map(isWanted)
    return Ground.area(
      joined(edges.filter { edge in wanted[Int(edge.cell)] && across(edge).map { !wanted[$0] } ?? true }))
  }

  /// The ground of each label, joined; `labels` has one for each cell, negative ones are left out.
  public func grounds(_ labels: [Int], count labelCount: Int) -> [Shape] {
    var borders = [[Edge]](repeating: [], count: labelCount)
    for edge in edges {
      let label = labels[Int(edge.cell)]
      if label >= 0, across(edge).map({ labels[$0] != label }) ?? true { borders[label].append(edge) }
    }
    return borders.map { Ground.area(joined($0)) }
  }

  /// The polygons that these edges bound, interior on the left.
  private func joined(_ border: some Collection<Edge>) -> [Polygon] {
    var tracer = RingTracer(border.map { ($0.from, $0.to) }, positions)
    return RingNesting.polygons(tracer.rings().map { ring in ring.map { positions[Int($0)] } })
  }
}

/// Follows edges round to rings.
struct RingTracer {
  private let positions: [Coordinate]
  private let edges: [(from: Int32, to: Int32)]
  private var leaving: [Int32: [Int]] = [:]
  private var isUsed: [Bool]

  init(_ edges: [(from: Int32, to: Int32)], _ positions: [Coordinate]) {
    (self.edges, self.positions) = (edges, positions)
    isUsed = [Bool](repeating: false, count: edges.count)
    for (index, edge) in edges.enumerated() { leaving[edge.from, default: []].append(index) }
  }

  /// Rings that touch no position twice, closed by their first position, in the order of their first edges.
  mutating func rings() -> [[Int32]] {
    var rings: [[Int32]] = []
    for start in edges.indices where !isUsed[start] { rings += parted(ring(from: start)) }
    return rings
  }

  private mutating func ring(from start: Int) -> [Int32] {
    var path = [edges[start].from]
    var edge = start
    while true {
      isUsed[edge] = true
      path.append(edges[edge].to)
      guard let next = next(after: edge) else { return path }
      edge = next
    }
  }

  /// The edge that goes on round the same ground: where several leave, the first one clockwise from the way back.
  private func next(after edge: Int) -> Int? {
    let open = (leaving[edges[edge].to] ?? []).filter { !isUsed[$0] }
    guard open.count > 1 else { return open.first }
    let back = angle(edges[edge].to, edges[edge].from)
    return open.min { turn(back, edges[$0]) < turn(back, edges[$1]) }
  }

  /// Degrees clockwise from a direction to an edge that leaves, above 0 and up to 360.
  private func turn(_ back: Double, _ edge: (from: Int32, to: Int32)) -> Double {
    let turn = back - angle(edge.from, edge.to)
    return turn > 0 ? turn : turn + 2 * .pi
  }

  private func angle(_ from: Int32, _ to: Int32) -> Double {
    let (a, b) = (positions[Int(from)], positions[Int(to)])
    return atan2(b.lat - a.lat, b.lon - a.lon)
  }

  /// A path cut where it comes back to a position: each part touches none twice.
  private func parted(_ path: [Int32]) -> [[Int32]] {
    var (rings, open, places): ([[Int32]], [Int32], [Int32: Int]) = ([], [], [:])
    for position in path {
      if let start = places[position] {
        rings.append(Array(open[start...]) + [position])
        for left in open[(start + 1)...] { places[left] = nil }
        open.removeSubrange((start + 1)...)
      } else {
        places[position] = open.count
        open.append(position)
      }
    }
    return rings
  }
}
