import ArgumentParser
import EventStore

/// `west`, `south-east`: a side of a center.
struct SideArgument: ExpressibleByArgument {
  private let azimuth: Double

  private static let names = [
    "north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west",
  ]

  static var allValueStrings: [String] { names }

  init?(argument: String) {
    let word = argument.lowercased().filter { $0 != "-" && $0 != " " }
    guard let index = SideArgument.names.firstIndex(where: { $0.filter { $0 != "-" } == word }) else { return nil }
    azimuth = Double(index) * 45
  }

  /// Does what was found lie on that side? Of a line that is all of one side, of a point the quarter round the
  /// direction. What touches the center lies on no side.
  func holds(_ hit: NearHit, ofLine: Bool) -> Bool {
    guard let found = hit.azimuth else { return false }
    let turn = abs((found - azimuth + 540).truncatingRemainder(dividingBy: 360) - 180)
    return ofLine ? turn < 90 : turn <= 45
  }
}
