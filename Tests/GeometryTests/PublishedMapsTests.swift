import Formats
import Geometry
import Testing

/// Control maps as DeepState's archive publishes them: a `crs` member, clockwise rings, empty properties.
@Suite struct `Published control maps` {
  @Test(arguments: ["20240801", "20240901"]) func `are read whole, and what is against RFC 7946 is told`(day: String)
    throws
  {
    guard let path = shared("data/control-samples/deepstatemap_data_\(day).geojson") else { return }
    let file = try MappedFile(path)
    let reading = try GeoJSONReader.read(file)
    #expect(!reading.collection.features.isEmpty)
    #expect(reading.lostFeatureCount == 0)
    #expect(reading.faults.allSatisfy { $0.severity < .lost })
    #expect(reading.faults.contains { $0.problem == .needlessCRS && $0.line == 4 })
    #expect(reading.collection.members["name"] == .string("deepstatemap_data_\(day)"))
    let bytes = GeoJSONWriter.write(reading.collection)
    #expect(GeoJSONReader.faults(in: MappedFile(copying: bytes, path: "f")) == [])
    let positions = reading.collection.features.map { $0.geometry?.coordinateCount ?? 0 }.reduce(0, +)
    #expect(positions > 1000)
  }
}
