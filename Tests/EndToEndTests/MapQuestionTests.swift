import TestSupport
import Formats
import Foundation
import Geometry
import Testing

@Suite struct `What is near` {
  /// Three events: in Saraqib, north of it, and one of 2019 whose radius reaches further.
  static let events = """
    {"type": "FeatureCollection", "features": [
    {"type": "Feature", "id": "a", "geometry": {"type": "Point", "coordinates": [36.80591, 35.86447]}, "properties":
      {"feature": "event", "event_type": "airstrike", "date": "2020-02-11", "actor1": "Government of Russia", "geo_precision": 1, "radius_m": 1000}},
    {"type": "Feature", "id": "b", "geometry": {"type": "Point", "coordinates": [36.80591, 36.04447]}, "properties":
      {"feature": "event", "event_type": "shelling", "start": "2020-02-09", "end": "2020-02-15", "date": "2020-02-12", "geo_precision": 2, "radius_m": 5000}},
    {"type": "Feature", "id": "c", "geometry": null, "properties": {"feature": "event", "event_type": "protest", "date": "2019-01-01"}},
    {"type": "Feature", "id": "m", "geometry": {"type": "Point", "coordinates": [36.8, 35.8]}, "properties": {"feature": "mention"}}
    ]}
    """

  private func ids(_ arguments: String...) throws -> [String] {
    let scratch = Scratch()
    let file = scratch.file("events.geojson", Self.events)
    let outcome = Program.start(
      Program.path, ["near"] + arguments + ["--events", file], [], ["EVENTMAPPER_DATA": Program.data], nil)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try GeoJSONReader.read(outcome.bytes, path: "out").collection.features.compactMap { $0.id?.stringValue }
  }

  @Test func `events within a distance come nearest first`() throws {
    #expect(try ids("Saraqib", "--within", "30km") == ["a", "b"])
    #expect(try ids("Saraqib", "--within", "500m") == ["a"])
    #expect(try ids("36.8,36.05", "--nearest", "1") == ["b"])
    #expect(try ids("M5", "--within", "100km") == ["a", "b"])
    #expect(try ids("-3.7,40.4", "--within", "1km").isEmpty)
  }

  @Test func `filters ask for what a feature says`() throws {
    #expect(try ids("Saraqib", "--type", "shelling") == ["b"])
    #expect(try ids("Saraqib", "--type", "shelling", "--type", "airstrike") == ["a", "b"])
    #expect(try ids("Saraqib", "--actor", "russia") == ["a"])
    #expect(try ids("Saraqib", "--min-precision", "1") == ["a"])
    #expect(try ids("Saraqib", "--since", "2020-02-14") == ["b"])
    #expect(try ids("Saraqib", "--until", "2020-02-10") == ["b"])
  }

  @Test func `each says how far, where, and how surely`() throws {
    let outcome = Program.run("near", "36.80591,35.86447", "--within", "18km", "--events", "-", input: Self.events)
    let features = try GeoJSONReader.read(outcome.bytes, path: "out").collection.features
    let north = try #require(features.last?.properties)
    // GeodSolve -i: 35.86447 36.80591 36.04447 36.80591 -> 0 0 19971.9
    #expect(abs((north["distance_km"]?.doubleValue ?? 0) - 19.972) < 0.001)
    #expect(north["azimuth"]?.doubleValue == 0)
    #expect(north["within"] == "possible")
    #expect(features.first?.properties["within"] == "certain")
  }

  @Test func `a table is safe in a spreadsheet`() {
    let outcome = Program.run("near", "Saraqib", "--events", "-", "--format", "csv", input: Self.events)
    #expect(outcome.text.hasPrefix("feature,event_type,date,actor1,geo_precision,radius_m,"))
    #expect(outcome.text.split(separator: "\r\n").count == 3)
  }

  @Test func `a broken event file names its line; lost features are 65`() {
    let broken = Program.run("near", "Saraqib", "--events", "-", input: "{\"type\":\n}")
    #expect(broken.status == 1)
    #expect(broken.errors.contains("\nError: standard input:2:"))
    let lost = Program.run(
      "near", "Saraqib", "--events", "-",
      input: Self.events.replacingOccurrences(of: "[36.8, 35.8]", with: "[36.8, 95.8]"))
    #expect(lost.status == 65)
    #expect(lost.errors.contains("feature 4"))
  }
}

