import Formats
import Geometry
import Glibc
import Records
import Territory

/// `change series FOLDER` compares daily maps with the day before; `change pair FOLDER` reads and compares before.geojson
/// and after.geojson. Prints the seconds of CPU, then gained and lost square meters a line, as the rivals do.
enum ChangeBenchmark {
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 2 else { return print("usage: change series|pair FOLDER") }
    let answers = try arguments[0] == "pair" ? pair(arguments[1]) : series(arguments[1])
    for (gained, lost) in answers { print(gained, lost) }
  }

  private static func series(_ folder: String) throws -> [(Double, Double)] {
    let reading = seconds()
    let maps = try files(folder).map { ($0, try GeoJSONReader.read(MappedFile($0)).collection) }
    print("reading", seconds() - reading)
    let start = seconds()
    var series = ControlSeries()
    var days: [SeriesDay] = []
    for (file, map) in maps { days.append(try series.add(map, file: file)) }
    print("time", seconds() - start)
    print("redrawn", days.count { $0.redrawnCount > 0 })
    return days.dropFirst().map { ($0.sides[0].gainedKM2 * 1e6, $0.sides[0].lostKM2 * 1e6) }
  }

  private static func pair(_ folder: String) throws -> [(Double, Double)] {
    let start = seconds()
    let maps = try ["before", "after"].map { name in
      let file = "\(folder)/\(name).geojson"
      return try ControlMaps.read(GeoJSONReader.read(MappedFile(file)).collection, file: file)
    }
    let balance = try ControlChange.between(maps[0], maps[1]).balances[0]
    print("time", seconds() - start)
    return [(balance.gained.km2 * 1e6, balance.lost.km2 * 1e6)]
  }

  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func files(_ folder: String) throws -> [String] {
    guard let handle = opendir(folder) else { throw FileError(.read, path: folder, code: errno) }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name.hasSuffix(".geojson") { names.append("\(folder)/\(name)") }
    }
    return names.sorted()
  }
}
