import Formats
import Gazetteer
import Geometry
import Publishing
import Records

/// The gazetteer's own layers, which the map page draws under the events.
enum MapGround {
  /// Countries, first-level units, roads and settlements; the page thins them to what it shows.
  static func layers(_ index: PlaceIndex) -> Ground {
    let places = index.refs.map { index.place(at: $0) }
    return Ground(
      countries: areas(places.filter { $0.kind == .country }, index),
      regions: areas(places.filter { $0.kind == .governorate || $0.kind == .province }, index),
      roads: index.roads.map { Feature(geometry: .lineString($0.line), properties: ["name": .string($0.name)]) },
      places: places.filter(\.kind.isSettlement).compactMap(settlement),
      credits: ["Places: GeoNames (CC BY 4.0)", "Boundaries: Natural Earth, geoBoundaries (CC BY 4.0)"])
  }

  private static func areas(_ places: [Place], _ index: PlaceIndex) -> [Feature] {
    places.compactMap { place in
      index.boundary(of: place.id).map { shape in
        Feature(geometry: shape, properties: ["name": .string(place.name), "country": text(place.country)])
      }
    }
  }

  private static func settlement(_ place: Place) -> Feature? {
    place.point.map { point in
      Feature(
        geometry: .point(point),
        properties: [
          "name": .string(place.name), "kind": .string(place.kind.rawValue),
          "population": place.population.map { .int($0) } ?? .null,
        ])
    }
  }

  private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
