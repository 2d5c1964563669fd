import Foundation
import Geodesy
import Geometry
import Records
import Territory
import Testing

/// The areas of a published map by PostGIS, on a server that is started for the test.
@Suite struct PostGISTests {
  @Test func `areas of real maps agree with ST_Area of geography to a millionth`() throws {
    guard let maps = try PublishedMapsTests.maps() else { return }
    let script = Facts.root.appendingPathComponent("Benchmarks/postgis").path
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let lines = maps.map { "SELECT ST_Area(ST_GeomFromText('\(Self.text($0.areas[0].shape))', 4326)::geography);\n" }
    try Data(lines.joined().utf8).write(to: file)
    let asked = try Self.run("/usr/bin/timeout", ["120", "/bin/bash", script, "ask", file.path])
    guard asked.status == 0 else {
      return print("SKIPPED: no PostGIS server can be started here (apt-get install postgresql-15-postgis-3)")
    }
    let theirs = asked.output.split(separator: "\n").compactMap { Double($0) }
    #expect(theirs.count == maps.count)
    for (map, area) in zip(maps, theirs) { #expect(abs(map.areas[0].areaKM2 * 1e6 / area - 1) < 1e-6) }
  }

  private static func text(_ shape: Shape) -> String {
    let polygons = shape.polygons.map { polygon in
      let rings = polygon.rings.map { ring in
        "(" + ring.coordinates.map { "\($0.lon) \($0.lat)" }.joined(separator: ",") + ")"
      }
      return "(" + rings.joined(separator: ",") + ")"
    }
    return "MULTIPOLYGON(" + polygons.joined(separator: ",") + ")"
  }

  private static func run(_ program: String, _ arguments: [String]) throws -> (output: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (output, process.terminationStatus)
  }
}
