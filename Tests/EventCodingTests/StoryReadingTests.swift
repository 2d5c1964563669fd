import EventMapper
import Records
import Testing

/// What several sentences tell together, by the clauses of the Codebook. Published on Wednesday 2020-02-12.
@Suite struct StoryReadingTests {
  @Test func `an attack without a place has the one that the next sentences tell of it`() {
    let events = read(
      "Jets bombed a town held by the rebels on Tuesday. The attacks on Binnish were the first in weeks.")
    #expect(events.map(\.type) == [.airstrike])
    #expect(events.first?.location?.place.name == "Binnish")
  }

  @Test func `the dead of another place, told behind an attack that went on elsewhere, are an event there`() {
    let events = read(
      "Government air strikes on Idlib province killed seven people on Tuesday. Five of the dead were children. "
        + "Two more people were killed in Sarmin, medics said.")
    #expect(events.contains { $0.location?.place.name == "Sarmin" && $0.toll.fatalities == 2 && $0.type == .airstrike })
  }

  @Test func `the place where a strike was told of is not its place`() {
    let events = read("In Damascus the ministry confirmed two air strikes on the town of Sarmin on Tuesday.")
    #expect(events.map { $0.location?.place.name } == ["Sarmin"])
  }

  @Test func `a participle is no more than what it hangs on`() {
    #expect(read("Jets have in recent weeks carried out air raids on Sarmin, killing dozens of civilians.").isEmpty)
    #expect(read("The coalition fighting the group in Idlib province said nothing on Tuesday.").isEmpty)
  }

  @Test func `weeks of fighting are no event, a night of it is`() {
    #expect(read("Residents of Sarmin buried their dead after a week of intense bombing.").isEmpty)
    #expect(read("Clashes broke out in Sarmin in the last 24 hours.").count == 1)
  }

  @Test func `the day of people who fled is not the day of what hit them`() {
    let events = read("A bomb hit a bus in Azaz on Tuesday. The blast hurt people evacuated from Sarmin on Friday.")
    #expect(events.map(\.time.day) == [Day(iso: "2020-02-11")])
  }

  @Test func `a region in which it was is not the side it hit`() {
    let event = read("Three people were killed in air strikes in northern Syria on the town of Sarmin on Tuesday.")
      .first
    #expect(event?.actor2 != "Government of Syria")
  }

  @Test func `people who had to leave are counted, families only told`() {
    let fled = read("Some 2,300 people fled the town of Maarat al-Numan on Tuesday.").first
    #expect(fled?.type == .displacement)
    #expect(fled?.toll.displaced == 2300)
    let families = read("Three hundred families fled the town of Maarat al-Numan on Tuesday.").first
    #expect(families?.toll.displaced == nil)
    #expect(families?.toll.text == "Three hundred families fled")
    let missing = read("A blast in Azaz on Tuesday left 12 people missing and killed four.").first
    #expect(missing?.toll.text?.contains("12 people missing") == true)
  }

  @Test func `an attack is of the kind that its means tell`() {
    func type(_ words: String) -> EventType? {
      read("Six people died in an attack \(words) Azaz on Tuesday.").first?.type
    }
    #expect(type("by gunmen in") == .groundAssault)
    #expect(type("with rockets on the town of") == .shelling)
    #expect(type("by warplanes on the town of") == .airstrike)
    #expect(type("by a suicide bomber in") == .bombing)
    #expect(type("in") == nil)
  }

  @Test func `names in capitals are no verbs, pronouns or verbs of speech`() {
    let event = read("Air raids hit an IS camp near Palmyra in Syria on Tuesday.").first
    #expect(event?.location?.place.name == "Palmyra")
    #expect(event?.actor2 == "Islamic State")
  }

  private func read(_ text: String) -> [Event] {
    CommittedReader.plain.read(Article(docID: "x", text: Array(text.utf8), published: Day(iso: "2020-02-12"))).events
  }
}

@Suite struct LeadReadingTests {
  @Test func `a lead's figure for a region sums up what the text tells place by place`() {
    let events = CommittedReader.plain.read(
      Article(
        docID: "x",
        text: Array(
          ("Government air strikes killed nine people in Idlib province on Tuesday. On Tuesday jets struck Sarmin, killing "
            + "seven people, medics said.").utf8), published: Day(iso: "2020-02-12"))
    ).events
    #expect(events.map { $0.location?.place.name } == ["Sarmin"])
    #expect(events.map(\.toll.fatalities) == [7])
  }

  @Test func `a bombing is from the air in a text of air strikes without a bomb`() {
    func types(_ text: String) -> [EventType] {
      CommittedReader.plain.read(Article(docID: "x", text: Array(text.utf8), published: Day(iso: "2020-02-12"))).events
        .map(\.type)
    }
    #expect(types("Four people were killed in a bombing in Azaz on Tuesday.") == [.bombing])
    #expect(
      types("Four people were killed in a bombing in Azaz on Tuesday. The ministry denied any air strikes there.")
        == [.airstrike])
  }
}
