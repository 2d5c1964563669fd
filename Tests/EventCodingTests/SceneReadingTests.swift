import EventMapper
import Records
import Testing

/// Where and when what several clauses tell lies, by clauses 3d and 16d to 17d of the Codebook. Published on Wednesday
/// 2020-02-12.
@Suite struct SceneReadingTests {
  @Test func `what opens a sentence says where it lies, whatever namesake follows`() {
    #expect(places("In Saraqib, a car bomb went off on Tuesday near the Palmyra school, killing three.") == ["Saraqib"])
  }

  @Test func `a name that no map knows is not replaced by the place told before`() {
    let events = read(
      "Jets bombed Sarmin on Tuesday. Troops shelled the village of Kafr Qwxyz, wounding two.")
    #expect(events.map { $0.location?.place.name } == ["Sarmin"])
  }

  @Test func `a place beyond another is no second one of a list`() {
    #expect(places("Shells hit Saraqib, across from Sarmin, on Tuesday.") == ["Saraqib"])
  }

  @Test func `what those hold who speak is not where they fired`() {
    #expect(places("The rebels, who control Idlib, said on Tuesday they had fired missiles at the ship.").isEmpty)
  }

  @Test func `the nouns behind a participle are its own`() {
    let events = read("Gunmen riding motorbikes opened fire on an army checkpoint near Saraqib on Tuesday.")
    #expect(events.map(\.type) == [.armedClash])
    let aid = read("Trucks carrying food, medicine and school kits entered Sarmin on Tuesday.")
    #expect(aid.map(\.type) == [.aidDelivery])
  }

  @Test func `a strike that is only named by what it targets is one`() {
    let events = read("An airstrike targeting a market in Sarmin killed five people on Tuesday.")
    #expect(events.map(\.type) == [.airstrike])
    #expect(events.first?.toll.fatalities == 5)
  }

  @Test func `a day may stand between the auxiliary and its verb`() {
    let event = read("Army units had on Monday night foiled an attack on a military post in Saraqib.").first
    #expect(event?.type == .armedClash)
    #expect(event?.time.day == Day(iso: "2020-02-10"))
  }

  @Test func `a name with an article of its own is one name`() {
    #expect(places("An air strike on Ma'arrat an-Nu'man on Tuesday killed 37 people.") == ["Maarat al-Numan"])
  }

  @Test func `a loss in a relative clause tells what caused it`() {
    let event = read("The assault followed a morning of shelling in which 12 people died at a clinic in Sarmin.").first
    #expect(event?.type == .shelling)
    #expect(event?.toll.fatalities == 12)
  }

  @Test func `who is forced to flee flees`() {
    let types = read("Clashes forced the residents of Sarmin to flee on Tuesday.").map(\.type)
    #expect(types.contains(.displacement))
  }

  @Test func `a month told behind the news is background`() {
    let events = read(
      "Jets bombed Sarmin on Tuesday. Two people were hurt. Government forces retook Saraqib earlier this month.")
    #expect(events.map { $0.location?.place.name } == ["Sarmin"])
  }

  @Test func `a day is carried over two sentences, then news is of the day of the report`() {
    let events = read(
      "Jets bombed Sarmin on Saturday. Residents fled. Schools were closed. The market stayed empty. "
        + "Mortar rounds hit Binnish, killing a teacher.")
    #expect(events.last?.location?.place.name == "Binnish")
    #expect(events.last?.time.day == Day(iso: "2020-02-12"))
    #expect(events.last?.time.timePrecision == 2)
  }

  private func places(_ text: String) -> [String] { read(text).compactMap { $0.location?.place.name } }

  private func read(_ text: String) -> [Event] {
    CommittedReader.plain.read(Article(docID: "a", text: Array(text.utf8), published: Day(iso: "2020-02-12"))).events
  }
}
