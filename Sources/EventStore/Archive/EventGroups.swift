import Formats
public import Geodesy
public import Geometry
import Records

/// What events are grouped by.
public enum EventGrouping: String, CaseIterable, Sendable {
  /// The week of the best day, from Monday.
  case week
  /// The second-level unit.
  case district
  /// The event type.
  case type
  /// The acting side.
  case actor
  /// A hexagonal cell.
  case hex
}

/// Events counted together, and the dead summed: the least, the best and the most of every figure.
public struct EventGroups {
  fileprivate struct Sums {
    var count = 0
    var low = 0
    var best = 0
    var high = 0
    var untold = 0
    var shape: Shape?
  }

  private var groups: [String: Sums] = [:]
  private let grouping: EventGrouping
  private let grid: HexGrid?
  /// How many events were counted.
  public private(set) var count = 0

  /// No events yet.
  ///
  /// - Parameters:
  ///   - cell: how wide a hexagonal cell is from side to side.
  ///   - latitudes: of the events that will be counted: in their middle the cells are regular.
  public init(by grouping: EventGrouping, cell: Meters = Meters(kilometers: 10), latitudes: [Double] = []) {
    self.grouping = grouping
    grid = grouping == .hex ? HexGrid(latitudes, width: cell.rawValue) : nil
  }

  /// Groups the events.
  public init(_ events: [Feature], by grouping: EventGrouping, cell: Meters = Meters(kilometers: 10)) {
    self.init(by: grouping, cell: cell, latitudes: events.compactMap { Self.latitude($0) })
    for event in events { add(event) }
  }

  /// Counts an event.
  public mutating func add(_ event: Feature) {
    let (key, shape) = Self.key(event, grouping, grid)
    groups[key, default: Sums()].add(event, shape)
    count += 1
  }

  /// The latitude that an event is counted at.
  public static func latitude(_ event: Feature) -> Double? { event.representative?.lat }

  /// One feature a group, in the order of its name; a cell has its hexagon.
  public var features: [Feature] {
    groups.sorted { $0.key < $1.key }.map { key, sums in
      Feature(
        geometry: sums.shape,
        properties: [
          "feature": "group", "group_by": .string(grouping.rawValue), "group": .string(key), "events": .int(sums.count),
          "fatalities_low": .int(sums.low), "fatalities_best": .int(sums.best), "fatalities_high": .int(sums.high),
          "events_without_figure": .int(sums.untold),
        ])
    }
  }

  private static func key(_ event: Feature, _ grouping: EventGrouping, _ grid: HexGrid?) -> (String, Shape?) {
    func text(_ name: String) -> String { event.properties[name]?.stringValue ?? "unknown" }
    switch grouping {
    case .week: return (event.properties["date"]?.stringValue.flatMap { Day(iso: $0) }.map(week) ?? "unknown", nil)
    case .district:
      let district = event.properties["admin2"]?.stringValue
      return (district.map { "\(text("admin1")), \($0)" } ?? "\(text("admin1")), unknown", nil)
    case .type: return (text("event_type"), nil)
    case .actor: return (text("actor1"), nil)
    case .hex:
      guard let point = event.representative, let cell = grid?.cell(point) else { return ("unknown", nil) }
      return (cell.name, cell.shape)
    }
  }

  /// The Monday that begins the week.
  private static func week(_ day: Day) -> String { (day - day.weekday).description }
}

extension EventGroups.Sums {
  fileprivate mutating func add(_ event: Feature, _ shape: Shape?) {
    func number(_ name: String) -> Int? { event.properties[name]?.intValue }
    let (best, low, high) = (number("fatalities"), number("fatalities_low"), number("fatalities_high"))
    count += 1
    self.low += low ?? best ?? 0
    self.best += best ?? low ?? 0
    self.high += max(high ?? best ?? low ?? 0, best ?? 0)
    if best == nil, low == nil, high == nil { untold += 1 }
    self.shape = self.shape ?? shape
  }
}

extension Feature {
  /// A point to count it at: its own, the one its members give, or the middle of its box.
  var representative: Coordinate? {
    if case .point(let point) = geometry { return point }
    if let lat = properties["lat"]?.doubleValue, let lon = properties["lon"]?.doubleValue {
      return Coordinate(lon: lon, lat: lat)
    }
    return geometry?.boundingBox?.center
  }
}
