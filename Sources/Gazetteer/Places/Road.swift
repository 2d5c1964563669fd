public import Geometry

/// A road that the gazetteer names, as a line through settlements beside it.
public struct Road: Hashable, Sendable {
  /// `road:m5`
  public let id: String
  /// `M5`
  public let name: String
  /// Other names: `Aleppo-Damascus highway`.
  public let otherNames: [String]
  /// KEY of `distance_km_KEY`, if events are to tell their distance from it.
  public let distanceKey: String?
  /// The road from its `from` to its `to`.
  public let line: LineString
  /// Where it begins.
  public let from: String?
  /// Where it ends.
  public let to: String?

  /// A road.
  public init(
    id: String, name: String, otherNames: [String] = [], distanceKey: String? = nil, line: LineString,
    from: String? = nil, to: String? = nil
  ) {
    self.id = id
    self.name = name
    self.otherNames = otherNames
    self.distanceKey = distanceKey
    self.line = line
    self.from = from
    self.to = to
  }
}

/// The units of administration that a point lies in; nil where no boundary is known.
public struct AdminUnits: Hashable, Sendable {
  /// ISO 3166-1 alpha-2.
  public var country: String?
  /// The first-level unit: a governorate, a province.
  public var admin1: String?
  /// The second-level unit: a district.
  public var admin2: String?
  /// The third-level unit: a subdistrict.
  public var admin3: String?

  /// Units; what is not known is nil.
  public init(country: String? = nil, admin1: String? = nil, admin2: String? = nil, admin3: String? = nil) {
    self.country = country
    self.admin1 = admin1
    self.admin2 = admin2
    self.admin3 = admin3
  }
}
