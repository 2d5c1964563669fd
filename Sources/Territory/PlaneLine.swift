import Geometry

/// Lines on a plane, whose positions are meters.
enum PlaneLine {
  /// Whether the point lies to the left of the line, judged at the line's nearest segment; at a corner by the segment
  /// whose own direction sees the point more squarely.
  static func isLeft(_ point: Coordinate, of line: [Coordinate]) -> Bool {
    var best = (distance: Double.infinity, square: 0.0, left: false)
    for (a, b) in zip(line, line.dropFirst()) {
      let (along, across) = (turned(point, a, b), cross(point, a, b))
      let size = RoadRun.length(a, b)
      let foot = min(max(along / (size * size), 0), 1)
      let place = Coordinate(lon: a.lon + (b.lon - a.lon) * foot, lat: a.lat + (b.lat - a.lat) * foot)
      let distance = RoadRun.length(point, place)
      let square = abs(across) / size
      // Two segments that share the nearest corner are equally far up to rounding.
      let isNearer = distance < best.distance - 1e-6
      let isAsNear = distance <= best.distance + 1e-6
      if isNearer || (isAsNear && square > best.square) { best = (distance, square, across > 0) }
    }
    return best.left
  }

  /// The line led straight on past its ends by so many meters.
  static func stretched(_ line: [Coordinate], by reach: Double, atStart: Bool, atEnd: Bool) -> [Coordinate] {
    guard line.count > 1 else { return line }
    let start = atStart ? [beyond(line[0], from: line[1], by: reach)] : []
    let end = atEnd ? [beyond(line[line.count - 1], from: line[line.count - 2], by: reach)] : []
    return start + line + end
  }

  private static func beyond(_ end: Coordinate, from before: Coordinate, by reach: Double) -> Coordinate {
    let share = reach / RoadRun.length(before, end)
    return Coordinate(lon: end.lon + (end.lon - before.lon) * share, lat: end.lat + (end.lat - before.lat) * share)
  }

  private static func turned(_ p: Coordinate, _ a: Coordinate, _ b: Coordinate) -> Double {
    (p.lon - a.lon) * (b.lon - a.lon) + (p.lat - a.lat) * (b.lat - a.lat)
  }

  private static func cross(_ p: Coordinate, _ a: Coordinate, _ b: Coordinate) -> Double {
    (b.lon - a.lon) * (p.lat - a.lat) - (b.lat - a.lat) * (p.lon - a.lon)
  }
}
