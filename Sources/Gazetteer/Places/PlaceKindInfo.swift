public import Records

/// What is customary for a kind of place (a row of `Gazetteer/kinds.tsv`).
public struct PlaceKindInfo: Hashable, Sendable {
  /// The kind.
  public let kind: PlaceKind
  /// Meters round the place's point within which a thing said to be there lies nine times in ten.
  public let radius: Double
  /// Meters from the point to the edge of the built-up area; 0 where nothing is built.
  public let builtUpRadius: Double
  /// ACLED's `geo_precision` (1-3) of an event named to be there.
  public let geoPrecision: Int
  /// UCDP's `where_prec` (1-7).
  public let wherePrecision: Int
  /// How likely news names a place of this kind, 0...1.
  public let newsWeight: Double
  /// GeoNames' feature codes (`PPLX`) and classes (`T`) that are such places.
  public let featureCodes: [String]

  /// What is customary for a kind.
  public init(
    kind: PlaceKind, radius: Double, builtUpRadius: Double, geoPrecision: Int, wherePrecision: Int, newsWeight: Double,
    featureCodes: [String] = []
  ) {
    self.featureCodes = featureCodes
    self.kind = kind
    self.radius = radius
    self.builtUpRadius = builtUpRadius
    self.geoPrecision = geoPrecision
    self.wherePrecision = wherePrecision
    self.newsWeight = newsWeight
  }

  /// What holds for a kind that an index has no row for: nothing precise.
  static func unknown(_ kind: PlaceKind) -> PlaceKindInfo {
    PlaceKindInfo(kind: kind, radius: 10_000, builtUpRadius: 0, geoPrecision: 2, wherePrecision: 2, newsWeight: 0.1)
  }
}
