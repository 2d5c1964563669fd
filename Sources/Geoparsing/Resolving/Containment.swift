import Geodesy
import Records

/// Whether one place lies in another, as their rows tell.
enum Containment {
  /// nil where the rows do not tell.
  static func holds(_ area: Place, _ place: Place) -> Bool? {
    if area.id == place.id { return false }
    switch area.kind {
    case .country: return place.kind == .country ? false : place.country.map { $0 == area.country }
    case .governorate, .province: return inFirstLevel(area, place)
    case .district, .subdistrict: return inSecondLevel(area, place)
    case .city, .town: return inTown(area, place)
    case .continent, .region: return nil
    default: return false
    }
  }

  /// As above; where the text calls the place a quarter, the gazetteer may have it as a town of its own.
  static func holds(_ area: Place, _ place: Place, asQuarter: Bool) -> Bool? {
    if asQuarter, area.kind == .city || area.kind == .town, area.id != place.id { return isNear(area, place) }
    return holds(area, place)
  }

  /// Whether a place cannot lie in an area: another country, or far beyond the area's radius.
  static func excludes(_ area: Place, _ place: Place, radius: Double) -> Bool {
    if let a = area.country, let b = place.country, a != b { return true }
    guard area.kind != .country, area.kind != .region, let a = area.point, let b = place.point else { return false }
    return Ellipsoid.distance(a, b).rawValue > 2 * radius + 30_000
  }

  private static func inFirstLevel(_ area: Place, _ place: Place) -> Bool? {
    if place.kind == .country || place.kind == area.kind { return false }
    guard let country = place.country, let unit = place.admin1 else { return nil }
    return country == area.country && (unit == area.name || unit == area.admin1)
  }

  private static func inSecondLevel(_ area: Place, _ place: Place) -> Bool? {
    guard place.kind != .country, place.kind != .governorate, place.kind != .province, let unit = place.admin2 else {
      return false
    }
    return place.country == area.country && unit == (area.admin2 ?? area.name)
  }

  private static func inTown(_ town: Place, _ place: Place) -> Bool {
    guard place.kind == .neighborhood || place.kind == .facility || place.kind == .base else { return false }
    return isNear(town, place)
  }

  private static func isNear(_ town: Place, _ place: Place) -> Bool {
    guard let a = town.point, let b = place.point else { return false }
    return Ellipsoid.distance(a, b).rawValue < 20_000
  }
}
