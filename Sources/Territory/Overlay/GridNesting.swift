import Geometry

/// Rings of one group put together to polygons, in exact integers: they meet in corners only.
enum GridNesting {
  static func polygons(_ rings: [OpenRing]) -> [Polygon] {
    let shells = rings.filter(\.isShell)
    let holes = rings.filter { !$0.isShell }.sorted {
      ($0.points[0].y, $0.points[0].x) < ($1.points[0].y, $1.points[0].x)
    }
    var inner = [[Ring]](repeating: [], count: shells.count)
    if !holes.isEmpty {
      let finder = ShellFinder(shells)
      for hole in holes { if let shell = finder.shell(of: hole), let ring = hole.ring { inner[shell].append(ring) } }
    }
    return zip(shells, inner).compactMap { shell, holes in
      shell.ring.map { Polygon(exterior: $0, holes: holes) }
    }
  }
}

/// Finds the shell that a hole is in.
private struct ShellFinder {
  private let edges: [GridEdge]
  private let bands: Bands
  private let sizes: [Double]

  init(_ shells: [OpenRing]) {
    edges = shells.enumerated().flatMap { number, shell in
      shell.points.indices.map { index in
        let next = index + 1 < shell.points.count ? index + 1 : 0
        return GridEdge(from: shell.points[index], to: shell.points[next], side: Int32(number))
      }
    }
    bands = Bands(edges)
    sizes = shells.map(Self.size)
  }

  /// Of the shells round a hole, each inside the next, the least.
  func shell(of hole: OpenRing) -> Int? {
    // The middle of an edge lies on no other ring; twice the coordinates keep it whole.
    let (a, b) = (hole.points[0], hole.points[1])
    let (x, y) = (Int64(a.x) + Int64(b.x), Int64(a.y) + Int64(b.y))
    var isInside: [Int32: Bool] = [:]
    for number in bands.edges(at: Double(y) / 2) {
      let edge = edges[Int(number)]
      let (low, high) = edge.from.y < edge.to.y ? (edge.from, edge.to) : (edge.to, edge.from)
      guard 2 * Int64(low.y) <= y, y < 2 * Int64(high.y) else { continue }
      let turn = EdgeContact.turn(
        Int64(high.x) - Int64(low.x), Int64(high.y) - Int64(low.y), x - 2 * Int64(low.x), y - 2 * Int64(low.y))
      if turn > 0 { isInside[edge.side, default: false].toggle() }
    }
    return isInside.filter(\.value).keys.map(Int.init).min { (sizes[$0], $0) < (sizes[$1], $1) }
  }

  /// The size of a ring's box.
  private static func size(_ ring: OpenRing) -> Double {
    let (x, y) = (ring.points.map(\.x), ring.points.map(\.y))
    let (width, height) = (Double(x.max() ?? 0) - Double(x.min() ?? 0), Double(y.max() ?? 0) - Double(y.min() ?? 0))
    return width * height
  }
}
