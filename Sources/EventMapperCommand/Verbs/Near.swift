import ArgumentParser
import EventStore
import Formats
import Gazetteer
import Geodesy
import Geometry
import Publishing
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
      Example: eventmapper near M5 --within 5km --side west --events events.gpkg
      Example: eventmapper near -3.70,40.42 --within 1km --events - < events.geojson
      """)

  @Argument(
    help: ArgumentHelp(
      "A place's name or id, LON,LAT, a road, or a GeoJSON file.", valueName: "place|lon,lat|road|file"))
  var center: String
  @Option(help: ArgumentHelp("How far, as 10km or 500m.", valueName: "length")) var within: Length?
  @Option(help: "The most events.") var nearest: Int?
  @Option(
    name: [.customLong("events"), .customLong("store")],
    help: ArgumentHelp(
      "A store, or a GeoJSON file of events or of anything else; - is standard input.", valueName: "file|store"))
  var events: String
  @Option(
    help: ArgumentHelp("Only what lies on that side of the center: north, east, south-west ...", valueName: "side"))
  var side: SideArgument?
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
    try DayArgument.check(since, until)
    if let nearest, nearest < 1 { throw ValidationError("--nearest \(nearest) gives nothing; give 1 or more") }
    if let minPrecision, !(1...3).contains(minPrecision) {
      throw ValidationError("--min-precision \(minPrecision): give 1 (the place), 2 (near it) or 3 (a region)")
    }
  }

  func run() throws {
    try output.check(allowing: [.geojson, .geojsonl, .geojsonseq, .csv])
    let index = try common.openIndexIfAny()
    let center = try center(index)
    var isFaulty = false
    let query = EventQuery(
      since: since?.day, until: until?.day, types: Set(type), actor: actor, precision: minPrecision)
    let source = try EventSource(events, isFaulty: &isFaulty)
    let answer = try found(source, center, query)
    let maker = try? FeatureMaker(stylebook: Stylebook(folder: DataFolder.find().publishing))
    try output.write(answer.extent, members: CommonOptions.members(index)) { body in
      try answer.each { try body((maker?.styled($0.feature) ?? $0.feature).found($0.hit)) }
    }
    Diagnostics.line("\(answer.hits.count) \(answer.hits.count == 1 ? "feature" : "features")")
    if isFaulty { throw ExitCode(65) }
  }

  /// The nearest on one side may come late among all: ever more are asked for, until enough lie there.
  private func found(_ source: EventSource, _ center: NearCenter, _ query: EventQuery) throws -> NearAnswer {
    var asked = side == nil ? nearest : nearest.map { Self.more(than: $0) }
    while true {
      var answer = try source.near(center, within: within?.meters, nearest: asked, query)
      let isAll = asked.map { answer.hits.count < $0 } ?? true
      if let side { answer.keep { side.holds($0, ofLine: center.isLine) } }
      guard side != nil, let nearest, let count = asked, answer.hits.count < nearest, !isAll else {
        if let nearest { answer.keep(first: nearest) }
        return answer
      }
      asked = Self.more(than: count)
    }
  }

  private static func more(than count: Int) -> Int { min(count, Int(Int32.max)) * 4 }

  private func center(_ index: PlaceIndex?) throws -> NearCenter {
    if let position = try SignedPlaces.position(center) { return .point(position) }
    if [.geojson, .geojsonl, .geojsonseq].contains(OutputFormat(path: center)) {
      var isFaulty = false
      return .shape(.collection(try Input.features(center, isFaulty: &isFaulty).features.compactMap(\.geometry)))
    }
    let index = try index ?? common.openIndex()
    if let road = Places.road(center, in: index) { return .line(road.line) }
    return .point(try Places.point(center, in: index))
  }
}

extension Feature {
  /// The feature with what the search found of it.
  fileprivate func found(_ hit: NearHit) -> Feature {
    var feature = self
    feature.properties["distance_km"] = .double(hit.distance.kilometers)
    feature.properties["azimuth"] = hit.azimuth.map { .double($0) } ?? .null
    feature.properties["within"] = hit.within.map { .string($0.rawValue) } ?? .null
    return feature
  }
}
