/// A closed line that bounds a polygon: four positions or more, the last as the first.
public struct Ring: Hashable, Sendable {
  /// Which way round a ring runs, seen with north up.
  public enum Winding: Hashable, Sendable {
    /// An exterior ring, by the right-hand rule.
    case counterclockwise
    /// A hole, by the right-hand rule.
    case clockwise
    /// Neither: the ring encloses nothing.
    case flat
  }

  /// The positions, the last as the first.
  public let coordinates: [Coordinate]

  /// A ring of the positions, which must be finite, closed and at least four.
  public init(_ coordinates: [Coordinate]) throws(ShapeError) {
    guard coordinates.count >= 4 else { throw .ringTooShort(count: coordinates.count) }
    try ShapeError.check(coordinates)
    guard coordinates.first == coordinates.last else { throw .ringNotClosed }
    self.coordinates = coordinates
  }

  /// A ring of the positions, closed by repeating the first where that is missing.
  public init(closing coordinates: [Coordinate]) throws(ShapeError) {
    let isClosed = coordinates.first == coordinates.last
    try self.init(isClosed ? coordinates : coordinates + coordinates.prefix(1))
  }

  init(unchecked coordinates: [Coordinate]) { self.coordinates = coordinates }

  /// The ring the other way round.
  public var reversed: Ring { Ring(unchecked: coordinates.reversed()) }

  /// Which way round the ring runs on the plane of lon and lat.
  public var winding: Winding {
    let area = signedDoubleArea
    return area > 0 ? .counterclockwise : area < 0 ? .clockwise : .flat
  }

  /// The ring turned that way round; a flat one as it is.
  public func wound(_ wanted: Winding) -> Ring {
    winding == wanted || winding == .flat ? self : reversed
  }

  /// Twice the enclosed area in square degrees (no measure: only its sign means anything). Taken from the first
  /// position, so that small rings far from 0,0 keep their digits.
  private var signedDoubleArea: Double {
    let origin = coordinates[0]
    var sum = 0.0
    for index in 1..<coordinates.count - 1 {
      let (a, b) = (coordinates[index], coordinates[index + 1])
      sum += (a.lon - origin.lon) * (b.lat - origin.lat) - (b.lon - origin.lon) * (a.lat - origin.lat)
    }
    return sum
  }
}
