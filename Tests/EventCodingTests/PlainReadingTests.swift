import EventMapper
import Records
import Testing

/// What news tells in passing, twice or of another place. Published on Wednesday 2020-02-12.
@Suite struct PlainReadingTests {
  @Test func `a village said to lie in the countryside of a province is no namesake elsewhere`() {
    let event = read("Shells hit Sarmin village in the northern countryside of Raqqa province on Tuesday.").first
    #expect(event?.location?.place.name == "Raqqa")
    #expect(event?.location?.geoPrecision == 3)
  }

  @Test func `a country's possessive without its apostrophe is no place`() {
    #expect(places("Jets struck Syrias town of Sarmin on Tuesday.") == ["Sarmin"])
  }

  @Test func `what is shot down in a province is not where its aid went`() {
    let events = read("A helicopter was shot down in Idlib province on Tuesday after delivering aid to Aleppo.")
    #expect(events.first { $0.type == .interception }?.location?.place.name == "Idlib")
  }

  @Test func `where the attackers are positioned is not where their shells fall`() {
    #expect(places("Rebels positioned in Binnish shelled al-Fuah on Tuesday.") == ["al-Fuah"])
    #expect(places("Jets bombed rebels positioned in Binnish on Tuesday.") == ["Binnish"])
  }

  @Test func `a day after what happened before is another day`() {
    let events = read("Jets struck Sarmin on Tuesday, a day after shelling killed five people in Binnish.")
    #expect(days(events, .airstrike) == ["2020-02-11"])
    #expect(days(events, .shelling) == ["2020-02-10"])
  }

  @Test func `what lies weeks back is history`() {
    #expect(read("On January 20 jets struck Sarmin.").isEmpty)
    #expect(read("Fighters have hit towns before, including on February 3 when they shelled Sarmin.").isEmpty)
    #expect(read("Last month two people were hurt as rebels shelled Sarmin.").isEmpty)
    #expect(read("On February 3 jets struck Sarmin.").count == 1)
  }

  @Test func `an attack is of the kind that the text tells of the place`() {
    let events = read(
      "Militants attacked Sarmin on Tuesday. Two people died when the militants shelled Sarmin on Tuesday.")
    #expect(events.map(\.type) == [.shelling])
  }

  @Test func `a figure that was rounded down is the same`() {
    let events = read(
      "Air strikes killed more than 30 people in Sarmin on Tuesday. Medics said 31 people were killed by the air strikes on "
        + "Sarmin on Tuesday.")
    #expect(events.count == 1)
  }

  @Test func `the figure of several days sums up the days`() {
    let events = read(
      "Air strikes on Sarmin have killed nearly 50 people over the past two days. On Tuesday 27 people were killed in air "
        + "strikes on Sarmin. On Monday air strikes killed 23 people in Sarmin.")
    #expect(events.map(\.toll.fatalities) == [27, 23])
  }

  @Test func `bombs of a state fall from the air, bombs in cars do not`() {
    #expect(read("Two children were killed by regime bombs in Sarmin on Tuesday.").map(\.type) == [.airstrike])
    #expect(read("Two children were killed by a car bomb in Sarmin on Tuesday.").map(\.type) == [.bombing])
  }

  @Test func `who fled before, who often hits and who is leaving tell no event of a day`() {
    #expect(
      read("Jets bombed tents on Tuesday for families who escaped from Sarmin.").allSatisfy { $0.type != .displacement }
    )
    #expect(read("Sarmin has regularly been targeted in air strikes.").isEmpty)
    #expect(read("Troops watched as rebels were leaving Sarmin.").isEmpty)
  }

  @Test func `where people come from, and what they are called after, is not where it was`() {
    #expect(
      places("A bomb hit buses in Azaz on Tuesday with evacuees from the towns of al-Fuah and Kafraya.") == ["Azaz"])
    #expect(read("Militants killed nine men of the Sarmin tribe on Tuesday.").isEmpty)
  }

  @Test func `the dead of now are not those of hours before`() {
    let events = read(
      "Nineteen people were killed near Azaz on Tuesday, hours after shelling left many dead in Binnish.")
    #expect(events.allSatisfy { $0.location?.place.name != "Binnish" || $0.toll.fatalities == nil })
  }

  @Test func `a strike and a drone's with the same toll are one`() {
    let events = read(
      "An air strike killed eight fighters in Idlib province on Tuesday. Medics said a drone strike killed eight fighters in "
        + "Sarmin on Tuesday.")
    #expect(events.map(\.type) == [.droneStrike])
    #expect(events.first?.location?.place.name == "Sarmin")
  }

  @Test func `who is no force withdraws from nowhere`() {
    #expect(
      read("Six people were killed on Tuesday as he left his club in Azaz.").allSatisfy { $0.type != .withdrawal })
    #expect(
      read("Dozens of civilians were killed in air strikes on Tuesday as they fled from Azaz.").allSatisfy {
        $0.type != .withdrawal
      })
  }

  @Test func `a quarter that nobody knows is of the city that its sentence names`() {
    let events = read(
      "Shells fell on Aleppo city on Monday. The army killed 15 fighters in al-Xyz neighborhood in Idlib city on Tuesday."
    )
    #expect(events.last?.location?.place.name == "Idlib")
  }

  private func read(_ text: String) -> [Event] {
    CommittedReader.plain.read(Article(docID: "x", text: Array(text.utf8), published: Day(iso: "2020-02-12"))).events
  }

  private func places(_ text: String) -> [String?] { read(text).map { $0.location?.place.name } }

  private func days(_ events: [Event], _ type: EventType) -> [String?] {
    events.filter { $0.type == type }.map { $0.time.day?.description }
  }
}
