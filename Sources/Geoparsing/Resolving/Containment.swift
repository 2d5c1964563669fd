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
    guard place.kind == .neighborhood || place.kind == .facility || place.kind == .base, let a = town.point,
      let b = place.point
    else { return false }
    return Ellipsoid.distance(a, b).rawValue < 20_000
  }
}
