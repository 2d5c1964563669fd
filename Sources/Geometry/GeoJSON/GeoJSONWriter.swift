public import Formats

/// Writes GeoJSON to the letter of RFC 7946: right-hand rings, longitude and latitude with at most 7 decimals (about
/// 1 cm), a `bbox`, no `crs`.
///
/// Writing what was read back gives the same bytes.
public struct GeoJSONWriter: Sendable {
  /// How features are laid out.
  public enum Layout: Hashable, Sendable {
    /// One FeatureCollection with a feature a line (`.geojson`).
    case collection
    /// A feature a line and nothing else (`.geojsonl`).
    case lines
    /// An RFC 8142 text sequence: a feature a line, begun by byte 0x1E (`.geojsons`).
    case sequence
  }

  private var json = JSONWriter()
  private let layout: Layout

  /// A writer with the head of the layout written.
  ///
  /// - Parameters:
  ///   - members: foreign members of the collection, written before its features; streams have none. Names that
  ///     RFC 7946 gives a meaning are left out.
  ///   - bbox: the box around all features, which a stream of features cannot know by itself.
  public init(_ layout: Layout = .collection, members: JSONObject = [:], bbox: BoundingBox? = nil) {
    self.layout = layout
    guard layout == .collection else { return }
    json.beginObject()
    json.member("type", "FeatureCollection")
    if let bbox {
      json.key("bbox")
      json.box(bbox)
    }
    json.foreign(members)
    json.key("features")
    json.beginArray()
  }

  /// Writes a feature.
  public mutating func append(_ feature: Feature) {
    if layout == .collection { json.breakLine() }
    if layout == .sequence { json.beginRecord() }
    json.feature(feature)
    if layout != .collection { json.endLine() }
  }

  /// Takes out what was written so far; writing goes on where it was. For output in pieces.
  public mutating func drain() -> [UInt8] { json.drain() }

  /// Writes the foot of the layout and takes out what was not taken yet.
  public mutating func finish() -> [UInt8] {
    if layout == .collection {
      json.breakLine()
      json.endArray()
      json.endObject()
      json.endLine()
    }
    return json.drain()
  }

  /// The whole collection in the layout; its box is found when it has none.
  public static func write(_ collection: FeatureCollection, as layout: Layout = .collection) -> [UInt8] {
    let box = layout == .collection ? collection.bbox ?? collection.extent : nil
    var writer = GeoJSONWriter(layout, members: collection.members, bbox: box)
    for feature in collection.features { writer.append(feature) }
    return writer.finish()
  }
}
