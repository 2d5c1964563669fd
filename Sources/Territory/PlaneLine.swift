import Geometry

/// Lines on a plane, whose positions are meters.
enum PlaneLine {
  /// Places half a meter to the left and to the right of the middle of a segment.
  static func beside(_ a: Coordinate, _ b: Coordinate) -> (left: Coordinate, right: Coordinate) {
    let share = 0.5 / RoadRun.length(a, b)
    let (east, north) = (-(b.lat - a.lat) * share, (b.lon - a.lon) * share)
    let middle = Coordinate(lon: (a.lon + b.lon) / 2, lat: (a.lat + b.lat) / 2)
    return (
      Coordinate(lon: middle.lon + east, lat: middle.lat + north),
      Coordinate(lon: middle.lon - east, lat: middle.lat - north)
    )
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
}
