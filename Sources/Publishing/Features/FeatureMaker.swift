public import Geometry
public import Records

/// Makes features of records, with exactly the members of the contract in its order.
///
/// For example, `FeatureMaker(stylebook: book, roads: ["m5"]).features(of: findings)` is everything that a run of
/// `map` writes.
public struct FeatureMaker: Sendable {
  /// Styles, ACLED's words, countries.
  public let stylebook: Stylebook
  /// Keys of the roads that every event tells its distance to: `m5` gives `distance_km_m5`.
  public let roads: [String]

  /// A maker of features.
  public init(stylebook: Stylebook, roads: [String] = ["m5"]) {
    self.stylebook = stylebook
    self.roads = roads
  }

  /// Events, then control assertions, then claims, each in the order found.
  public func features(of findings: [Findings]) -> [Feature] {
    let sources = SourceIndex(findings)
    return findings.flatMap(\.events).map { feature(of: $0, sources: sources) }
      + findings.flatMap(\.assertions).map { feature(of: $0) } + findings.flatMap(\.claims).map { feature(of: $0) }
  }
}
