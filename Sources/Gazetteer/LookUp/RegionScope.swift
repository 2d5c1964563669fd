import Geometry
import Records

/// The region that a look-up is restricted to, however its name is spelled.
final class RegionScope {
  private let index: PlaceIndex
  private let folded: [UInt8]
  private let ids: Set<String>
  private let countries: Set<String>
  private let units: Set<String>
  /// What was found of unit names already asked for.
  private var known: [String: Bool] = [:]

  init(_ region: String, in index: PlaceIndex) {
    self.index = index
    folded = NameFold.fold(region)
    let matches = index.candidates(region).filter { $0.cost <= 0.2 && $0.nameKind != .demonym }
    let places = matches.map { index.place(at: $0.ref) }.filter(\.kind.isArea)
    ids = Set(places.map(\.id))
    countries = Set(places.filter { $0.kind == .country }.compactMap(\.country))
    units = Set(places.filter { $0.kind != .country }.map(\.name))
  }

  /// Whether the place is in the region: by what its row says of its units, else by the region's polygon.
  func holds(_ ref: PlaceRef) -> Bool {
    let record = index.record(ref)
    if let country = record.country, countries.contains(country) { return true }
    for unit in [record.admin1, record.admin2] {
      if let unit, names(unit) { return true }
    }
    guard record.admin1 == nil, let point = record.point else { return false }
    return index.boundaries(at: point).contains { ids.contains($0.id) }
  }

  private func names(_ unit: String) -> Bool {
    if let answer = known[unit] { return answer }
    let answer = units.contains(unit) || NameFold.fold(unit) == folded
    known[unit] = answer
    return answer
  }
}
