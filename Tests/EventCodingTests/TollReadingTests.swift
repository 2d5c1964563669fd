import EventMapper
import Records
import Testing

/// How many died, by Codebook 3 to 5. Published on Wednesday 2020-02-12.
@Suite struct TollReadingTests {
  @Test(arguments: [
    ("A bomb exploded in Azaz on Tuesday, killing 18 people, including five soldiers and four children.", 18),
    ("A bomb killed 18 people, including five soldiers and a cleric's four children, in Azaz on Tuesday.", 18),
    ("Rebels repulsed an attack on the town of Sarmin on Tuesday and lost two men.", 2),
    ("Shells hit Sarmin on Tuesday. A street vendor was killed and four pupils were hurt.", 1),
    ("A shell killed a beekeeper in Sarmin on Tuesday.", 1),
  ])
  func `the dead are counted once each`(text: String, dead: Int) {
    #expect(read(text).first?.toll.fatalities == dead)
  }
}

/// Where events lie whose own clause names no place, or several.
@Suite struct PlaceReadingTests {
  @Test(arguments: [
    ("Activists in Sarmin said four people died in an air strike on Tuesday.", "Sarmin"),
    ("Witnesses in Binnish described rocket fire that killed six people on Tuesday.", "Binnish"),
    ("Flights at Aleppo airport were suspended on Tuesday after an air strike.", "Aleppo"),
    ("A car bomb exploded in Syria's capital on Tuesday.", "Damascus"),
    ("In Idlib province, fighting raged near Saraqib on Tuesday.", "Saraqib"),
  ])
  func `the place is told elsewhere in the sentence`(text: String, place: String) {
    #expect(read(text).map { $0.location?.place.name } == [place])
  }

  @Test func `an old attack that is only remembered is no event`() {
    #expect(read("Ten years after an air strike, Sarmin remembers its dead.").isEmpty)
    #expect(read("A spokesman in Damascus said four people died in an air strike.").isEmpty)
  }
}

private func read(_ text: String) -> [Event] {
  CommittedReader.plain.read(Article(docID: "x", text: Array(text.utf8), published: Day(iso: "2020-02-12"))).events
}
