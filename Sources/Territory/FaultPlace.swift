import Geometry
import Topology

/// Where in a file a fault of a polygon lies: the ring, and the corner at it or before it.
struct FaultPlace {
  /// 0 is the exterior.
  let ring: Int
  /// Counted from 1.
  let point: Int

  /// The corner or edge of the polygon that is nearest to the fault.
  init(_ place: Coordinate, in polygon: Polygon) {
    var best = (distance: Double.infinity, ring: 0, point: 1)
    for (number, ring) in polygon.rings.enumerated() {
      let path = ring.coordinates
      for index in path.indices.dropLast() {
        let far = Self.distance(place, path[index], path[index + 1])
        if far < best.distance { best = (far, number, index + 1) }
      }
    }
    (ring, point) = (best.ring, best.point)
  }

  /// `exterior of feature 1, point 2`
  static func words(_ fault: Invalidity, of place: String, _ polygon: Polygon) -> String {
    guard let spot = fault.place else { return place }
    let found = FaultPlace(spot, in: polygon)
    return "\(found.ring == 0 ? "exterior" : "hole \(found.ring)") of \(place), point \(found.point)"
  }

  /// From a position to an edge on the plane of degrees, squared. An edge's far end counts as the next edge's.
  private static func distance(_ place: Coordinate, _ from: Coordinate, _ to: Coordinate) -> Double {
    let (dx, dy) = (to.lon - from.lon, to.lat - from.lat)
    let length = dx * dx + dy * dy
    let along = length > 0 ? ((place.lon - from.lon) * dx + (place.lat - from.lat) * dy) / length : 0
    if along >= 1 { return .infinity }
    let part = max(0, along)
    let (x, y) = (place.lon - from.lon - part * dx, place.lat - from.lat - part * dy)
    return x * x + y * y
  }
}
