import Evaluation
import EventMapper
import Formats
import Geometry
import Publishing
import Records
import Testing
import Topology

@Suite struct `The seed articles` {
  @Test func `are read as a careful human coder reads them, member by member`() throws {
    let score = try SeedsReading.score.get()
    #expect(score.matches.count == 6)
    #expect(score.sentences.isEmpty, "\(score.sentences.joined(separator: "\n"))")
    let (isPerfect, events) = (score.isPerfect, score.events)
    #expect(isPerfect)
    #expect(events == Detection(right: 6))
  }

  @Test(arguments: ["G0-1", "G1-1", "G1-2", "G2-1", "G2-2", "G2-4"])
  func `an event has what the truth wants of it`(id: String) throws {
    let match = try #require(try SeedsReading.score.get().matches.first { $0.truth.id == id })
    let (isFound, differences) = (match.isFound, match.differences.map(\.description))
    #expect(isFound)
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
  }

  @Test func `give six events, five of them points and one an area`() throws {
    let shapes = try SeedsReading.findings.get().flatMap(\.events).map { $0.location?.shape.typeName ?? "none" }
    #expect(shapes.count == 6)
    #expect(shapes.count { $0 == "Point" } == 5)
    #expect(shapes.count { $0 == "Polygon" || $0 == "MultiPolygon" } == 1)
  }

  @Test func `count four killed and three injured`() throws {
    let tolls = try SeedsReading.findings.get().flatMap(\.events).map(\.toll)
    #expect(tolls.compactMap(\.fatalities).reduce(0, +) == 4)
    #expect(tolls.compactMap(\.injured).reduce(0, +) == 3)
  }

  @Test func `hold traps that are no events`() throws {
    let events = try SeedsReading.findings.get().flatMap(\.events)
    for trap in SeedsTrap.all {
      let text = try #require(try SeedsReading.findings.get().first { $0.docID.hasPrefix(trap.document) }?.text)
      let span = try #require(trap.span(in: text), "\(trap.words) is not in \(trap.document)")
      // A trap may speak of an event that other words carry ("the attack"); it must not be the one that carries it.
      for mention in events.compactMap(\.mentions.first) where mention.docID.hasPrefix(trap.document) {
        let carries = mention.span.start < span.end && span.start < mention.span.end
        #expect(!carries, "\(mention.rule) from \(trap.words)")
      }
    }
  }

