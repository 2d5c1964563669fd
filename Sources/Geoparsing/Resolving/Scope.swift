import Gazetteer
import Records

/// The regions that a user prefers (`--bias`) or demands (`--restrict`).
struct Scope: Sendable {
  let bias: PlaceRef?
  let restriction: PlaceRef?

  init(bias: String? = nil, restriction: String? = nil, index: PlaceIndex) throws(GeoparsingError) {
    self.bias = try Scope.region(bias, index)
    self.restriction = try Scope.region(restriction, index)
  }

  /// Whether a place is the region or lies in it.
  static func lies(_ place: KnownPlace, in region: KnownPlace) -> Bool {
    place.ref == region.ref || Containment.holds(region, place) == true
  }

  private static func region(_ name: String?, _ index: PlaceIndex) throws(GeoparsingError) -> PlaceRef? {
    guard let name else { return nil }
    let refs = index.lookUp(name, limit: 12).map(\.ref)
    guard let region = refs.first(where: { index.kind(at: $0).isArea }) else { throw .unknownRegion(name) }
    return region
  }
}
