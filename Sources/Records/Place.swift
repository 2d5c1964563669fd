public import Geometry

/// What sort of thing a place is (`Gazetteer/kinds.tsv`).
public enum PlaceKind: String, Hashable, Sendable, CaseIterable {
  case continent, country, region, governorate, province, district, subdistrict
  case city, town, village, neighborhood
  case base, airfield, crossing, camp, dam, mountain, river, lake, sea, island, facility, road, other

  /// Its place among `allCases`: for tables by kind.
  @inlinable public var number: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

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
///
/// A value like any other, but its members lie in one shared object: a place is copied about much more than it is made.
public struct Place: Sendable {
  @usableFromInline var facts: PlaceFacts

  /// A place; all but id, name and kind may be unknown.
  public init(
    id: String, name: String, kind: PlaceKind, point: Coordinate? = nil, country: String? = nil, admin1: String? = nil,
    admin2: String? = nil, population: Int? = nil, arabicName: String? = nil, source: String? = nil
  ) {
    facts = PlaceFacts(
      id: id, name: name, kind: kind, point: point, country: country, admin1: admin1, admin2: admin2,
      population: population, arabicName: arabicName, source: source)
  }

  /// `geonames:N`, else `local:slug` or `road:slug`.
  @inlinable public var id: String {
    get { facts.id }
    set { mutate { $0.id = newValue } }
  }
  /// The customary English name.
  @inlinable public var name: String {
    get { facts.name }
    set { mutate { $0.name = newValue } }
  }
  /// What sort of thing it is.
  @inlinable public var kind: PlaceKind {
    get { facts.kind }
    set { mutate { $0.kind = newValue } }
  }
  /// The customary representative point (WGS 84), nil for a road.
  @inlinable public var point: Coordinate? {
    get { facts.point }
    set { mutate { $0.point = newValue } }
  }
  /// ISO 3166-1 alpha-2.
  @inlinable public var country: String? {
    get { facts.country }
    set { mutate { $0.country = newValue } }
  }
  /// The first-level unit's name.
  @inlinable public var admin1: String? {
    get { facts.admin1 }
    set { mutate { $0.admin1 = newValue } }
  }
  /// The second-level unit's name.
  @inlinable public var admin2: String? {
    get { facts.admin2 }
    set { mutate { $0.admin2 = newValue } }
  }
  /// Inhabitants, nil where unknown.
  @inlinable public var population: Int? {
    get { facts.population }
    set { mutate { $0.population = newValue } }
  }
  /// The Arabic name.
  @inlinable public var arabicName: String? {
    get { facts.arabicName }
    set { mutate { $0.arabicName = newValue } }
  }
  /// Where the coordinate came from.
  @inlinable public var source: String? {
    get { facts.source }
    set { mutate { $0.source = newValue } }
  }
}

extension Place {
  /// Changes a member, of a copy where the facts are shared.
  @usableFromInline
  mutating func mutate(_ change: (PlaceFacts) -> Void) {
    if !isKnownUniquelyReferenced(&facts) { facts = PlaceFacts(facts) }
    change(facts)
  }
}

extension Place: Hashable {
  /// The same facts.
  public static func == (a: Place, b: Place) -> Bool {
    a.facts === b.facts
      || (a.id == b.id && a.name == b.name && a.kind == b.kind && a.point == b.point && a.country == b.country
        && a.admin1 == b.admin1 && a.admin2 == b.admin2 && a.population == b.population
        && a.arabicName == b.arabicName && a.source == b.source)
  }

  /// By id and name.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(name)
  }
}

/// The members of a place.
@usableFromInline
final class PlaceFacts: @unchecked Sendable {  // changed only by a place that alone holds it
  @usableFromInline var id: String
  @usableFromInline var name: String
  @usableFromInline var kind: PlaceKind
  @usableFromInline var point: Coordinate?
  @usableFromInline var country: String?
  @usableFromInline var admin1: String?
  @usableFromInline var admin2: String?
  @usableFromInline var population: Int?
  @usableFromInline var arabicName: String?
  @usableFromInline var source: String?

  init(
    id: String, name: String, kind: PlaceKind, point: Coordinate?, country: String?, admin1: String?, admin2: String?,
    population: Int?, arabicName: String?, source: String?
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

  convenience init(_ other: PlaceFacts) {
    self.init(
      id: other.id, name: other.name, kind: other.kind, point: other.point, country: other.country,
      admin1: other.admin1, admin2: other.admin2, population: other.population, arabicName: other.arabicName,
      source: other.source)
  }
}
