import ArgumentParser
import EventMapper
import EventStore
import Formats
import Gazetteer
import Geodesy
import Geometry
import Publishing
import Records

/// `query STORE`: events by place, time, kind and words, one by one or in groups.
struct Query: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ask a store for events: by box, area, region, days, types, sides, words; grouped and summed.",
    discussion: """
      Writes the events, or with --group one row a group: how many events, and the least, best and most of the dead \
      (an event without a figure adds nothing). The whole store or any part of it comes in every form of `map`.

      Example: eventmapper query events.gpkg --in Idlib --since 2020-02-01 --type airstrike -o idlib.geojson
      Example: eventmapper query events.gpkg --group week --format csv
      Example: eventmapper query events.gpkg --bbox 36,35,37.5,36.5 --group hex --cell 10km -o cells.geojson
      Example: eventmapper query events.gpkg -o map.html
      Example: eventmapper query events.gpkg --layer control --since 2020-02-01 -o maps.geojson
      """)

  @Argument(help: ArgumentHelp("A store, or a GeoJSON file of events.", valueName: "store|file")) var store: String
  @Option(help: ArgumentHelp("Only events in this box of degrees.", valueName: "west,south,east,north"))
  var bbox: BoxArgument?
  @Option(help: ArgumentHelp("Only events that meet the areas of this GeoJSON file.", valueName: "file"))
  var polygon: String?
  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("Only events in this governorate, district or country; may be given again.", valueName: "region")
  )
  var regions: [String] = []
  @Option(help: ArgumentHelp("Only events that may have happened on this day or later.", valueName: "day"))
  var since: DayArgument?
  @Option(help: ArgumentHelp("Only events that may have happened on this day or earlier.", valueName: "day"))
  var until: DayArgument?
  @Option(help: ArgumentHelp("Only this event_type; may be given again.")) var type: [String] = []
  @Option(help: "Only events with this acting or suffering side (a part of its name).") var actor: String?
  @Option(help: "Only events with at least this precision: geo_precision 1 (the place) to 3 (a region).")
  var minPrecision: Int?
  @Option(help: "Only events with these words in place, sides, quote, sentence, title or description.")
  var text: String?
  @Option(help: "One row a group.") var group: GroupArgument?
  @Option(help: "Another layer than the events, as it is stored; days and --bbox may narrow it.")
  var layer: LayerArgument?
  @Option(help: ArgumentHelp("The width of a hexagonal cell, for --group hex.", valueName: "length"))
  var cell = Length(argument: "10km")!  // a length as the parser takes it
  @OptionGroup var output: FeatureOutput
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try DayArgument.check(since, until)
    if let minPrecision, !(1...3).contains(minPrecision) {
      throw ValidationError("--min-precision \(minPrecision): give 1 (the place), 2 (near it) or 3 (a region)")
    }
    if layer != nil {
      guard group == nil, polygon == nil, regions.isEmpty, type.isEmpty, actor == nil, minPrecision == nil, text == nil
      else { throw ValidationError("--layer goes with --since, --until and --bbox alone") }
    }
    if group == .hex, cell.meters.rawValue < 100 { throw ValidationError("--cell: give 100m or more") }
  }

  func run() throws {
    var isFaulty = false
    let index = try common.openIndexIfAny()
    let query = try query(&isFaulty, index)
    if let layer { return try write(layer.layer, CommonOptions.members(index)) }
    let source = try EventSource(store, isFaulty: &isFaulty)
    if let group {
      try output.check(allowing: [.geojson, .geojsonl, .geojsonseq, .csv])
      let groups = try groups(source, query, by: group.grouping)
      let features = groups.features
      try output.write(features, members: CommonOptions.members(index))
      Diagnostics.line(
        "\(features.count) \(features.count == 1 ? "group" : "groups") of \(groups.count) "
          + (groups.count == 1 ? "event" : "events"))
    } else {
      try write(source, query, index)
    }
    if isFaulty { throw ExitCode(65) }
  }

  private func groups(_ source: EventSource, _ query: EventQuery, by grouping: EventGrouping) throws -> EventGroups {
    var latitudes: [Double] = []
    if grouping == .hex { try source.each(query) { latitudes += [EventGroups.latitude($0)].compactMap { $0 } } }
    var groups = EventGroups(by: grouping, cell: cell.meters, latitudes: latitudes)
    try source.each(query) { groups.add($0) }
    return groups
  }

  private func query(_ isFaulty: inout Bool, _ index: PlaceIndex?) throws -> EventQuery {
    var query = EventQuery(
      since: since?.day, until: until?.day, types: Set(type), actor: actor, precision: minPrecision, box: bbox?.box,
      text: text)
    if let polygon {
      query.area = .collection(try Input.features(polygon, isFaulty: &isFaulty).features.compactMap(\.geometry))
    }
    guard !regions.isEmpty else { return query }
    let index = try index ?? common.openIndex()
    query.regions = try regions.map { name in
      let known = index.resolve(ResolveQuery(name, limit: 10)).first { $0.place.kind.isArea }
      let boundary = index.boundary(of: name) ?? known.flatMap { index.boundary(of: $0.place.id) }
      guard boundary != nil || known != nil else {
        throw CommandFault.noRegion(name, similar: index.similarNames(name))
      }
      if index.boundary(of: name) == nil, let place = known?.place {
        Diagnostics.line("\(name) is taken for \(place.name) (\(place.id))")
      }
      return QueryRegion(name: name, boundary: boundary)
    }
    return query
  }

  private func write(_ layer: StoredLayer, _ members: JSONObject) throws {
    try output.check(allowing: [.geojson, .geojsonl, .geojsonseq, .csv])
    let features = try EventArchive.open(store).features(
      of: layer, since: since?.day, until: until?.day, box: bbox?.box)
    let maker = try? FeatureMaker(stylebook: Stylebook(folder: DataFolder.find().publishing))
    try output.write(features.map { maker?.styled($0) ?? $0 }, members: members)
    Diagnostics.line("\(features.count) \(features.count == 1 ? "feature" : "features")")
  }

  /// What articles told comes as `map` writes it; other features as they are.
  private func write(_ source: EventSource, _ query: EventQuery, _ index: PlaceIndex?) throws {
    let events = try source.events(query)
    Diagnostics.line("\(events.count) \(events.count == 1 ? "event" : "events")")
    guard case .store(let archive) = source, let findings = try findings(archive, events, query) else {
      try output.check(allowing: [.geojson, .geojsonl, .geojsonseq, .csv])
      return try output.write(events, members: CommonOptions.members(index))
    }
    let publisher = try Publisher(index: index ?? common.openIndex(), rulesHash: nil)
    try Output.write(
      publisher.bytes(findings, as: output.chosen(), withMentions: false, bom: output.bom), to: output.output)
  }

  /// The records of the events, nil where some have none. Claims and control come with the whole store only.
  private func findings(_ archive: EventArchive, _ events: [Feature], _ query: EventQuery) throws -> [Findings]? {
    let wanted = Set(events.compactMap { $0.id?.stringValue })
    var findings = try archive.findings(wanted: wanted)
    guard findings.reduce(0, { $0 + $1.events.count }) == events.count else { return nil }
    if !query.isEmpty {
      for index in findings.indices { (findings[index].assertions, findings[index].claims) = ([], []) }
    }
    return findings
  }
}

