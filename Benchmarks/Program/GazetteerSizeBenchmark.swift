import Gazetteer

/// Opens an index and looks one name up: the seconds that both took together, in a process that did nothing before.
enum GazetteerSizeBenchmark {
  static func run(_ arguments: [String]) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let index = try PlaceIndex(paths: [arguments[0]])
    let found = index.exactMatches(arguments[1])
    let time = clock.now - start
    guard !found.isEmpty else { fatalError("\(arguments[1]) is not in \(arguments[0])") }
    print(Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds))
  }
}
