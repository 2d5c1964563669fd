public import Geometry

/// What lies under the events on the map page: our own layers, so that the page needs no network.
public struct Ground: Sendable {
  /// Countries: areas with `name` and `country` (ISO 3166-1 alpha-2).
  public var countries: [Feature]
  /// First-level units: areas with `name`.
  public var regions: [Feature]
  /// Roads: lines whose `name` stands in a shield (`M5`).
  public var roads: [Feature]
  /// Settlements: points with `name`, `kind` and `population`.
  public var places: [Feature]
  /// Who made the data, a line each, for the foot of the page.
  public var credits: [String]

  /// A ground of layers, each of which may be empty.
  public init(
    countries: [Feature] = [], regions: [Feature] = [], roads: [Feature] = [], places: [Feature] = [],
    credits: [String] = []
  ) {
    self.countries = countries
    self.regions = regions
    self.roads = roads
    self.places = places
    self.credits = credits
  }
}
