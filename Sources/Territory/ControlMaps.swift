import Formats
import Geodesy
public import Geometry
public import Records
import Topology

/// Control maps as the field publishes them.
public enum ControlMaps {
  /// The control map in a GeoJSON collection: one area a side.
  ///
  /// A feature's side is its `side`, else another property that names a holder; a file of one nameless side calls it
  /// `held`. Areas of one side are joined, broken ones repaired, ground that two sides claim stays with the first: all
  /// of that is told in `notes`. What is no area is left out. The day is a `date`, else the one in the name.
  public static func read(_ collection: FeatureCollection, file: String) throws(TerritoryError) -> ControlMap {
    let named = collection.members["name"]?.stringValue
    var map = ControlMap(name: named ?? stem(of: file), source: source(of: collection), areas: [])
    map.date =
      day(collection.members) ?? collection.features.lazy.compactMap { day($0.properties) }.first
      ?? DayInName.find(named ?? "") ?? DayInName.find(stem(of: file))
    let drawings = try gather(collection.features, file: file, notes: &map.notes)
    guard !drawings.isEmpty else { throw .emptyMap(file) }
    map.areas = try parted(drawings, file: file, notes: &map.notes).map { side in
      ControlArea(
        side: side.name, status: side.status, date: map.date, shape: side.shape,
        areaKM2: Ellipsoid.area(of: side.shape).squareKilometers, sources: map.source.map { [$0] } ?? [])
    }
    return map
  }

  /// A side's areas as drawn.
  private struct Drawing {
    let name: String
    let status: ControlStatus
    var parts: [Shape]
  }

  private struct Side {
    let name: String
    let status: ControlStatus
    var shape: Shape
  }

  /// The areas of each side as drawn, in the order in which the sides appear.
  private static func gather(_ features: [Feature], file: String, notes: inout [String]) throws(TerritoryError)
    -> [Drawing]
  {
    var drawings: [Drawing] = []
    for (index, feature) in features.enumerated() {
      guard let shape = feature.geometry, !shape.polygons.isEmpty else {
        notes.append("\(file): feature \(index + 1) has no area and was left out: a control map has polygons only")
        continue
      }
      try Ground.check(shape, "\(file): feature \(index + 1)")
      let name = side(of: feature.properties) ?? ControlArea.nameless
      let status = feature.properties["status"]?.stringValue.flatMap { ControlStatus(rawValue: $0) } ?? .held
      let area = Ground.area(shape.polygons)
      if let known = drawings.firstIndex(where: { $0.name == name && $0.status == status }) {
        drawings[known].parts.append(area)
      } else {
        drawings.append(Drawing(name: name, status: status, parts: [area]))
      }
    }
    return drawings
  }

  /// One valid shape a side, on the grid.
  private static func joined(_ drawing: Drawing, file: String, notes: inout [String]) throws(TopologyError) -> Side {
    let engine = Engine()
    for part in drawing.parts {
      guard let fault = try engine.whyInvalid(part) else { continue }
      let place = fault.place.map { " at \($0)" } ?? ""
      notes.append("\(file): the area of \"\(drawing.name)\" was not valid (\(fault.reason)\(place)) and was repaired")
    }
    let parts = drawing.parts
    let whole = try parts.count == 1 ? engine.snapped(parts[0]) : engine.union(parts)
    return Side(name: drawing.name, status: drawing.status, shape: Ground.area(whole.polygons))
  }

  /// The sides without what earlier ones hold already.
  private static func parted(_ drawings: [Drawing], file: String, notes: inout [String]) throws(TerritoryError)
    -> [Side]
  {
    let engine = Engine()
    return try onTopology { () throws(TopologyError) in
      var done: [Side] = []
      for drawing in drawings {
        var side = try joined(drawing, file: file, notes: &notes)
        for earlier in done {
          let both = try engine.intersection(earlier.shape, side.shape)
          let area = Ellipsoid.area(of: both).squareKilometers
          guard area > 0 else { continue }
          notes.append(
            "\(file): \"\(earlier.name)\" and \"\(side.name)\" both hold the same \(area) km²: it stays with the first")
          side.shape = Ground.area(try engine.difference(side.shape, earlier.shape).polygons)
        }
        done.append(side)
      }
      return done
    }
  }
}

extension ControlMaps {
  /// Properties that name a holder, the plainest first.
  private static let sideKeys = [
    "side", "actor", "controller", "control", "controlled_by", "faction", "party", "holder", "name", "Name",
  ]

  private static func side(of properties: JSONObject) -> String? {
    sideKeys.lazy.compactMap { properties[$0]?.stringValue }.first { !$0.isEmpty }
  }

  private static func day(_ members: JSONObject) -> Day? {
    ["date", "as_of"].lazy.compactMap { members[$0]?.stringValue }.compactMap { Day(iso: $0) }.first
  }

  /// Whose map it is: what it states, else its own name without the day.
  private static func source(of collection: FeatureCollection) -> String? {
    let stated = ([collection.members] + collection.features.map(\.properties)).lazy.compactMap { members in
      ["source", "sources"].lazy.compactMap { members[$0]?.stringValue }.first { !$0.isEmpty }
    }
    if let first = stated.first { return first }
    return collection.members["name"]?.stringValue.flatMap(DayInName.without)
  }

  private static func stem(of file: String) -> String {
    let base = file.split(separator: "/").last.map(String.init) ?? file
    return base.split(separator: ".").first.map(String.init) ?? base
  }
}
