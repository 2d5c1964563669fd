import EventMapper
import Formats
import Geometry
import Records
import Testing

/// A reviewer's corrections are replayed on every run; what no longer matches is said.
@Suite struct CorrectionTests {
  static let text = "Jets bombed Sarmin on Tuesday, killing five people. Rebels captured Binnish on Monday."

  @Test func `a rejected event is none, and the report says who rejected it`() throws {
    let (findings, results) = try run(
      #"{"action":"reject","doc_id":"a","quote":"Jets bombed Sarmin","author":"NN","reason":"a film"}"#)
    #expect(findings.events.map(\.type) == [.capture])
    #expect(findings.nearMisses.first { $0.kind == .rejected }?.reason == "rejected by NN: a film")
    #expect(results.map(\.result) == [.applied])
  }

  @Test func `an event is moved, retyped and given another toll, by id, and keeps its id`() throws {
    let id = plain().events[0].id
    let (findings, results) = try run(
      """
      {"action":"move","id":"\(id)","place":"Ariha","author":"NN","reason":"r"}
      {"action":"retype","id":"\(id)","event_type":"shelling","author":"NN","reason":"r"}
      {"action":"retoll","id":"\(id)","fatalities":7,"injured":null,"author":"NN","reason":"r"}
      """)
    let event = try #require(findings.events.first { $0.id == id })
    #expect(event.location?.place.name == "Ariha")
    #expect(event.type == .shelling)
    #expect(event.toll.fatalities == 7 && event.toll.fatalitiesHigh == 7 && event.toll.injured == nil)
    #expect(event.notes == ["move by NN: r", "retype by NN: r", "retoll by NN: r"])
    #expect(results.allSatisfy { $0.result == .applied && $0.eventID == id })
  }

  @Test func `an event is moved to a point with its radius`() throws {
    let (findings, _) = try run(
      #"{"action":"move","doc_id":"a","quote":"bombed Sarmin","lat":35.9,"lon":36.7,"radius_m":300,"author":"NN","reason":"r"}"#
    )
    let place = try #require(findings.events.first { $0.type == .airstrike }?.location)
    #expect(place.point.lat == 35.9 && place.point.lon == 36.7 && place.radius == 300)
  }

  @Test func `the quote serves where the id is gone`() throws {
    let (findings, results) = try run(
      #"{"action":"reject","id":"0000","doc_id":"a","quote":"captured Binnish","author":"NN","reason":"r"}"#)
    #expect(findings.events.map(\.type) == [.airstrike] && results.map(\.result) == [.applied])
  }

  @Test(
    arguments: [
      (#"{"action":"reject","id":"0000","author":"NN","reason":"r"}"#, CorrectionOutcome.Result.unmatched),
      (#"{"action":"accept","doc_id":"b","quote":"Jets","author":"NN","reason":"r"}"#, .unmatched),
      (
        #"{"action":"move","doc_id":"a","quote":"bombed Sarmin","place":"Nowhere At All","author":"NN","reason":"r"}"#,
        .impossible
      ),
      (#"{"action":"split","doc_id":"a","quote":"captured Binnish","author":"NN","reason":"r"}"#, .impossible),
    ])
  func `what cannot be done changes nothing and is said`(line: String, result: CorrectionOutcome.Result) throws {
    let (findings, results) = try run(line)
    #expect(results.map(\.result) == [result])
    #expect(findings.events == plain().events)
  }

  @Test func `what is withdrawn is not done, and a withdrawal of nothing is said`() throws {
    let event = #""doc_id":"a","quote":"bombed Sarmin","author":"NN","reason":"r"}"#
    let (findings, results) = try run(
      [
        #"{"action":"reject","# + event, #"{"action":"retype","event_type":"shelling","# + event,
        #"{"action":"withdraw","withdraws":"reject","# + event, #"{"action":"withdraw","withdraws":"reject","# + event,
        #"{"action":"withdraw","withdraws":"move","# + event,
      ].joined(separator: "\n"))
    #expect(findings.events.map(\.type) == [.shelling, .capture])
    #expect(results.map(\.result) == [.withdrawn, .applied, .applied, .unmatched, .unmatched])
    // What comes after a withdrawal holds.
    let (again, _) = try run(
      [#"{"action":"withdraw","withdraws":"reject","# + event, #"{"action":"reject","# + event].joined(separator: "\n"))
    #expect(again.events.map(\.type) == [.capture])
    let merge =
      #"{"action":"merge","doc_id":"b","quote":"Shells hit","into_doc_id":"a","into_quote":"captured Binnish","author":"NN","reason":"r"}"#
    let back =
      #"{"action":"withdraw","withdraws":"merge","doc_id":"b","quote":"Shells hit","author":"NN","reason":"r"}"#
    let all = try runAll([Self.text, "Shells hit Taftanaz on Sunday."], merge + "\n" + back)
    #expect(all.findings.flatMap(\.events).count == 3 && all.merges.isEmpty)
  }

  @Test func `two events are merged, and two reports kept apart`() throws {
    let other = "The town of Sarmin was bombed by jets on Tuesday."
    let merged = try runAll(
      [Self.text, "Shells hit Taftanaz on Sunday."],
      #"{"action":"merge","doc_id":"b","quote":"Shells hit","into_doc_id":"a","into_quote":"captured Binnish","author":"NN","reason":"r"}"#
    )
    #expect(merged.findings.flatMap(\.events).count == 2)
    #expect(merged.merges.map(\.kind) == [.corrected])
    #expect(merged.merges.map(\.reason) == ["merge by NN: r"])
    let apart = try runAll(
      [Self.text, other],
      #"{"action":"split","doc_id":"b","quote":"was bombed by jets","from_doc_id":"a","from_quote":"Jets bombed Sarmin","author":"NN","reason":"r"}"#
    )
    #expect(apart.findings.flatMap(\.events).count == 3 && apart.merges.isEmpty)
    #expect(try runAll([Self.text, other], "").findings.flatMap(\.events).count == 2)
  }

  @Test func `a mention split off is an event of its own`() throws {
    let text = "Jets bombed Sarmin on Tuesday. Later, airstrikes hit Sarmin on Tuesday, residents said."
    let all = try runAll(
      [text], #"{"action":"split","doc_id":"a","quote":"airstrikes hit Sarmin","author":"NN","reason":"two raids"}"#)
    let events = all.findings.flatMap(\.events)
    #expect(events.map(\.mentions.count) == [1, 1] && Set(events.map(\.id)).count == 2)
  }

  @Test(
    arguments: [
      (
        "{\"action\":\"drop\",\"id\":\"1\",\"author\":\"a\",\"reason\":\"r\"}",
        "unknown action \"drop\"; give accept, reject, move, retype, retoll, merge, split or withdraw"
      ),
      (
        "{\"action\":\"withdraw\",\"withdraws\":\"withdraw\",\"id\":\"1\",\"author\":\"a\",\"reason\":\"r\"}",
        "no action to take back; give \"withdraws\": one of accept, reject, move, retype, retoll, merge, split"
      ),
      ("{\"action\":\"accept\",\"id\":\"1\",\"reason\":\"r\"}", "no \"author\"; say who says so"),
      (
        "{\"action\":\"accept\",\"author\":\"a\",\"reason\":\"r\"}",
        "no event; give \"id\", or \"doc_id\" and \"quote\""
      ),
      (
        "{\"action\":\"move\",\"id\":\"1\",\"lat\":95,\"lon\":0,\"author\":\"a\",\"reason\":\"r\"}",
        "lat 95.0, lon 0.0 is not on the Earth; give degrees, latitude -90 to 90, longitude -180 to 180"
      ),
      (
        "{\"action\":\"retoll\",\"id\":\"1\",\"fatalities\":-1,\"author\":\"a\",\"reason\":\"r\"}",
        "fatalities: give a count of 0 or more, or null"
      ),
      (
        "{\"action\":\"merge\",\"id\":\"1\",\"author\":\"a\",\"reason\":\"r\"}",
        "no event to merge into; give \"into\", or \"into_doc_id\" and \"into_quote\""
      ),
      ("[1]", "no object; write {\"action\": \"reject\", \"id\": \"...\", ...}"),
    ])
  func `a faulty line is named and the others are read`(line: String, problem: String) {
    let good = #"{"action":"accept","id":"1","author":"a","reason":"r"}"#
    let file = CorrectionFile(MappedFile(copying: Array("# reviewed\n\(line)\n\n\(good)\n".utf8), path: "c.jsonl"))
    #expect(file.faults == ["c.jsonl:2: \(problem)"])
    #expect(file.corrections.map(\.line) == [4])
  }

  private func plain() -> Findings { CommittedReader.plain.read(article("a", Self.text)) }

  private func article(_ id: String, _ text: String) -> Article {
    Article(docID: id, text: Array(text.utf8), published: Day(iso: "2020-02-12"))
  }

  private func run(_ lines: String) throws -> (Findings, [CorrectionOutcome]) {
    var review = review(lines)
    var findings = plain()
    review.correct(&findings)
    return (findings, review.results)
  }

  private func runAll(_ texts: [String], _ lines: String) throws -> (findings: [Findings], merges: [EventMerge]) {
    var review = review(lines)
    var all = zip(["a", "b", "c"], texts).map { CommittedReader.plain.read(article($0, $1)) }
    for place in all.indices { review.correct(&all[place]) }
    return review.link(all)
  }

  private func review(_ lines: String) -> CorrectionReview {
    let file = CorrectionFile(MappedFile(copying: Array(lines.utf8), path: "c.jsonl"))
    return CorrectionReview(file.corrections, reader: CommittedReader.plain)
  }
}
