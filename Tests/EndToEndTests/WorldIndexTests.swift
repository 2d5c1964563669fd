import TestSupport
import Foundation
import Testing

/// The index of the whole world that `make gazetteer` leaves beside the built-in one; a small one here.
@Suite struct `The world index` {
  private static let places = """
    # source: made up for tests; licence: CC0-1.0
    id\tkind\tname\tarabic_name\tother_names\tdemonyms\tlat\tlon\tcountry\tadmin1\tadmin2\tadmin3\tpopulation\tsource
    test:1\ttown\tXyzzyplughtown\t\t\t\t1\t2\tGH\t\t\t\t\ttest

    """

  /// A data folder with both indexes.
  private func data(world: (Scratch) throws -> Void) throws -> Scratch {
    let scratch = Scratch()
    scratch.file("gazetteer.index", try Data(contentsOf: URL(filePath: Program.data + "/gazetteer.index")).map { $0 })
    try world(scratch)
    return scratch
  }

  private func build(_ scratch: Scratch) {
    scratch.file("tables/places/world.tsv", Self.places)
    scratch.file(
      "tables/kinds.tsv", (try? String(contentsOfFile: Program.root + "/Gazetteer/kinds.tsv", encoding: .utf8)) ?? "")
    let spelling = Program.root + "/Sources/Gazetteer/Data/spelling"
    let made = Program.run(
      "gazetteer", "build", scratch.path + "/tables", "--spelling", spelling, "-o", scratch.path + "/world.index")
    #expect(made.status == 0, "\(made.errors)")
  }

  @Test func `every verb finds it by itself, and it goes before the built-in one`() throws {
    let scratch = try data(world: build)
    let outcome = Program.run("resolve", "Xyzzyplughtown", environment: ["EVENTMAPPER_DATA": scratch.path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.text.hasPrefix("1. Xyzzyplughtown, GH  test:1"))
    let info = Program.run("gazetteer", "info", environment: ["EVENTMAPPER_DATA": scratch.path])
    #expect(info.text.hasPrefix(scratch.path + "/world.index\n  places     1 (1 test)\n  names      1\n"))
  }

  @Test func `one that cannot be used is named and left aside`() throws {
    let scratch = try data { $0.file("world.index", "nonsense") }
    let outcome = Program.run("resolve", "Saraqib", environment: ["EVENTMAPPER_DATA": scratch.path])
    #expect(outcome.status == 0)
    #expect(outcome.text.hasPrefix("1. Saraqib"))
    #expect(
      outcome.errors == "warning: \(scratch.path)/world.index: not a gazetteer index; "
        + "going on without it: run `make gazetteer`\n")
  }

  @Test func `given by name a broken one is a fault`() throws {
    let scratch = try data { $0.file("world.index", "nonsense") }
    let outcome = Program.run("resolve", "Saraqib", "--gazetteer", scratch.path + "/world.index")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("world.index: not a gazetteer index"))
  }
}
