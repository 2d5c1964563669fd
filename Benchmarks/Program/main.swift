import Glibc

/// The benchmarks that measure inside one process: `EventMapperBenchmarks AREA ARGUMENT...`.
/// Each prints `time NAME SECONDS` lines and what its script needs to compare the answers with the rival's.
let areas: [String: ([String]) throws -> Void] = [
  "advance": AdvanceBenchmark.run, "change": ChangeBenchmark.run, "mentions": MentionBenchmark.run,
  "near": NearBenchmark.run, "gazetteer-size": GazetteerSizeBenchmark.run, "lookup": LookupBenchmark.run,
]

let given = Array(CommandLine.arguments.dropFirst())
guard let name = given.first, let area = areas[name] else {
  print("usage: EventMapperBenchmarks \(areas.keys.sorted().joined(separator: "|")) ARGUMENT...")
  exit(64)
}
try area(Array(given.dropFirst()))
