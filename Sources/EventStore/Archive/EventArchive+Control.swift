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
  /// Keeps control maps (features as `control build` writes them), each in place of the one of its day and method; a map
  /// that is there already, the same, changes nothing.
  public func keep(control features: [Feature]) throws(StoreError) -> ControlKeeping {
    try guarded {
      let maps = Dictionary(grouping: features.filter { $0.properties["feature"] == "control" }, by: MapKey.init)
      return try connection.transaction {
        var keeping = ControlKeeping()
        for (key, areas) in maps.sorted(by: { $0.key < $1.key }) {
          let known = try stored(key)
          guard known != areas.map(asStored) else { keeping.unchanged += 1; continue }
          try connection.run("DELETE FROM control WHERE \(MapKey.condition)", key.values)
          for area in areas { try insert(area, into: Schema.control) }
          if known.isEmpty { keeping.new += 1 } else { keeping.revised += 1 }
        }
        return keeping
      }
    }
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

  init(_ feature: Feature) {
    date = feature.properties["date"]?.stringValue ?? ""
    method = feature.properties["method"]?.stringValue ?? ""
  }

  static let condition = "feature = 'control' AND coalesce(CAST(date AS TEXT), '') = ? AND coalesce(method, '') = ?"
  var values: [SQLValue] { [.text(date), .text(method)] }

  static func < (one: MapKey, other: MapKey) -> Bool { (one.date, one.method) < (other.date, other.method) }
}
