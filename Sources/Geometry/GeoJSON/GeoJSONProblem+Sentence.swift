import Formats

extension GeoJSONProblem {
  /// What is wrong; what to do.
  public var sentence: String {
    switch self {
    case .syntax(let reason): reason.sentence
    case .wrongKind(let member, let found, let wanted): "`\(member)` is \(found) where \(wanted) must stand"
    case .missing(let member): "no `\(member)`; add it\(Self.mayBeNull.contains(member) ? ", null if unknown" : "")"
    case .unknownType(let type, let wanted): "`type` is \"\(type)\"; RFC 7946 has \(wanted) here"
    case .needlessCRS: "a `crs` member, which RFC 7946 has removed; remove it, the coordinates are read as they are"
    case .foreignCRS(let name):
      "the coordinates are in \(name); convert them to longitude and latitude on WGS 84 (EPSG:4326)"
    case .misplaced(let member, let type): "`\(member)` has no place in a \(type); remove or rename it"
    case .malformedBox: "`bbox` is not four numbers, west south east north; correct or remove it"
    case .boxTooSmall: "`bbox` does not hold all positions; correct or remove it"
    case .emptyCoordinates: "no coordinates; read as null"
    case .positionTooShort(let count): "a position of \(count == 1 ? "one number" : "no number"); write [lon, lat]"
    case .extraNumbers(let count):
      count == 1 ? "1 position has an altitude; it is dropped" : "\(count) positions have altitudes; they are dropped"
    case .notAPosition(let found): "\(found) where a position must stand; do the brackets fit the type?"
    case .notANumber(let found): "\(found) where a number must stand; write [lon, lat]"
    case .notFinite: "not finite; correct or remove it"
    case .offEarth(let lon, let lat): Self.offEarth(lon, lat)
    case .shape(let error): error.description
    case .wrongWinding: "runs the wrong way round; exteriors go counterclockwise, holes clockwise"
    }
  }

  private static let mayBeNull: Set<String> = ["properties", "geometry"]

  private static func offEarth(_ lon: Double, _ lat: Double) -> String {
    if lat.magnitude > 90, lat.magnitude <= 180, lon.magnitude <= 90 {
      return "latitude \(lat) is outside -90...90; are longitude and latitude swapped?"
    }
    return lat.magnitude > 90
      ? "latitude \(lat) is outside -90...90; write degrees, [lon, lat]"
      : "longitude \(lon) is outside -180...180; write degrees, [lon, lat], and cut at the antimeridian"
  }
}
