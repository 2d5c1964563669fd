public import Formats
public import Geometry
public import Records

/// Features as GeoJSON bytes: strict RFC 7946, a feature a line, the same input giving the same bytes.
public struct CollectionWriter: Sendable {
  /// The collection's member `generator`.
  public let generator: Generator

  /// A writer for one run.
  public init(generator: Generator) { self.generator = generator }

  /// One FeatureCollection with its bbox and `generator`.
  ///
  /// - Parameters:
  ///   - mentions: for the member `mentions` of plain objects; nil leaves the member out.
  ///   - totals: for the member `totals`, as ``ChangeTotals`` gives it; nil leaves the member out.
  public func collection(_ features: [Feature], mentions: [Mention]? = nil, totals: JSONObject? = nil) -> [UInt8] {
    var members: JSONObject = ["generator": .object(generator.object)]
    if let mentions { members["mentions"] = .array(mentions.map { .object(FeatureMaker.object(of: $0)) }) }
    if let totals { members["totals"] = .object(totals) }
    return GeoJSONWriter.write(FeatureCollection(features, members: members))
  }

  /// An RFC 8142 text sequence: each feature begins with byte 0x1E and ends with a line feed.
  public func sequence(_ features: [Feature]) -> [UInt8] {
    GeoJSONWriter.write(FeatureCollection(features), as: .sequence)
  }

  /// A feature a line.
  public func lines(_ features: [Feature]) -> [UInt8] {
    GeoJSONWriter.write(FeatureCollection(features), as: .lines)
  }
}
