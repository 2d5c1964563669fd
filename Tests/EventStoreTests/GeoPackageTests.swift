import TestSupport
import EventStore
import Formats
import Foundation
import Geodesy
import Geometry
import Records
import Testing

@Suite struct `A GeoPackage` {
  private func store(_ scratch: Scratch) throws -> String {
    let path = scratch.file("events.gpkg")
    let archive = try EventArchive.open(path, creating: true)
    let line = try LineString([at(36, 35), at(37, 36)])
    try archive.furnish(
      roads: [("road:m5", "M5", line)],
      styles: [LayerStyle(value: "airstrike", label: "Air & strike", color: "#c1440e")])
    let area = Shape.polygon(Ellipsoid.circle(center: Sample.saraqib, radius: Meters(5000)))
    var lined = Sample.event("a3", "a", place: 2)
    lined.location?.shape = .lineString(line)
    var placeless = Sample.event("a4", "a")
    placeless.location = nil
    let events = [Sample.event("a1", "a"), Sample.event("a2", "a", place: 1, shape: area), lined, placeless]
    _ = try archive.add([(Sample.article("a", events), "f")], rules: Sample.rules)
    try archive.settle()
    return path
  }

  @Test func `GDAL reads every layer without a warning, and its validator passes`() throws {
    let scratch = Scratch()
    let path = try store(scratch)
    let listing = shell("ogrinfo -al -so \(path) 2>\(scratch.file("err")); cat \(scratch.file("err"))")
    guard listing.status != 127 else { return print("SKIPPED: no ogrinfo: apt-get install gdal-bin") }
    #expect(try MappedFile(scratch.file("err")).withBytes { $0.count } == 0, "\(listing.text)")
    for layer in [
      "events", "event_areas", "event_lines", "control", "roads", "places", "articles", "mentions", "sources", "links",
      "layer_styles",
    ] {
      #expect(listing.text.contains("Layer name: \(layer)\n"))
    }
    for words in ["date: Date", "start: Date", "published: Date", "Geometry: Multi Polygon"] {
      #expect(listing.text.contains(words), "\(words)")
    }
    let check = shell("/usr/bin/python3 -m osgeo_utils.samples.validate_gpkg \(path)")
    if check.text.contains("No module named") {
      return print("SKIPPED: no validate_gpkg: apt-get install python3-gdal")
    }
    #expect(check.status == 0 && check.text.isEmpty, "\(check.text)")
    // GDAL counts what the store says: after rows have gone and come, too.
    let counts = shell("for l in events event_areas articles; do ogrinfo -so \(path) $l | grep Count; done").text
    #expect(counts == "Feature Count: 2\nFeature Count: 1\nFeature Count: 1\n")
    _ = try EventArchive.open(path).add([(Sample.article("a", [Sample.event("a1", "a")]), "g")], rules: Sample.rules)
    let fewer = shell("for l in events event_areas articles; do ogrinfo -so \(path) $l | grep Count; done").text
    #expect(fewer == "Feature Count: 1\nFeature Count: 0\nFeature Count: 1\n")
  }

  @Test func `the same articles give the same bytes`() throws {
    let (one, other) = (Scratch(), Scratch())
    let (first, second) = (try MappedFile(store(one)), try MappedFile(store(other)))
    #expect(first.withBytes { Array($0) } == second.withBytes { Array($0) })
  }

  @Test func `what is no store is refused with the cure`() throws {
    let scratch = Scratch()
    let missing = scratch.file("none.gpkg")
    #expect(throws: StoreError.noStore(missing)) { try EventArchive.open(missing) }
    #expect(
      StoreError.noStore(missing).description
        == "\(missing): no such store; `eventmapper map INPUT --store \(missing)` makes it")
    let text = scratch.file("text.gpkg")
    try WholeFile.write(Array("no database at all, but long enough to look at".utf8), to: text)
    #expect(throws: StoreError.noGeoPackage(text)) { try EventArchive.open(text, creating: true) }
    let empty = scratch.file("empty.gpkg")
    try WholeFile.write([], to: empty)
    #expect(throws: StoreError.noStore(empty)) { try EventArchive.open(empty) }
    #expect(try MappedFile(empty).withBytes { $0.count } == 0)
    #expect(
      StoreError.readOnly("postgresql://u@/d").description
        == "postgresql://u@/d: this user may not do that there; have the rights granted, or connect as another user")
    let folder = scratch.file("no/such/folder.gpkg")
    #expect(throws: StoreError.readOnly(folder)) { try EventArchive.open(folder, creating: true) }
  }

  @Test func `a damaged spatial index is built anew`() throws {
    let scratch = Scratch()
    let path = try store(scratch)
    _ = shell("sqlite3 \(path) \"INSERT INTO near_blocks VALUES (0, zeroblob(40)); DELETE FROM near_changes\"")
    let found = try EventArchive.open(path).near(.point(Sample.saraqib), within: Meters(10))
    let ids = found.compactMap { $0.feature.id?.stringValue }
    #expect(ids.contains("a1"))
  }
}
