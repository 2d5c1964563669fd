import ArgumentParser
import EventStore
import Formats
import Gazetteer
import Geodesy
import Geometry
import Publishing
import Records
import Territory
import Topology

/// `control front MAP`.
struct ControlFrontVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "front",
    abstract: "Find the line between the sides, what lies how far from it, and whose the ground beside a road is.",
    discussion: """
      Writes the lines between the sides with length_km and vertex_spacing_km; --from adds how far places and roads are \
      from them, --events how far each event is. --road with --beside gives the strip along a road, shared out among the \
      sides; with --from it also tells on which side of the road, seen in its stated direction, each place lies.

      Example: eventmapper control front idlib --date 2020-02-05 -o front.geojson
      Example: eventmapper control front map.geojson --from Saraqib --from M5 --events events.geojson
      Example: eventmapper control front idlib --date 2020-02-12 --road M5 --beside west --within 5km --from "Khan al-Asal"
      """)

  @Argument(help: ArgumentHelp("A control map (GeoJSON), a list of settlements, or a shipped case.", valueName: "map"))
  var map: String
  @Option(help: ArgumentHelp("A place, LON,LAT or road; may be given again.", valueName: "place|lon,lat|road"))
  var from: [String] = []
  @Option(help: ArgumentHelp("A GeoJSON file of events or of anything else.", valueName: "file")) var events: String?
  @Option(help: ArgumentHelp("The side of the road: west, north-east, left, right ...", valueName: "side"))
  var beside: String?
  @Option(help: ArgumentHelp("How wide the strip is.", valueName: "length"))
  // A length by its own rule.
  var within = Length(argument: "5km")!
  @OptionGroup var options: ControlOptions
  @OptionGroup var output: FeatureOutput
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let beside, RoadSide(words: beside) == nil {
      throw ValidationError("--beside \(beside): give left, right or a direction as west or north-east")
    }
    if beside != nil, options.road.isEmpty {
      throw ValidationError("--beside \(beside ?? ""): say of which road with --road")
    }
  }

  func run() throws {
    try output.check(allowing: [.geojson, .geojsonl, .geojsonseq, .csv])
    let index = try common.openIndex()
    let publisher = try Publisher(index: index, rulesHash: nil)
    var workshop = ControlWorkshop(options.applied(to: try openCase()), index: index)
    (workshop.dividers, workshop.regionFile) = (options.divide, options.region)
    let map = try workshop.map(self.map, at: options.date?.day)
    for note in map.notes { Diagnostics.line(note) }
    let front = try ControlMaps.front(of: map)
    for line in front {
      Diagnostics.line(
        "\(line.left) | \(line.right): \(rounded(line.lengthKM)) km, a position every \(rounded(line.vertexSpacingKM)) km"
      )
    }
    var finder = FrontFinder(front: front, index: index)
    finder.roads = try options.road.map { name in
      guard let road = Places.road(name, in: index) else {
        throw CommandFault.noRoad(name, known: index.roads.map(\.name))
      }
      return road
    }
    var features = front.map { publisher.maker.feature(of: $0) }
    if let side = beside.flatMap({ RoadSide(words: $0) }) {
      for road in finder.roads { features += try strip(road, side, map) }
    }
    for name in from {
      features.append(try finder.feature(name, beside: beside.flatMap { RoadSide(words: $0) }, within.meters))
    }
    if let events { features += try finder.features(workshop.collection(events).features) }
    try output.write(features, members: ["generator": .object(publisher.generator.object)])
    if workshop.isFaulty { throw ExitCode(65) }
  }

  private func openCase() throws -> ControlCase {
    map.hasSuffix("json") || map == "-" ? ControlCase(events: ()) : try ControlCase.open(map)
  }

  /// The strip, one feature a side that holds some of it.
  private func strip(_ road: Road, _ side: RoadSide, _ map: ControlMap) throws -> [Feature] {
    let region = try Engine().union(map.areas.filter { $0.status != .claimed }.map(\.shape))
    let strip = try Ground.strip(along: road.line, side: side, within: region, width: within.meters)
    return try map.areas.compactMap { area in
      let part = try Engine().intersection(strip, area.shape)
      let km2 = Ellipsoid.area(of: part).squareKilometers
      guard km2 > 0 else { return nil }
      Diagnostics.line("\(rounded(km2)) km² of the strip: \(area.side), \(area.status.rawValue)")
      return Feature(
        geometry: .multiPolygon(MultiPolygon(part.polygons)),
        properties: [
          "feature": "strip", "road": .string(road.name), "road_direction": .string(road.direction),
          "beside": .string(beside ?? ""), "width_km": .double(within.meters.kilometers), "side": .string(area.side),
          "status": .string(area.status.rawValue), "date": map.date.map { .string($0.description) } ?? .null,
          "area_km2": .double(km2),
        ])
    }
  }

  private func rounded(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }
}
