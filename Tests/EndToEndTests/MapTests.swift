import TestSupport
import Formats
import Foundation
import Geometry
import Testing

@Suite struct `Mapping articles` {
  static let seeds = Program.root + "/seeds"
  static let text = "Russian jets bombed the town of Saraqib in Idlib province on Monday, killing three civilians.\n"

  private func events(_ outcome: Program.Outcome) throws -> [Feature] {
    try GeoJSONReader.read(outcome.bytes, path: "out").collection.features
      .filter { $0.properties["feature"] == "event" }
  }

  @Test func `the seeds give the same bytes twice, from anywhere, with any number of jobs`() {
    let first = Program.run("map", Self.seeds)
    #expect(first.status == 0, "\(first.errors)")
    #expect(!first.bytes.isEmpty)
    #expect(Program.run("map", Self.seeds, "--jobs", "1").bytes == first.bytes)
    #expect(Program.run("map", Self.seeds, "--jobs", "7", in: "/").bytes == first.bytes)
    #expect(Program.run("map", "seeds", in: Program.root).bytes == first.bytes)
    for format in ["geojsonseq", "geojsonl", "csv", "html"] {
      let one = Program.run("map", Self.seeds, "--format", format, "--jobs", "1")
      #expect(one.status == 0, "\(format): \(one.errors)")
      #expect(Program.run("map", Self.seeds, "--format", format, "--jobs", "5").bytes == one.bytes)
    }
  }

  @Test func `the collection is valid, in its file and on standard output`() {
    let scratch = Scratch()
    let (json, page) = (scratch.path + "/e.geojson", scratch.path + "/m.html")
    let outcome = Program.run("map", Self.seeds, "-o", json, "-o", page)
    #expect(outcome.status == 0)
    #expect(outcome.bytes.isEmpty)
    #expect(Program.run("validate", json).status == 0)
    #expect(scratch.read("e.geojson") == Program.run("map", Self.seeds).bytes)
    #expect(String(decoding: scratch.read("m.html").prefix(15), as: UTF8.self).lowercased() == "<!doctype html>")
    #expect(scratch.names == ["e.geojson", "m.html"])
    #expect(outcome.errors.contains(" in 3 articles ("))
  }

  @Test func `a pasted text is one article, dated by the option`() throws {
    let outcome = Program.run("map", "-", "--published", "12 Feb 2020", input: Self.text)
    let event = try #require(try events(outcome).first?.properties)
    #expect(event["doc_id"] == "stdin")
    #expect(event["date"] == "2020-02-10")
    #expect(event["published"] == "2020-02-12")
    #expect(event["published_basis"] == "given")
    #expect(event["place"] == "Saraqib")
  }

  @Test func `broken rows are 65, the others are done`() throws {
    let row = #"{"id":"x","published":"2020-02-12","text":"\#(Self.text.dropLast())"}"#
    let outcome = Program.run("map", "-", input: "{\"id\":\n" + row + "\n{\"id\":\"y\"}\n")
    #expect(outcome.status == 65)
    #expect(try events(outcome).compactMap { $0.properties["doc_id"] } == ["x"])
    #expect(outcome.errors.contains("standard input:1: column "))
    #expect(outcome.errors.contains("standard input:3: no `text`; give every row a `text` with words in it\n"))
  }

  @Test func `an article without a place gives no event and no crash`() throws {
    for text in ["Nothing happened.", "He was killed.", "x", "🏚️\u{202B}إدلب"] {
      let outcome = Program.run("map", "-", "--published", "2020-02-12", input: text)
      #expect(outcome.status == 0)
      #expect(try events(outcome).isEmpty)
    }
  }

  @Test func `a failed run leaves the old file as it was`() {
    let scratch = Scratch()
    let old = scratch.file("e.geojson", "old")
    #expect(Program.run("map", Self.seeds, "-o", scratch.path + "/none/e.geojson").status == 1)
    #expect(Program.run("map", Self.seeds, "--include", "everything", "-o", old).status == 64)
    #expect(Program.run("map", Self.seeds, "-o", scratch.path + "/e.kml").status == 64)
    #expect(scratch.read("e.geojson") == Array("old".utf8))
    #expect(scratch.names == ["e.geojson"])
  }

  @Test func `a table has a row an event, a sequence its record separators`() throws {
    let count = try events(Program.run("map", Self.seeds)).count
    let table = Program.run("map", Self.seeds, "--format", "csv", "--bom")
    #expect(table.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    var reader = try CSVReader(table.bytes, path: "out")
    var rows = 0
    while try reader.next() != nil { rows += 1 }
    #expect(rows == count)
    let sequence = Program.run("map", Self.seeds, "--format", "geojsonseq")
    #expect(sequence.bytes.first == 0x1E)
    #expect(sequence.bytes.count { $0 == 0x1E } == sequence.bytes.count { $0 == 0x0A })
  }

