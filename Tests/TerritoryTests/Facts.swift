import Formats
import Foundation
import Geometry
import Testing

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
    let features = try GeoJSONReader.read(MappedFile(file)).collection.features
    return try #require(features.first { $0.properties["name"]?.stringValue == name }?.geometry)
  }
}

func at(_ lon: Double, _ lat: Double) -> Coordinate { Coordinate(lon: lon, lat: lat) }

func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Shape {
  BoundingBox(west: west, south: south, east: east, north: north).shape
}
