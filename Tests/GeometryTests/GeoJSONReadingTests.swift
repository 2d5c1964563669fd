import Formats
import Geometry
import Testing

@Suite struct `Reading GeoJSON` {
  @Test func `takes every geometry of RFC 7946`() throws {
    let ring = "[[0,0],[3,0],[3,3],[0,3],[0,0]]"
    let hole = "[[1,1],[1,2],[2,2],[2,1],[1,1]]"
    let polygon = Polygon(exterior: try square(0, 0, 3), holes: [try square(1, 1, 1).reversed])
    let line = try LineString(points([(1, 2), (3, 4)]))
    let wanted: [(String, Shape)] = [
      (#"{"type":"Point","coordinates":[1,2]}"#, .point(Coordinate(lon: 1, lat: 2))),
      (#"{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}"#, .multiPoint(points([(1, 2), (3, 4)]))),
      (#"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#, .lineString(line)),
      (#"{"type":"MultiLineString","coordinates":[[[1,2],[3,4]]]}"#, .multiLineString([line])),
      ("{\"type\":\"Polygon\",\"coordinates\":[\(ring),\(hole)]}", .polygon(polygon)),
      (
        "{\"coordinates\":[[\(ring),\(hole)]],\"type\":\"MultiPolygon\"}", .multiPolygon(MultiPolygon([polygon]))
      ),
      (
        #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}"#,
        .collection([.point(Coordinate(lon: 1, lat: 2))])
      ),
    ]
    for (text, shape) in wanted {
      #expect(try read(text).collection.features == [Feature(geometry: shape)])
      #expect(try read(feature(text)).collection.features.first?.geometry == shape)
      #expect(faults(feature(text)) == [])
    }
  }

  @Test func `keeps ids, properties, foreign members and the box`() throws {
    let text = """
      {"type":"FeatureCollection","name":"n","bbox":[0,0,0,9,9,100],"features":[
      {"type":"Feature","id":7,"geometry":null,"properties":{"b":1,"a":"إدلب"},"extra":[1]},
      {"type":"Feature","id":"x","geometry":{"type":"Point","coordinates":[1,2,300]},"properties":null}]}
      """
    let reading = try read(text)
    #expect(reading.collection.members == ["name": "n"])
    #expect(reading.collection.bbox == BoundingBox(west: 0, south: 0, east: 9, north: 9))
    #expect(
      reading.collection.features == [
        Feature(id: 7, properties: ["b": 1, "a": "إدلب"], members: ["extra": [1]]),
        Feature(id: "x", geometry: .point(Coordinate(lon: 1, lat: 2))),
      ])
    #expect(
      reading.faults.map(\.description) == ["f.geojson:3: feature 2: 1 position has an altitude; it is dropped"])
    #expect(faults(text) == [])
  }

  @Test(arguments: ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4326", "OGC:CRS84"])
  func `accepts a crs that says WGS 84, and tells of it`(name: String) throws {
    let text = """
      {"type":"FeatureCollection",
      "crs":{"type":"name","properties":{"name":"\(name)"}},"features":[]}
      """
    #expect(try read(text).lostFeatureCount == 0)
    #expect(
      faults(text) == [
        "f.geojson:2: a `crs` member, which RFC 7946 has removed; remove it, the coordinates are read as they are"
      ])
  }

  @Test func `refuses another crs by name, wherever it stands`() {
    let crs = #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}}"#
    let features =
      #""features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[4e6,4e6]}}]"#
    let wanted =
      "f.geojson:1: the coordinates are in urn:ogc:def:crs:EPSG::3857; convert them to longitude and latitude on WGS 84 (EPSG:4326)"
    for text in [
      "{\"type\":\"FeatureCollection\",\(crs),\(features)}", "{\"type\":\"FeatureCollection\",\(features),\(crs)}",
    ] {
      let error = #expect(throws: GeoJSONError.self) { try read(text) }
      #expect(error?.description == wanted)
      #expect(faults(text) == [wanted])
    }
  }

  @Test func `closes open rings and takes wrong windings, and tells of both`() throws {
    let text = feature(#"{"type":"Polygon","coordinates":[[[0,0],[0,3],[3,3],[3,0]],[[1,1],[2,1],[2,2],[1,1]]]}"#)
    let reading = try read(text)
    #expect(reading.collection.features.count == 1)
    #expect(reading.collection.features[0].geometry?.coordinateCount == 9)
    #expect(
      faults(text) == [
        "f.geojson:1: exterior of feature 1: the ring is not closed; repeat its first position at the end",
        "f.geojson:1: exterior of feature 1: runs the wrong way round; exteriors go counterclockwise, holes clockwise",
        "f.geojson:1: hole 1 of feature 1: runs the wrong way round; exteriors go counterclockwise, holes clockwise",
      ])
  }

  @Test func `leaves out a feature with a bad position and keeps the others`() throws {
    let good = feature(#"{"type":"Point","coordinates":[1,2]}"#)
    let bad = feature(#"{"type":"MultiPoint","coordinates":[[1,2],[1e999,2]]}"#)
    let reading = try read("{\"type\":\"FeatureCollection\",\"features\":[\(good),\n\(bad),\n\(good)]}")
    #expect(reading.collection.features.count == 2)
    #expect(reading.lostFeatureCount == 1)
    #expect(
      reading.faults(from: .lost).map(\.description) == [
        "f.geojson:2: feature 2, point 2: not finite; correct or remove it"
      ])
  }

  @Test func `takes one feature a line, and a broken line costs only itself`() throws {
    let good = feature(#"{"type":"Point","coordinates":[1,2]}"#)
    let reading = try read("\(good)\n{\"type\":}\n{\"type\":\"Topology\"}\n\n\(good)\n")
    #expect(reading.collection.features.count == 2)
    #expect(
      reading.faults.map(\.description) == [
        "f.geojson:2: `}` where a value must stand",
        "f.geojson:3: `type` is \"Topology\"; RFC 7946 has FeatureCollection, Feature or a geometry here",
      ])
    #expect(reading.lostFeatureCount == 2)
  }

  @Test func `takes text sequences`() throws {
    let good = feature(#"{"type":"Point","coordinates":[1,2]}"#)
    let reading = try read("\u{1E}\(good)\n\u{1E}{\n\"type\":\"Point\",\"coordinates\":[3,4]}\n")
    #expect(reading.collection.features.map { $0.geometry?.coordinates ?? [] } == [points([(1, 2)]), points([(3, 4)])])
    #expect(reading.faults == [])
  }

  @Test func `tells at most a thousand faults and counts the rest`() throws {
    let bad = Array(repeating: "[200,2]", count: 3000).joined(separator: ",")
    let reading = try read(feature("{\"type\":\"MultiPoint\",\"coordinates\":[\(bad)]}"))
    #expect(reading.faults.count == GeoJSONReading.faultLimit)
    #expect(reading.faultCount == 3000)
  }
}
