import Formats
import Gazetteer
import Geodesy
import Geometry
import Records

/// What the gazetteer tells of an event's place.
struct EventPlacing: Sendable {
  let index: PlaceIndex
  private let roadDistances = Memo<Coordinate, [RoadDistance]>(slots: 1 << 12)

  init(index: PlaceIndex) { self.index = index }

  /// Adds what the gazetteer's lines and polygons tell of an event's place.
  func located(_ event: Event) -> Event {
    guard var location = event.location else { return event }
    var event = event
    let point = location.point
    let units = index.units(at: point)
    location.admin1 = units.admin1 ?? location.admin1
    location.admin2 = units.admin2 ?? location.admin2
    location.country = units.country ?? location.country
    event.location = location
    event.roadDistances = roadDistances.value(point) { distances(from: $0) }
    return event
  }

  private func distances(from point: Coordinate) -> [RoadDistance] {
    index.roads.compactMap { road in
      road.distanceKey.map {
        RoadDistance(key: $0, distance: Ellipsoid.distance(from: point, to: road.line).distance.rawValue)
      }
    }
  }
}
