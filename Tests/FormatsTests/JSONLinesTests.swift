import Formats
import Testing

@Suite struct `JSON Lines` {
  @Test func `are read row by row, and a broken one costs only itself`() {
    let text = "\u{FEFF}{\"id\":1}\r\n\n  \n{\"id\":}\n[2]  \n\"last\""
    var values: [JSONValue] = []
    var errors: [String] = []
    for row in JSONLines(Array(text.utf8), path: "a.jsonl") {
      do throws(JSONError) { values.append(try row.parse()) } catch { errors.append(error.description) }
    }
    #expect(values == [["id": 1], [2], "last"])
    #expect(errors == ["a.jsonl:4:7: `}` where a value must stand"])
  }

  @Test func `know the line of each row`() {
    #expect(JSONLines(Array("\n1\n\n2\n".utf8), path: "a").map(\.line) == [2, 4])
  }

  @Test func `may be a text sequence of values over several lines`() throws {
    let rows = Array(JSONLines(Array("\u{1E}{\n\"a\":1}\n\u{1E}\n[2,\n3]\n\u{1E}{\n\n!}\n".utf8), path: "a.geojsons"))
    #expect(rows.map(\.line) == [1, 4, 6])
    #expect(try rows[0].parse() == ["a": 1])
    #expect(try rows[1].parse() == [2, 3])
    let error = #expect(throws: JSONError.self) { try rows[2].parse() }
    #expect(error?.description == "a.geojsons:8:1: `!` where a name in double quotes must stand")
  }

  @Test func `may be read with a cursor that builds nothing`() throws {
    let row = try #require(
      JSONLines(Array(#"{"text":"x","skip":[1,{"a":null}],"n":2.5}"#.utf8), path: "a").first { _ in true })
    let found = try row.withCursor { cursor throws(JSONError) in
      var found: [String] = []
      try cursor.beginObject()
      while let key = try cursor.nextKey() {
        if key == "text" { found.append(try cursor.string()) } else { try cursor.skip() }
      }
      try cursor.finish()
      return found
    }
    #expect(found == ["x"])
  }

  @Test func `of nothing are none`() {
    #expect(JSONLines([], path: "a").map(\.line) == [])
    #expect(JSONLines(Array("\n \n".utf8), path: "a").map(\.line) == [])
  }
}
