import Gazetteer
import Records

/// The regions that a user prefers (`--bias`) or demands (`--restrict`).
struct Scope: Sendable {
  private let bias: Place?
  private let restriction: Place?

  init(bias: String? = nil, restriction: String? = nil, index: PlaceIndex) throws(GeoparsingError) {
    self.bias = try Scope.region(bias, index)
    self.restriction = try Scope.region(restriction, index)
  }

  func allows(_ place: Place) -> Bool { restriction.map { Scope.lies(place, in: $0) } ?? true }
  func prefers(_ place: Place) -> Bool { bias.map { Scope.lies(place, in: $0) } ?? true }

  private static func lies(_ place: Place, in region: Place) -> Bool {
    place.id == region.id || Containment.holds(region, place) == true
  }

  private static func region(_ name: String?, _ index: PlaceIndex) throws(GeoparsingError) -> Place? {
    guard let name else { return nil }
    let places = index.lookUp(name, limit: 12).map { index.place(at: $0.ref) }
    guard let region = places.first(where: \.kind.isArea) else { throw .unknownRegion(name) }
    return region
  }
}
