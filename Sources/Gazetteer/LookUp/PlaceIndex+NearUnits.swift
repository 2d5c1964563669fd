import Geometry
import Records

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension PlaceIndex {
  /// Degrees of latitude round a point in which a unit may still be its own: five kilometers.
  private static let reach = 0.045

  /// The units of the nearest boundary within reach, the nearest of each kind, when they are of one country.
  func nearBoundaries(to point: Coordinate) -> [BoundaryRecord] {
    guard point.isFinite, point.isOnEarth else { return [] }
    var best: [PlaceKind: (unit: BoundaryRecord, distance: Double)] = [:]
    for unit in boundaries(about: point) {
      let kind = unit.kind == .governorate ? .province : unit.kind
      let distance = unit.distance(to: point, reach: Self.reach)
      if distance <= Self.reach, distance < best[kind]?.distance ?? .infinity { best[kind] = (unit, distance) }
    }
    guard let nearest = best.values.min(by: { $0.distance < $1.distance }) else { return [] }
    return best.values.filter { $0.unit.country == nearest.unit.country }.sorted { $0.distance < $1.distance }.map(
      \.unit)
  }

  /// The units that the cells about a point meet, once each.
  private func boundaries(about point: Coordinate) -> [BoundaryRecord] {
    layers.reversed().flatMap { layer in
      var numbers: Set<Int> = []
      for lat in [point.lat - Self.reach, point.lat + Self.reach] {
        let wide = Self.reach / max(0.05, cos(point.lat * .pi / 180))
        for lon in [point.lon - wide, point.lon + wide] {
          let corner = Coordinate(lon: min(max(lon, -180), 180), lat: min(max(lat, -90), 90))
          numbers.formUnion(layer.file.boundaries(inCellOf: corner).map(\.number))
        }
      }
      return numbers.sorted().map { BoundaryRecord(file: layer.file, number: $0) }
    }
  }
}

extension BoundaryRecord {
  /// Degrees of latitude between a point outside and the boundary, on a plane about the point; infinite beyond reach.
  fileprivate func distance(to point: Coordinate, reach: Double) -> Double {
    guard let near = strips(point.lat - reach, point.lat + reach) else { return .infinity }
    let shrink = cos(point.lat * .pi / 180)
    var least = Double.infinity
    forEachEdge(strips: near) { start, end in
      let (x, y) = ((start.lon - point.lon) * shrink, start.lat - point.lat)
      let (dx, dy) = ((end.lon - start.lon) * shrink, end.lat - start.lat)
      let length = dx * dx + dy * dy
      let share = length > 0 ? min(max(-(x * dx + y * dy) / length, 0), 1) : 0
      let (nearX, nearY) = (x + share * dx, y + share * dy)
      least = min(least, (nearX * nearX + nearY * nearY).squareRoot())
    }
    return least
  }
}
