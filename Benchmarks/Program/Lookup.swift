import Gazetteer
import Glibc

/// The speed of finding a name: `lookup INDEX QUERIES.tsv`. A row of the queries is a name as a table writes it, a tab,
/// and the same name misspelt. Prints the times, and for each misspelt name the names found, for comparison.
enum LookupBenchmark {
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 2 else { return print("usage: lookup INDEX QUERIES.tsv") }
    let index = try PlaceIndex(paths: [arguments[0]])
    let rows = queries(arguments[1])
    var found = 0
    print("time lookup_exact \(best(rows) { found += index.exactMatches($0.name, limit: 5).count })")
    print("time lookup_tolerant \(best(rows) { found += index.lookUp($0.misspelt, limit: 5).count })")
    print("found \(found)")
    for row in rows {
      let names = index.lookUp(row.misspelt, limit: 5).map(\.written)
      print("answer\t\(row.misspelt)\t\(names.joined(separator: "\t"))")
    }
  }

  /// Seconds of processor time a query, the best of five rounds.
  private static func best(
    _ rows: [(name: String, misspelt: String)], _ body: ((name: String, misspelt: String)) -> Void
  ) -> Double {
    (0..<5).map { _ in
      let start = cpuSeconds()
      for row in rows { body(row) }
      return (cpuSeconds() - start) / Double(max(rows.count, 1))
    }.min() ?? 0
  }

  private static func queries(_ path: String) -> [(name: String, misspelt: String)] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var rows: [(name: String, misspelt: String)] = []
    var line: UnsafeMutablePointer<CChar>?
    var size = 0
    while getline(&line, &size, file) > 0, let text = line.map({ String(cString: $0) }) {
      let cells = text.split(separator: "\n")[0].split(separator: "\t").map(String.init)
      if cells.count == 2 { rows.append((cells[0], cells[1])) }
    }
    free(line)
    return rows
  }

  private static func cpuSeconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
