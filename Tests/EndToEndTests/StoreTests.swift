import TestSupport
import EventStore
import Foundation
import Testing

@Suite struct `Mapping into a store` {
  private func articles(_ count: Int, _ prefix: String = "n") -> String {
    (0..<count).map { index in
      #"{"id":"\#(prefix)\#(index)","published":"2020-02-\#(10 + index % 18)","text":"Jets bombed the town of Saraqib in Syria "#
        + #"on Tuesday, killing \#(2 + index % 7) people, a monitor said. Shelling hit Sarmin on Wednesday."}"# + "\n"
    }.joined()
  }

  /// The articles that a run reported done.
  private func reported(_ errors: String) -> [String] {
    errors.split(separator: "\n").filter { $0.hasPrefix("stored ") }.map {
      String($0.dropFirst(7).prefix { $0 != ":" })
    }
  }

  @Test func `a run again changes nothing, and every verb reads the store`() throws {
    let scratch = Scratch()
    let store = scratch.path + "/events.gpkg"
    let first = Program.run("map", Program.root + "/seeds", "--store", store)
    #expect(first.status == 0 && first.bytes.isEmpty && reported(first.errors).count == 3)
    let bytes = scratch.read("events.gpkg")
    let again = Program.run("map", Program.root + "/seeds", "--store", store)
    #expect(again.status == 0 && again.errors.contains("0 new, 0 revised, 0 withdrawn, 3 articles unchanged"))
    #expect(scratch.read("events.gpkg") == bytes)
    let near = Program.run("near", "M5", "--within", "5km", "--side", "west", "--events", store)
    #expect(near.status == 0 && near.text.contains("\"distance_km\""))
    let whole = Program.run("near", "M5", "--within", "5km", "--events", store)
    #expect(whole.text.utf8.count > near.text.utf8.count)
    let inIdlib = Program.run("query", store, "--in", "Idlib", "--type", "shelling")
    #expect(inIdlib.status == 0 && inIdlib.errors == "1 event\n" && inIdlib.text.contains("\"admin1\":\"Idlib\""))
    let nearest = Program.run("near", "M5", "--nearest", "2", "--side", "west", "--events", store, "--format", "csv")
    #expect(nearest.status == 0 && nearest.errors == "2 features\n" && nearest.text.split(separator: "\r\n").count == 3)
    let groups = Program.run("query", store, "--group", "type", "--format", "csv")
    #expect(groups.text.hasPrefix("feature,group_by,group,events,fatalities_low,fatalities_best,fatalities_high"))
    for form in ["geojson", "geojsonl", "geojsonseq", "csv", "html"] {
      let export = Program.run("query", store, "--format", form)
      let mapped = Program.run("map", Program.root + "/seeds", "--format", form)
      #expect(export.status == 0 && abs(export.bytes.count - mapped.bytes.count) < 100, "\(form)")
    }
    let event =
      String(groups.errors.prefix(0))
      + (Program.run("query", store, "--format", "geojsonl").text
        .split(separator: "\"id\":\"").dropFirst().first.map { String($0.prefix(8)) } ?? "")
    #expect(Program.run("explain", event, "--store", store).text.contains("said in"))
    #expect(Program.run("link", "list", store).status == 0)
    #expect(
      Program.run("link", "undo", store, "77").errors == "Error: no link 77; `eventmapper link list` shows them\n")
  }

  @Test func `corrections given to a store are kept there and replayed on every run`() throws {
    let scratch = Scratch()
    let (store, input) = (scratch.path + "/events.gpkg", scratch.file("in.jsonl", articles(2)))
    #expect(Program.run("map", input, "--store", store).status == 0)
    let lines = [
      #"{"action": "reject", "doc_id": "n0", "quote": "Shelling hit Sarmin", "author": "NN", "reason": "a drill"}"#,
      #"{"action": "move", "doc_id": "n1", "quote": "bombed the town of Saraqib", "place": "Ariha", "author": "NN", "#
        + #""reason": "the caption names Ariha"}"#,
      #"{"action": "accept", "id": "none", "author": "NN", "reason": "seen"}"#,
    ]
    let review = scratch.file("review.jsonl", lines.joined(separator: "\n") + "\n")
    let first = Program.run("map", input, "--store", store, "--corrections", review)
    #expect(first.status == 0)
    #expect(first.errors.contains("corrected n0: ") && first.errors.contains("corrected n1: "))
    #expect(first.errors.contains("the store's correction 3 (accept none): no event goes by it any more"))
    let events = Program.run("query", store, "--format", "csv").text
    #expect(events.contains("Ariha"))
    // Again, with the file and without: nothing changes.
    let bytes = scratch.read("events.gpkg")
    let again = Program.run("map", input, "--store", store, "--corrections", review)
    #expect(again.errors.contains("0 new, 0 revised, 0 withdrawn, 2 articles unchanged"))
    _ = Program.run("map", input, "--store", store)
    #expect(scratch.read("events.gpkg") == bytes)
    // The articles change: what was corrected stays so; and a file beside the store is corrected too.
    let changed = scratch.file("in.jsonl", articles(2).replacingOccurrences(of: "a monitor", with: "monitors"))
    let both = Program.run("map", changed, "--store", store, "--format", "csv")
    #expect(both.status == 0 && both.text.contains("Ariha"))
    let revised = Program.run("query", store, "--format", "csv").text
    #expect(revised.contains("Ariha") && revised.contains("monitors"))
    let kept = Program.run("query", store, "--layer", "corrections", "--format", "csv").text
    #expect(kept.contains("the caption names Ariha") && kept.contains("NN"))
  }

  @Test(
    arguments: [
      (
        ["query", "S", "--since", "2020-03-01", "--until", "2020-02-01"], 64,
        "Error: --since 2020-03-01 is after --until 2020-02-01: change them round\n"
      ),
      (
        ["map", "S", "--store", "x.sqlite"], 64,
        "Error: The value 'x.sqlite' is invalid for '--store <store>': give FILE.gpkg or postgresql://USER@HOST/DATABASE\n"
      ),
      (["query", "S"], 1, "Error: S: no such store; `eventmapper map INPUT --store S` makes it\n"),
      (["link", "list", "S"], 1, "Error: S: no such store; `eventmapper map INPUT --store S` makes it\n"),
      (
        ["query", "postgresql://u:secret@127.0.0.1:1/d"], 1, "Error: postgresql://u@127.0.0.1:1/d: connection to server"
      ),
    ])
  func `what cannot be done is told in a sentence with its exit code`(words: [String], code: Int32, says: String) {
    let scratch = Scratch()
    // An empty file is no store yet, and a question does not make it one.
    let store = scratch.file("empty.gpkg", "")
    let outcome = Program.start(Program.path, words.map { $0 == "S" ? store : $0 }, [], [:], nil)
    #expect(outcome.status == code && outcome.bytes.isEmpty)
    #expect(
      outcome.errors.contains(
        says.replacingOccurrences(of: "S:", with: store + ":").replacingOccurrences(
          of: "store S`", with: "store \(store)`")), "\(outcome.errors)")
    #expect(scratch.read("empty.gpkg").isEmpty)
  }

  @Test func `control maps are kept beside the events`() throws {
    let scratch = Scratch()
    let store = scratch.path + "/events.gpkg"
    let first = Program.run("control", "build", "idlib", "--store", store)
    #expect(
      first.status == 0 && first.bytes.isEmpty && first.errors.contains("new, 0 revised, 0 unchanged control maps"))
    let bytes = scratch.read("events.gpkg")
    #expect(Program.run("control", "build", "idlib", "--store", store).status == 0)
    #expect(scratch.read("events.gpkg") == bytes)
    let maps = Program.run("query", store, "--layer", "control", "-o", scratch.path + "/maps.geojson")
    #expect(maps.status == 0)
    #expect(Program.run("validate", scratch.path + "/maps.geojson").status == 0)
    let text = String(decoding: scratch.read("maps.geojson"), as: UTF8.self)
    #expect(text.contains("\"feature\":\"control\"") && text.contains("\"fill\":\"#"))
  }

  @Test func `a run that is killed loses nothing that it reported, and the next one does the rest`() throws {
    let rounds = ProcessInfo.processInfo.environment["FULL"] == nil ? 6 : 200
    let scratch = Scratch()
    let input = scratch.file("in.jsonl", articles(40))
    let clean = scratch.path + "/clean.gpkg"
    let start = ContinuousClock.now
    #expect(Program.run("map", input, "--store", clean).status == 0)
    let span = ContinuousClock.now - start
    let expected = try EventArchive.open(clean).events().count
    var isPartial = 0
    for round in 0..<rounds {
      let store = scratch.path + "/killed\(round).gpkg"
      // Moments spread over the whole run, in an order without a pattern.
      let delay = Double((round * 77 + 31) % max(rounds, 7)) / Double(max(rounds, 7))
      let errors = scratch.path + "/errors\(round)"
      let seconds = delay * (Double(span.components.seconds) + Double(span.components.attoseconds) / 1e18)
      let script =
        "'\(Program.path)' map '\(input)' --store '\(store)' 2>'\(errors)' & p=$!; sleep \(seconds); kill -9 $p"
      _ = Program.start("/bin/bash", ["-c", script + "; wait $p 2>/dev/null"], [], [:], nil)
      let done = reported(String(decoding: scratch.read("errors\(round)"), as: UTF8.self))
      if done.count > 0, done.count < 40 { isPartial += 1 }
      if FileManager.default.fileExists(atPath: store) {
        let stored = try EventArchive.open(store, creating: true).fingerprints()
        for docID in done { #expect(stored[docID] != nil, "round \(round): \(docID)") }
      }
      let rest = Program.run("map", input, "--store", store)
      #expect(rest.status == 0, "round \(round): \(rest.errors)")
      let archive = try EventArchive.open(store)
      #expect(try archive.fingerprints().count == 40)
      #expect(try archive.events().count == expected)
      try? FileManager.default.removeItem(atPath: store)
    }
    print("killed \(rounds) times, \(isPartial) in the middle of the articles")
  }

  @Test func `two writers at once wait for each other`() throws {
    let scratch = Scratch()
    let (one, other) = (scratch.file("a.jsonl", articles(30, "a")), scratch.file("b.jsonl", articles(30, "b")))
    let store = scratch.path + "/both.gpkg"
    let script = """
      '\(Program.path)' map '\(one)' --store '\(store)' & a=$!; '\(Program.path)' map '\(other)' --store '\(store)' & b=$!
      wait $a && wait $b
      """
    _ = Program.data
    let outcome = Program.start("/bin/bash", ["-c", script], [], [:], nil)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try EventArchive.open(store).fingerprints().count == 60)
  }

  @Test func `a full disk is told, and what was stored stays`() throws {
    let scratch = Scratch()
    let disk = scratch.path + "/disk"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    let mount = Program.start("/bin/mount", ["-t", "tmpfs", "-o", "size=1536k", "tmpfs", disk], [], [:], nil)
    guard mount.status == 0 else { return print("SKIPPED: no right to mount a small disk") }
    defer { _ = Program.start("/bin/umount", [disk], [], [:], nil) }
    let store = disk + "/events.gpkg"
    let first = Program.run("map", scratch.file("a.jsonl", articles(10, "a")), "--store", store)
    #expect(first.status == 0, "\(first.errors)")
    let second = Program.run("map", scratch.file("b.jsonl", articles(900, "b")), "--store", store)
    #expect(second.status == 1)
    #expect(second.errors.contains("Error: \(store): the disk is full; nothing that was stored is lost"))
    let stored = try EventArchive.open(store).fingerprints()
    for docID in reported(first.errors) + reported(second.errors) { #expect(stored[docID] != nil) }
  }
}