  @Test func `report, texts and mentions are given on demand`() throws {
    let scratch = Scratch()
    let outcome = Program.run(
      "map", Self.seeds, "--with-mentions", "--report", scratch.path + "/r.jsonl", "--text-out", scratch.path + "/t")
    let mentions = try JSONValue.parse(outcome.bytes)["mentions"]?.arrayValue ?? []
    #expect(mentions.count > 20)
    #expect(mentions.first?.objectValue?.first?.key == "doc_id")
    #expect(try JSONValue.parse(Program.run("map", Self.seeds).bytes)["mentions"] == nil)
    #expect(scratch.read("r.jsonl").count { $0 == 0x0A } > 5)
    let seed = "002_acccf1519954a37a.txt"
    let given = FileManager.default.contents(atPath: Self.seeds + "/" + seed).map(Array.init)
    #expect(scratch.read("t/" + seed) == given)
  }

  @Test func `quotes stand where their offsets say`() throws {
    for event in try events(Program.run("map", Self.seeds)) where event.properties["zone"] != "headline" {
      let members = event.properties
      let path = Self.seeds + "/" + (members["doc_id"]?.stringValue ?? "") + ".txt"
      let text = Array((Repository(path) ?? "").unicodeScalars)
      let start = try #require(members["span_start"]?.intValue)
      let end = try #require(members["span_end"]?.intValue)
      #expect(String(String.UnicodeScalarView(text[start..<end])) == members["quote"]?.stringValue)
    }
  }

  private func Repository(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }
}

@Suite struct `Finding mentions` {
  @Test func `given spans get one mention each, in their order`() throws {
    let scratch = Scratch()
    let article = scratch.file(
      "a.jsonl", #"{"id":"n","text":"Russian jets struck Saraqib, Idlib. Xyzzy said so.","published":"2020-02-12"}"#)
    let spans = scratch.file(
      "s.jsonl",
      """
      {"docid":"n","start":0,"end":7,"gold":1}
      {"id":"n","start":20,"end":27}
      {"id":"n","start":36,"end":41}
      {"id":"n","start":29,"end":34}
      {"id":"n","start":20,"end":34}
      {"id":"n","start":29,"end":99}
      {"id":"n","start":500,"end":600}
      """)
    let outcome = Program.run("mentions", article, "--spans", spans)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let found = try GeoJSONReader.read(outcome.bytes, path: "out").collection.features.map(\.properties)
    #expect(found.map { $0["start"]?.intValue } == [0, 20, 36, 29, 20, 29, 500])
    #expect(found.map { $0["text"] }.prefix(5) == ["Russian", "Saraqib", "Xyzzy", "Idlib", "Saraqib, Idlib"])
    #expect(found.map { $0["name"] }.prefix(2) == ["Russia", "Saraqib"])
  }

  @Test func `any number of jobs gives the same mentions, in every form`() throws {
    for format in ["geojson", "geojsonl", "geojsonseq", "csv"] {
      let one = Program.run("mentions", `Mapping articles`.seeds, "--format", format, "--jobs", "1")
      #expect(one.status == 0, "\(one.errors)")
      #expect(Program.run("mentions", `Mapping articles`.seeds, "--format", format, "--jobs", "3").bytes == one.bytes)
    }
    let table = Program.run("mentions", `Mapping articles`.seeds, "--format", "csv")
    let header = "feature,doc_id,text,start,end,zone,role,name,place_id,place_kind,country,lat,lon,score,reasons\r\n"
    #expect(table.text.hasPrefix(header))
  }

  @Test func `a broken span row is named and is 65`() {
    let scratch = Scratch()
    let spans = scratch.file("s.jsonl", "{\"id\":\"n\",\"start\":5,\"end\":5}\n")
    let outcome = Program.run("mentions", "-", "--spans", spans, input: "Saraqib was hit.")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("s.jsonl:1: no span; write {\"id\": \"...\", \"start\": 0, \"end\": 6}"))
  }
}

@Suite struct `Explaining an event` {
  @Test func `the rule, the words and the place are told`() throws {
    let json = try JSONValue.parse(Program.run("map", `Mapping articles`.seeds).bytes)
    let first = try #require(json["features"]?.arrayValue?.first?["properties"])
    let (id, quote) = (first["id"]?.stringValue ?? "", first["quote"]?.stringValue ?? "")
    let outcome = Program.run("explain", String(id.prefix(8)), `Mapping articles`.seeds)
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("by rule "))
    #expect(outcome.text.contains(quote))
    let none = Program.run("explain", "ffff0000ffff", `Mapping articles`.seeds)
    #expect(none.status == 1)
    #expect(none.errors.hasSuffix("Error: no event ffff0000ffff in the input; `eventmapper map` lists the ids\n"))
  }
}

@Suite struct `Evaluating` {
  @Test func `the seeds are compared with their truth, and every difference is told`() throws {
    let scratch = Scratch()
    let outcome = Program.run("evaluate", "events", `Mapping articles`.seeds, "--misses", scratch.path + "/m.csv")
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("truth  events "))
    var reader = try CSVReader(scratch.read("m.csv"), path: "m.csv")
    var rows = 0
    while try reader.next() != nil { rows += 1 }
    // What is inferred of the articles is told on standard error too.
    #expect(outcome.errors.split(separator: "\n").count >= rows)
  }

  @Test func `a folder without truth is told`() {
    let scratch = Scratch()
    let outcome = Program.run("evaluate", "mentions", scratch.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("docs.jsonl: no such file"))
  }
}
