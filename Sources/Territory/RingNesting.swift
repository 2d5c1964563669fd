import Geometry

/// Rings put together to polygons: counterclockwise ones bound ground, clockwise ones are holes in it.
enum RingNesting {
  static func polygons(_ paths: [[Coordinate]]) -> [Polygon] {
    let rings = paths.compactMap { try? Ring($0) }
    let shells = rings.filter { $0.winding == .counterclockwise }
    let boxes = shells.map { Shape.polygon(Polygon(exterior: $0)).boundingBox }
    var holes = [[Ring]](repeating: [], count: shells.count)
    for hole in rings where hole.winding == .clockwise {
      let place = middle(hole)
      let around = shells.indices.filter { boxes[$0]?.contains(place) == true && holds(shells[$0], place) }
      // Of several shells one inside the other, the least is the one.
      if let shell = around.min(by: { size(boxes[$0]) < size(boxes[$1]) }) { holes[shell].append(hole) }
    }
    return shells.indices.map { Polygon(exterior: shells[$0], holes: holes[$0]) }
  }

  /// The middle of the first edge: rings meet in positions only, so that it lies on no other ring.
  private static func middle(_ ring: Ring) -> Coordinate {
    let (a, b) = (ring.coordinates[0], ring.coordinates[1])
    return Coordinate(lon: (a.lon + b.lon) / 2, lat: (a.lat + b.lat) / 2)
  }

  private static func size(_ box: BoundingBox?) -> Double { box.map { $0.width * $0.height } ?? .infinity }

  /// Whether a ray to the east crosses the ring an odd number of times.
  static func holds(_ ring: Ring, _ point: Coordinate) -> Bool {
    var inside = false
    for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst()) where (a.lat > point.lat) != (b.lat > point.lat) {
      let share = (point.lat - a.lat) / (b.lat - a.lat)
      if point.lon < a.lon + share * (b.lon - a.lon) { inside.toggle() }
    }
    return inside
  }
}
