import Geodesy
import Geometry
import Records

/// How long the front of each side is.
enum FrontMeasure {
  /// The lines of a map. A lone side's line is its outline, which needs no search.
  static func lines(_ map: ControlMap) throws(TerritoryError) -> [FrontLine] {
    let held = map.areas.filter { $0.status != .claimed }
    guard held.count == 1, let only = held.first else { return held.isEmpty ? [] : try ControlMaps.front(of: map) }
    let rings = only.shape.polygons.flatMap(\.rings)
    let lines = rings.compactMap { try? LineString($0.coordinates) }
    let length = lines.reduce(0) { $0 + Ellipsoid.length(of: $1).kilometers }
    let count = lines.reduce(0) { $0 + $1.coordinates.count - 1 }
    return [
      FrontLine(
        left: only.side, right: Settlement.unknownSide, date: map.date, shape: .multiLineString(lines),
        lengthKM: length, vertexSpacingKM: length / Double(max(1, count)))
    ]
  }

  /// How a side's front moved, from its ground and from its lines.
  static func move(_ balance: SideBalance, _ before: [FrontLine], _ after: [FrontLine]) -> FrontMove {
    let (was, will) = (total(balance.side, before), total(balance.side, after))
    return FrontMove(
      side: balance.side, beforeKM: was.km, afterKM: will.km, spacingBeforeKM: was.spacing,
      spacingAfterKM: will.spacing, gainedKM2: balance.gained.km2, lostKM2: balance.lost.km2)
  }

  private static func total(_ side: String, _ lines: [FrontLine]) -> (km: Double, spacing: Double?) {
    // A map of one nameless side has the other map's name for it.
    let only = Set(lines.map(\.left)) == [ControlArea.nameless]
    let mine = lines.filter { $0.left == side || $0.right == side || only }
    let km = mine.reduce(0) { $0 + $1.lengthKM }
    let segments = mine.reduce(0) { $1.vertexSpacingKM > 0 ? $0 + $1.lengthKM / $1.vertexSpacingKM : $0 }
    return (km, segments > 0 ? km / segments : nil)
  }
}
