public import Geometry

/// When an event happened.
public struct EventTime: Hashable, Sendable {
  /// The best local day.
  public var day: Day?
  /// The local days that bound it.
  public var window: DayWindow?
  /// The local time of day, `HH:MM`.
  public var local: String?
  /// The words that tell it.
  public var text: String?
  /// How the day was found: `explicit`, `weekday`, `relative`, `reporting_day`, `month`.
  public var basis: String
  /// ACLED's time precision, 1 (day) to 3 (month).
  public var timePrecision: Int
  /// UCDP's date_prec, 1 (day) to 5 (year or more).
  public var datePrec: Int

  /// A time.
  public init(
    day: Day?, window: DayWindow?, local: String? = nil, text: String? = nil, basis: String, timePrecision: Int,
    datePrec: Int
  ) {
    self.day = day
    self.window = window
    self.local = local
    self.text = text
    self.basis = basis
    self.timePrecision = timePrecision
    self.datePrec = datePrec
  }
}

/// How an event's place became known (DESIGN, `location_basis`).
public enum LocationBasis: String, Hashable, Sendable {
  /// The place itself is named.
  case named
  /// Told relative to a named one ("25 km west of", "near").
  case relative
  /// A named region, or a part of one.
  case area
  /// A road or a river.
  case line
}

/// Where an event happened.
public struct EventLocation: Hashable, Sendable {
  /// The place, or the one it is told from.
  public var place: Place
  /// The words that tell it.
  public var text: String
  /// A point, or the honest area.
  public var shape: Shape
  /// A representative point, also of an area.
  public var point: Coordinate
  /// How it became known.
  public var basis: LocationBasis
  /// The relation to the place ("near", "25 km west"), nil where it is the place.
  public var relation: String?
  /// ACLED's geo_precision, 1 (the place) to 3 (a larger region).
  public var geoPrecision: Int
  /// UCDP's where_prec, 1 (the place) to 7.
  public var wherePrec: Int
  /// The true place lies within it of `point` nine times in ten, in meters.
  public var radius: Double
  /// Other places the words may mean: name and id.
  public var alternatives: [String]
  /// Administrative units of the point, as the gazetteer's polygons tell.
  public var admin1: String?
  /// The second-level unit.
  public var admin2: String?
  /// ISO 3166-1 alpha-2.
  public var country: String?

  /// A location; the units are those of its place until polygons tell better.
  public init(
    place: Place, text: String, shape: Shape, point: Coordinate, basis: LocationBasis, relation: String? = nil,
    geoPrecision: Int, wherePrec: Int, radius: Double, alternatives: [String] = []
  ) {
    self.place = place
    self.text = text
    self.shape = shape
    self.point = point
    self.basis = basis
    self.relation = relation
    self.geoPrecision = geoPrecision
    self.wherePrec = wherePrec
    self.radius = radius
    self.alternatives = alternatives
    admin1 = place.admin1
    admin2 = place.admin2
    country = place.country
  }
}
