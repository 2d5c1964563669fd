import ArgumentParser
import EventStore
import Formats
import Gazetteer
import Geodesy
import Geometry
import Records

/// `near PLACE|LON,LAT|ROAD`: which events are within a distance, or the nearest ones.
struct Near: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find events near a place, a position or a road, by exact distances.",
    discussion: """
      Writes the features found, nearest first, with distance_km, azimuth (degrees from the center) and, within a limit, \
      whether they are within it for certain or possibly (their radius_m or area reaches beyond).

      Example: eventmapper near Saraqib --within 30km --events out/events.geojson
      Example: eventmapper near M5 --nearest 5 --events out/events.geojson --type airstrike
      Example: eventmapper near -3.70,40.42 --within 1km --events - < events.geojson
      """)

  @Argument(help: ArgumentHelp("A place's name or id, LON,LAT, or a road.", valueName: "place|lon,lat|road"))
  var center: String
  @Option(help: ArgumentHelp("How far, as 10km or 500m.", valueName: "length")) var within: Length?
  @Option(help: "The most events.") var nearest: Int?
  @Option(help: ArgumentHelp("A GeoJSON file of events or of anything else; - is standard input.", valueName: "file"))
  var events: String
  @Option(help: ArgumentHelp("Only events that may have happened on this day or later.", valueName: "day"))
  var since: DayArgument?
  @Option(help: ArgumentHelp("Only events that may have happened on this day or earlier.", valueName: "day"))
  var until: DayArgument?
  @Option(help: ArgumentHelp("Only this event_type; may be given again.")) var type: [String] = []
  @Option(help: "Only events with this acting or suffering side (a part of its name).") var actor: String?
  @Option(help: "Only events with at least this precision: geo_precision 1 (the place) to 3 (a region).")
  var minPrecision: Int?
  @OptionGroup var output: FeatureOutput
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let nearest, nearest < 1 { throw ValidationError("--nearest \(nearest) gives nothing; give 1 or more") }
    if let minPrecision, !(1...3).contains(minPrecision) {
      throw ValidationError("--min-precision \(minPrecision): give 1 (the place), 2 (near it) or 3 (a region)")
    }
  }

  func run() throws {
    try output.check(allowing: [.geojson, .geojsonl, .geojsonseq, .csv])
    let center = try center(in: common)
    var isFaulty = false
    let filter = EventFilter(
      since: since?.day, until: until?.day, types: Set(type), actor: actor, precision: minPrecision)
    let features = try Input.features(events, isFaulty: &isFaulty).features.filter(filter.accepts)
    let placed = features.compactMap { feature in feature.geometry.map { (feature, $0) } }
    let search = NearSearch(placed.map { NearCandidate(id: $0.0.idText, shape: $0.1, radius: $0.0.radius) })
    let hits = try search.near(center, within: within?.meters, nearest: nearest)
    try output.write(hits.map { placed[$0.index].0.found($0) })
    Diagnostics.line("\(hits.count) of \(features.count) \(features.count == 1 ? "feature" : "features")")
    if isFaulty { throw ExitCode(65) }
  }

  private func center(in common: CommonOptions) throws -> NearCenter {
    if let position = try SignedPlaces.position(center) { return .point(position) }
    let index = try common.openIndex()
    if let road = Places.road(center, in: index) { return .line(road.line) }
    return .point(try Places.point(center, in: index))
  }
}

extension Feature {
  /// Its id as text, from the feature or its properties.
  fileprivate var idText: String {
    switch id ?? properties["id"] {
    case .string(let text): text
    case .int(let number): "\(number)"
    default: ""
    }
  }

  fileprivate var radius: Meters? { properties["radius_m"]?.doubleValue.map { Meters($0) } }

  /// The feature with what the search found of it.
  fileprivate func found(_ hit: NearHit) -> Feature {
    var feature = self
    feature.properties["distance_km"] = .double(hit.distance.kilometers)
    feature.properties["azimuth"] = hit.azimuth.map { .double($0) } ?? .null
    feature.properties["within"] = hit.within.map { .string($0.rawValue) } ?? .null
    return feature
  }
}
