import ArgumentParser
import EventMapper
import EventStore
import Geometry
import NewsText
import Publishing
import Records

/// `explain ID INPUT...`: why an event is what and where it is.
struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell why an event is what, when and where it is.",
    discussion: """
      Give the event's id as `map` writes it; its first characters are enough.

      Example: eventmapper explain 3f2a seeds
      Example: eventmapper explain 3f2a --store events.gpkg
      """)

  @Argument(help: "The event's id.") var id: String
  @OptionGroup var reading: ReadingArguments
  @Option(help: ArgumentHelp("A store that holds the event, in place of the articles.", valueName: "store"))
  var store: String?

  func run() async throws {
    if let store {
      let found = try EventArchive.open(store).records(idPrefix: id)
      guard !found.isEmpty else { throw CommandFault.noEvent(id) }
      return try Output.write(found.map(Explain.text).joined(separator: "\n"), to: nil)
    }
    let reader = try reading.reader()
    var found: [Event] = []
    var run = ArticleRun(inputs: reading.inputs, jobs: reading.jobs)
    try await run.run({ reader.read($0) }) { _, _, findings in
      found += findings.events.filter { $0.id.hasPrefix(id) }
    }
    guard !found.isEmpty else { throw CommandFault.noEvent(id) }
    try Output.write(found.map(Explain.text).joined(separator: "\n"), to: nil)
    if run.faults > 0 { throw ExitCode(65) }
  }

  private static func text(_ event: Event) -> String {
    var lines = ["\(event.id)  \(event.type.rawValue)  \(event.status.rawValue)"]
    for mention in event.mentions {
      lines.append(
        "  said in \(mention.docID), \(mention.zone.rawValue), \(mention.span.start)-\(mention.span.end), by rule \(mention.rule)"
      )
      lines.append("    \"\(mention.quote)\"")
    }
    lines.append(
      "  when: \(event.time.day?.description ?? "unknown") (\(event.time.basis)\(event.time.text.map { ", \"\($0)\"" } ?? ""))"
    )
    if let location = event.location {
      lines.append(
        "  where: \(location.place.name), \(location.place.id), lat,lon \(location.point.lat),\(location.point.lon), "
          + "within \(Int(location.radius)) m (\(location.basis.rawValue)), said as \"\(location.text)\"")
      lines += location.alternatives.map { "    or: \($0)" }
    }
    lines += event.explanation.map { "  \($0)" } + event.notes.map { "  note: \($0)" }
    return lines.map { Explain.harmless($0) + "\n" }.joined()
  }

  /// Article text may hold control characters that would move a terminal's cursor.
  private static func harmless(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}
