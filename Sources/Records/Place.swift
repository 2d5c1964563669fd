public import Geometry

/// What sort of thing a place is (`Gazetteer/kinds.tsv`).
public enum PlaceKind: String, Hashable, Sendable, CaseIterable {
  case continent, country, region, governorate, province, district, subdistrict
  case city, town, village, neighborhood
  case base, airfield, crossing, camp, dam, mountain, river, lake, sea, island, facility, road, other

  /// A city, town, village or neighborhood: somewhere that can change hands.
  public var isSettlement: Bool {
    switch self {
    case .city, .town, .village, .neighborhood: true
    default: false
    }
  }

  /// A unit of administration or something as large: named alone it says nothing precise.
  public var isArea: Bool {
    switch self {
    case .continent, .country, .region, .governorate, .province, .district, .subdistrict, .sea: true
    default: false
    }
  }
}

/// A place as the gazetteer knows it.
public struct Place: Hashable, Sendable {
  /// `geonames:N`, else `local:slug` or `road:slug`.
  public var id: String
  /// The customary English name.
  public var name: String
  /// What sort of thing it is.
  public var kind: PlaceKind
  /// The customary representative point (WGS 84), nil for a road.
  public var point: Coordinate?
  /// ISO 3166-1 alpha-2.
  public var country: String?
  /// The first-level unit's name.
  public var admin1: String?
  /// The second-level unit's name.
  public var admin2: String?
  /// Inhabitants, nil where unknown.
  public var population: Int?
  /// The Arabic name.
  public var arabicName: String?
  /// Where the coordinate came from.
  public var source: String?

  /// A place; all but id, name and kind may be unknown.
  public init(
    id: String, name: String, kind: PlaceKind, point: Coordinate? = nil, country: String? = nil, admin1: String? = nil,
    admin2: String? = nil, population: Int? = nil, arabicName: String? = nil, source: String? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.point = point
    self.country = country
    self.admin1 = admin1
    self.admin2 = admin2
    self.population = population
    self.arabicName = arabicName
    self.source = source
  }
}
