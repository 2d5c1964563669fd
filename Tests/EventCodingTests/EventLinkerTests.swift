import EventCoding
import EventMapper
import Records
import Testing

/// What several articles tell of one event is one event with all its sources (Codebook 2).
@Suite struct EventLinkerTests {
  @Test func `two articles on one strike give one event with both sources`() {
    let (events, merges) = link(
      "Jets bombed the town of Sarmin on Tuesday, killing five people.",
      "Five people were killed in airstrikes on Sarmin on Tuesday, the Observatory said.")
    #expect(events.count == 1)
    #expect(Set(events.flatMap(\.mentions).map(\.docID)) == ["a", "b"])
    #expect(merges.map(\.kind) == [.same])
    #expect(merges.first?.reason == "type airstrike; place Sarmin; day 2020-02-11")
  }

  @Test(
    arguments: [
      ("another place", "Jets bombed Binnish on Tuesday."), ("another day", "Jets bombed Sarmin on Monday."),
      ("another type", "Rebels captured Sarmin on Tuesday."),
      ("a toll that leaps", "Airstrikes killed 60 people in Sarmin on Tuesday."),
    ])
  func `other events stay apart`(why: String, other: String) {
    let (events, merges) = link("Jets bombed Sarmin on Tuesday, killing two people.", other)
    #expect(events.count == 2, "\(why)")
    #expect(merges.isEmpty)
  }

  @Test func `the two events that one article tells are never made one by another`() {
    let (events, _) = link(
      "A car bomb exploded in Azaz on Tuesday, killing three people. Another bomb exploded in Azaz on Tuesday, killing one person.",
      "A bomb exploded in Azaz on Tuesday, killing one person.")
    #expect(events.count == 2)
    let sources = events.map { Set($0.mentions.map(\.docID)) }
    #expect(sources == [["a"], ["a", "b"]])
  }

  @Test func `tolls that differ are both kept and the event says so`() {
    let event = link(
      "Jets bombed Sarmin on Tuesday, killing five people.", "Airstrikes on Sarmin on Tuesday killed eight people."
    ).events.first
    #expect(event?.toll.fatalities == 5)
    #expect(event?.toll.fatalitiesHigh == 8)
    #expect(event?.notes == ["mentions disagree on the dead: 5 / 8 (b)"])
  }

  @Test func `near-identical articles are recognized, and what they tell in the same words is the same`() {
    let story = """
      Jets bombed the town of Sarmin on Tuesday, killing five people. Residents said that the planes came back three times \
      before noon and that rescuers were still digging in the ruins of the market when the last of them left for the coast.
      """
    let (events, merges) = link(story, "A wire report. " + story)
    #expect(events.count == 1)
    #expect(merges.map(\.kind) == [.copy])
    #expect(merges.first?.reason.contains("near-identical articles") == true)
  }

  @Test func `the same article given twice is one source`() {
    let finding = CommittedReader.plain.read(article("a", "Jets bombed Sarmin on Tuesday."))
    let linked = ArticleLinking.link([finding, finding])
    #expect(linked.findings.flatMap(\.events).count == 1)
    #expect(linked.findings.flatMap(\.events).first?.mentions.count == 1)
  }

  @Test func `every merge can be undone`() throws {
    let texts = [
      "Jets bombed Sarmin on Tuesday, killing five people.", "Airstrikes on Sarmin on Tuesday killed eight people.",
      "Sarmin was bombed by jets on Tuesday.",
    ]
    let events = texts.enumerated().flatMap { CommittedReader.plain.read(article("\($0.offset)", $0.element)).events }
    let (linked, merges) = EventLinker.link(events)
    #expect(linked.count == 1 && merges.count == 2)
    let undone = EventLinker.undo(try #require(merges.first), of: merges, in: linked)
    #expect(undone.map(\.id) == [events[0].id, events[1].id])
    #expect(Set(undone[0].mentions.map(\.docID)) == ["0", "2"])
    #expect(undone.last == events[1])
    #expect(
      EventLinker.undo(merges[1], of: merges, in: linked) == [
        EventLinker.link(Array(events.prefix(2))).events[0], events[2],
      ])
  }

  @Test func `events that a reviewer keeps apart stay apart`() {
    let events = ["a", "b"].flatMap { CommittedReader.plain.read(article($0, "Jets bombed Sarmin on Tuesday.")).events }
    let (linked, merges) = EventLinker.link(events, apart: [EventPair(events[1].id, events[0].id)])
    #expect(linked == events && merges.isEmpty)
  }

  @Test func `what one article reports and another denies is disputed`() {
    let (events, merges) = link(
      "Rebels captured Sarmin on Tuesday, the Observatory said.",
      "The army denied that rebels had captured Sarmin on Tuesday.")
    #expect(events.map(\.status) == [.disputed])
    #expect(merges.map(\.kind) == [.denial])
    #expect(events.first?.notes.first?.hasPrefix("denied by The army") == true)
  }

  @Test func `linking twice changes nothing`() {
    let texts = [
      "Jets bombed Sarmin on Tuesday.", "Airstrikes hit Sarmin on Tuesday.", "Rebels seized Binnish on Monday.",
    ]
    let events = texts.enumerated().flatMap { CommittedReader.plain.read(article("\($0.offset)", $0.element)).events }
    let once = EventLinker.link(events).events
    #expect(EventLinker.link(once).events == once)
  }

  private func article(_ id: String, _ text: String) -> Article {
    Article(docID: id, text: Array(text.utf8), published: Day(iso: "2020-02-12"))
  }

  private func link(_ texts: String...) -> (events: [Event], merges: [EventMerge]) {
    let findings = zip(["a", "b", "c"], texts).map { CommittedReader.plain.read(article($0, $1)) }
    let linked = ArticleLinking.link(findings)
    return (linked.findings.flatMap(\.events), linked.merges)
  }
}
