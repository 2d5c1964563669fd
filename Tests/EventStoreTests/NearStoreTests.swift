import TestSupport
import EventStore
import Formats
import Foundation
import Geodesy
import Geometry
import Records
import Testing

@Suite struct `Near in a store` {
  /// Features of points with radii, areas and lines.
  private func features(_ count: Int, _ random: inout Random) throws -> [Feature] {
    try (0..<count).map { index in
      let center = at(random.number(36...37), random.number(35...36))
      var feature = Feature(id: .string("f\(index)"), geometry: .point(center))
      if index % 25 == 1 {
        feature.geometry = .polygon(Ellipsoid.circle(center: center, radius: Meters(random.number(100...9000))))
      } else if index % 25 == 2 {
        let end = at(center.lon + random.number(-0.2...0.2), center.lat + 0.1)
        feature.geometry = .lineString(try LineString([center, end]))
      } else if index % 25 == 3 {
        feature.geometry = nil
      }
      feature.properties = [
        "id": .string("f\(index)"), "event_type": index % 2 == 0 ? "airstrike" : "shelling",
        "radius_m": index % 4 == 0 ? .double(random.number(0...3000)) : .null, "geo_precision": .int(1 + index % 3),
      ]
      return feature
    }
  }

  private func file(_ features: [Feature], _ scratch: Scratch) throws -> MappedFile {
    let path = scratch.file("in.geojson")
    try WholeFile.write(GeoJSONWriter.write(FeatureCollection(features)), to: path)
    return try MappedFile(path)
  }

  @Test(arguments: Backend.allCases) func `a store answers as memory does`(backend: Backend) throws {
    let scratch = Scratch()
    guard let archive = try backend.make(scratch) else { return }
    var random = Random(seed: 23)
    let source = try GeoJSONReader.read(file(try features(400, &random), scratch)).collection.features
    try archive.put(source)
    let all = try archive.events()
    #expect(all.count == 400)
    let road = try LineString([at(36.2, 35.1), at(36.5, 35.5), at(36.6, 35.95)])
    let area = Shape.polygon(Ellipsoid.circle(center: at(36.5, 35.5), radius: Meters(20_000)))
    for center in [NearCenter.point(at(36.5, 35.5)), .line(road), .shape(area)] {
      for query in [EventQuery(), EventQuery(types: ["shelling"], precision: 2)] {
        let wanted = all.filter(query.accepts)
        for limit in [nil, 5000.0, 30_000] {
          for count in [nil, 7] {
            let found = try archive.near(center, within: limit.map { Meters($0) }, nearest: count, query)
            let expected = try NearEvent.search(wanted, center, within: limit.map { Meters($0) }, nearest: count)
            #expect(found.map(\.feature.id) == expected.map(\.feature.id))
            #expect(found.map(\.hit.distance) == expected.map(\.hit.distance))
            #expect(found.map(\.hit.within) == expected.map(\.hit.within))
          }
        }
      }
    }
  }

  @Test(arguments: Backend.allCases) func `at the poles and on the antimeridian the sets are those of measuring`(
    backend: Backend
  ) throws {
    let scratch = Scratch()
    guard let archive = try backend.make(scratch) else { return }
    var random = Random(seed: 41)
    let hubs = [at(0, 90), at(120, -90), at(180, 0), at(-180, 65), at(179.9, -51), at(-45, 89.5)]
    var points = [at(0, 90), at(33, 90), at(-7, -90), at(180, 10), at(-180, 10), at(180, -10), at(-180, -10)]
    for index in 0..<600 {
      let way = Meters(random.number(0...400_000))
      points.append(Ellipsoid.direct(from: hubs[index % 6], azimuth: random.number(0...360), distance: way).rounded)
    }
    let drawn = points.enumerated().map { index, point in
      Feature(id: .string("p\(index)"), geometry: .point(point), properties: ["id": .string("p\(index)")])
    }
    #expect(try archive.load(file(drawn, scratch)) == points.count)
    let centers = hubs + [at(-179.99, 10), at(12, 89.999)] + (0..<6).map { _ in points[random.below(points.count)] }
    for center in centers {
      let ways = points.map { Ellipsoid.distance(center, $0).rawValue }
      for limit in [1000, 50_000, 300_000, ways[30], 2_000_000] {
        let found = try archive.near(.point(center), within: Meters(limit)).map { $0.feature.id?.stringValue ?? "" }
        let near = points.indices.filter { ways[$0] <= limit }.map { "p\($0)" }
        #expect(found.sorted() == near.sorted(), "\(center) \(limit)")
        guard backend != .postGIS else { continue }
        #expect(try archive.nearRows(Meters(limit), of: center).map { "p\($0 - 1)" }.sorted() == near.sorted())
      }
      let nearest = try archive.near(.point(center), nearest: 20).map(\.hit.distance.rawValue)
      #expect(nearest == ways.sorted().prefix(20).map { $0 })
    }
  }

