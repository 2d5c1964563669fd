import TestSupport
import Formats
import Foundation
import Testing

/// A small land: three villages of each side in a row.
private struct SmallLand {
  let scratch = Scratch()

  init() {
    let rows = (0..<6).map {
      "v\($0)\tVillage \($0)\t\($0 < 3 ? "Government of Syria" : "Syrian opposition")\t35.5\t36.\($0)5"
    }
    list("sides.tsv", ["place_id\tname\tside\tlat\tlon"] + rows)
    list(
      "changes.tsv",
      [
        "date\tplace_id\tname\tfrom\tto\tstatus\tdoubt\tsource\tsource_date\tnote",
        "2020-01-05\tv3\tVillage 3\tSyrian opposition\tGovernment of Syria\theld\t\tSANA|SOHR\t2020-01-05|2020-01-06\t",
        "2020-01-09\tv4\tVillage 4\tSyrian opposition\tGovernment of Syria\tclaimed\tsingle\tSANA\t2020-01-09\t",
      ])
  }

  @discardableResult func list(_ name: String, _ lines: [String]) -> String {
    scratch.file(name, "# source: a test; licence: none\n" + lines.joined(separator: "\n") + "\n")
  }

  func run(_ arguments: String...) -> Program.Outcome {
    _ = Program.data
    return Program.start(Program.path, ["control"] + arguments, [], [:], scratch.path)
  }

  func features(_ outcome: Program.Outcome) throws -> [JSONObject] {
    try JSONValue.parse(outcome.bytes)["features"]?.arrayValue?.compactMap { $0["properties"]?.objectValue } ?? []
  }

