import EventMapper
import Records
import Testing

/// What a sentence tells, by the clauses of the Codebook. Published on Wednesday 2020-02-12.
@Suite struct ReadingSentenceTests {
  @Test func `a list of captured villages is an event each`() {
    let events = read("Syrian troops seized Kafr Zita, Latmin and Morek on Tuesday.")
    #expect(events.map(\.type) == [.capture, .capture, .capture])
    #expect(Set(events.compactMap { $0.location?.place.name }) == ["Kafr Zita", "Latmin", "Morek"])
    #expect(events.allSatisfy { $0.time.day == Day(iso: "2020-02-11") && $0.time.timePrecision == 1 })
    #expect(Set(events.map(\.id)).count == 3)
  }

  @Test func `a toll over several places is nobody's, and the most that any can have`() {
    let events = read("Five people were killed when jets bombed Sarmin and Binnish on Tuesday.")
    #expect(events.count == 2)
    #expect(events.allSatisfy { $0.toll.fatalities == nil && $0.toll.fatalitiesHigh == 5 })
  }

  @Test(
    arguments: [
      ("At least twelve people were killed", 12, 12, nil), ("Between 20 and 30 people were killed", 20, 20, 30),
      ("A woman and her four sons were killed", 5, 5, 5),
      ("No fewer than seventeen civilians were killed", 17, 17, nil),
      ("Some 40 people were killed", 40, 40, 40),
    ] as [(String, Int, Int, Int?)])
  func `a figure is the lower bound of a range or the number named first`(
    words: String, best: Int, low: Int, high: Int?
  ) {
    let toll = read("\(words) when jets hit a market in Sarmin on Tuesday.").first?.toll
    #expect(toll?.fatalities == best)
    #expect(toll?.fatalitiesLow == low)
    #expect(toll?.fatalitiesHigh == high)
  }

  @Test func `dozens are no figure but at least twelve`() {
    let toll = read("Dozens of civilians were killed when jets hit a market in Sarmin on Tuesday.").first?.toll
    #expect(toll?.fatalities == nil)
    #expect(toll?.fatalitiesLow == 12)
  }

  @Test func `no casualties is zero and not mentioned is null`() {
    #expect(read("Jets bombed Sarmin on Tuesday, with no casualties reported.").first?.toll.fatalities == 0)
    #expect(read("Jets bombed Sarmin on Tuesday.").first?.toll.fatalities == nil)
  }

  @Test func `two sides in one noun group are two actors`() {
    let event = read("Russian and regime jets struck the village of Kafr Amma on Tuesday in Syria.").first
    #expect(event?.actor1 == "Government of Russia")
    #expect(event?.assocActor1 == ["Government of Syria"])
  }

  @Test func `the passive turns the sides round`() {
    let event = read("The town of Saraqib in Syria was captured by government forces on Tuesday.").first
    #expect(event?.actor1 == "Government of Syria")
    #expect(event?.actor1IsState == true)
  }

  @Test(arguments: [
    ("Troops have not entered Kafr Nabl.", NearMissKind.negated),
    ("Jets will bomb Sarmin on Friday.", NearMissKind.future),
    ("Jets could bomb Sarmin.", NearMissKind.hypothetical),
    ("The army plans to capture Saraqib.", NearMissKind.hypothetical),
    ("If jets bombed Sarmin, people would flee.", NearMissKind.hypothetical),
    ("The army captured Saraqib in March 2013.", NearMissKind.historical),
    ("Turkey accused Russia of bombing Sarmin.", NearMissKind.alleged),
    ("So far jets have bombed Sarmin ninety times.", NearMissKind.backgroundTotal),
    ("Jets have been bombing Sarmin for weeks.", NearMissKind.ongoing),
  ])
  func `what did not happen, or not as news, is listed with its kind and is no event`(text: String, kind: NearMissKind)
  {
    let findings = CommittedReader.plain.read(article(text))
    #expect(findings.events.isEmpty)
    #expect(findings.nearMisses.contains { $0.kind == kind }, "\(findings.nearMisses.map(\.kind))")
  }

  @Test func `an event is placed where it lands, not where it was launched or told`() {
    let text =
      "Israeli jets flying from the Golan Heights struck a depot near Homs on Tuesday, a minister told reporters in Baku."
    #expect(read(text).map { $0.location?.place.name } == ["Homs"])
  }

  @Test func `an inferred day of publication never gives the first time precision`() {
    let text = "Jets bombed Sarmin on Tuesday.\n\nPhoto: Smoke rises over Sarmin, Feb. 11, 2020 (AFP Photo)"
    let events = CommittedReader.plain.read(Article(docID: "x", text: Array(text.utf8))).events
    #expect(events.first?.time.timePrecision == 2)
    #expect(events.first?.time.day == Day(iso: "2020-02-11"))
  }

  @Test func `without any date an event has no day, never today`() {
    let events = CommittedReader.plain.read(Article(docID: "x", text: Array("Jets bombed Sarmin on Tuesday.".utf8)))
      .events
    #expect(events.count == 1)
    #expect(events.first?.time.day == nil)
  }

  @Test func `the id stays when place or date change, and differs between types`() {
    let one = read("Jets bombed Sarmin on Tuesday.").first?.id
    #expect(one != nil)
    #expect(one == read("Jets bombed Sarmin on Monday.").first?.id)
    #expect(one != read("Rebels seized Sarmin on Tuesday.").first?.id)
  }

  private func read(_ text: String) -> [Event] { CommittedReader.plain.read(article(text)).events }
  private func article(_ text: String) -> Article {
    Article(docID: "x", text: Array(text.utf8), published: Day(iso: "2020-02-12"))
  }
}
