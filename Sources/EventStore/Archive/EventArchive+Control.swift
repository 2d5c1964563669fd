import Formats
public import Geometry
import Records

/// What keeping control maps changed, in maps: a day's ground of one origin.
public struct ControlKeeping: Hashable, Sendable {
  /// Maps that were not there before.
  public var new = 0
  /// Maps that came otherwise than they were, and took their place.
  public var revised = 0
  /// Maps that were there already, the same.
  public var unchanged = 0

  /// So many maps of each.
  public init(new: Int = 0, revised: Int = 0, unchanged: Int = 0) {
    (self.new, self.revised, self.unchanged) = (new, revised, unchanged)
  }
}

extension EventArchive {
  /// Keeps control maps (features as `control build` writes them), each in place of the one of its day, method and
  /// sources; a map that is there already, the same, changes nothing. A map has the same sources as long as it shares at
  /// least half of all that either names: a list of settlements grows by the day, another source's map is another map.
  public func keep(control features: [Feature]) throws(StoreError) -> ControlKeeping {
    try guarded {
      let maps = Dictionary(grouping: features.filter { $0.properties["feature"] == "control" }, by: MapKey.init)
      return try connection.transaction {
        var keeping = ControlKeeping()
        for (key, areas) in maps.sorted(by: { $0.key < $1.key }) {
          let old = try stored(like: key, besides: Set(maps.keys))
          let known = try old.map(stored) ?? []
          guard known != areas.map(asStored) else { keeping.unchanged += 1; continue }
          if let old { try connection.run("DELETE FROM control WHERE \(MapKey.condition)", old.values) }
          for area in areas { try insert(area, into: Schema.control) }
          if known.isEmpty { keeping.new += 1 } else { keeping.revised += 1 }
        }
        return keeping
      }
    }
  }

  /// The stored map that this one takes the place of.
  private func stored(like key: MapKey, besides others: Set<MapKey>) throws -> MapKey? {
    let alike = try connection.rows(
      "SELECT DISTINCT coalesce(sources, '') FROM control WHERE \(MapKey.dayCondition) ORDER BY 1", key.dayValues
    ).map { MapKey(date: key.date, method: key.method, sources: $0[0].text ?? "") }
    if alike.contains(key) { return key }
    return alike.filter { !others.contains($0) && $0.likeness(to: key) >= 0.5 }
      .max { $0.likeness(to: key) < $1.likeness(to: key) }
  }

  private func stored(_ key: MapKey) throws -> [KeptArea] {
    try features(Schema.control, where: MapKey.condition, key.values).map(asStored)
  }

  /// What the layer has columns for, as areas of several parts.
  private func asStored(_ feature: Feature) -> KeptArea {
    KeptArea(
      shape: Self.fitted(feature.geometry, Schema.control),
      values: FeatureRows(Schema.control, connection.dialect).values(feature.properties))
  }

  /// The sides of the control maps and assertions, sorted.
  public func sides() throws(StoreError) -> [String] {
    try guarded {
      try connection.rows("SELECT DISTINCT side FROM control WHERE side IS NOT NULL ORDER BY side").compactMap {
        $0[0].text
      }
    }
  }
}

/// A row of the layer of control.
private struct KeptArea: Hashable {
  let shape: Shape?
  let values: [SQLValue]
}

/// What makes a control map the same one when it comes again.
private struct MapKey: Hashable, Comparable {
  let date: String
  let method: String
  let sources: String

  init(date: String, method: String, sources: String) {
    (self.date, self.method, self.sources) = (date, method, sources)
  }

  init(_ feature: Feature) {
    func text(_ name: String) -> String { feature.properties[name]?.stringValue ?? "" }
    self.init(date: text("date"), method: text("method"), sources: text("sources"))
  }

  static let dayCondition = "feature = 'control' AND coalesce(CAST(date AS TEXT), '') = ? AND coalesce(method, '') = ?"
  static let condition = dayCondition + " AND coalesce(sources, '') = ?"
  var dayValues: [SQLValue] { [.text(date), .text(method)] }
  var values: [SQLValue] { dayValues + [.text(sources)] }

  /// The share of sources that both name among all that either names.
  func likeness(to other: MapKey) -> Double {
    let (own, theirs) = (Set(sources.split(separator: ";")), Set(other.sources.split(separator: ";")))
    return Double(own.intersection(theirs).count) / Double(max(1, own.union(theirs).count))
  }

  static func < (one: MapKey, other: MapKey) -> Bool {
    (one.date, one.method, one.sources) < (other.date, other.method, other.sources)
  }
}
