import EventStore
import Formats
import Gazetteer
import Geodesy
import Geometry
import Glibc
import Records

/// What is near, among a million synthetic events round Syrian places:
///
///     near make INDEX FOLDER COUNT     events.geojson, points.bin, queries.bin
///     near measure FOLDER              times, and answers-*.bin for the rivals to compare with
enum NearBenchmark {
  static func run(_ arguments: [String]) throws {
    switch arguments.first {
    case "make" where arguments.count == 4:
      try NearData.make(index: arguments[1], folder: arguments[2], count: Int(arguments[3]) ?? 1_000_000)
    case "measure" where arguments.count == 2: try NearMeasuring(folder: arguments[1]).run()
    case "store" where arguments.count == 2: try NearMeasuring(folder: arguments[1]).runStore()
    default: print("usage: near make INDEX FOLDER COUNT | near measure FOLDER | near store FOLDER")
    }
  }
}

/// Makes the events and the questions.
enum NearData {
  static func make(index path: String, folder: String, count: Int) throws {
    let index = try PlaceIndex(paths: [path])
    let places = index.refs.map { index.place(at: $0) }.filter { $0.country == "SY" && $0.kind.isSettlement }
    let sites = places.compactMap { place in place.point.map { (name: place.name, admin: place.admin1 ?? "", at: $0) } }
    var random = SplitMix(seed: 11)
    var points: [Coordinate] = []
    let writer = try WholeFileWriter(folder + "/events.geojson")
    try writer.append(Array(#"{"type":"FeatureCollection","features":["#.utf8))
    var text = ByteWriter()
    for number in 0..<count {
      let site = sites[random.below(sites.count)]
      let point = scattered(round: site.at, &random)
      points.append(point)
      text.append(utf8: number == 0 ? "\n" : ",\n")
      text.append(utf8: feature(number, point, site.name, site.admin, &random))
      if text.count > 1 << 20 {
        try writer.append(text.bytes)
        text = ByteWriter()
      }
    }
    text.append(utf8: "\n]}\n")
    try writer.append(text.bytes)
    try writer.commit()
    try write(points, folder + "/points.bin")
    try write(
      (0..<1000).map { _ in scattered(round: sites[random.below(sites.count)].at, &random) }, folder + "/queries.bin")
  }

  /// Most within a few kilometers, on the grid of 1e-7 degrees.
  private static func scattered(round center: Coordinate, _ random: inout SplitMix) -> Coordinate {
    let distance = -9000 * log(1 - random.unit())
    return Ellipsoid.direct(from: center, azimuth: random.unit() * 360, distance: Meters(distance)).rounded
  }

  private static let types = ["airstrike", "shelling", "armed_clash", "bombing", "capture", "protest"]
  private static let sides = ["Russia", "Government of Syria", "Islamic State", "HTS", "Turkey"]

  private static func feature(
    _ number: Int, _ point: Coordinate, _ name: String, _ admin: String, _ random: inout SplitMix
  ) -> String {
    let day = "20\(12 + random.below(10))-\(two(1 + random.below(12)))-\(two(1 + random.below(28)))"
    let type = types[random.below(types.count)]
    let dead = random.below(8)
    return
      #"{"type":"Feature","id":"e\#(number)","geometry":{"type":"Point","coordinates":[\#(point.lon),\#(point.lat)]},"#
      + #""properties":{"id":"e\#(number)","event_type":"\#(type)","status":"reported","actor1":"\#(sides[random.below(5)])","#
      + #""date":"\#(day)","start":"\#(day)","end":"\#(day)","time_precision":1,"place":"\#(name)","admin1":"\#(admin)","#
      + #""country":"SY","geo_precision":1,"fatalities":\#(dead),"source_name":"synthetic"}}"#
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  static func write(_ points: [Coordinate], _ path: String) throws {
    let numbers = points.flatMap { [$0.lon, $0.lat] }
    try WholeFile.write(numbers.withUnsafeBytes { Array($0) }, to: path)
  }

  static func points(_ path: String) throws -> [Coordinate] {
    try MappedFile(path).withBytes { raw in
      stride(from: 0, to: raw.count, by: 16).map {
        Coordinate(
          lon: raw.loadUnaligned(fromByteOffset: $0, as: Double.self),
          lat: raw.loadUnaligned(fromByteOffset: $0 + 8, as: Double.self))
      }
    }
  }
}

/// Measures this program, and writes its answers.
struct NearMeasuring {
  let folder: String
  private let limit = Meters(kilometers: 10)

  init(folder: String) { self.folder = folder }

  func run() throws {
    let points = try NearData.points(folder + "/points.bin")
    let queries = try NearData.points(folder + "/queries.bin")
    let (index, built) = timed { NearIndex(points) }
    print("time memory_build \(built)")
    var within: [[UInt32]] = []
    print(
      "time memory_within \(best(5) { within = queries.map { index.within(limit, of: $0) } } / Double(queries.count))")
    var nearest: [[UInt32]] = []
    print(
      "time memory_nearest \(best(5) { nearest = queries.map { index.nearest(20, to: $0) } } / Double(queries.count))")
    print("hits \(within.reduce(0) { $0 + $1.count } / queries.count)")
    try write(within, "memory-within")
    try write(nearest, "memory-nearest")
    try brute(points, Array(queries.prefix(3)), within, nearest)
  }

  /// A fresh store, loaded from the file and asked.
  func runStore() throws {
    let path = folder + "/events.gpkg"
    unlink(path)
    let queries = try NearData.points(folder + "/queries.bin")
    let start = (cpuSeconds(), wallSeconds())
    let archive = try EventArchive.open(path, creating: true)
    let count = try archive.load(MappedFile(folder + "/events.geojson"))
    print("loaded \(count)\ntime store_load \(wallSeconds() - start.1)\ntime store_load_cpu \(cpuSeconds() - start.0)")
    let again = try EventArchive.open(path)
    print("time store_first \(try timed { try again.nearRows(limit, of: queries[0]) }.1)")
    var within: [[UInt32]] = []
    print(
      "time store_within \(try best(5) { within = try queries.map { try again.nearRows(limit, of: $0) } } / Double(queries.count))"
    )
    var nearest: [[UInt32]] = []
    print(
      "time store_nearest \(try best(5) { nearest = try queries.map { try again.nearestRows(20, to: $0) } } / Double(queries.count))"
    )
    // Rows are numbered from 1, points from 0.
    try write(within.map { $0.map { $0 - 1 } }, "store-within")
    try write(nearest.map { $0.map { $0 - 1 } }, "store-nearest")
  }

  /// The same questions, every point measured.
  private func brute(
    _ points: [Coordinate], _ queries: [Coordinate], _ within: [[UInt32]], _ nearest: [[UInt32]]
  ) throws {
    for (number, query) in queries.enumerated() {
      let ways = points.map { Ellipsoid.distance(query, $0).rawValue }
      let near = ways.indices.filter { ways[$0] <= limit.rawValue }
      let order = ways.indices.sorted { (ways[$0], $0) < (ways[$1], $1) }.prefix(20)
      guard within[number].sorted() == near.map(UInt32.init), nearest[number] == order.map(UInt32.init) else {
        print("DIFFERS from brute force at query \(number)")
        exit(1)
      }
    }
    print("brute force agrees on \(queries.count) queries")
  }

  /// For each query the number of ids, then the ids, as UInt32; ids of `within` ascending.
  private func write(_ answers: [[UInt32]], _ name: String) throws {
    let numbers = answers.flatMap { [UInt32($0.count)] + (name.hasSuffix("within") ? $0.sorted() : $0) }
    try WholeFile.write(numbers.withUnsafeBytes { Array($0) }, to: "\(folder)/answers-\(name).bin")
  }

  private func timed<Result>(_ body: () throws -> Result) rethrows -> (Result, Double) {
    let start = cpuSeconds()
    let result = try body()
    return (result, cpuSeconds() - start)
  }

  private func best(_ repeats: Int, _ body: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<repeats { best = min(best, try timed(body).1) }
    return best
  }

  private func cpuSeconds() -> Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }
  private func wallSeconds() -> Double { seconds(CLOCK_MONOTONIC) }

  private func seconds(_ clock: clockid_t) -> Double {
    var now = timespec()
    clock_gettime(clock, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
