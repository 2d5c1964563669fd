public import Geometry

extension Ellipsoid {
  /// A circle of that radius, as a polygon whose positions all lie on it, counterclockwise from the north.
  ///
  /// Its area is 1 - 6.6/vertices² of the true circle's (64 vertices: 0.16 % less). Longitudes run on past 180 beside the
  /// antimeridian rather than tear the ring; round a pole the ring is carried along the pole's edge of the map.
  public static func circle(center: Coordinate, radius: Meters, vertices: Int = 64) -> Polygon {
    precondition(vertices >= 3 && radius.rawValue > 0, "a circle needs three vertices and a radius")
    let rim = (0..<vertices).map {
      direct(from: center, azimuth: -360 * Double($0) / Double(vertices), distance: radius)
    }
    let path = unwound(rim + [rim[0]], beside: center.lon)
    return Polygon(exterior: closed(path))
  }

  /// The same line with further positions on its geodesics, so that none of its segments is longer than said.
  public static func densify(_ line: LineString, maxSegment: Meters) -> LineString {
    precondition(maxSegment.rawValue > 0, "segments need a length")
    let rest = zip(line.coordinates, line.coordinates.dropFirst()).flatMap { steps($0, $1, maxSegment.rawValue) }
    return LineString(sure: line.coordinates.prefix(1) + rest)
  }

  /// The positions after `from` up to and including `to`.
  private static func steps(_ from: Coordinate, _ to: Coordinate, _ longest: Double) -> [Coordinate] {
    let way = inverse(from, to)
    let count = max(1, Int((way.distance.rawValue / longest).rounded(.up)))
    let between = (1..<count).map { part in
      direct(from: from, azimuth: way.azimuth, distance: way.distance * (Double(part) / Double(count)))
    }
    return unwound(between, beside: from.lon) + [to]
  }

  /// The same path with longitudes that never jump by more than half a turn.
  private static func unwound(_ path: [Coordinate], beside start: Double) -> [Coordinate] {
    var last = start
    return path.map { position in
      let turns = ((last - position.lon) / 360).rounded()
      last = position.lon + 360 * turns
      return Coordinate(lon: last, lat: position.lat)
    }
  }

  /// A closed path as a ring; one that winds once round the earth is led home along the pole it goes round.
  private static func closed(_ path: [Coordinate]) -> Ring {
    let (start, end) = (path[0], path[path.count - 1])
    guard abs(end.lon - start.lon) > 180 else { return Ring(sure: path.dropLast()) }
    // Counterclockwise round the north pole longitudes grow; round the south pole they fall.
    let pole = end.lon > start.lon ? 90.0 : -90.0
    let home = [Coordinate(lon: end.lon, lat: pole), Coordinate(lon: start.lon, lat: pole)]
    return Ring(sure: path + home)
  }
}
