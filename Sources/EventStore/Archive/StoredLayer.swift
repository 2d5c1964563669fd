import Formats
public import Geometry
public import Records

/// A layer of a store beside its events.
public enum StoredLayer: String, CaseIterable, Sendable {
  /// Control maps, and what articles say of who holds what.
  case control
  /// The gazetteer's roads.
  case roads
  /// The places that events name.
  case places
  /// What was read.
  case articles
  /// Place names in the articles.
  case mentions
  /// Which words tell of which event.
  case sources
  /// Reports that were made one event.
  case links
  /// What reviewers corrected.
  case corrections

  fileprivate var layer: Layer {
    switch self {
    case .control: Schema.control
    case .roads: Schema.roads
    case .places: Schema.places
    case .articles: Schema.articles
    case .mentions: Schema.mentions
    case .sources: Schema.sources
    case .links: Schema.links
    case .corrections: Schema.corrections
    }
  }

  /// The column of its day, where it has one.
  fileprivate var day: String? {
    switch self {
    case .control: "date"
    case .articles: "published"
    case .roads, .places, .mentions, .sources, .links, .corrections: nil
    }
  }
}

extension EventArchive {
  /// The rows of a layer in the order in which they came, each naming its layer where it is no control: those of these days, and those that meet the box.
  public func features(
    of stored: StoredLayer, since: Day? = nil, until: Day? = nil, box: BoundingBox? = nil
  ) throws(StoreError) -> [Feature] {
    try guarded {
      try features(stored.layer).filter { feature in
        let day = stored.day.flatMap { feature.properties[$0]?.stringValue }.flatMap { Day(iso: $0) }
        if let since { guard let day, day >= since else { return false } }
        if let until { guard let day, day <= until else { return false } }
        guard let box else { return true }
        return feature.geometry?.boundingBox?.intersects(box) ?? false
      }.map { stored == .control ? Self.control($0) : Self.row($0, of: stored) }
    }
  }

  /// Without the columns of the other kind of control.
  private static func control(_ feature: Feature) -> Feature {
    let isMap = feature.properties["feature"] == "control"
    let others =
      isMap
      ? ["doc_id", "attribution", "assumed_width_km", "quote", "span_start", "span_end"]
      : ["area_km2", "method", "sources"]
    var plain = feature
    for name in others where plain.properties[name]?.isNull ?? false { plain.properties[name] = nil }
    return plain
  }

  /// What says which layer it comes from (`Schema/row.json`).
  private static func row(_ feature: Feature, of layer: StoredLayer) -> Feature {
    var row = feature
    row.properties = ["feature": "row", "layer": .string(layer.rawValue)]
    for (key, value) in feature.properties { row.properties[key] = value }
    return row
  }
}
