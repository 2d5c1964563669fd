import Geometry
public import Records

/// What findings hold, in numbers.
public struct Counts: Hashable, Sendable {
  /// All events.
  public var events = 0
  /// Events at a point.
  public var points = 0
  /// Events with an area or a line.
  public var areas = 0
  /// Events without a place.
  public var unplaced = 0
  /// Statements of who holds what.
  public var assertions = 0
  /// Figures checked.
  public var claims = 0
  /// What looked like an event and is none.
  public var nearMisses = 0
  /// The dead of all events that tell a figure.
  public var fatalities = 0
  /// The wounded of all events that tell a figure.
  public var injured = 0

  /// Counts the findings.
  public init(_ findings: [Findings]) {
    for found in findings {
      for event in found.events { count(event) }
      assertions += found.assertions.count
      claims += found.claims.count
      nearMisses += found.nearMisses.count
    }
  }

  private mutating func count(_ event: Event) {
    events += 1
    fatalities += event.toll.fatalities ?? 0
    injured += event.toll.injured ?? 0
    switch event.location?.shape {
    case nil: unplaced += 1
    case .point, .multiPoint: points += 1
    default: areas += 1
    }
  }
}
