import Formats
import Foundation
import Geometry

/// Facts of the repository that the tests stand on.
enum Facts {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func m5() throws -> LineString {
    let table = try Table(MappedFile(root.appendingPathComponent("Gazetteer/roads/m5.tsv").path))
    return try LineString(
      table.rows.map { row in
        Coordinate(lon: try row.double("lon") ?? .nan, lat: try row.double("lat") ?? .nan)
      })
  }

  static func governorate(_ name: String) throws -> Shape {
    let file = root.appendingPathComponent("Gazetteer/boundaries/syria-governorates.geojson").path
    let features = try JSONValue.parse(MappedFile(file))["features"]?.arrayValue ?? []
    let found = features.first { $0["properties"]?["name"]?.stringValue == name }
    return try shape(found?["geometry"] ?? .null)
  }

  static func shape(_ value: JSONValue) throws -> Shape {
    let parts = value["coordinates"]?.arrayValue ?? []
    switch value["type"]?.stringValue {
    case "Polygon": return .polygon(try polygon(parts))
    case "MultiPolygon": return .multiPolygon(MultiPolygon(try parts.map { try polygon($0.arrayValue ?? []) }))
    default: throw ShapeError.ringNotClosed
    }
  }

  private static func polygon(_ rings: [JSONValue]) throws -> Polygon {
    let made = try rings.map { ring in
      try Ring(
        (ring.arrayValue ?? []).map { position in
          let numbers = (position.arrayValue ?? []).compactMap(\.doubleValue)
          return Coordinate(lon: numbers[0], lat: numbers[1])
        })
    }
    return Polygon(exterior: made[0], holes: Array(made.dropFirst()))
  }
}

func at(_ lon: Double, _ lat: Double) -> Coordinate { Coordinate(lon: lon, lat: lat) }

func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Shape {
  BoundingBox(west: west, south: south, east: east, north: north).shape
}
