import Formats
import Geodesy
import Geometry
import Records
import Territory
import Testing

@Suite struct ControlMapTests {
  @Test func `one nameless area is held`() throws {
    let found = try ControlMaps.read(
      collection([(nil, box(36, 35, 37, 36))], name: "deepstatemap_data_20240801"), file: "x/a.geojson")
    #expect(found.name == "deepstatemap_data_20240801")
    #expect(found.date == Day(year: 2024, month: 8, day: 1))
    #expect(found.source == "deepstatemap_data")
    #expect(found.areas.map(\.side) == ["held"] && found.areas[0].status == .held)
    #expect(found.areas[0].areaKM2 == Ellipsoid.area(of: box(36, 35, 37, 36)).squareKilometers)
    #expect(found.notes.isEmpty)
  }

  @Test func `the day may stand in the name of the file`() throws {
    let found = try ControlMaps.read(collection([(nil, box(36, 35, 37, 36))]), file: "x/control-2020-02-07.geojson")
    #expect(found.date == Day(year: 2020, month: 2, day: 7) && found.source == nil)
    let undated = try ControlMaps.read(collection([(nil, box(36, 35, 37, 36))]), file: "map-20241399.geojson")
    #expect(undated.date == nil && undated.name == "map-20241399")
  }

  @Test func `areas of a side are joined and points left out with a note`() throws {
    let shapes: [(String?, Shape)] = [
      ("A", box(36, 35, 37, 36)), ("B", box(38, 35, 39, 36)), ("A", box(37, 35, 38, 36)), ("A", .point(at(1, 1))),
    ]
    let found = try ControlMaps.read(collection(shapes), file: "f.json")
    #expect(found.areas.map(\.side) == ["A", "B"])
    #expect(found.areas[0].shape.polygons.count == 1)
    #expect(found.notes == ["f.json: feature 4 has no area and was left out: a control map has polygons only"])
  }

  @Test func `overlap stays with the first and is told`() throws {
    let found = try ControlMaps.read(
      collection([("A", box(36, 35, 37, 36)), ("B", box(36.9, 35, 38, 36))]), file: "f.json")
    let overlap = Ellipsoid.area(of: box(36.9, 35, 37, 36)).squareKilometers
    #expect(found.areas[1].shape.boundingBox?.west == 37)
    #expect(found.notes == ["f.json: \"A\" and \"B\" both hold the same \(overlap) km²: it stays with the first"])
  }

  @Test func `a broken area is repaired and told`() throws {
    let tie = try Ring(closing: [at(36, 35), at(37, 36), at(37, 35), at(36, 36)])
    let found = try ControlMaps.read(collection([(nil, .polygon(Polygon(exterior: tie)))]), file: "f.json")
    #expect(found.areas[0].shape.polygons.count == 2)
    #expect(
      found.notes == [
        "f.json: exterior of feature 1, point 1: not valid (Self-intersection at 36.5,35.5), and repaired"
      ])
  }

  @Test func `a broken hole is told with its number and the corner before the fault`() throws {
    let shell = try Ring(closing: [at(30, 30), at(40, 30), at(40, 40), at(30, 40)])
    let good = try Ring(closing: [at(31, 31), at(31, 32), at(32, 32), at(32, 31)])
    let tie = try Ring(closing: [at(36, 34.5), at(36, 35), at(37, 36), at(37, 35), at(36, 36), at(35.9, 34.5)])
    let area = MultiPolygon([
      box(50, 30, 51, 31).polygons[0], Polygon(exterior: shell, holes: [good, tie]),
    ])
    let found = try ControlMaps.read(collection([("A", .multiPolygon(area))]), file: "f.json")
    #expect(
      found.notes == [
        "f.json: hole 2 of polygon 2 of feature 1, point 2: not valid (Self-intersection at 36.5,35.5), and repaired"
      ])
  }

  @Test func `what this program drew is of one origin while one source is in common, what others drew only with all`()
    throws
  {
    func map(_ sources: String, _ method: String?) throws -> ControlMap {
      var collection = collection([("A", box(36, 35, 37, 36))])
      collection.features[0].properties["sources"] = .string(sources)
      if let method { collection.features[0].properties["method"] = .string(method) }
      return try ControlMaps.read(collection, file: "f.json")
    }
    let before = try map("SOHR;SANA", "settlements")
    _ = try ControlChange.between(before, map("SANA;AFP;Reuters", "settlements"))
    _ = try ControlChange.between(map("DeepState", nil), map("DeepState;SANA", "advanced"))
    #expect(throws: TerritoryError.mixedSources("SOHR, SANA", "A, B and 2 more")) {
      try ControlChange.between(before, map("A;B;C;D", "settlements"))
    }
    #expect(throws: TerritoryError.mixedSources("SOHR, SANA", "SANA")) {
      try ControlChange.between(map("SOHR;SANA", nil), map("SANA", nil))
    }
    #expect(before.areas[0].method == "settlements" && before.areas[0].sources == ["SOHR", "SANA"])
  }

  @Test func `a map without area or off the earth is refused`() throws {
    let empty = #expect(throws: TerritoryError.self) { try ControlMaps.read(collection([]), file: "f.json") }
    #expect(empty?.description == "f.json: no area in it: a control map has one polygon or more")
    let stray = #expect(throws: TerritoryError.self) {
      try ControlMaps.read(collection([(nil, box(36, 35, 37, 95))]), file: "f.json")
    }
    #expect(
      stray?.description
        == "f.json: exterior of feature 1, point 3, has the position 37.0,95.0: longitudes are -180 to 180 and latitudes -90 to 90, longitude first"
    )
  }
}
