import TestSupport
import Foundation
import Geometry
import Testing
import Topology

/// The same overlays by shapely (a newer GEOS), in the Python that EVENTMAPPER_PYTHON names or the system's.
@Suite struct OtherOpinionTests {
  private static let script = """
    import json, sys, shapely
    from shapely.geometry import Polygon
    for a, b in json.load(sys.stdin):
        a, b = (shapely.make_valid(Polygon(p), method="structure", keep_collapsed=False) for p in (a, b))
        print(*(repr(s.area) for s in (a, b, a & b, a | b, a - b, a ^ b)))
    """

  private static let python = ProcessInfo.processInfo.environment["EVENTMAPPER_PYTHON"] ?? "/usr/bin/python3"

  @Test func `repairs and overlays of random tangles have the areas that shapely finds`() throws {
    guard try Self.run("import shapely", input: "").status == 0 else {
      print("SKIPPED: \(Self.python) has no shapely: name a Python that has as EVENTMAPPER_PYTHON")
      return
    }
    var random = Random(seed: 41)
    let pairs = try (0..<100).map { index in
      (try random.tangle(corners: 3 + index % 9), try random.tangle(corners: 3 + index % 7))
    }
    let input = "[" + pairs.map { "[\(Self.json($0.0)),\(Self.json($0.1))]" }.joined(separator: ",") + "]"
    let rows = try Self.run(Self.script, input: input).output.split(separator: "\n")
    #expect(rows.count == pairs.count)
    let engine = Engine()
    for ((a, b), row) in zip(pairs, rows) {
      let shapes = [
        try engine.snapped(a), try engine.snapped(b), try engine.intersection(a, b), try engine.union([a, b]),
        try engine.difference(a, b), try engine.symmetricDifference(a, b),
      ]
      for (shape, theirs) in zip(shapes, row.split(separator: " ").compactMap({ Double($0) })) {
        #expect(abs(planar(shape) - theirs) < 1e-6)
      }
    }
  }

  private static func json(_ shape: Shape) -> String {
    "[" + shape.coordinates.map { "[\($0.lon),\($0.lat)]" }.joined(separator: ",") + "]"
  }

  private static func run(_ script: String, input: String) throws -> (output: String, status: Int32) {
    guard FileManager.default.isExecutableFile(atPath: python) else { return ("", 127) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = ["-c", script]
    let (given, taken) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (given, taken)
    process.standardError = FileHandle.nullDevice
    try process.run()
    given.fileHandleForWriting.write(Data(input.utf8))
    try given.fileHandleForWriting.close()
    let output = String(decoding: taken.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (output, process.terminationStatus)
  }
}
