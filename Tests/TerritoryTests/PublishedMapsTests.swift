import Formats
import Foundation
import Geodesy
import Geometry
import Records
import Territory
import Testing
import Topology

/// Real maps of the field, beside the repository; and shapely with pyproj as the other opinion, where they are installed.
@Suite struct PublishedMapsTests {
  private static let shared =
    ProcessInfo.processInfo.environment["EVENTMAPPER_SHARED"].map { URL(fileURLWithPath: $0) }
    ?? Facts.root.deletingLastPathComponent().appendingPathComponent("shared")

  private static let paths = ["20240801", "20240901"].map {
    shared.appendingPathComponent("data/control-samples/deepstatemap_data_\($0).geojson").path
  }

  static func maps() throws -> [ControlMap]? {
    guard paths.allSatisfy({ FileManager.default.fileExists(atPath: $0) }) else {
      print("SKIPPED: no control maps at \(shared.path): set EVENTMAPPER_SHARED")
      return nil
    }
    return try paths.map { path in
      try ControlMaps.read(GeoJSONReader.read(MappedFile(path)).collection, file: path)
    }
  }

  @Test func `a month of a published map balances to a ten-millionth`() throws {
    guard let maps = try Self.maps() else { return }
    #expect(maps.map { $0.date?.description } == ["2024-08-01", "2024-09-01"])
    let report = try ControlChange.between(maps[0], maps[1], ChangeOptions(lineUncertainty: Meters(500)))
    let balance = report.balances[0]
    #expect(abs(balance.gained.km2 + balance.unchanged.km2 - balance.afterKM2) < 1e-7 * balance.afterKM2)
    #expect(abs(balance.lost.km2 + balance.unchanged.km2 - balance.beforeKM2) < 1e-7 * balance.beforeKM2)
    for estimate in [balance.gained, balance.lost, balance.unchanged, balance.net] {
      #expect(try #require(estimate.low) < estimate.km2 && estimate.km2 < #require(estimate.high))
    }
    let back = try ControlChange.between(maps[1], maps[0])
    #expect(back.balances[0].gained.km2 == balance.lost.km2 && back.balances[0].lost.km2 == balance.gained.km2)
    let same = try ControlChange.between(maps[0], maps[0])
    #expect(same.changes.map(\.kind) == [.unchanged] && same.balances[0].unchanged.km2 == balance.beforeKM2)
  }

  @Test func `a series sums its edges to the areas that PROJ gives the same rings`() throws {
    guard let maps = try Self.maps() else { return }
    var series = ControlSeries()
    for (path, map) in zip(Self.paths, maps) {
      let day = try series.add(GeoJSONReader.read(MappedFile(path)).collection, file: path)
      let proj = Ellipsoid.area(of: map.areas[0].shape).squareKilometers
      #expect(abs(day.sides[0].areaKM2 / proj - 1) < 1e-12)
    }
  }

  @Test func `areas agree with shapely and pyproj to a millionth`() throws {
    guard let maps = try Self.maps() else { return }
    guard let other = try Oracle.areas(Self.paths) else { return }
    let balance = try ControlChange.between(maps[0], maps[1]).balances[0]
    let ours = [balance.beforeKM2, balance.afterKM2, balance.gained.km2, balance.lost.km2, balance.unchanged.km2]
    #expect(ours.count == other.count)
    for (mine, theirs) in zip(ours, other) { #expect(abs(mine / theirs - 1) < 1e-6, "\(mine) and \(theirs)") }
    // Whole maps are no overlay: the same positions must give the same area.
    for (mine, theirs) in zip(ours.prefix(2), other) { #expect(abs(mine / theirs - 1) < 1e-12) }
  }
}

/// shapely and pyproj, in the Python that EVENTMAPPER_PYTHON names (a virtual environment with both, say) or the
/// system's.
enum Oracle {
  private static let script = """
    import json, sys, shapely
    from shapely.geometry import shape, MultiPolygon
    from pyproj import Geod
    geod = Geod(ellps="WGS84")
    def ring(r): return abs(geod.polygon_area_perimeter(*zip(*list(r.coords)))[0])
    def area(s):
        if s.geom_type == "Polygon": return ring(s.exterior) - sum(map(ring, s.interiors))
        return sum(map(area, getattr(s, "geoms", [])))
    def load(f): return shapely.union_all([shape(x["geometry"]) for x in json.load(open(f))["features"]])
    a, b = map(load, sys.argv[1:])
    for s in (a, b, b.difference(a), a.difference(b), a.intersection(b)): print(repr(area(s) / 1e6))
    """

  /// Square kilometers of before, after, gained, lost and unchanged.
  static func areas(_ paths: [String]) throws -> [Double]? {
    guard try run(["-c", "import shapely, pyproj"]).status == 0 else {
      print("SKIPPED: \(python) has no shapely and pyproj: name one that has as EVENTMAPPER_PYTHON")
      return nil
    }
    return try run(["-c", script] + paths).output.split(separator: "\n").compactMap { Double($0) }
  }

  private static let python = ProcessInfo.processInfo.environment["EVENTMAPPER_PYTHON"] ?? "/usr/bin/python3"

  private static func run(_ arguments: [String]) throws -> (output: String, status: Int32) {
    guard FileManager.default.isExecutableFile(atPath: python) else { return ("", 127) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (output, process.terminationStatus)
  }
}
