import Geometry
import Topology

/// Ground with one holder before and one after.
struct Face {
  let polygon: Polygon
  /// The side's number before; nil is nobody.
  let from: Int?
  /// The side's number after; nil is nobody.
  let to: Int?
}

/// Cuts the plane along edges of two maps and asks of every face who held it and who holds it.
struct FaceFinder {
  let before: Outline
  let after: Outline
  let engine: Engine

  /// From so many edges on nodes are found in floating point.
  static let roughCount = 20_000

  /// The faces that the edges of both maps enclose, those without a holder left out.
  func all() throws(TopologyError) -> [Face] {
    let added = after.edges.filter { edge in
      before.table.find(edge.from, edge.to, in: before.edges) == nil
        && before.table.find(edge.to, edge.from, in: before.edges) == nil
    }
    return try faces(of: before.edges + added).filter { $0.from != nil || $0.to != nil }
  }

  /// The faces that changed hands, by the edges that stand in one map only; nil when these do not enclose ground as maps
  /// must.
  func changed(_ leftover: Leftover) throws(TopologyError) -> [Face]? {
    let lines = leftover.removed.map { before.edges[$0] } + leftover.added.map { after.edges[$0] }
    var isSound = true
    let found = try faces(of: lines, isSound: &isSound).filter { $0.from != $0.to }
    return isSound ? found : nil
  }

  private func faces(of edges: [GridEdge]) throws(TopologyError) -> [Face] {
    var ignored = true
    return try faces(of: edges, isSound: &ignored)
  }

  private func faces(of edges: [GridEdge], isSound: inout Bool) throws(TopologyError) -> [Face] {
    guard !edges.isEmpty else { return [] }
    let lines = Self.lines(edges)
    let isMany = edges.count > Self.roughCount
    let found = try isMany ? engine.roughFaces(of: lines) : engine.faces(of: lines)
    return found.map(\.settled).map { polygon in
      let (x, y) = InteriorPoint.of(polygon)
      let (held, holds) = (before.holder(x, y), after.holder(x, y))
      if !held.isSound || !holds.isSound { isSound = false }
      return Face(polygon: polygon, from: held.side, to: holds.side)
    }
  }

  /// Edges that follow each other as one line.
  private static func lines(_ edges: [GridEdge]) -> [LineString] {
    var lines: [LineString] = []
    var path: [Coordinate] = []
    var end: GridPoint?
    for edge in edges {
      if edge.from != end {
        if let line = try? LineString(path) { lines.append(line) }
        path = [edge.from.coordinate]
      }
      path.append(edge.to.coordinate)
      end = edge.to
    }
    if let line = try? LineString(path) { lines.append(line) }
    return lines
  }
}

extension Polygon {
  /// The same polygon with every ring begun at its lowest corner and the holes in order, so that it is measured alike
  /// wherever GEOS began.
  fileprivate var settled: Polygon {
    let holes = holes.map(\.settled).sorted { a, b in
      (a.coordinates[0].lat, a.coordinates[0].lon) < (b.coordinates[0].lat, b.coordinates[0].lon)
    }
    return Polygon(exterior: exterior.settled, holes: holes)
  }
}

extension Ring {
  fileprivate var settled: Ring {
    let open = coordinates.dropLast()
    let lowest = open.indices.min { (open[$0].lat, open[$0].lon) < (open[$1].lat, open[$1].lon) } ?? 0
    return lowest == 0 ? self : (try? Ring(Array(open[lowest...]) + Array(open[...lowest]))) ?? self
  }
}

/// The edges of two outlines that stand in one of them only, by their numbers.
struct Leftover {
  /// Edges of the earlier outline.
  var removed: [Int] = []
  /// Edges of the later outline.
  var added: [Int] = []
  /// For each edge of the later outline its number in the earlier one, -1 for added edges.
  var origins: [Int32] = []

  var isEmpty: Bool { removed.isEmpty && added.isEmpty }

  init(_ before: Outline, _ after: Outline) {
    var isKept = [Bool](repeating: false, count: before.edges.count)
    origins.reserveCapacity(after.edges.count)
    for (number, edge) in after.edges.enumerated() {
      let found = before.table.find(edge.from, edge.to, in: before.edges)
      if let found, before.edges[found].side == edge.side {
        isKept[found] = true
        origins.append(Int32(found))
      } else {
        added.append(number)
        origins.append(-1)
      }
    }
    for number in before.edges.indices where !isKept[number] { removed.append(number) }
  }
}
