import Geodesy
import Geometry
import Glibc
import Records
import Territory

/// `advance`: 1,000 captures over 10,000 settlements, against building the map anew after each of them.
enum AdvanceBenchmark {
  static func run(_ arguments: [String]) throws {
    let settlements = (arguments.first.flatMap { Int($0) }) ?? 10_000
    let events = (arguments.dropFirst().first.flatMap { Int($0) }) ?? 1000
    var random = SplitMix(seed: 20_200_128)
    let list = (0..<settlements).map { town($0, &random) }
    let steps = (0..<events).map { step($0, among: list, &random) }
    let startCells = seconds()
    let ground = try SettledGround(list, region: region)
    let cells = seconds() - startCells

    var advance = ControlAdvance(ground)
    let start = seconds()
    for step in steps { advance.apply(step) }
    let moved = advance.map(name: "advanced")
    let front = advance.front()
    let ours = seconds() - start

    // Anew after every event would take minutes: three of them are done, the last for the comparison of the answers.
    var rebuilding = 0.0
    var rebuilt = moved
    var rebuiltFront = front
    for count in [events / 3, 2 * events / 3, events] {
      let sides = sides(of: list, after: steps.prefix(count))
      let start = seconds()
      let anew = ControlAdvance(try SettledGround(sides, region: region))
      rebuilt = anew.map(name: "rebuilt")
      rebuiltFront = anew.front()
      rebuilding += seconds() - start
    }
    try compare(moved, rebuilt)
    precondition(agree(front.map(\.lengthKM).reduce(0, +), rebuiltFront.map(\.lengthKM).reduce(0, +)))

    // The milder rival: the cells are kept, only the map is joined anew after each event.
    var joining = ControlAdvance(ground)
    let startJoining = seconds()
    for step in steps.prefix(20) {
      joining.apply(step)
      precondition(!joining.map(name: "joined").areas.isEmpty)
    }
    let joined = (seconds() - startJoining) / 20 * Double(events)

    print("time advance_\(events)_events_over_\(settlements) \(ours)")
    print("time cells_of_\(settlements) \(cells)")
    print("time rebuild_at_each_event \(rebuilding / 3 * Double(events))")
    print("time rejoin_at_each_event \(joined)")
    print("ratio advance \(rebuilding / 3 * Double(events) / ours)")
    print("ratio advance_beside_rejoining \(joined / ours)")
  }

  private static let sideNames = ["Government of Syria", "Syrian opposition", "Syrian Democratic Forces"]

  private static let region = BoundingBox(west: 36, south: 34, east: 39, north: 37).shape

  private static func town(_ number: Int, _ random: inout SplitMix) -> Settlement {
    let point = Coordinate(
      lon: Double.random(in: 36...39, using: &random), lat: Double.random(in: 34...37, using: &random))
    // Three sides with some disorder along their lines.
    let place = point.lon + Double.random(in: -0.1...0.1, using: &random)
    return Settlement(
      id: "t\(number)", name: "Town \(number)", point: point, side: sideNames[place < 37 ? 0 : place < 38 ? 1 : 2])
  }

  private static func step(_ number: Int, among list: [Settlement], _ random: inout SplitMix) -> ControlStep {
    let town = list[Int.random(in: 0..<list.count, using: &random)]
    let side = sideNames[Int.random(in: 0..<3, using: &random)]
    return ControlStep(
      day: Day(number: 18_000 + number / 10), settlement: town.id, name: town.name, kind: .taken, side: side,
      cause: ControlCause(eventID: "e\(number)"))
  }

  /// The list as it stands after the steps, by the plainest means.
  private static func sides(of list: [Settlement], after steps: some Sequence<ControlStep>) -> [Settlement] {
    var sides: [String: String] = [:]
    for step in steps { sides[step.settlement] = step.side }
    return list.map { town in
      var town = town
      town.side = sides[town.id] ?? town.side
      return town
    }
  }

  private static func compare(_ one: ControlMap, _ other: ControlMap) throws {
    for side in sideNames {
      let (a, b) = (area(one, side), area(other, side))
      precondition(agree(a, b), "\(side): \(a) and \(b) km²")
    }
  }

  private static func agree(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-7 * abs(b) }

  private static func area(_ map: ControlMap, _ side: String) -> Double {
    map.areas.filter { $0.side == side }.reduce(0) { $0 + $1.areaKM2 }
  }

  /// Processor time of this process: others may use the machine too.
  private static func seconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
