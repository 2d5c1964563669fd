import Geometry

/// A point surely inside a polygon of the grid, however thin it is.
enum InteriorPoint {
  /// The point in steps of the grid.
  ///
  /// The lowest corner of a ring is convex: with its neighbors it makes a triangle that begins inside. If no other corner
  /// lies in it, its middle is inside; else what lies between the first corner and the one that is furthest from the
  /// opposite edge.
  static func of(_ polygon: Polygon) -> (x: Double, y: Double) {
    let ring = polygon.exterior.coordinates.dropLast().map(GridPoint.init)
    let lowest = ring.indices.min { (ring[$0].y, ring[$0].x) < (ring[$1].y, ring[$1].x) } ?? 0
    let triangle = Triangle(
      ring[(lowest + ring.count - 1) % ring.count], ring[lowest], ring[(lowest + 1) % ring.count])
    var best: (depth: Double, point: GridPoint)?
    func look(_ point: GridPoint) {
      guard let depth = triangle.depth(of: point), depth > best?.depth ?? 0 else { return }
      best = (depth, point)
    }
    ring.forEach(look)
    for hole in polygon.holes { for position in hole.coordinates { look(GridPoint(position)) } }
    return best.map { triangle.between($0.point) } ?? triangle.middle
  }

  /// A corner with its neighbors before and after it.
  private struct Triangle {
    let before: GridPoint
    let corner: GridPoint
    let after: GridPoint

    init(_ before: GridPoint, _ corner: GridPoint, _ after: GridPoint) {
      (self.before, self.corner, self.after) = (before, corner, after)
    }

    var middle: (x: Double, y: Double) {
      (
        (Double(before.x) + Double(corner.x) + Double(after.x)) / 3,
        (Double(before.y) + Double(corner.y) + Double(after.y)) / 3
      )
    }

    /// How far within the triangle a point lies from the edge across from the corner; nil outside and at its corners.
    func depth(of point: GridPoint) -> Double? {
      guard point != before, point != corner, point != after else { return nil }
      let depth = cross(after, before, point)
      guard depth > 0, cross(before, corner, point) >= 0, cross(corner, after, point) >= 0 else { return nil }
      return depth
    }

    func between(_ point: GridPoint) -> (x: Double, y: Double) {
      ((Double(corner.x) + Double(point.x)) / 2, (Double(corner.y) + Double(point.y)) / 2)
    }

    private func cross(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Double {
      let (ax, ay) = (Double(a.x), Double(a.y))
      return (Double(b.x) - ax) * (Double(c.y) - ay) - (Double(b.y) - ay) * (Double(c.x) - ax)
    }
  }
}
