import Gazetteer
import Geometry
import Records

/// What the command line calls a place.
enum Places {
  /// The point of `LON,LAT`, of a place's id, or of the best place of that name.
  static func point(_ text: String, in index: PlaceIndex) throws -> Coordinate { try found(text, in: index).point }

  /// The point with the place that the text was taken for, nil for a position.
  static func found(_ text: String, in index: PlaceIndex) throws -> (point: Coordinate, place: Place?) {
    if let position = try SignedPlaces.position(text) { return (position, nil) }
    let named = index.place(id: text).map { [$0] } ?? index.resolve(ResolveQuery(text)).map(\.place)
    guard let place = named.first(where: { $0.point != nil }), let point = place.point else {
      throw CommandFault.noPlace(text, similar: index.similarNames(text))
    }
    let units = [place.admin1, place.country].compactMap { $0 }.map { ", " + $0 }.joined()
    Diagnostics.line("\(text) is taken for \(place.name)\(units) (\(place.id))")
    return (point, place)
  }

  /// The road of that id or name, nil where there is none.
  static func road(_ text: String, in index: PlaceIndex) -> Road? {
    let wanted = text.lowercased()
    return index.roads.first { road in
      ([road.id, road.name] + road.otherNames).contains { $0.lowercased() == wanted }
    }
  }
}
