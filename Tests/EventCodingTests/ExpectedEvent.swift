import Foundation
import Geometry
import Records

/// What is wanted of an event.
struct ExpectedEvent: Sendable {
  var types: Set<EventType>
  /// The gazetteer's name of the place.
  var place: String
  var lon: Double
  var lat: Double
  /// How far off the point may be.
  var kilometers = 3.0
  /// Points that an area holds; nil wants a point.
  var holds: [(Double, Double)]?
  var holdsNot: [(Double, Double)] = []
  var days: ClosedRange<String>
  var precision = 2
  var status = EventStatus.reported
  var zones: Set<Zone> = [.body]
  var actor: String
  var ally: String?
  var killed: Int?
  var injured: Int?
  var damage: String?

  var name: String { "\(types.map(\.rawValue).sorted().joined(separator: "/")) at \(place)" }

  /// Where the event is another one, a sentence each.
  func faults(_ event: Event) -> [String] {
    var faults: [String] = []
    func check(_ isRight: Bool, _ wanted: String, _ got: String) {
      if !isRight { faults.append("wanted \(wanted), got \(got)") }
    }
    let day = event.time.day?.description
    check(types.contains(event.type), types.map(\.rawValue).sorted().joined(separator: " or "), event.type.rawValue)
    check(day.map(days.contains) ?? false, "a day in \(days)", day ?? "none")
    check(event.time.timePrecision == precision, "time precision \(precision)", "\(event.time.timePrecision)")
    check(event.status == status, status.rawValue, event.status.rawValue)
    check(event.mentions.first.map { zones.contains($0.zone) } ?? false, "\(zones)", "\(event.mentions.map(\.zone))")
    check(event.actor1?.contains(actor) ?? false, "actor \(actor)", event.actor1 ?? "none")
    if let ally { check(event.assocActor1.contains { $0.contains(ally) }, "ally \(ally)", "\(event.assocActor1)") }
    check(event.toll.fatalities == killed, "\(killed as Int?) killed", "\(event.toll.fatalities as Int?)")
    check(event.toll.injured == injured, "\(injured as Int?) injured", "\(event.toll.injured as Int?)")
    if let damage {
      check(event.toll.damageText?.contains(damage) ?? false, damage, event.toll.damageText ?? "no damage")
    }
    return faults + placeFaults(event)
  }

  private func placeFaults(_ event: Event) -> [String] {
    guard let location = event.location else { return ["wanted \(place), got no place", "and no point"] }
    guard let holds else {
      let off = Flat.kilometers(location.point, lon, lat)
      let isPoint = if case .point = location.shape { true } else { false }
      var faults = location.place.name == place ? [] : ["wanted \(place), got \(location.place.name)"]
      if !isPoint { faults.append("wanted a point, got \(location.shape.typeName)") }
      if off > kilometers { faults.append("\(Int(off)) km off") }
      return faults
    }
    return Flat.faults(location.shape, holds, holdsNot)
  }
}

/// What is wanted of the statement of who holds what.
struct ExpectedControl: Sendable {
  var side = "Government of Syria"
  var holds: [(Double, Double)]
  var holdsNot: [(Double, Double)]

  func faults(_ found: [ControlAssertion]) -> [String] {
    guard let only = found.first, found.count == 1 else { return ["control: wanted one, got \(found.count)"] }
    let side = only.side == side ? [] : ["control: wanted \(side), got \(only.side)"]
    return side + Flat.faults(only.shape, holds, holdsNot).map { "control: " + $0 }
  }
}

/// Just enough plane geometry to tell a near place from a far one.
enum Flat {
  static func kilometers(_ point: Coordinate, _ lon: Double, _ lat: Double) -> Double {
    let (north, east) = ((point.lat - lat) * 111.2, (point.lon - lon) * 111.2 * cos(lat * .pi / 180))
    return (north * north + east * east).squareRoot()
  }

  static func faults(_ shape: Shape, _ holds: [(Double, Double)], _ holdsNot: [(Double, Double)]) -> [String] {
    guard !shape.polygons.isEmpty else { return ["wanted an area, got \(shape.typeName)"] }
    return holds.filter { !isInside($0, shape) }.map { "does not hold \($0)" }
      + holdsNot.filter { isInside($0, shape) }.map { "holds \($0)" }
  }

  private static func isInside(_ point: (Double, Double), _ shape: Shape) -> Bool {
    shape.polygons.contains { polygon in
      isInside(point, polygon.exterior) && !polygon.holes.contains { isInside(point, $0) }
    }
  }

  /// Counts crossings of the ring to the east of the point.
  private static func isInside(_ point: (Double, Double), _ ring: Ring) -> Bool {
    let corners = ring.coordinates
    var isInside = false
    for (a, b) in zip(corners, corners.dropFirst()) where (a.lat > point.1) != (b.lat > point.1) {
      let lon = a.lon + (point.1 - a.lat) / (b.lat - a.lat) * (b.lon - a.lon)
      if point.0 < lon { isInside.toggle() }
    }
    return isInside
  }
}
