import Formats
import Gazetteer
import Geometry
import Publishing
import Records

/// The gazetteer's own layers, which the map page draws under the events.
enum MapGround {
  /// Degrees beyond the events in which settlements are drawn.
  private static let margin = 1.0
  /// Settlements at most, the largest of all.
  private static let mostPlaces = 6_000

  /// Countries, first-level units, roads, and the settlements about the events; the page thins them to what it shows.
  static func layers(_ index: PlaceIndex, around findings: [Findings], or control: ControlStory?) -> Ground {
    let boxes = findings.flatMap(\.events).compactMap { $0.location?.shape.boundingBox }
    return layers(index, around: boxes.isEmpty ? control.map(boxes(of:)) ?? [] : boxes)
  }

  /// The boxes of a story's first map.
  static func boxes(of control: ControlStory) -> [BoundingBox] {
    control.frames.prefix(1).flatMap(\.areas).compactMap(\.shape.boundingBox)
  }

  /// The same about what lies in these boxes.
  static func layers(_ index: PlaceIndex, around boxes: [BoundingBox]) -> Ground {
    Ground(
      countries: areas([.country], index), regions: areas([.governorate, .province], index),
      roads: index.roads.map { Feature(geometry: .lineString($0.line), properties: ["name": .string($0.name)]) },
      places: settlements(index, around: boxes).compactMap(settlement),
      credits: ["Places: GeoNames (CC BY 4.0)", "Boundaries: Natural Earth, geoBoundaries (CC BY 4.0)"])
  }

  private static func settlements(_ index: PlaceIndex, around boxes: [BoundingBox]) -> [Place] {
    guard let first = boxes.first else { return [] }
    var box = boxes.dropFirst().reduce(first) { $0.union($1) }
    (box.west, box.east) = (max(-180, box.west - margin), min(180, box.east + margin))
    (box.south, box.north) = (max(-90, box.south - margin), min(90, box.north + margin))
    let places = index.places(within: box, kinds: Set(PlaceKind.allCases.filter(\.isSettlement)))
    guard places.count > mostPlaces else { return places }
    return Array(places.sorted { ($0.population ?? 0, $1.id) > ($1.population ?? 0, $0.id) }.prefix(mostPlaces))
  }

  private static func areas(_ kinds: Set<PlaceKind>, _ index: PlaceIndex) -> [Feature] {
    index.refs(of: kinds).map { index.place(at: $0) }.compactMap { place in
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
