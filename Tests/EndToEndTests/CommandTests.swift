import TestSupport
import Formats
import Foundation
import Testing

@Suite struct `The command line` {
  static let verbs: [[String]] = [
    [], ["resolve"], ["near"], ["query"], ["link"], ["link", "list"], ["link", "undo"],
    ["control"], ["control", "change"], ["control", "build"],
    ["control", "advance"], ["control", "front"], ["gazetteer"], ["gazetteer", "build"],
    ["gazetteer", "import"],
    ["gazetteer", "info"], ["validate"], ["map"], ["mentions"], ["explain"], ["evaluate"], ["evaluate", "events"],
    ["evaluate", "mentions"],
  ]

  @Test(arguments: verbs) func `help at every level has an example`(verb: [String]) {
    let outcome = Program.start(Program.path, verb + ["--help"], [], [:], nil)
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("Example: eventmapper"))
    #expect(outcome.errors.isEmpty)
  }

  @Test func `wrong usage is 64 and says so on standard error`() {
    for arguments in [["nonsense"], ["resolve"], ["near", "x", "--events", "f", "--within", "10"]] {
      let outcome = Program.start(Program.path, arguments, [], [:], nil)
      #expect(outcome.status == 64)
      #expect(outcome.text.isEmpty)
      #expect(outcome.errors.hasPrefix("Error: "))
    }
  }

  @Test func `a place off the earth is wrong usage with the cure`() {
    let outcome = Program.run("resolve", "Saraqib", "--near", "35.6,136.7")
    #expect(outcome.status == 64)
    #expect(
      outcome.errors.hasPrefix(
        "Error: 35.6,136.7 is no place on earth; give LON,LAT, the longitude first: 36.72,35.63\n"))
  }

  @Test func `completion scripts are made`() {
    let outcome = Program.run("--generate-completion-script", "bash")
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("resolve"))
  }
}

@Suite struct `Finding the data` {
  @Test func `it lies beside the program, whatever the current folder`() {
    let scratch = Scratch()
    scratch.file("share/eventmapper/gazetteer.index", "nonsense")
    scratch.file("gazetteer.index", "nonsense")
    #expect(Program.run("resolve", "Saraqib", in: scratch.path).status == 0)
  }

  @Test func `a variable names another folder, an option another index`() {
    let scratch = Scratch()
    let variable = Program.run("resolve", "Saraqib", environment: ["EVENTMAPPER_DATA": scratch.path])
    #expect(variable.status == 1)
    #expect(
      variable.errors == "Error: no gazetteer.index in \(scratch.path), which EVENTMAPPER_DATA names; "
        + "name the folder that `make install` laid out\n")
    let option = Program.run("resolve", "Saraqib", "--gazetteer", scratch.path + "/none.index")
    #expect(option.status == 1)
    #expect(option.errors.contains("none.index: no such file"))
    let broken = Program.run("resolve", "Saraqib", "--gazetteer", scratch.file("x.index", "nonsense"))
    #expect(broken.status == 1)
    #expect(broken.errors.contains("x.index: not a gazetteer index: run `eventmapper gazetteer build`"))
  }

  @Test func `an installed program finds its data, a lone one tells the cure`() throws {
    let scratch = Scratch()
    try FileManager.default.createDirectory(atPath: scratch.path + "/bin", withIntermediateDirectories: true)
    let copy = scratch.path + "/bin/eventmapper"
    try FileManager.default.copyItem(atPath: Program.path, toPath: copy)
    let lone = Program.start(copy, ["resolve", "Saraqib"], [], [:], nil)
    #expect(lone.status == 1)
    #expect(
      lone.errors == "Error: no gazetteer in share/ or ../share/eventmapper beside \(scratch.path)/bin; "
        + "run `make install PREFIX=DIR`, or give --gazetteer FILE or EVENTMAPPER_DATA\n")
    try FileManager.default.createDirectory(atPath: scratch.path + "/share", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Program.data, toPath: scratch.path + "/share/eventmapper")
    #expect(Program.start(copy, ["resolve", "Saraqib"], [], [:], nil).status == 0)
  }

  /// A search over more names finds other likenesses far down.
  @Test func `built-in names the default, and layers give what it gives`() {
    let question = ["resolve", "Saraqib", "--json", "--limit", "1"]
    let layers = ["--gazetteer", "built-in", "--gazetteer", Program.data + "/gazetteer.index"]
    let twice = Program.start(Program.path, question + layers, [], [:], nil)
    #expect(twice.status == 0)
    #expect(twice.text == Program.start(Program.path, question, [], [:], nil).text)
  }
}

@Suite struct `Resolving a name` {
  @Test func `candidates come ranked, with every member`() throws {
    let outcome = Program.run("resolve", "كفرنبل", "--json")
    let found = try JSONValue.parse(outcome.bytes).arrayValue ?? []
    let first = try #require(found.first)
    #expect(
      first.objectValue?.map(\.key) == [
        "name", "place_id", "kind", "admin1", "country", "lat", "lon", "score", "reasons",
      ])
    #expect(first["admin1"] == "Idlib")
    #expect(first["country"] == "SY")
  }

  @Test func `a region leaves out what lies elsewhere`() throws {
    let outcome = Program.run("resolve", "Kafr Rum", "--in", "Idlib", "--json")
    let found = try JSONValue.parse(outcome.bytes).arrayValue ?? []
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0["admin1"] == "Idlib" })
  }

  @Test func `a longitude may begin with a minus`() {
    #expect(Program.run("resolve", "Saraqib", "--near", "-3.7,40.4").status == 0)
  }

  @Test func `nothing found is no silence`() throws {
    let outcome = Program.run("resolve", "Xyzzyplughtown")
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("Error: no place \"Xyzzyplughtown\" in the gazetteer"))
    #expect(try JSONValue.parse(Program.run("resolve", "Xyzzyplughtown", "--json").bytes) == [])
  }
}
