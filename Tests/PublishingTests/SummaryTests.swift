import Formats
import Geometry
import Publishing
import Records
import Testing

@Suite struct SummaryTests {
  @Test func `the table has a line an event by date and a closing line`() throws {
    let text = Summary(stylebook: try Repository.stylebook()).text(try Sample.findings(), seconds: 0.0421)
    #expect(
      text == """
               DATE  TYPE       PLACE                        TOLL                   TO M5  STATUS
         2020-01-27  Shelling   Kafr Ruma, Idlib             -                     3.7 km  reported
        ~2020-01-28  Capture    Maarat al-Numan, Idlib       -                     0.7 km  claimed
        ~2020-02-07  Airstrike  near Damascus                -                     2.3 km  reported
         2020-02-11  Shelling   Khan al-Asal, Aleppo         -                     1.0 km  reported
        ~2020-02-12  Airstrike  Kafr Amma, Aleppo            4 killed, 3 injured  11.9 km  reported
        ~2020-02-12  Capture    the west of Aleppo province  -                    21.4 km  reported

        6 events in 3 articles (5 points, 1 area), 1 control assertion, 3 checked claims, 1 near-miss in 42 ms

        """)
  }

  @Test func `no events give the closing line alone`() throws {
    let text = Summary(stylebook: try Repository.stylebook()).text([Findings(docID: "d", text: "")])
    #expect(
      text == "0 events in 1 article (0 points, 0 areas), 0 control assertions, 0 checked claims, 0 near-misses\n")
  }

  @Test func `control characters of an article cannot reach the terminal`() throws {
    var findings = [try Sample.third()]
    findings[0].events[0].location?.place.name = "Kafr\u{1B}[31m\u{202E}Amma"
    let text = Summary(stylebook: try Repository.stylebook()).text(findings)
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
  }

  @Test func `the report is a typed line a record with its reason`() throws {
    let lines = ReportWriter.jsonLines(try Sample.findings()).split(separator: 0x0A)
    let records = try lines.map { try JSONValue.parse(Array($0)) }
    #expect(records.map { $0["record"] } == ["near_miss", "claim", "claim", "note", "claim"])
    #expect(records[0]["kind"] == "historical")
    #expect(records[0]["reason"] == "the clause tells of last year")
    #expect(records[4]["verdict"] == "consistent")
  }

  @Test func `the report for people tells figures and verdict`() throws {
    let text = ReportWriter.text(try Sample.findings())
    #expect(text.contains("  historical  execution  \"killed\"  the clause tells of last year\n"))
    #expect(text.contains("consistent: 25 km claimed, 26.7 km computed; 7 % over, azimuth 257 degrees\n"))
    #expect(text.contains("cannot tell: 318.6 km² claimed; no earlier map"))
  }
}