  @Test(arguments: Backend.allCases) func `a bulk load keeps every member`(backend: Backend) throws {
    let scratch = Scratch()
    guard let archive = try backend.make(scratch) else { return }
    var random = Random(seed: 37)
    var drawn = try features(200, &random).filter {
      $0.geometry?.typeName != "Polygon" && $0.geometry?.typeName != "LineString"
    }
    for (index, text) in ["tab\tand\nline\r", "back\\slash \\N", "\u{1F4A5} \"quoted\"", ""].enumerated() {
      drawn[index].properties["quote"] = .string(text)
    }
    drawn[4].properties["date"] = "2020-02-05"
    drawn[5].properties["date"] = "sometime"
    drawn[6].properties["fatalities"] = "many"
    drawn[7].properties["unheard_of"] = ["of", 1]
    let source = try file(drawn, scratch)
    let given = try GeoJSONReader.read(source).collection.features
    #expect(try archive.load(source) == given.count)
    // A second load is added without the haste of the first.
    #expect(try archive.load(source) == given.count)
    let other = try EventArchive.memory()
    try other.put(given)
    let (stored, expected) = (try archive.events(), try other.events())
    #expect(stored.count == 2 * given.count)
    for (one, wanted) in zip(stored, expected + expected) { #expect(one == wanted) }
    let near = try archive.near(.point(at(36.5, 35.5)), within: Meters(20_000)).map { $0.feature.id }
    let wanted = try other.near(.point(at(36.5, 35.5)), within: Meters(20_000)).map { $0.feature.id }
    #expect(near == wanted.flatMap { [$0, $0] } && !near.isEmpty)
  }

  @Test func `a bulk load is found, listed and sound`() throws {
    let scratch = Scratch()
    let archive = try EventArchive.open(scratch.file("b.gpkg"), creating: true)
    var random = Random(seed: 29)
    let drawn = try features(4000, &random).filter { $0.geometry?.typeName == "Point" }
    let source = try file(drawn, scratch)
    // As written: on the grid of 1e-7 degrees.
    let points = try GeoJSONReader.read(source).collection.features
    #expect(try archive.load(source) == points.count)
    let stored = try archive.events()
    // Not the lists themselves: telling how thousands differ takes minutes.
    let isSame = stored.map(\.geometry) == points.map(\.geometry) && stored.map(\.id) == points.map(\.id)
    #expect(isSame)
    #expect(stored[4].properties["radius_m"] == points[4].properties["radius_m"])
    let tables = ["rtreecheck('rtree_events_geom')", "(SELECT count(*) FROM rtree_events_geom)"]
    let outcome = shell("sqlite3 \(scratch.file("b.gpkg")) \"SELECT \(tables.joined(separator: ", "))\"")
    #expect(outcome.text == "ok|\(points.count)\n")
    for center in [at(36.5, 35.5), at(36.01, 35.99), at(10, 0)] {
      for limit in [3000.0, 20_000, 5e6] {
        let found = try archive.nearRows(Meters(limit), of: center).sorted()
        let expected = points.indices.filter { index in
          guard case .point(let point) = points[index].geometry else { return false }
          let radius = points[index].properties["radius_m"]?.doubleValue ?? 0
          return Ellipsoid.distance(center, point).rawValue - radius <= limit
        }
        #expect(found == expected.map { UInt32($0 + 1) })
      }
    }
  }

  /// What a GIS does to a layer: it moves a point, deletes one and adds one.
  private static let edit = """
    from osgeo import ogr; import sys; ogr.UseExceptions()
    s = ogr.Open(sys.argv[1], 1); l = s.GetLayer('events')
    f = l.GetFeature(10); f.SetGeometry(ogr.CreateGeometryFromWkt('POINT (36.5 35.5)')); l.SetFeature(f)
    l.DeleteFeature(11)
    n = ogr.Feature(l.GetLayerDefn()); n.SetField('id', 'new')
    n.SetGeometry(ogr.CreateGeometryFromWkt('POINT (36.5 35.5001)')); l.CreateFeature(n)
    """

  @Test func `what another program edits is found where it is now`() throws {
    let scratch = Scratch()
    guard shell("/usr/bin/python3 -c 'from osgeo import ogr'").status == 0 else {
      return print("SKIPPED: no GDAL for Python: apt-get install python3-gdal")
    }
    let archive = try EventArchive.open(scratch.file("e.gpkg"), creating: true)
    var random = Random(seed: 31)
    _ = try archive.load(file(try features(4000, &random).filter { $0.geometry?.typeName == "Point" }, scratch))
    let before = try archive.nearRows(Meters(50), of: at(36.5, 35.5))
    #expect(!before.contains(10))
    try WholeFile.write(Array(Self.edit.utf8), to: scratch.file("edit.py"))
    let outcome = shell("/usr/bin/python3 \(scratch.file("edit.py")) \(scratch.file("e.gpkg"))")
    #expect(outcome.status == 0, "\(outcome.text)")
    let last = UInt32(try archive.events().count + 1)
    for store in [archive, try EventArchive.open(scratch.file("e.gpkg"))] {
      let found = try store.near(.point(at(36.5, 35.5)), within: Meters(50)).compactMap { $0.feature.id?.stringValue }
      #expect(found.contains("new"))
      let rows = try store.nearRows(Meters(50), of: at(36.5, 35.5))
      #expect(rows.contains(10) && rows.contains(last) && rows.count == before.count + 2)
      #expect(try store.nearestRows(3, to: at(36.5, 35.5)).first == 10)
      let all = try store.nearRows(Meters(1e6), of: at(36.5, 35.5))
      #expect(!all.contains(11) && Set(all).count == all.count)
    }
  }
}
