/// Why positions do not make a shape.
public enum ShapeError: Error, Hashable, Sendable {
  /// A line needs two positions.
  case lineTooShort(count: Int)
  /// A ring needs four positions, the last one the same as the first.
  case ringTooShort(count: Int)
  /// The ring's last position is not its first.
  case ringNotClosed
  /// A number is not finite; positions are counted from 1.
  case notFinite(point: Int)
}

extension ShapeError: CustomStringConvertible {
  /// What is wrong; what to do.
  public var description: String {
    switch self {
    case .lineTooShort(let count): "a line needs two positions and this has \(count); add the rest or make it a point"
    case .ringTooShort(let count):
      "a ring needs four positions, the last as the first, and this has \(count); add the rest or remove the ring"
    case .ringNotClosed: "the ring is not closed; repeat its first position at the end"
    case .notFinite(let point): "point \(point): not finite; correct or remove it"
    }
  }

  /// The first position that is not finite, as an error.
  static func check(_ coordinates: [Coordinate]) throws(ShapeError) {
    if let index = coordinates.firstIndex(where: { !$0.isFinite }) { throw .notFinite(point: index + 1) }
  }
}
