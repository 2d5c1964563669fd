import Formats
import Geometry
import Publishing

/// The repository's own governorates, roads and places as a ground.
enum GroundSample {
  static func ground() throws -> Ground { try made.get() }

  /// Read once: the world's countries take their time in a debug build.
  private static let made = Result { try make() }

  private static func make() throws -> Ground {
    Ground(
      countries: try areas("countries"), regions: try areas("syria-governorates"),
      roads: [try road("m5"), try road("m4")],
      places: try places("syria") + places("countries"), credits: ["Places: GeoNames (CC BY 4.0)."])
  }

  private static func areas(_ name: String) throws -> [Feature] {
    let file = try JSONValue.parse(MappedFile(Repository.root + "/Gazetteer/boundaries/\(name).geojson"))
    return try (file["features"]?.arrayValue ?? []).map { feature in
      Feature(geometry: try shape(feature["geometry"]), properties: feature["properties"]?.objectValue ?? [:])
    }
  }

  private static func shape(_ value: JSONValue?) throws -> Shape {
    let coordinates = value?["coordinates"]?.arrayValue ?? []
    let parts = value?["type"] == "Polygon" ? [coordinates] : coordinates.map { $0.arrayValue ?? [] }
    return .multiPolygon(MultiPolygon(try parts.map { Polygon(exterior: try ring($0[0])) }))
  }

  private static func ring(_ value: JSONValue) throws -> Ring {
    try Ring(
      (value.arrayValue ?? []).map { point in
        Coordinate(lon: point.arrayValue?[0].doubleValue ?? .nan, lat: point.arrayValue?[1].doubleValue ?? .nan)
      })
  }

  private static func road(_ key: String) throws -> Feature {
    let table = try Table(MappedFile(Repository.root + "/Gazetteer/roads/\(key).tsv"))
    let points = try table.rows.map { Coordinate(lon: try $0.double("lon") ?? .nan, lat: try $0.double("lat") ?? .nan) }
    return Feature(geometry: .lineString(try LineString(points)), properties: ["name": .string(key.uppercased())])
  }

  private static func places(_ name: String) throws -> [Feature] {
    try Table(MappedFile(Repository.root + "/Gazetteer/places/\(name).tsv")).rows.compactMap { row in
      guard let lon = try row.double("lon"), let lat = try row.double("lat") else { return nil }
      let people = try row.int("population").map { JSONValue.int($0) } ?? .null
      return Feature(
        geometry: .point(Coordinate(lon: lon, lat: lat)),
        properties: [
          "name": .string(try row.text("name")), "kind": .string(try row.text("kind")), "population": people,
        ])
    }
  }
}
