/// A line through two positions or more.
public struct LineString: Hashable, Sendable {
  /// The positions in their order.
  public let coordinates: [Coordinate]

  /// A line through the positions, which must be finite and at least two.
  public init(_ coordinates: [Coordinate]) throws(ShapeError) {
    guard coordinates.count >= 2 else { throw .lineTooShort(count: coordinates.count) }
    try ShapeError.check(coordinates)
    self.coordinates = coordinates
  }

  init(unchecked coordinates: [Coordinate]) { self.coordinates = coordinates }

  /// The line the other way round.
  public var reversed: LineString { LineString(unchecked: coordinates.reversed()) }

  /// Does it end where it begins?
  public var isClosed: Bool { coordinates.first == coordinates.last }
}