/// `WEST,SOUTH,EAST,NORTH` in degrees.
struct BoxArgument: ExpressibleByArgument {
  let box: BoundingBox

  init?(argument: String) {
    let sides = argument.filter { $0 != " " }.split(separator: ",", omittingEmptySubsequences: false)
      .compactMap { Double($0) }
    guard sides.count == 4, sides.allSatisfy(\.isFinite), (-90...90).contains(sides[1]), sides[1] <= sides[3],
      sides[3] <= 90, abs(sides[0]) <= 180, abs(sides[2]) <= 180
    else { return nil }
    box = BoundingBox(west: sides[0], south: sides[1], east: sides[2], north: sides[3])
  }
}

/// What `--layer` takes.
enum LayerArgument: String, CaseIterable, ExpressibleByArgument {
  case control, roads, places, articles, mentions, sources, links, corrections

  var layer: StoredLayer {
    switch self {
    case .control: .control
    case .roads: .roads
    case .places: .places
    case .articles: .articles
    case .mentions: .mentions
    case .sources: .sources
    case .links: .links
    case .corrections: .corrections
    }
  }
}

/// What `--group` takes.
enum GroupArgument: String, CaseIterable, ExpressibleByArgument {
  case week, district, type, actor, hex

  var grouping: EventGrouping {
    switch self {
    case .week: .week
    case .district: .district
    case .type: .type
    case .actor: .actor
    case .hex: .hex
    }
  }
}
