import EventStore
import Formats
import Gazetteer
import Geodesy
import Geometry
import Records
import Territory
import Topology

/// How far things lie from the front, and on which side of roads.
struct FrontFinder {
  let index: PlaceIndex
  /// Roads of which the side is asked.
  var roads: [Road] = []
  private let search: NearSearch

  init(front: [FrontLine], index: PlaceIndex) {
    self.index = index
    search = NearSearch(front.map { NearCandidate(id: "\($0.left) | \($0.right)", shape: $0.shape, radius: nil) })
  }

  /// A place, a position or a road, with its distance from the nearest front line.
  func feature(_ name: String, beside: RoadSide?, _ width: Meters) throws -> Feature {
    if try SignedPlaces.position(name) == nil, let road = Places.road(name, in: index) {
      var members: JSONObject = ["feature": "distance", "name": .string(road.name)]
      try add(.line(road.line), to: &members)
      return Feature(geometry: .lineString(road.line), properties: members)
    }
    let (point, place) = try Places.found(name, in: index)
    var members: JSONObject = ["feature": "distance", "name": .string(name)]
    // What the name was taken for, so that a wrong guess is seen.
    members["place"] = place.map { .string($0.name) } ?? .null
    members["place_id"] = place.map { .string($0.id) } ?? .null
    try add(.point(point), to: &members)
    for road in roads { try add(road, point, beside, width, to: &members) }
    return Feature(geometry: .point(point), properties: members)
  }

  /// Events, or anything with a point, each with its distance from the nearest front line.
  func features(_ features: [Feature]) throws -> [Feature] {
    try features.compactMap { feature in
      guard let shape = feature.geometry else { return nil }
      let point = Self.point(of: feature, shape)
      guard let point else { return nil }
      var feature = feature
      try add(.point(point), to: &feature.properties)
      return feature
    }
  }

  /// An area event's representative point stands in its members.
  private static func point(of feature: Feature, _ shape: Shape) -> Coordinate? {
    if case .point(let point) = shape { return point }
    guard let lon = feature.properties["lon"]?.doubleValue, let lat = feature.properties["lat"]?.doubleValue else {
      return nil
    }
    return Coordinate(lon: lon, lat: lat)
  }

  private func add(_ center: NearCenter, to members: inout JSONObject) throws {
    let hit = try search.near(center, within: nil, nearest: 1).first
    members["front"] = hit.map { .string($0.id) } ?? .null
    members["distance_km_front"] = hit.map { .double($0.distance.kilometers) } ?? .null
    members["azimuth_front"] = hit?.azimuth.map { .double($0) } ?? .null
  }

  /// On which side of the road the point lies, seen in the road's stated direction.
  private func add(
    _ road: Road, _ point: Coordinate, _ beside: RoadSide?, _ width: Meters, to members: inout JSONObject
  )
    throws
  {
    let foot = Ellipsoid.distance(from: point, to: road.line)
    let side = Ellipsoid.side(of: road.line, point)
    members["road"] = .string(road.name)
    members["road_direction"] = .string(road.direction)
    members["distance_km_road"] = .double(foot.distance.kilometers)
    members["side_of_road"] = side.map { .string($0.rawValue) } ?? .null
    // From the road to the place.
    members["direction_from_road"] = side == nil ? .null : .double(Ellipsoid.turned(foot.azimuth + 180))
    if let beside {
      let strip = try Ground.strip(along: road.line, side: beside, within: nil, width: width)
      members["in_strip"] = .bool(try holds(strip, point))
    }
  }

  private func holds(_ shape: Shape, _ point: Coordinate) throws -> Bool { try Engine().covers(shape, point) }
}
