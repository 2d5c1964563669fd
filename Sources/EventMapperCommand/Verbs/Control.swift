import ArgumentParser

/// `control change A B`: who gained which ground.
struct Control: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make maps of who holds which ground, move them by events, compare them.",
    discussion: "Example: eventmapper control change 2020-01-01.geojson 2020-03-01.geojson --side Opposition",
    subcommands: [ControlBuildVerb.self, ControlAdvanceVerb.self, ControlChangeVerb.self, ControlFrontVerb.self])
}
