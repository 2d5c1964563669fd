import Formats
import Geometry
import Records

/// A control map as it is drawn: whose the polygons are, before anything is repaired.
struct MapDraft {
  /// A polygon and where in the file it stands.
  struct Drawn {
    let polygon: Polygon
    /// `polygon 2 of feature 1`
    let place: String
  }

  /// A side's polygons.
  struct Drawing {
    let side: String
    let status: ControlStatus
    var parts: [Drawn]
  }

  let file: String
  let name: String
  let date: Day?
  let source: String?
  /// Whose lines it has.
  let origin: MapOrigin
  /// In the order in which the sides appear.
  private(set) var drawings: [Drawing] = []
  private(set) var notes: [String] = []

  /// The drawings without claims, which are no ground until they are confirmed.
  var held: [Drawing] { drawings.filter { $0.status != .claimed } }

  /// Reads whose the areas are. Throws when there is none, and for positions that no map of the earth has.
  init(_ collection: FeatureCollection, file: String) throws(TerritoryError) {
    let named = collection.members["name"]?.stringValue
    self.file = file
    name = named ?? Self.stem(of: file)
    source = Self.source(of: collection)
    origin = MapOrigin(
      source, method: collection.features.lazy.compactMap { $0.properties["method"]?.stringValue }.first)
    date = ControlMaps.day(in: collection) ?? ControlMaps.day(inName: file)
    for (index, feature) in collection.features.enumerated() { try add(feature, number: index + 1) }
    guard !drawings.isEmpty else { throw .emptyMap(file) }
  }

  private mutating func add(_ feature: Feature, number: Int) throws(TerritoryError) {
    let polygons = feature.geometry?.polygons ?? []
    if polygons.isEmpty {
      notes.append("\(file): feature \(number) has no area and was left out: a control map has polygons only")
      return
    }
    var parts: [Drawn] = []
    for (index, polygon) in polygons.enumerated() {
      let place = polygons.count == 1 ? "feature \(number)" : "polygon \(index + 1) of feature \(number)"
      try PositionCheck(file: file, place: place).check(polygon)
      parts.append(Drawn(polygon: polygon, place: place))
    }
    let side = Self.side(of: feature.properties) ?? ControlArea.nameless
    let status = feature.properties["status"]?.stringValue.flatMap { ControlStatus(rawValue: $0) } ?? .held
    if let known = drawings.firstIndex(where: { $0.side == side && $0.status == status }) {
      drawings[known].parts += parts
    } else {
      drawings.append(Drawing(side: side, status: status, parts: parts))
    }
  }
}

/// Refuses positions that would make PROJ and GEOS answer with nonsense.
struct PositionCheck {
  let file: String
  let place: String

  func check(_ polygon: Polygon) throws(TerritoryError) {
    for (number, ring) in polygon.rings.enumerated() {
      let name = "\(file): \(number == 0 ? "exterior" : "hole \(number)") of \(place)"
      var last = ring.coordinates[0]
      for (point, position) in ring.coordinates.enumerated() {
        guard position.isOnEarth else { throw .offEarth(position, "\(name), point \(point + 1),") }
        // Nobody draws an edge round half the earth: it goes the short way, across the antimeridian.
        guard abs(position.lon - last.lon) <= 180 else {
          throw .antimeridian(from: last, to: position, "\(name), point \(point + 1)")
        }
        last = position
      }
    }
  }
}

extension MapDraft {
  /// Properties that name a holder, the plainest first.
  private static let sideKeys = [
    "side", "actor", "controller", "control", "controlled_by", "faction", "party", "holder", "name", "Name",
  ]

  private static func side(of properties: JSONObject) -> String? {
    sideKeys.lazy.compactMap { properties[$0]?.stringValue }.first { !$0.isEmpty }
  }

  static func day(_ members: JSONObject) -> Day? {
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

  static func stem(of file: String) -> String {
    let base = file.split(separator: "/").last.map(String.init) ?? file
    return base.split(separator: ".").first.map(String.init) ?? base
  }
}
