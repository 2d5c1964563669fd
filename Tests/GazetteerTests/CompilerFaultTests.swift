import Gazetteer
import Records
import Testing

@Suite struct `A fault in the tables` {
  /// The sentences of all faults, with the folder's own path taken away.
  func sentences(_ files: [String: [UInt8]]) throws -> [String] {
    try TemporaryFile.withFolder(files) { folder in
      GazetteerCompiler(folder: folder, spelling: Committed.spelling).faults.map {
        $0.description.split(separator: folder + "/", omittingEmptySubsequences: false).joined()
      }
    }
  }

  func sentences(of row: String) throws -> [String] { try sentences(Fixture.files(places: Fixture.places + row)) }

  @Test func `the fixture has none`() throws { #expect(try sentences(Fixture.files()) == []) }

  @Test func `an id that is taken names both lines`() throws {
    #expect(
      try sentences(of: Fixture.row("t:1", "town", "Again", "36", "37")) == [
        "places/syria.tsv:16: id t:1 is taken by places/syria.tsv:3: give each place an id of its own"
      ])
  }

  @Test(arguments: [
    (Fixture.row("x", "hamlet", "A", "36", "37"), "kind is not a kind of kinds.tsv (\"hamlet\"); correct the cell"),
    (Fixture.row("x", "town", "A", "96", "37"), "lat is not a latitude from -90 to 90; correct the cell"),
    (Fixture.row("x", "town", "A", "36", "-181"), "lon is not a longitude from -180 to 180; correct the cell"),
    (Fixture.row("x", "town", "A", "36,5", "37"), "lat is not a number; correct the cell"),
    (Fixture.row("x", "town", "A", "", "37"), "lat is empty; fill it in"),
    (Fixture.row("x", "town", "A", "nan", "37"), "lat is not a number; correct the cell"),
    (Fixture.row("", "town", "A", "36", "37"), "id is empty; fill it in"),
    (Fixture.row("x", "town", "", "36", "37"), "name is empty; fill it in"),
    (
      Fixture.row("x", "town", "A", "36", "37", country: "Syria"),
      "country is not a country code of two capitals (\"Syria\"); correct the cell"
    ),
    (
      Fixture.row("x", "town", "A", "36", "37", population: "many"),
      "population is not a whole number; correct the cell"
    ),
    ("x\ttown\tA\n", "3 cells where the header has 14; part the cells by single tabs, empty ones too"),
  ])
  func `a bad row is named by file and line`(row: String, sentence: String) throws {
    #expect(try sentences(of: row).first == "places/syria.tsv:16: \(sentence)")
  }

  @Test func `a bad row is left out and the others stay`() throws {
    let compiler = try Fixture.compiler(
      Fixture.files(places: Fixture.places + Fixture.row("x", "town", "A", "96", "37")))
    #expect(compiler.faults.count == 1)
    #expect(compiler.placeCount == 14)
  }

  @Test func `a population of 0 is unknown`() throws {
    let files = Fixture.files(places: Fixture.row("x", "town", "A", "36", "37", population: "0"))
    #expect(try Fixture.index(files).place(id: "x")?.population == nil)
  }

  @Test func `what is missing is named`() throws {
    var files = Fixture.files()
    files["kinds.tsv"] = nil
    #expect(try sentences(files) == ["cannot read kinds.tsv: no such file; check the spelling and the folder"])
    files = Fixture.files()
    files["roads/m5.tsv"] = nil
    #expect(try sentences(files) == ["cannot read roads/m5.tsv: no such file; check the spelling and the folder"])
    files = Fixture.files()
    files["places/syria.tsv"] = nil
    #expect(try sentences(files) == ["places: no places: give a folder with places/*.tsv"])
    files["places/syria.tsv"] = Array("id\tname\n".utf8)
    #expect(try sentences(files) == ["places/syria.tsv:1: no column kind; add it to the header row"])
  }

  @Test func `a road of one waypoint is none`() throws {
    var files = Fixture.files()
    files["roads/m5.tsv"] = Array("name\tlat\tlon\tsource\nAleppo\t36\t37\tx\n".utf8)
    #expect(try sentences(files) == ["roads/m5.tsv:1: a road needs 2 waypoints or more, this one has 1"])
  }

  @Test(arguments: [
    (#""id":"t:8","#, "", "feature 2 has no property id: give the place's id"),
    (#""kind":"governorate""#, #""kind":"realm""#, "feature 2 (t:8) has no kind of kinds.tsv (\"realm\")"),
    (#""name":"Idlib""#, #""nom":"Idlib""#, "feature 2 (t:8) has no property name"),
  ])
  func `a boundary says whose it is`(old: String, new: String, sentence: String) throws {
    var files = Fixture.files()
    let pieces = Fixture.boundaries.split(separator: old, omittingEmptySubsequences: false)
    try #require(pieces.count == 2)
    files["boundaries/units.geojson"] = Array(pieces.joined(separator: new).utf8)
    #expect(try sentences(files) == ["boundaries/units.geojson: \(sentence)"])
  }

  @Test func `a spelling rule that is none is named`() throws {
    let rule = "# source: test; licence: CC0-1.0\nrule\tleft\tright\tprice\treason\nmagic\ta\tb\t1\t\n"
    try TemporaryFile.withFolder(Fixture.files()) { folder in
      try TemporaryFile.withFolder(["test.tsv": Array(rule.utf8)]) { spelling in
        let faults = GazetteerCompiler(folder: folder, spelling: spelling).faults.map(\.description)
        let known = "country, script, article, prefix, generic, price, skeleton, shape, mark, readings, reading"
        #expect(faults == ["\(spelling)/test.tsv:3: rule is not \(known) or family; correct the cell"])
      }
    }
  }

  @Test func `an index is not written while there are faults`() throws {
    let compiler = try Fixture.compiler(Fixture.files(places: Fixture.row("x", "town", "A", "96", "37")))
    #expect(throws: GazetteerError.self) { try compiler.write(to: "/nowhere/at/all") }
  }
}
