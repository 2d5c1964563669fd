import Geodesy
import Records

/// Whether one place lies in another, as their rows tell.
enum Containment {
  /// nil where the rows do not tell.
  static func holds(_ area: KnownPlace, _ place: KnownPlace) -> Bool? {
    if area.ref == place.ref { return false }
    switch area.kind {
    case .country: return place.kind == .country ? false : place.country == 0 ? nil : place.country == area.country
    case .governorate, .province: return inFirstLevel(area, place)
    case .district, .subdistrict: return inSecondLevel(area, place)
    case .city, .town: return inTown(area, place)
    case .continent, .region: return nil
    default: return false
    }
  }

  /// As above; where the text calls the place a quarter, the gazetteer may have it as a town of its own.
  static func holds(_ area: KnownPlace, _ place: KnownPlace, asQuarter: Bool) -> Bool? {
    if asQuarter, area.kind == .city || area.kind == .town, area.ref != place.ref { return isNear(area, place) }
    return holds(area, place)
  }

  /// Whether a place cannot lie in an area: another country, or far beyond the area's radius.
  static func excludes(_ area: KnownPlace, _ place: KnownPlace, radius: Double) -> Bool {
    if area.country != 0, place.country != 0, area.country != place.country { return true }
    guard area.kind != .country, area.kind != .region else { return false }
    let limit = 2 * radius + 30_000
    return area.meters(to: place, asAgainst: limit).map { $0 > limit } ?? false
  }

  /// Whether a town can be the one that an area of its name is called after: in it, or where the rows of one of them do
  /// not tell the units they lie in, of the same country and within 150 km of the area's point.
  static func isSeat(_ town: KnownPlace, of area: KnownPlace) -> Bool {
    if holds(area, town) == true { return true }
    guard town.country == area.country else { return false }
    return area.meters(to: town, asAgainst: 150_000).map { $0 < 150_000 } ?? false
  }

  private static func inFirstLevel(_ area: KnownPlace, _ place: KnownPlace) -> Bool? {
    if place.kind == .country || place.kind == area.kind { return false }
    guard place.country != 0, place.admin1 != 0 else { return nil }
    return place.country == area.country && (place.admin1 == area.name || place.admin1 == area.admin1)
  }

  private static func inSecondLevel(_ area: KnownPlace, _ place: KnownPlace) -> Bool? {
    guard place.kind != .country, place.kind != .governorate, place.kind != .province, place.admin2 != 0 else {
      return false
    }
    return place.country == area.country && place.admin2 == (area.admin2 == 0 ? area.name : area.admin2)
  }

  private static func inTown(_ town: KnownPlace, _ place: KnownPlace) -> Bool {
    guard place.kind == .neighborhood || place.kind == .facility || place.kind == .base else { return false }
    return isNear(town, place)
  }

  private static func isNear(_ town: KnownPlace, _ place: KnownPlace) -> Bool {
    town.meters(to: place, asAgainst: 20_000).map { $0 < 20_000 } ?? false
  }
}