  func event(_ members: String) -> String {
    scratch.file(
      "events.geojson",
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"feature":"event","id":"e1",
      "event_type":"capture","status":"reported","date":"2020-01-07","place":"Village 2","place_id":"v2",
      "actor1":"Hayat Tahrir al-Sham","quote":"they took it"\(members)}}]}
      """)
  }
}

@Suite struct `Control maps by the command line` {
  private let land = SmallLand()

  @Test func `build writes the map at the end of a day, with its method and the hashes of its inputs`() throws {
    let outcome = land.run("build", "sides.tsv", "--changes", "changes.tsv", "--box", "36,35,36.6,36")
    #expect(outcome.status == 0)
    let features = try land.features(outcome)
    #expect(features.map { $0["status"] } == ["held", "held", "claimed"])
    #expect(features.allSatisfy { $0["date"] == "2020-01-09" && $0["feature"] == "control" })
    let all = try JSONValue.parse(outcome.bytes)
    #expect(all["inputs"]?.arrayValue?.map { $0["name"] } == ["sides.tsv", "changes.tsv"])
    #expect(all["inputs"]?.arrayValue?.first?["sha256"]?.stringValue?.utf8.count == 64)
    let early = land.run(
      "build", "sides.tsv", "--changes", "changes.tsv", "--box", "36,35,36.6,36", "--date", "2020-01-04")
    #expect(try land.features(early).count == 2)
  }

  @Test func `the same input gives the same bytes`() {
    let runs = (0..<2).map { _ in land.run("build", "sides.tsv", "--changes", "changes.tsv", "--box", "36,35,36.6,36") }
    #expect(runs[0].bytes == runs[1].bytes && !runs[0].bytes.isEmpty)
  }

  @Test func `a folder gets a map a week, a table the areas, a page the report`() throws {
    let folder = land.run(
      "build", "sides.tsv", "--changes", "changes.tsv", "--box", "36,35,36.6,36", "--every", "2", "-o", "maps/")
    #expect(folder.status == 0 && folder.errors.hasPrefix("4 maps in maps/\n"))
    let names = try FileManager.default.contentsOfDirectory(atPath: land.scratch.path + "/maps").sorted()
    #expect(names.first == "control-2020-01-04.geojson" && names.count == 4)
    let change = land.run("change", "maps/\(names[0])", "maps/\(names[3])", "--side", "Government of Syria")
    #expect(change.status == 0)
    let table = land.run("build", "sides.tsv", "--changes", "changes.tsv", "--format", "csv")
    #expect(table.text.hasPrefix("date,side,area_km2"))
    let page = land.run("build", "sides.tsv", "--changes", "changes.tsv", "--format", "html")
    #expect(page.text.contains("Village 3") && page.text.contains("SANA, 2020-01-05"))
  }

  @Test func `a folder of daily maps gives a table, features and a page in one run`() throws {
    let built = land.run(
      "build", "sides.tsv", "--changes", "changes.tsv", "--box", "36,35,36.6,36", "--every", "2", "-o", "maps/")
    #expect(built.status == 0)
    let outcome = land.run("change", "maps/", "-o", "s.csv", "-o", "s.geojson", "-o", "s.html")
    #expect(outcome.status == 0)
    let page = String(decoding: land.scratch.read("s.html"), as: UTF8.self)
    #expect(page.contains("Who held which ground, 2020-01-04 to 2020-01-09") && page.contains("map by map"))
    #expect(page.contains("\"control-2020-01-04.geojson\"") && page.contains("\"basis\":\"maps\""))
    #expect(String(decoding: land.scratch.read("s.csv"), as: UTF8.self).hasPrefix("date,previous_date"))
    let features = try JSONValue.parse(land.scratch.read("s.geojson"))["features"]?.arrayValue ?? []
    let kinds = features.compactMap { $0["properties"]?["feature"]?.stringValue }
    #expect(kinds.contains("change") && kinds.contains("settlement_change"))
    let pair = land.run(
      "change", "maps/control-2020-01-04.geojson", "maps/control-2020-01-09.geojson", "--format", "html")
    #expect(pair.status == 0 && pair.text.contains("Who held which ground, 2020-01-04 to 2020-01-09"))
    try FileManager.default.createDirectory(atPath: land.scratch.file("none"), withIntermediateDirectories: false)
    let none = land.run("change", "none")
    #expect(
      none.errors
        == "Error: none: no control map in it that can be read; a folder of maps has .geojson files, each with its day in "
        + "its name\n")
  }

  @Test func `events move the list, a map that was built and a map of others`() throws {
    let events = land.event("")
    let list = land.run("advance", "sides.tsv", events, "--box", "36,35,36.6,36", "-o", "moved.geojson")
    #expect(list.status == 0)
    #expect(list.errors.contains("2020-01-07 Village 2: Government of Syria -> Syrian opposition"))
    _ = land.run("build", "sides.tsv", "--box", "36,35,36.6,36", "--since", "2020-01-01", "-o", "built.geojson")
    let built = land.run("advance", "built.geojson", events)
    let moved = try land.features(built)
    #expect(moved.map { $0["feature"] } == ["control", "control", "settlement_change"])
    #expect(moved.last?["event_ids"] == "e1" && moved.last?["quotes"] == "they took it")
    let whole = try JSONValue.parse(land.scratch.read("moved.geojson"))["features"]?.arrayValue ?? []
    let areas = whole.prefix(2).map { $0["properties"]?["area_km2"]?.doubleValue ?? .nan }
    for (one, other) in zip(areas, moved.prefix(2).map { $0["area_km2"]?.doubleValue ?? .nan }) {
      #expect(abs(one - other) < 1e-7 * one)
    }
    land.scratch.file(
      "foreign.geojson",
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"side":"Government of Syria"},"geometry":
      {"type":"Polygon","coordinates":[[[36.6,35.8],[36.9,35.8],[36.9,36],[36.6,36],[36.6,35.8]]]}}]}
      """)
    let foreign = land.run(
      "advance", "foreign.geojson", land.event(",\"place_id\":\"geonames:164816\",\"place\":\"Saraqib\""))
    #expect(try land.features(foreign).map { $0["side"] ?? $0["to"] }.contains("Syrian opposition"))
    let page = land.run("advance", "built.geojson", events, "--format", "html")
    #expect(page.status == 0 && page.text.contains("they took it") && page.text.contains("2020-01-07"))
  }

  @Test(arguments: ["front", "advance"])
  func `a map that lost ground is refused with the ring and the point, by every verb that reads one`(verb: String) {
    land.scratch.file(
      "lost.geojson",
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"side":"A"},"geometry":
      {"type":"Polygon","coordinates":[[[36,35],[37,35],[37,95],[36,36],[36,35]]]}},
      {"type":"Feature","properties":{"side":"B"},"geometry":
      {"type":"Polygon","coordinates":[[[36,35],[37,35],[37,36],[36,36],[36,35]]]}}]}
      """)
    let outcome =
      verb == "front" ? land.run("front", "lost.geojson") : land.run("advance", "lost.geojson", land.event(""))
    #expect(outcome.status == 1 && outcome.bytes.isEmpty)
    #expect(outcome.errors.contains("exterior of feature 1, point 3: latitude 95.0 is outside -90...90"))
    #expect(
      outcome.errors.hasSuffix(
        "lost.geojson: without the features named above the map would be a false one; correct them\n"))
  }

  @Test func `a claim, a denial and what is no settlement move nothing, and say so`() throws {
    let claim = land.run("advance", "sides.tsv", land.event(",\"status\":\"claimed\""))
    #expect(try land.features(claim).compactMap { $0["status"] } == ["held", "held", "claimed", "claimed"])
    #expect(claim.errors.contains("2020-01-07 Village 2: claimed by Syrian opposition"))
    let denial = land.run("advance", "sides.tsv", land.event(",\"status\":\"denied\""), "--since", "2020-01-01")
    #expect(denial.errors.contains("2020-01-07 Village 2: moves nothing, it is denied or alleged without backing\n"))
    let dispute = land.run("advance", "sides.tsv", land.event(",\"status\":\"disputed\""))
    #expect(dispute.errors.contains("2020-01-07 Village 2: contested by Syrian opposition"))
    let area = land.run("advance", "sides.tsv", land.event(",\"place_kind\":\"governorate\""), "--since", "2020-01-01")
    #expect(area.errors.contains("event e1 moves nothing: Village 2 is no single settlement\n"))
  }

  @Test func `the front tells its length, the distance of places, and whose a strip along a road is`() throws {
    let outcome = land.run(
      "front", "sides.tsv", "--box", "36,35,36.6,36", "--since", "2020-01-01", "--from", "36.1,35.5")
    let features = try land.features(outcome)
    #expect(features.map { $0["feature"] } == ["front", "distance"])
    let length = features[0]["length_km"]?.doubleValue ?? 0
    #expect(abs(length - 111) < 1)
    #expect(abs((features[1]["distance_km_front"]?.doubleValue ?? 0) - 18.1) < 0.2)
    let strip = land.run(
      "front", "idlib", "--date", "2020-02-12", "--road", "M5", "--beside", "west", "--within", "5km", "--from",
      "36.96,36.1")
    let parts = try land.features(strip).filter { $0["feature"] == "strip" }
    #expect(parts.count >= 2 && parts.allSatisfy { $0["road_direction"] == "Aleppo to Nasib crossing" })
    let place = try #require(try land.features(strip).last)
    #expect(features[1]["place_id"] == .null)
    // The road runs south from Aleppo: its west is to the right.
    #expect(place["side_of_road"] == "right" && place["in_strip"] == true)
  }

  @Test(arguments: [
    (
      ["build", "nonsense"], 1,
      "no case \"nonsense\" in the data folder (it has idlib); give one of its cases or a list of settlements (.tsv)"
    ),
    (
      ["build", "sides.tsv", "--unit", "Atlantis"], 1,
      "no boundary of \"Atlantis\" in the gazetteer; give a unit that has one, --box or --region FILE"
    ),
    (
      ["build", "sides.tsv", "--divide", "M99"], 1,
      "no road \"M99\" in the gazetteer (it has M5, M4, M1, M20, Aleppo-Bab al-Hawa road, Aleppo-Gaziantep road); give one of them or a .geojson file"
    ),
    (
      ["build", "sides.tsv", "--box", "36,35,37,36", "--since", "2020-01-01", "--side", "C"], 1,
      "no side \"C\" in either map: they have \"Government of Syria\", \"Syrian opposition\""
    ),
    (["build", "sides.tsv"], 1, "no row of the list has a date; give --since DAY"),
    (
      ["build", "sides.tsv", "--box", "36,35,36"], 64,
      "--box 36,35,36: give west,south,east,north in degrees, as 35.7,35.1,37.4,36.6"
    ),
    (
      ["build", "sides.tsv", "--box", "0,0,60,60", "--since", "2020-01-01"], 1,
      "the region is 60 degrees wide or high: what is nearest is judged on a flat map; give a region of 30 degrees or less, on one side of the antimeridian"
    ),
    (
      ["build", "sides.tsv", "--box", "36,35,37,36", "--since", "2020-01-01", "--date", "2202-01-01"], 1,
      "the days from 2020-01-01 to 2202-01-01 are more than ten years: correct the day, or give --since and --date"
    ),
    (
      ["build", "empty.tsv", "--since", "2020-01-01"], 1,
      "no settlement with a place: control is made from settlements and their sides"
    ),
    (
      ["front", "idlib", "--date", "2018-01-01"], 1,
      "2018-01-01 lies before the list's first day, 2019-12-19: it tells nothing of it; give that day or a later one"
    ),
    (
      ["build", "sides.tsv", "--since", "2020-01-01", "--region", "empty.geojson"], 1,
      "empty.geojson has no area: give a polygon"
    ),
    (["front", "sides.tsv", "--beside", "west"], 64, "--beside west: say of which road with --road"),
    (
      ["front", "sides.tsv", "--road", "M5", "--beside", "up"], 64,
      "--beside up: give left, right or a direction as west or north-east"
    ),
  ])
  func `what cannot be done is refused with the cure`(arguments: [String], status: Int32, sentence: String) {
    land.list("empty.tsv", ["place_id\tname\tside"])
    land.scratch.file("empty.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}")
    let outcome = Program.start(
      Program.path, ["control"] + arguments, [], ["EVENTMAPPER_DATA": Program.data], land.scratch.path)
    #expect(outcome.status == status)
    let errors = outcome.errors.split(separator: "\n").filter { $0.hasPrefix("Error: ") }
    #expect(errors.first.map(String.init) == "Error: " + sentence)
  }

  @Test func `a row without a place is left out, the rest is done`() {
    land.list(
      "odd.tsv",
      ["place_id\tname\tside\tdate", "geonames:164816\tSaraqib\tA\t2020-01-01", "x:1\tNowhere\tA\t2020-01-01"])
    let outcome = land.run("build", "odd.tsv")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("odd.tsv:4: no place x:1 in the gazetteer; give it lat and lon columns\n"))
  }
}

/// The shipped case, against what its sources say.
@Suite struct `The case of Idlib` {
  @Test func `the M5 was taken, cut and taken again on the days that sources give`() throws {
    let outcome = Program.run("control", "build", "idlib", "--format", "csv")
    #expect(outcome.status == 0)
    let road = try #require(outcome.errors.split(separator: "\n").first { $0.hasPrefix("M5 (Rashideen") })
    #expect(road.hasSuffix("wholly taken 2020-02-11, 2020-03-02; cut 2020-02-27"))
    let claim = try #require(outcome.errors.split(separator: "\n").first { $0.hasPrefix("1160.0 km² in Idlib") })
    #expect(claim.contains(", consistent;"))
    let rows = outcome.text.split(separator: "\r\n").count + outcome.text.split(separator: "\n").count
    #expect(rows > 20)
  }

  @Test func `the page of events takes the case under its events, and only a page does`() throws {
    let scratch = Scratch()
    let page = scratch.file("map.html")
    let outcome = Program.run("map", Program.root + "/seeds", "--control", "idlib", "-o", page)
    #expect(outcome.status == 0)
    let text = String(decoding: scratch.read("map.html"), as: UTF8.self)
    #expect(text.contains("\"control\":{\"side\":\"Government of Syria\",\"basis\":\"settlements\""))
    let none = Program.run("map", Program.root + "/seeds", "--control", "idlib", "-o", scratch.file("e.geojson"))
    #expect(none.status == 64)
    #expect(none.errors.hasPrefix("Error: --control idlib: give -o FILE.html, the page that shows it\n"))
  }

  @Test func `the seeds' events show Maarat al-Numan claimed`() throws {
    let scratch = Scratch()
    let events = Program.run("map", Program.root + "/seeds")
    let outcome = Program.run(
      "control", "advance", "idlib", scratch.file("e.geojson", events.bytes), "--date", "2020-02-29")
    #expect(outcome.errors.contains("2020-01-28 Maarat al-Numan: claimed by Government of Syria"))
    #expect(outcome.errors.contains("the case's own changes are left out; `control build idlib --events "))
    let features = try JSONValue.parse(outcome.bytes)["features"]?.arrayValue ?? []
    let claimed = features.filter { $0["properties"]?["status"] == "claimed" }.map { $0["properties"]?["feature"] }
    #expect(claimed == ["control", "settlement_change"])
  }
}
