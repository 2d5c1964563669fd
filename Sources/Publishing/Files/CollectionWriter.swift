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

  /// What one document yielded as the features of `FeatureMaker.features`, a feature a line; as a sequence with byte
  /// 0x1E before each.
  public func lines(_ findings: Findings, _ maker: FeatureMaker, asSequence: Bool) -> [UInt8] {
    var json = JSONWriter(capacity: 2048 * findings.events.count)
    let sources = SourceIndex([findings])
    for event in findings.events {
      if asSequence { json.beginRecord() }
      maker.write(event, sources: sources, to: &json)
      json.endLine()
    }
    let rest = findings.assertions.map { maker.feature(of: $0) } + findings.claims.map { maker.feature(of: $0) }
    return rest.isEmpty ? json.bytes : json.bytes + (asSequence ? sequence(rest) : lines(rest))
  }
}