  @Test func `tell what was looked at and refused`() throws {
    let misses = try SeedsReading.findings.get().flatMap(\.nearMisses)
    #expect(misses.count >= 10)
    for miss in misses { #expect(!miss.reason.isEmpty) }
  }

  @Test func `place the side of the M5 that is held`() throws {
    let assertions = try SeedsReading.findings.get().flatMap(\.assertions)
    #expect(assertions.count == 1)
    let strip = try #require(assertions.first)
    #expect(strip.side == "Government of Syria")
    #expect(!strip.shape.polygons.isEmpty)
    #expect(strip.assumedWidth == 5)
    #expect(try Engine().isValid(strip.shape))
  }

  @Test func `have their day of publication inferred where the text gives none, and marked so`() throws {
    let findings = try SeedsReading.findings.get()
    #expect(findings.map { $0.publication?.basis } == [.header, .inferred, .inferred])
    for finding in findings where finding.publication?.basis == .inferred {
      for event in finding.events where event.time.basis != "explicit" { #expect(event.time.timePrecision > 1) }
    }
  }

  @Test func `are read twice with the same result`() throws {
    let isSame = try SeedsReading.read() == SeedsReading.findings.get()
    #expect(isSame)
  }
}

/// Words of the seeds that must carry no event.
struct SeedsTrap {
  let document: String
  let words: String

  init(_ document: String, _ words: String) { (self.document, self.words) = (document, words) }

  /// Where they stand, in Unicode scalars.
  func span(in text: String) -> Span? {
    let (text, wanted) = (Array(text.unicodeScalars), Array(words.unicodeScalars))
    guard wanted.count <= text.count else { return nil }
    let start = (0...(text.count - wanted.count)).first { text[$0..<$0 + wanted.count].elementsEqual(wanted) }
    return start.map { Span($0, $0 + wanted.count) }
  }

  static let all = [
    SeedsTrap("000", "bombings and other attacks on civilians in northwest Syria must stop"),
    SeedsTrap("000", "more than 500,000 people have been forced to flee their homes"),
    SeedsTrap("000", "bombs are falling on densely-populated areas"),
    SeedsTrap("000", "facing harsh winter conditions"),
    SeedsTrap("000", "Serious violations of international humanitarian law"),
    SeedsTrap("000", "the Syrian government offensive in Idlib continues to roll on"),
    SeedsTrap("000", "in the Azerbaijani capital Baku"),
    SeedsTrap("000", "despite a January 12 ceasefire agreement between Turkey and Russia"),
    SeedsTrap("000", "has killed more than 380,000 people since 2011"),
    SeedsTrap("000", "The U.N.’s calls for an immediate ceasefire"),
    SeedsTrap("000", "airspace in the Israeli Golan Heights"),
    SeedsTrap("000", "heard loud explosions around 1:15 a.m."),
    SeedsTrap("000", "images showing explosions in the sky"),
    SeedsTrap("000", "anti-aircraft missiles detonated in the air"),
    SeedsTrap("001", "Russia Ignores American Demand to Stop 'Unjustifiable Attacks'"),
    SeedsTrap("001", "backed the ongoing offensive against the rebel-held Idlib region"),
    SeedsTrap("001", "to end the attack and mitigate the humanitarian crisis"),
    SeedsTrap("001", "al-Assad's offensive into the north-western province of Syria"),
    SeedsTrap("001", "a Russian-Turkish ceasefire agreed earlier this month"),
    SeedsTrap("001", "militants were attacking civilian targets and Syrian military positions"),
    SeedsTrap("001", "launching unsuccessful drone attacks against the Khmeimim Air Base"),
    SeedsTrap("001", "took dozens of lives and injured hundreds of Syrian servicemen"),
    SeedsTrap("001", "offensive into Idlib began in December"),
    SeedsTrap("001", "waves of air and artillery strikes"),
    SeedsTrap("001", "captured 46 settlements across around 123 square miles"),
    SeedsTrap("001", "tracked down and killed by American special forces last year"),
    SeedsTrap("001", "have reportedly killed children, targeted medical personnel"),
    SeedsTrap("001", "bombed civilian vehicles on major roads"),
    SeedsTrap("001", "fled their homes to escape the worsening violence"),
    SeedsTrap("001", "indiscriminate aerial bombardment and ground attacks"),
    SeedsTrap("001", "this strategy being used in the city Maarat al-Numan"),
    SeedsTrap("001", "preventing the establishment of a ceasefire in northern Syria"),
    SeedsTrap("001", "fled the incessant bombing"),
    SeedsTrap("001", "Syria, Idlib, offensive, Mike Pompeo"),
    SeedsTrap("001", "OMAR HAJ KADOUR/AFP via Getty Images/Getty"),
    SeedsTrap("002", "regime forces continue their assault on the last opposition stronghold"),
    SeedsTrap("002", "an influx of hundreds of thousands of refugees"),
    SeedsTrap("002", "linking the economic hub to capital Damascus"),
    SeedsTrap("002", "since the outbreak of the Syrian civil war in 2011"),
    SeedsTrap("002", "agreed to turn Idlib into a de-escalation zone"),
    SeedsTrap("002", "have been killed in attacks by the regime and Russian forces since then"),
    SeedsTrap("002", "a new one that started on Jan. 12"),
    SeedsTrap("002", "More than 1.7 million Syrians have moved"),
    SeedsTrap("002", "hosting more than 3.7 million Syrians"),
  ]
}
