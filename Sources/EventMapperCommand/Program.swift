import ArgumentParser

/// The command line: what was said is made ready for the parser, then a verb runs.
@main
struct Program: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "eventmapper",
    abstract: "Reads conflict news and answers on a map: what happened where, who gained which ground, what is near.",
    discussion: """
      Runs offline; the same input gives the same bytes. Data goes to standard output or to -o FILE, everything else to \
      standard error. Exit codes: 0 done, 1 failed, 64 wrong usage, 65 some input was invalid (the rest was done).

      Example: eventmapper map seeds -o out/events.geojson -o out/map.html
      """,
    version: version,
    subcommands: [
      MapVerb.self, Mentions.self, Resolve.self, Near.self, Query.self, LinkVerb.self, Control.self, GazetteerVerb.self,
      Explain.self,
      Evaluate.self,
      Validate.self,
    ])

  static func main() async { await main(SignedPlaces.guarded(Array(CommandLine.arguments.dropFirst()))) }
}
