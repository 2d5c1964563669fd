public import Formats

/// What can be wrong with a GeoJSON file.
public enum GeoJSONProblem: Hashable, Sendable {
  /// It is not JSON.
  case syntax(JSONError.Reason)
  /// A member is of another kind than it must be.
  case wrongKind(member: String, found: String, wanted: String)
  /// A member is not there.
  case missing(member: String)
  /// A `type` that RFC 7946 does not know, or not here.
  case unknownType(String, wanted: String)
  /// A `crs` that says what RFC 7946 takes for granted.
  case needlessCRS
  /// A `crs` that is not longitude and latitude on WGS 84.
  case foreignCRS(String)
  /// A member that belongs to another type of object.
  case misplaced(member: String, type: String)
  /// A `bbox` that is not four (or six) numbers.
  case malformedBox
  /// A `bbox` that leaves out something.
  case boxTooSmall
  /// A geometry without coordinates.
  case emptyCoordinates
  /// A position with fewer than two numbers.
  case positionTooShort(count: Int)
  /// Positions with more than two numbers: so many of this geometry.
  case extraNumbers(count: Int)
  /// Something else than an array where a position must stand: too many or too few brackets.
  case notAPosition(found: String)
  /// Something else than a number in a position.
  case notANumber(found: String)
  /// A number too large to be one.
  case notFinite
  /// A position that is not on the earth.
  case offEarth(lon: Double, lat: Double)
  /// Too few positions, or a ring that does not close.
  case shape(ShapeError)
  /// A ring that runs the wrong way round.
  case wrongWinding
}

/// What a fault does to the reading of a file.
public enum GeoJSONSeverity: Int, Hashable, Sendable, Comparable {
  /// Allowed by RFC 7946, but not kept.
  case note
  /// Against RFC 7946, and read all the same.
  case repaired
  /// Against RFC 7946; its feature is left out.
  case lost

  /// Less harm before more.
  public static func < (one: GeoJSONSeverity, other: GeoJSONSeverity) -> Bool { one.rawValue < other.rawValue }
}

extension GeoJSONProblem {
  /// What the problem does to the reading.
  public var severity: GeoJSONSeverity {
    switch self {
    case .extraNumbers, .emptyCoordinates: .note
    case .needlessCRS, .misplaced, .malformedBox, .boxTooSmall, .wrongWinding, .shape(.ringNotClosed): .repaired
    case .missing(let member), .wrongKind(let member, _, _): Self.optional.contains(member) ? .repaired : .lost
    case .syntax, .unknownType, .foreignCRS, .positionTooShort, .notAPosition, .notANumber, .notFinite, .offEarth,
      .shape:
      .lost
    }
  }

  /// Members whose lack or fault leaves a feature readable.
  private static let optional: Set<String> = ["properties", "id", "crs"]
}
