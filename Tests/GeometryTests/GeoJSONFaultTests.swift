import TestSupport
import Formats
import Geometry
import Testing

@Suite struct `Faults of GeoJSON` {
  static let geometries: [(String, String)] = [
    (#"{"type":"Point","coordinates":[1]}"#, "feature 1: a position of one number; write [lon, lat]"),
    (#"{"type":"Point","coordinates":[1,"2"]}"#, "feature 1: a string where a number must stand; write [lon, lat]"),
    (#"{"type":"Point","coordinates":[null,2]}"#, "feature 1: null where a number must stand; write [lon, lat]"),
    (#"{"type":"Point","coordinates":"1,2"}"#, "feature 1: `coordinates` is a string where an array must stand"),
    (#"{"type":"Point","coordinates":[1e400,2]}"#, "feature 1: not finite; correct or remove it"),
    (
      #"{"type":"Point","coordinates":[35.9,136.1]}"#,
      "feature 1: latitude 136.1 is outside -90...90; are longitude and latitude swapped?"
    ),
    (
      #"{"type":"Point","coordinates":[4137000,4262000]}"#,
      "feature 1: latitude 4262000.0 is outside -90...90; write degrees, [lon, lat]"
    ),
    (
      #"{"type":"Point","coordinates":[181,2]}"#,
      "feature 1: longitude 181.0 is outside -180...180; write degrees, [lon, lat], and cut at the antimeridian"
    ),
    (
      #"{"type":"LineString","coordinates":[[1,2]]}"#,
      "feature 1: a line needs two positions and this has 1; add the rest or make it a point"
    ),
    (
      #"{"type":"LineString","coordinates":[1,2]}"#,
      "feature 1, point 1: a number where a position must stand; do the brackets fit the type?"
    ),
    (
      #"{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[1,2],[3]]]}"#,
      "line 2 of feature 1, point 2: a position of one number; write [lon, lat]"
    ),
    (
      #"{"type":"Polygon","coordinates":[[[0,0],[3,0],[3,3],[0,0]],[[1,1],[1,1]]]}"#,
      "hole 1 of feature 1: a ring needs four positions, the last as the first, and this has 2; add the rest or remove the ring"
    ),
    (
      #"{"type":"MultiPolygon","coordinates":[[[[0,0],[3,0],[3,3],[0,0]]],[[[0,0],[3,0],[3,1e999],[0,0]]]]}"#,
      "exterior of polygon 2 of feature 1, point 3: not finite; correct or remove it"
    ),
    (
      #"{"type":"MultiPolygon","coordinates":[[[[0,0],[3,0],[3,3],[0,0]]],[]]}"#,
      "polygon 2 of feature 1: a ring needs four positions, the last as the first, and this has 0; add the rest or remove the ring"
    ),
    (
      #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"Point","coordinates":[[1,2]]}]}"#,
      "geometry 2 of feature 1: an array where a number must stand; write [lon, lat]"
    ),
    (#"{"type":"point","coordinates":[1,2]}"#, "feature 1: `type` is \"point\"; RFC 7946 has a geometry here"),
    (#"{"coordinates":[1,2]}"#, "feature 1: no `type`; add it"),
    (#"{"type":"Point"}"#, "feature 1: no `coordinates`; add it"),
    (#"{"type":"GeometryCollection"}"#, "feature 1: no `geometries`; add it"),
    (#""POINT(1 2)""#, "feature 1: `geometry` is a string where an object or null must stand"),
    ("[1,2]", "feature 1: `geometry` is an array where an object or null must stand"),
  ]

  @Test(arguments: geometries)
  func `in a geometry are told by place, and its feature is left out`(geometry: String, wanted: String) throws {
    let text = feature(geometry)
    #expect(faults(text).first == "f.geojson:1: " + wanted)
    let reading = try read(text)
    #expect(reading.collection.features == [])
    #expect(reading.lostFeatureCount == 1)
  }

  static let repaired: [(String, String)] = [
    (
      #"{"type":"Feature","geometry":null}"#, "feature 1: no `properties`; add it, null if unknown"
    ),
    (
      #"{"type":"Feature","geometry":null,"properties":[1]}"#,
      "feature 1: `properties` is an array where an object or null must stand"
    ),
    (
      #"{"type":"Feature","geometry":null,"properties":null,"id":[1]}"#,
      "feature 1: `id` is an array where a string or a number must stand"
    ),
    (
      #"{"type":"Feature","geometry":null,"properties":null,"coordinates":[1,2]}"#,
      "feature 1: `coordinates` has no place in a Feature; remove or rename it"
    ),
    (
      #"{"type":"Feature","geometry":null,"properties":null,"bbox":[1,2]}"#,
      "feature 1: `bbox` is not four numbers, west south east north; correct or remove it"
    ),
  ]

  @Test(arguments: repaired) func `in a feature are told, and it is read`(text: String, wanted: String) throws {
    #expect(faults(text) == ["f.geojson:1: " + wanted])
    #expect(try read(text).collection.features.count == 1)
  }

  static let refused: [(String, String)] = [
    ("[]", "f.geojson:1: `the text` is an array where an object must stand"),
    ("\n{}", "f.geojson:2: no `type`; add it"),
    (
      #"{"type":"Topology","objects":{}}"#,
      "f.geojson:1: `type` is \"Topology\"; RFC 7946 has FeatureCollection, Feature or a geometry here"
    ),
    (#"{"type":"FeatureCollection"}"#, "f.geojson:1: no `features`; add it"),
    (
      #"{"type":"FeatureCollection","features":{}}"#,
      "f.geojson:1: `features` is an object where an array must stand"
    ),
  ]

  @Test(arguments: refused) func `of the whole file refuse it`(text: String, wanted: String) {
    #expect(#expect(throws: GeoJSONError.self) { try read(text) }?.description == wanted)
    #expect(faults(text) == [wanted])
  }

  @Test func `of JSON are told with line and column, and by validation with the line`() {
    let text = "{\"type\":\"FeatureCollection\",\n\"features\":[,]}"
    let error = #expect(throws: GeoJSONError.self) { try read(text) }
    #expect(error?.description == "f.geojson:2:13: `,` where a value must stand")
    #expect(faults(text) == ["f.geojson:2: `,` where a value must stand"])
    #expect(faults("[1") == ["f.geojson:1: the text ends inside an array; is the file cut short?"])
  }

  @Test func `of features tell which, and validation goes on`() {
    let text = """
      {"type":"FeatureCollection","bbox":[0,0,1,1],"properties":{},"features":[
      7,
      {"type":"feature"},
      {"geometry":{"type":"Point",
        "coordinates":[5,5]},"properties":{}}
      ]}
      """
    #expect(
      faults(text) == [
        "f.geojson:1: `properties` has no place in a FeatureCollection; remove or rename it",
        "f.geojson:2: feature 1: `feature` is a number where an object must stand",
        "f.geojson:3: feature 2: `type` is \"feature\"; RFC 7946 has Feature here",
        "f.geojson:4: feature 3: no `type`; add it",
      ])
  }

  @Test func `include a box that is too small`() {
    let point = feature(#"{"type":"Point","coordinates":[5,5]}"#)
    #expect(
      faults("{\"type\":\"FeatureCollection\",\"features\":[\(point)],\n\"bbox\":[0,0,1,1]}")
        == ["f.geojson:2: `bbox` does not hold all positions; correct or remove it"])
    #expect(faults("{\"type\":\"FeatureCollection\",\"features\":[\(point)],\"bbox\":[0,0,5,5]}") == [])
    let eastern = feature(#"{"type":"Point","coordinates":[179,5]}"#)
    #expect(faults("{\"type\":\"FeatureCollection\",\"features\":[\(eastern)],\"bbox\":[170,0,-170,9]}") == [])
  }

  @Test func `never crash on a text with any byte changed or cut`() throws {
    var random = Random(seed: 9)
    let original = try random.collection()
    let bytes = GeoJSONWriter.write(original)
    var (read, refused) = (0, 0)
    for round in 0..<3000 {
      var broken = bytes
      if round % 3 == 0 {
        broken.removeLast(random.below(broken.count))
      } else {
        broken[random.below(broken.count)] = UInt8(random.below(256))
      }
      if (try? GeoJSONReader.read(broken, path: "f")) == nil { refused += 1 } else { read += 1 }
    }
    #expect(read > 100)
    #expect(refused > 1000)
  }
}
