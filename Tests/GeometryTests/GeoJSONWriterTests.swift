import TestSupport
import Formats
import Geometry
import Testing

@Suite struct `Writing GeoJSON` {
  static func collection() throws -> FeatureCollection {
    let polygon = Polygon(exterior: try square(0, 0, 3).reversed, holes: [try square(1, 1, 1)])
    return FeatureCollection(
      [
        Feature(id: "a", geometry: .point(Coordinate(lon: 36.123456789, lat: -0.00000001)), properties: ["n": 1.5]),
        Feature(geometry: .polygon(polygon), members: ["note": nil, "coordinates": 1]), Feature(),
      ], members: ["generator": ["version": "1"], "crs": "no", "bbox": 3])
  }

  @Test func `gives a collection with a feature a line, right-handed, with seven decimals and a box`() throws {
    #expect(
      GeoJSONWriter.write(try Self.collection()).text == """
        {"type":"FeatureCollection","bbox":[0,0,36.1234568,3],"generator":{"version":"1"},"features":[
        {"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[36.1234568,0]},"properties":{"n":1.5}},
        {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[3,0],[3,3],[0,3],[0,0]],[[1,1],[1,2],[2,2],[2,1],[1,1]]]},"properties":{},"note":null},
        {"type":"Feature","geometry":null,"properties":{}}
        ]}

        """)
  }

  @Test func `gives an empty collection`() {
    #expect(GeoJSONWriter.write(FeatureCollection()).text == "{\"type\":\"FeatureCollection\",\"features\":[\n]}\n")
  }

  @Test func `gives lines and text sequences`() {
    let features = FeatureCollection([Feature(id: 1), Feature(id: 2)], members: ["lost": true])
    let line = { (id: Int) in "{\"type\":\"Feature\",\"id\":\(id),\"geometry\":null,\"properties\":{}}\n" }
    #expect(GeoJSONWriter.write(features, as: .lines).text == line(1) + line(2))
    #expect(GeoJSONWriter.write(features, as: .sequence).text == "\u{1E}" + line(1) + "\u{1E}" + line(2))
  }

  @Test(arguments: [GeoJSONWriter.Layout.collection, .lines, .sequence])
  func `in pieces gives the same as at once`(layout: GeoJSONWriter.Layout) throws {
    let collection = try Self.collection()
    let box = layout == .collection ? collection.extent : nil
    var writer = GeoJSONWriter(layout, members: collection.members, bbox: box)
    var bytes: [UInt8] = []
    for feature in collection.features {
      writer.append(feature)
      bytes += writer.drain()
    }
    #expect(bytes + writer.finish() == GeoJSONWriter.write(collection, as: layout))
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `has no fault for the strict reader, is right-handed, and is written alike again`(seed: UInt64) throws {
    var random = Random(seed: seed)
    let bytes = GeoJSONWriter.write(try random.collection())
    let file = MappedFile(copying: bytes, path: "f.geojson")
    #expect(GeoJSONReader.faults(in: file) == [])
    let collection = try GeoJSONReader.read(file).collection
    #expect(GeoJSONWriter.write(collection) == bytes)
    for polygon in collection.features.flatMap({ $0.geometry?.polygons ?? [] }) {
      #expect(polygon.exterior.winding != .clockwise)
      #expect(polygon.holes.allSatisfy { $0.winding != .counterclockwise })
    }
  }

  @Test(arguments: [GeoJSONWriter.Layout.lines, .sequence])
  func `in lines comes back`(layout: GeoJSONWriter.Layout) throws {
    var random = Random(seed: 8142)
    let collection = try random.collection()
    let bytes = GeoJSONWriter.write(collection, as: layout)
    let reading = try GeoJSONReader.read(bytes, path: "f")
    #expect(reading.faults == [])
    #expect(reading.collection.features.count == collection.features.count)
    #expect(GeoJSONWriter.write(reading.collection, as: layout) == bytes)
  }

  @Test func `is JSON for Python, with at most seven decimals and right-hand rings`() throws {
    var random = Random(seed: 3857)
    let collection = FeatureCollection(try (0..<10).flatMap { _ in try random.collection().features })
    let script = """
      import json, sys
      from decimal import Decimal
      data = json.load(sys.stdin.buffer, parse_float=Decimal)
      rings = 0
      def numbers(value):
          if isinstance(value, list):
              for v in value: numbers(v)
          else:
              assert -value.as_tuple().exponent <= 7 if isinstance(value, Decimal) else True
      def area(ring):
          (x, y) = ring[0]
          return sum((a[0]-x)*(b[1]-y)-(b[0]-x)*(a[1]-y) for a, b in zip(ring, ring[1:]))
      def geometry(g):
          global rings
          if g is None: return
          for part in g.get('geometries', []): geometry(part)
          numbers(g.get('coordinates', []))
          polygons = {'Polygon': [g.get('coordinates')], 'MultiPolygon': g.get('coordinates')}.get(g['type'], [])
          for polygon in polygons:
              for i, ring in enumerate(polygon):
                  assert ring[0] == ring[-1] and len(ring) >= 4
                  assert area(ring) >= 0 if i == 0 else area(ring) <= 0
                  rings += 1
      for f in data['features']: geometry(f['geometry'])
      print(len(data['features']), rings)
      """
    guard let output = try Python.run(script, input: GeoJSONWriter.write(collection)) else { return }
    let rings = collection.features.flatMap { $0.geometry?.polygons ?? [] }.map(\.rings.count).reduce(0, +)
    #expect(rings > 20)
    #expect(output.text == "\(collection.features.count) \(rings)\n")
  }
}
