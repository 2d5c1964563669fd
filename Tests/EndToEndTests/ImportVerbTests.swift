import TestSupport
import Testing

/// `gazetteer import`, as a user runs it.
@Suite struct `Importing a gazetteer` {
  private static let table = """
    id,name,alternate_names,arabic_name,lat,lon,kind,population,admin1
    v:1,Xyzzyplugh,Xizziplug,,35.9,36.7,village,0,Idlib
    v:1,Xyzzyplugh,,,36.9,36.7,village,,
    ,Bad,,,95,36,,,

    """

  @Test func `faults are named by line, the rest is written, the code is 65`() {
    let scratch = Scratch()
    let table = scratch.file("villages.csv", Self.table)
    let index = scratch.path + "/villages.index"
    let outcome = Program.run("gazetteer", "import", table, "-o", index)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("villages.csv:3: id v:1 has another coordinate"))
    #expect(outcome.errors.contains("villages.csv:4: lat is not a latitude from -90 to 90"))
    let alone = Program.run("resolve", "xizziplug", "--gazetteer", index, "--in", "Idlib")
    #expect(alone.text.hasPrefix("1. Xyzzyplugh, Idlib, SY  v:1"), "\(alone.errors)")
    #expect(Program.run("resolve", "Saraqib", "--gazetteer", index).status == 1)
    let layered = Program.run("resolve", "Saraqib", "--gazetteer", "built-in", "--gazetteer", index)
    #expect(layered.text.hasPrefix("1. Saraqib"))
  }

  @Test func `an import that takes nothing in leaves the old index`() {
    let scratch = Scratch()
    let index = scratch.file("old.index", "the old one")
    let outcome = Program.run("gazetteer", "import", scratch.file("empty.csv", "name,lat,lon\n"), "-o", index)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("not written, no place was taken in"))
    #expect(scratch.read("old.index") == Array("the old one".utf8))
    #expect(scratch.names == ["empty.csv", "old.index"])
  }
}
