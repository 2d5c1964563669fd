public import Geometry

/// Why an operation on shapes failed.
public enum TopologyError: Error, Hashable, Sendable {
  /// A position that is not a number or infinite.
  case notFinite(Coordinate)
  /// GEOS refused: what was tried, and GEOS's own sentence.
  case refused(operation: String, reason: String)
}

extension TopologyError: CustomStringConvertible {
  /// What failed and why, for the user.
  public var description: String {
    switch self {
    case .notFinite(let place): "a shape has the position \(place.lon),\(place.lat): give finite numbers"
    case .refused(let operation, let reason): "cannot \(operation): GEOS says \"\(reason)\""
    }
  }
}
