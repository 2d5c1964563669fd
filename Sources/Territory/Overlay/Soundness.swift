import Geometry

/// Whether an outline is still a map's, looking only at what is new in it. A doubt is answered with no.
struct Soundness {
  let outline: Outline
  let added: [Int]

  /// Whether no new edge meets another edge but at shared ends, and each end has one edge in and one out a side.
  var isPlain: Bool { added.allSatisfy(isPlain) }

  private func isPlain(_ number: Int) -> Bool {
    let edge = outline.edges[number]
    let (west, east) = (min(edge.from.x, edge.to.x), max(edge.from.x, edge.to.x))
    let (south, north) = (min(edge.from.y, edge.to.y), max(edge.from.y, edge.to.y))
    for band in outline.bands.bands(of: edge) {
      for other in outline.bands.edges(in: band) where Int(other) != number {
        let next = outline.edges[Int(other)]
        if next.side == edge.side, next.from == edge.from || next.to == edge.to { return false }
        guard max(next.from.x, next.to.x) >= west, min(next.from.x, next.to.x) <= east,
          max(next.from.y, next.to.y) >= south, min(next.from.y, next.to.y) <= north
        else { continue }
        if EdgeContact.clash(edge, next) { return false }
      }
    }
    return true
  }

  /// Whether no corner of the outline lies within ground that changed hands: there it would bound ground twice.
  func isClear(_ passages: [Passage]) -> Bool { passages.allSatisfy { $0.polygons.allSatisfy(isClear) } }

  private func isClear(_ polygon: Polygon) -> Bool {
    let rings = polygon.rings.map { $0.coordinates.map(GridPoint.init) }
    guard let shell = rings.first, let west = shell.map(\.x).min(), let east = shell.map(\.x).max(),
      let south = shell.map(\.y).min(), let north = shell.map(\.y).max()
    else { return true }
    let corners = Set(rings.joined())
    for band in outline.bands.bands(Int64(south), Int64(north)) {
      for number in outline.bands.edges(in: band) {
        let point = outline.edges[Int(number)].from
        guard point.x > west, point.x < east, point.y > south, point.y < north, !corners.contains(point) else {
          continue
        }
        if rings.reduce(false, { $0 != Self.holds($1, point) }) { return false }
      }
    }
    return true
  }

  private static func holds(_ ring: [GridPoint], _ point: GridPoint) -> Bool {
    let (x, y) = (Double(point.x), Double(point.y))
    var inside = false
    for (a, b) in zip(ring, ring.dropFirst()) where (Double(a.y) > y) != (Double(b.y) > y) {
      let (ax, ay) = (Double(a.x), Double(a.y))
      if x < ax + (y - ay) / (Double(b.y) - ay) * (Double(b.x) - ax) { inside.toggle() }
    }
    return inside
  }
}
