public import Geometry

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The point of a line that is nearest to another point.
public struct NearestOnLine: Hashable, Sendable {
  /// How far the line is, to a millimeter.
  public let distance: Meters
  /// The nearest point of the line.
  public let nearest: Coordinate
  /// The direction from the point to the line, in degrees clockwise from north, 0 ..< 360; 0 when it lies on the line.
  public let azimuth: Double
  /// Which segment of the line it is on: from position `segment` to the next (0 for a line of one position).
  public let segment: Int
  /// How far along that segment.
  public let along: Meters
}

/// A side of a line, seen along its direction.
public enum LineSide: String, Hashable, Sendable, CaseIterable {
  /// To the left of one who travels the line in its stated direction.
  case left
  /// To the right of one who travels the line in its stated direction.
  case right
}

extension Ellipsoid {
  /// How far a point lies from a line of geodesic segments, exact on the ellipsoid to a millimeter.
  public static func distance(from point: Coordinate, to line: LineString) -> NearestOnLine {
    let places = line.coordinates
    let near = NearSegments(of: places, from: point)
    var best = Foot(distance: .infinity, place: places[0], segment: 0, along: 0)
    // How far the end of the segment before is, nil where that was passed over.
    var known: Double?
    for index in places.indices.dropLast() {
      guard near.mayHold(index) else {
        known = nil
        continue
      }
      let reach = known ?? distance(point, places[index]).rawValue
      if index == 0 { best.distance = reach }
      let segment = GeodesicSegment(from: places[index], to: places[index + 1])
      let far = distance(point, places[index + 1]).rawValue
      if far < best.distance {
        best = Foot(distance: far, place: places[index + 1], segment: index, along: segment.length)
      }
      // No point of the segment can be nearer than this, by the triangle's inequality.
      if (reach + far - segment.length) / 2 < best.distance, let foot = segment.foot(of: point, index: index),
        foot.distance < best.distance
      {
        best = foot
      }
      known = far
    }
    return best.seen(from: point)
  }

  /// The side of the line on which the point lies, judged where the line is nearest; nil on the line itself and for a
  /// line without length. At a corner the two segments are weighed alike.
  public static func side(of line: LineString, _ point: Coordinate) -> LineSide? {
    let foot = distance(from: point, to: line)
    guard foot.distance.rawValue > 0, let course = course(of: line, at: foot) else { return nil }
    let bearing = inverse(foot.nearest, point).azimuth
    let turn = sin((bearing - course) * .pi / 180)
    return turn == 0 ? nil : (turn > 0 ? .right : .left)
  }

  /// The direction in which the line runs at one of its points, in degrees clockwise from north: its segment's own, or
  /// midway between two at a corner; nil when the line has no length.
  public static func course(of line: LineString, at foot: NearestOnLine) -> Double? {
    let (before, after) = (line.coordinates[...foot.segment], line.coordinates[(foot.segment + 1)...])
    let arriving = before.last { $0 != foot.nearest }.map { turned(inverse(foot.nearest, $0).azimuth + 180) }
    let leaving = after.first { $0 != foot.nearest }.map { inverse(foot.nearest, $0).azimuth }
    guard let arriving, let leaving else { return arriving ?? leaving }
    return turned(arriving + remainder(leaving - arriving, 360) / 2)
  }
}
