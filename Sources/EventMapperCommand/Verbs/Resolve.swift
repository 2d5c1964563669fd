import ArgumentParser
import Formats
import Gazetteer
import Geometry
import Records

/// `resolve NAME`: ranked candidates with reasons.
struct Resolve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look a place name up: ranked candidates with reasons.",
    discussion: """
      Example: eventmapper resolve "Kafr Amma" --near Aleppo --in Aleppo --limit 3
      Example: eventmapper resolve كفرنبل --json
      """)

  @Argument(help: "The name, in any spelling and script.") var name: String
  @Option(help: ArgumentHelp("Prefer what is near.", valueName: "place|lon,lat")) var near: String?
  @Option(name: .customLong("in"), help: ArgumentHelp("Only what lies there.", valueName: "region")) var region: String?
  @Option(help: "The most candidates.") var limit = 10
  @Flag(help: "Write a JSON array.") var json = false
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit \(limit) gives nothing; give 1 or more") }
  }

  func run() throws {
    let index = try common.openIndex()
    let near = try near.map { try Places.point($0, in: index) }
    let found = index.resolve(ResolveQuery(name, near: near, inRegion: region, limit: limit, isThorough: true))
    if json { try Output.write(Resolve.json(found), to: nil) }
    guard !found.isEmpty else { throw Resolve.nothing(of: name, in: region, index) }
    if json { return }
    try Output.write(found.enumerated().map { Resolve.line($1, rank: $0 + 1) }.joined(), to: nil)
  }

  private static func nothing(of name: String, in region: String?, _ index: PlaceIndex) -> CommandFault {
    guard let region else { return .noPlace(name, similar: index.similarNames(name)) }
    guard index.knowsRegion(region) else { return .noRegion(region, similar: index.similarNames(region)) }
    return .noPlaceIn(name, region: region, elsewhere: index.similarNames(name))
  }

  /// For programs: an empty array says that nothing goes by the name.
  static func json(_ found: [RankedPlace]) -> [UInt8] {
    var writer = JSONWriter(indent: 2)
    writer.array { writer in
      for ranked in found { writer.object { write(ranked, to: &$0) } }
    }
    writer.endLine()
    return writer.bytes
  }

  private static func write(_ ranked: RankedPlace, to writer: inout JSONWriter) {
    let place = ranked.place
    writer.member("name", place.name)
    writer.member("place_id", place.id)
    writer.member("kind", place.kind.rawValue)
    writer.member("admin1", place.admin1)
    writer.member("country", place.country)
    writer.member("lat", place.point?.lat)
    writer.member("lon", place.point?.lon)
    writer.member("score", ranked.score)
    writer.key("reasons")
    writer.array { writer in
      for reason in ranked.reasons { writer.string(reason) }
    }
  }

  private static func line(_ ranked: RankedPlace, rank: Int) -> String {
    let place = ranked.place
    let units = [place.admin1, place.country].compactMap { $0 }.filter { $0 != place.name }
    let name = ([place.name] + units).joined(separator: ", ")
    let point = place.point.map { "\($0.lat),\($0.lon)" } ?? "a line"
    return
      "\(rank). \(name)  \(place.id)  lat,lon \(point)  score \(ranked.score)  (\(ranked.reasons.joined(separator: "; ")))\n"
  }
}
