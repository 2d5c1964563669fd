import Formats
public import Geometry
public import Records

extension Ground {
  /// A ground of records: countries and first-level units with their areas, roads by the name in their shield, places.
  ///
  /// For example, of a gazetteer: ask it for the units, roads and places within ``view(of:)``.
  public init(
    units: [(place: Place, shape: Shape)], roads: [(name: String, shape: Shape)], places: [Place],
    credits: [String] = []
  ) {
    let areas = units.map { (kind: $0.place.kind, feature: Self.feature($0.place, $0.shape)) }
    self.init(
      countries: areas.filter { $0.kind == .country }.map(\.feature),
      regions: areas.filter { $0.kind != .country }.map(\.feature),
      roads: roads.map { Feature(geometry: $0.shape, properties: ["name": .string($0.name)]) },
      places: places.compactMap { place in place.point.map { Self.feature(place, .point($0)) } }, credits: credits)
  }

  private static func feature(_ place: Place, _ shape: Shape) -> Feature {
    var list = Properties()
    list.add("name", place.name)
    list.add("kind", place.kind.rawValue)
    list.add("country", place.country)
    list.add("population", place.population)
    return Feature(geometry: shape, properties: list.object)
  }

  /// What a page of these findings can show: whatever lies outside it is left out of the page, and need not be asked
  /// for. The world where nothing has a place.
  public static func view(of findings: [Findings]) -> BoundingBox { Thinning(around: extent(of: findings)).view }

  /// The box around everything found, nil where nothing has a place.
  static func extent(of findings: [Findings]) -> BoundingBox? {
    let shapes = findings.flatMap(\.events).compactMap(\.location?.shape) + findings.flatMap(\.assertions).map(\.shape)
    return shapes.compactMap(\.boundingBox).reduce(nil) { box, next in box?.union(next) ?? next }
  }
}
