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
  private var known: [UInt64: Bool] = [:]

  init(_ region: String, in index: PlaceIndex) {
    self.index = index
    folded = NameFold.fold(region)
    let matches = index.candidates(region).filter { $0.cost <= 0.12 && $0.nameKind != .demonym }
    let places = matches.map { index.place(at: $0.ref) }.filter(\.kind.isArea)
    ids = Set(places.map(\.id))
    countries = Set(places.filter { $0.kind == .country }.compactMap(\.country))
    units = Set(places.filter { $0.kind != .country }.map(\.name))
  }

  /// Whether the region is a unit or a country of the index, or the unit that some row names.
  var isKnown: Bool {
    if !ids.isEmpty { return true }
    return index.refs.contains { ref in
      let record = index.record(ref)
      return names(record.admin1Key, ref.layer) || names(record.admin2Key, ref.layer)
    }
  }

  /// Whether the place is in the region: by what its row says of its units, else by the region's polygon.
  func holds(_ ref: PlaceRef) -> Bool {
    let record = index.record(ref)
    if let country = record.country, countries.contains(country) { return true }
    if names(record.admin1Key, ref.layer) || names(record.admin2Key, ref.layer) { return true }
    guard record.admin1 == nil, let point = record.point else { return false }
    return index.boundaries(at: point).contains { ids.contains($0.id) }
  }

  /// Whether the region is the unit whose name stands here in a layer's strings.
  private func names(_ unit: UInt32, _ layer: UInt8) -> Bool {
    guard unit != 0 else { return false }
    let key = UInt64(layer) << 32 | UInt64(unit)
    if let answer = known[key] { return answer }
    let name = index.layers[Int(layer)].file.string(unit)
    let answer = units.contains(name) || NameFold.fold(name) == folded
    known[key] = answer
    return answer
  }
}
