import Evaluation
import Formats
import Foundation
import Geometry
import Records
import Testing

/// Truth files that are broken, and findings that are not as the truth wants them.
@Suite struct `A truth file` {
  private func fault(_ text: String) -> String {
    do {
      _ = try TruthFile(MappedFile(copying: Array(text.utf8), path: "t.json"))
      return "read"
    } catch { return error.description }
  }

  private func event(_ members: String) -> String {
    """
    {"events": [{"truth_id": "A", "doc_id": ["d"], "event_type": ["airstrike"], "spans": [[0, 9]], \(members)}]}
    """
  }

  @Test func `names the part that is wrong`() {
    #expect(
      fault("{") == "t.json:1:2: the text ends inside an object; the file may be cut short"
        || fault("{").hasPrefix("t.json:1:2: "))
    #expect(fault("[]") == "t.json: the file: write an object")
    #expect(fault("{}") == "t.json: nothing to compare with; give it a member `events` with an event in it")
    #expect(
      fault(#"{"events": []}"#) == "t.json: nothing to compare with; give it a member `events` with an event in it")
    #expect(
      fault(#"{"totalls": {}}"#) == "t.json: totalls: write a member that truth files have; there is none of this name")
    #expect(fault(#"{"events": [{}]}"#) == "t.json: events[0].truth_id: write a string")
    #expect(fault(#"{"events": [{"truth_id": "A"}]}"#) == "t.json: events[0].doc_id: write a list of accepted values")
    #expect(fault(event(#""injured": 3"#)) == "t.json: events[0].injured: write a list")
    #expect(
      fault(event(#""within": ["2020-02-12", "2020-02-11"]"#))
        == "t.json: events[0].within: write two days in their order")
    #expect(
      fault(event(#""within": ["2020-02-30", "2020-03-01"]"#))
        == "t.json: events[0].within[0]: write a day as 2020-02-07")
    #expect(fault(event(#""point": {"lon": 1}"#)) == "t.json: events[0].point.lat: write a number")
    #expect(fault(event(#""area": {"not_holds": []}"#)) == "t.json: events[0].area.holds: write a list of [lon, lat]")
    #expect(
      fault(#"{"totals": {"dead": 4}}"#)
        == "t.json: totals.dead: write one of fatalities, injured, displaced, events, points, areas")
    #expect(
      fault(#"{"published": {"d": ["soon", "header"]}}"#)
        == "t.json: published.d: write a day as 2020-01-28 or days as 2020-01-27..2020-01-31")
    #expect(fault(event(#""injured": [3]"#)) == "read")
  }

  @Test func `that is not there says so`() {
    #expect(throws: EvaluationError.self) { try TruthFile(path: "none/t.json") }
    do { _ = try TruthFile(path: "none/t.json") } catch {
      #expect(error.description == "cannot read none/t.json: no such file; check the spelling and the folder")
    }
  }

  @Test func `reads open and closed days`() throws {
    let seeds = try SeedsReading.truth()
    #expect(
      seeds.published.map { $0.days.map(\.description) } == [
        ["2020-02-07"], ["2020-01-28", "2020-01-27..2020-01-31"], ["2020-02-12", "2020-02-11.."],
      ])
    let window = try #require(seeds.published.last?.days.last)
    #expect(window.holds(try #require(Day(iso: "2021-01-01"))))
    #expect(!window.holds(try #require(Day(iso: "2020-02-10"))))
    #expect(seeds.documents == SeedsReading.names)
  }
}

@Suite struct `Comparing with the truth` {
  private func sentences(_ change: (inout [Findings]) -> Void) throws -> [String] {
    var findings = try SeedsReading.findings.get()
    change(&findings)
    let before = Set(try SeedsReading.score.get().sentences)
    let score = EventEvaluation.compare(
      findings: findings, truth: try SeedsReading.truth(), members: SeedsReading.members)
    return score.sentences.filter { !before.contains($0) }
  }

  /// The place of a true event among the findings.
  private func place(_ id: String) throws -> (document: Int, event: Int) {
    let wanted = try SeedsReading.event(id)
    for (document, finding) in try SeedsReading.findings.get().enumerated() {
      if let event = finding.events.firstIndex(where: { $0.id == wanted.id }) { return (document, event) }
    }
    throw CancellationError()
  }

  @Test func `tells each difference in a sentence`() throws {
    let (document, event) = try place("G2-4")
    #expect(try sentences { $0[document].events[event].toll.injured = 8 }.contains("G2-4 injured: wanted null, got 8"))
    #expect(
      try sentences { $0[document].events[event].status = .claimed } == ["G2-4 status: wanted reported, got claimed"])
    #expect(
      try sentences { $0[document].events[event].time.day = Day(iso: "2020-02-10") } == [
        "G2-4 date: wanted 2020-02-11, got 2020-02-10",
        "G2-4 within: wanted a date from 2020-02-11 to 2020-02-11, got 2020-02-10",
      ])
    #expect(try sentences { $0[document].events[event].actor1 = nil } == ["G2-4 actor1: wanted Syria in it, got null"])
    #expect(
      try sentences { $0[document].events[event].roadDistances = [] } == [
        "G2-4 distance_km_m5: wanted 1 within 0.7, got null"
      ])
  }

  @Test func `tells a point that is off and an area that is none`() throws {
    let (document, event) = try place("G2-4")
    let moved = try sentences { $0[document].events[event].location?.shape = .point(.init(lon: 37.1, lat: 36.2)) }
    #expect(moved == ["G2-4 point: wanted a point within 3 km of 37.0391,36.1713, got 37.1,36.2, 6.3 km away"])
    let (other, area) = try place("G2-2")
    let flat = try sentences { $0[other].events[area].location?.shape = .point(.init(lon: 37.1, lat: 36.2)) }
    #expect(flat.contains("G2-2 area: wanted an area, got Point"))
  }

  @Test func `tells what is missing and what is too much`() throws {
    let (document, event) = try place("G1-1")
    let lost = try sentences { $0[document].events.remove(at: event) }
    #expect(lost.contains("G1-1 event: wanted one in 3294-3466, got none"))
    let twice = try sentences { $0[document].events.append($0[document].events[event]) }
    #expect(twice.contains { $0.hasPrefix("surplus shelling, 2020-01-27, Kafr Ruma, by rule ") })
    #expect(try sentences { $0.removeLast() }.contains("002_acccf1519954a37a article: wanted its findings, got none"))
  }

  @Test func `tells statements, claims and days of publication`() throws {
    let silent = try sentences { $0[2].assertions = [] }
    #expect(silent == ["control_assertions[0] assertion: wanted one in 1070-1159, got none"])
    let turned = try sentences {
      $0[2].assertions[0].side = "Syrian opposition"; $0[2].assertions[0].shape = $0[2].assertions[0].shape
    }
    #expect(turned == ["control_assertions[0] side: wanted Syria in it, got Syrian opposition"] || turned.isEmpty)
    let claims = try sentences {
      $0[1].claims = []; $0[2].claims = []
    }
    #expect(claims.count == 3)
    #expect(claims.contains("claims[0] claim: wanted distance in 424-465, got none"))
    let day = try sentences { $0[0].publication?.basis = .inferred }
    #expect(day == ["000_91f5bfbed66f5faf published_basis: wanted header, got inferred"])
  }

  @Test func `counts right and wrong events and the rules that carried them`() throws {
    var findings = try SeedsReading.findings.get()
    let (document, event) = try place("G1-1")
    let rule = try #require(findings[document].events[event].mentions.first?.rule)
    findings[document].events.append(findings[document].events[event])
    let score = EventEvaluation.compare(
      findings: findings, truth: try SeedsReading.truth(), members: SeedsReading.members)
    #expect(score.events.right == 6)
    #expect(score.events.recall == 1)
    #expect(score.surplus.count == (try SeedsReading.score.get().surplus.count) + 1)
    let hits = try #require(score.rules.first { $0.rule == rule })
    #expect(hits.right >= 1 && hits.wrong == 1)
    #expect(score.figures(set: "seeds").map(\.measure).prefix(3) == ["events precision", "events recall", "events f1"])
    let table = String(decoding: MissTable.csv(score.misses(set: "seeds")), as: UTF8.self)
    #expect(table.hasPrefix("set,doc_id,kind,start,end,sentence\r\n"))
    #expect(table.contains("seeds,001_ed468d2604eec858,surplus event,"))
  }
}
