public import Formats

/// A shape with properties, as GeoJSON has it.
public struct Feature: Hashable, Sendable {
  /// A string or a number; nil when it has none.
  public var id: JSONValue?
  /// Where it is; nil when that is not known.
  public var geometry: Shape?
  /// What is known of it, in order.
  public var properties: JSONObject
  /// Members beside those of RFC 7946 (foreign members), in order.
  public var members: JSONObject

  /// A feature of the parts.
  public init(
    id: JSONValue? = nil, geometry: Shape? = nil, properties: JSONObject = [:], members: JSONObject = [:]
  ) {
    self.id = id
    self.geometry = geometry
    self.properties = properties
    self.members = members
  }
}

/// Features, as GeoJSON has them.
public struct FeatureCollection: Hashable, Sendable {
  /// The features in order.
  public var features: [Feature]
  /// Members beside those of RFC 7946 (foreign members), in order.
  public var members: JSONObject
  /// The box as given or to be written; nil lets the writer find it.
  public var bbox: BoundingBox?

  /// A collection of the features.
  public init(_ features: [Feature] = [], members: JSONObject = [:], bbox: BoundingBox? = nil) {
    self.features = features
    self.members = members
    self.bbox = bbox
  }

  /// The least box around all features, nil when no feature has a place.
  public var extent: BoundingBox? {
    features.reduce(nil) { box, feature in
      guard let next = feature.geometry?.boundingBox else { return box }
      return box?.union(next) ?? next
    }
  }
}