@Suite struct `What changed on a map` {
  private func map(_ east: Double) -> String {
    """
    {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"side": "North"}, "geometry":
    {"type": "Polygon", "coordinates": [[[36, 35], [\(east), 35], [\(east), 36], [36, 36], [36, 35]]]}}]}
    """
  }

  @Test func `ground gained is written with its area on the ellipsoid`() throws {
    let scratch = Scratch()
    let (before, after) = (scratch.file("a.geojson", map(37)), scratch.file("b.geojson", map(37.5)))
    let file = scratch.path + "/change.geojson"
    let outcome = Program.run("control", "change", before, after, "--line-uncertainty", "500m", "-o", file)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let collection = try GeoJSONReader.read(scratch.read("change.geojson"), path: file).collection
    let gained = try #require(collection.features.first { $0.properties["change"] == "gained" })
    let area = try #require(gained.properties["area_km2"]?.doubleValue)
    // Half a degree of longitude between 35 and 36 N is 5,033 km²: Planimeter 5032.9 for the geodesic quadrangle.
    #expect((5000...5060).contains(area))
    #expect((gained.properties["area_km2_low"]?.doubleValue ?? .infinity) < area)
    #expect(collection.members["totals"]?["side"] == "North")
    #expect(outcome.errors.contains("North: "))
    #expect(Program.run("validate", file).status == 0)
  }

  @Test func `an unknown side is told with the known ones, and nothing is written`() {
    let scratch = Scratch()
    let (before, after) = (scratch.file("a.geojson", map(37)), scratch.file("b.geojson", map(38)))
    let outcome = Program.run("control", "change", before, after, "--side", "South", "-o", scratch.path + "/c.geojson")
    #expect(outcome.status == 1)
    #expect(outcome.errors == "Error: no side \"South\" in either map: they have \"North\"\n")
    #expect(scratch.names == ["a.geojson", "b.geojson"])
  }
}

@Suite struct `Validating GeoJSON` {
  @Test func `faults are named with line and place, valid files are praised`() {
    let scratch = Scratch()
    let good = scratch.file("good.geojson", What_is_near_events)
    let bad = scratch.file(
      "bad.geojson",
      "{\"type\":\"Polygon\",\n\"coordinates\":[[[0,0],[0,1],[1,1],[0,0]]]}")
    let outcome = Program.run("validate", good, bad, scratch.path + "/none.geojson")
    #expect(outcome.status == 65)
    #expect(outcome.text.hasPrefix("\(bad):2: exterior: runs the wrong way round"))
    #expect(outcome.errors.contains("good.geojson: valid\n"))
    #expect(outcome.errors.contains("none.geojson: no such file"))
    #expect(Program.run("validate", good).status == 0)
  }

  private var What_is_near_events: String { `What is near`.events }
}

@Suite struct `Making an index` {
  @Test func `the same tables give the same bytes, a fault gives no index`() throws {
    let scratch = Scratch()
    let spelling = Program.root + "/Sources/Gazetteer/Data/spelling"
    let index = scratch.path + "/again.index"
    let good = Program.run("gazetteer", "build", Program.root + "/Gazetteer", "--spelling", spelling, "-o", index)
    #expect(good.status == 0, "\(good.errors)")
    let built = FileManager.default.contents(atPath: Program.data + "/gazetteer.index").map(Array.init)
    #expect(scratch.read("again.index") == built)

    scratch.file("tables/places/x.tsv", "# source: nowhere; licence: none\nid\tname\nlocal:x\n")
    let bad = Program.run(
      "gazetteer", "build", scratch.path + "/tables", "--spelling", spelling, "-o", scratch.path + "/b")
    #expect(bad.status == 65)
    #expect(bad.errors.contains("x.tsv:3"))
    #expect(!scratch.names.contains("b"))
  }

  @Test func `info tells what is inside`() {
    let outcome = Program.run("gazetteer", "info")
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("sha256"))
    #expect(outcome.text.contains("roads: M5 ("))
  }
}
