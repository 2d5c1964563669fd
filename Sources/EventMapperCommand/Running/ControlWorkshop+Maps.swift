import ArgumentParser
import Formats
import Gazetteer
import Geometry
import Records
import Territory

extension ControlWorkshop {
  /// A GeoJSON file, counted among the inputs. Of a file of events or places the rest is used where some is lost.
  mutating func collection(_ file: String) throws -> FeatureCollection {
    if file != "-" { try count(file) }
    return try features(file)
  }

  /// A control map, counted among the inputs. One that lost features would be a false one and is refused.
  mutating func mapCollection(_ file: String) throws -> FeatureCollection {
    if file != "-" { try count(file) }
    return try MapFolder.features(file)
  }

  /// The map of a GeoJSON file, or of a case or list at the end of a day.
  mutating func map(_ name: String, at day: Day?) throws -> ControlMap {
    guard name.hasSuffix("json") || name == "-" else {
      let ground = try ground()
      let story = try story(on: ground, steps: steps(), every: 7)
      guard let last = story.weeks.last?.day, let frame = story.frame(on: last) else {
        throw TerritoryError.emptyMap(name)
      }
      return ControlMap(name: name, date: last, areas: frame.areas)
    }
    return try ControlMaps.read(ControlWorkshop.one(mapCollection(name), at: day, file: name), file: name)
  }

  /// The features of one day, where a file has several: the last that is not after the day asked for.
  static func one(_ collection: FeatureCollection, at day: Day?, file: String) throws -> FeatureCollection {
    func date(_ feature: Feature) -> Day? { feature.properties["date"]?.stringValue.flatMap { Day(iso: $0) } }
    var collection = collection
    // What lies beside the areas in our own files is no map.
    collection.features.removeAll { feature in
      feature.properties["feature"]?.stringValue.map { $0 != "control" } ?? false
    }
    let days = Set(collection.features.compactMap(date)).sorted()
    guard days.count > 1 || day != nil, let first = days.first, let last = days.last else { return collection }
    guard let chosen = days.last(where: { $0 <= day ?? last }) else {
      throw ValidationError("\(file): its first map is of \(first); give --date \(first) or later")
    }
    if days.count > 1 { Diagnostics.line("\(file): \(days.count) days in it; the map of \(chosen) is taken") }
    collection.features.removeAll { date($0).map { $0 != chosen } ?? false }
    return collection
  }

  /// The settlements of a map: its own where `control build` wrote them, else the gazetteer's that lie on it.
  func settlements(of collection: FeatureCollection, around map: ControlMap) throws -> [Settlement] {
    if let own = collection.members["settlements"]?.arrayValue { return own.compactMap(ControlWorkshop.settlement) }
    let extent = map.areas.compactMap(\.shape.boundingBox).reduce(nil as BoundingBox?) { $0?.union($1) ?? $1 }
    guard let extent else { return [] }
    let kinds = Set(PlaceKind.allCases.filter { $0.isSettlement && $0 != .neighborhood })
    return index.places(within: extent, kinds: kinds).compactMap { place in
      place.point.map { Settlement(id: place.id, name: place.name, point: $0, side: Settlement.unknownSide) }
    }
  }

  private static func settlement(_ value: JSONValue) -> Settlement? {
    guard let id = value["place_id"]?.stringValue, let lat = value["lat"]?.doubleValue,
      let lon = value["lon"]?.doubleValue
    else { return nil }
    var settlement = Settlement(
      id: id, name: value["name"]?.stringValue ?? id, point: Coordinate(lon: lon, lat: lat),
      side: value["side"]?.stringValue ?? Settlement.unknownSide,
      status: value["status"]?.stringValue.flatMap { ControlStatus(rawValue: $0) } ?? .held)
    settlement.claimants = value["claimed_by"]?.stringValue?.split(separator: ";").map(String.init) ?? []
    return settlement
  }
}
