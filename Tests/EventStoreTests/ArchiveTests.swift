import TestSupport
import EventStore
import Formats
import Foundation
import Geodesy
import Geometry
import Records
import Testing

@Suite struct `A store of events` {
  @Test(arguments: Backend.allCases) func `the same article again changes nothing`(backend: Backend) throws {
    let scratch = Scratch()
    guard let archive = try backend.make(scratch) else { return }
    let article = Sample.article("a", [Sample.event("a1", "a"), Sample.event("a2", "a", place: 1)])
    let first = try archive.add([(article, "f1")], rules: Sample.rules)
    #expect(first[0].new == ["a1", "a2"] && first[0].revised.isEmpty && first[0].withdrawn.isEmpty)
    let before = try archive.events()
    let again = try archive.add([(article, "f1")], rules: Sample.rules)
    #expect(again[0].isUnchanged && again[0].new.isEmpty)
    #expect(try archive.events() == before)
    #expect(try archive.fingerprint(of: "a") == "f1")
    #expect(try archive.counts() == (2, 1, 0))
  }

  @Test(arguments: Backend.allCases) func `a changed article revises its events`(backend: Backend) throws {
    let scratch = Scratch()
    guard let archive = try backend.make(scratch) else { return }
    let events = [Sample.event("a1", "a"), Sample.event("a2", "a", place: 1), Sample.event("a3", "a", place: 2)]
    _ = try archive.add([(Sample.article("a", events), "f1")], rules: Sample.rules)
    let changed = [events[0], Sample.event("a2", "a", place: 1, dead: 9), Sample.event("a4", "a", place: 3)]
    let change = try archive.add([(Sample.article("a", changed), "f2")], rules: Sample.rules)[0]
    #expect(change.new == ["a4"] && change.revised == ["a2"] && change.withdrawn == ["a3"])
    let found = try archive.events()
    #expect(Set(found.compactMap { $0.properties["id"]?.stringValue }) == ["a1", "a2", "a4"])
    #expect(found.first { $0.properties["id"] == "a2" }?.properties["fatalities"] == 9)
  }

  @Test(arguments: Backend.allCases) func `what comes out is what went in, in every member`(backend: Backend) throws {
    let scratch = Scratch()
    guard let archive = try backend.make(scratch) else { return }
    let area = Shape.polygon(Ellipsoid.circle(center: Sample.saraqib, radius: Meters(5000)))
    var article = Sample.article(
      "a", [Sample.event("a1", "a"), Sample.event("a2", "a", place: 1, dead: nil, shape: area)])
    var claim = Claim(
      docID: "a", kind: .distance, claimed: 25.4, unit: "km", places: [], quote: "25 km", span: Span(1, 2), zone: .body)
    claim.computed = 26.123456789
    article.claims = [claim]
    article.assertions = [
      ControlAssertion(
        docID: "a", shape: area, side: "Russia", status: .claimed, date: nil, attribution: "it", assumedWidth: 5,
        quote: "q", span: Span(0, 1))
    ]
    article.nearMisses = [
      NearMiss(
        docID: "a", kind: .future, reason: "r", type: .bombing, quote: "q", span: Span(0, 1), sentence: "s",
        zone: .headline)
    ]
    article.notes = ["one", "two \u{0}zero"]
    let plain = article.notes.map { $0.filter { $0 != "\u{0}" } }
    _ = try archive.add([(article, "f")], rules: Sample.rules)
    var found = try archive.findings()
    if backend == .postGIS { found[0].notes = found[0].notes.map { $0.filter { $0 != "\u{0}" } } }
    var expected = article
    if backend == .postGIS { expected.notes = plain }
    #expect(found == [expected])
    #expect(try archive.records(idPrefix: "a2") == [article.events[1]])
  }

  @Test(arguments: Backend.allCases) func `one event of several articles, and undone again`(backend: Backend) throws {
    let scratch = Scratch()
    guard let archive = try backend.make(scratch) else { return }
    _ = try archive.add([(Sample.article("a", [Sample.event("a1", "a")]), "f")], rules: Sample.rules)
    let second = try archive.add([(Sample.article("b", [Sample.event("b1", "b")]), "f")], rules: Sample.rules)[0]
    #expect(second.new.isEmpty && second.revised == ["a1"])
    let third = try archive.add([(Sample.article("c", [Sample.event("c1", "c")]), "f")], rules: Sample.rules)[0]
    #expect(third.revised == ["a1"])
    let merged = try archive.events()
    #expect(merged.count == 1 && merged[0].properties["source_ids"] == "a;b;c")
    let links = try archive.links()
    #expect(links.map(\.absorbedID) == ["b1", "c1"] && links.allSatisfy { $0.eventID == "a1" && !$0.isUndone })
    let undone = try archive.undo(links[0].number, rules: Sample.rules)
    #expect(undone.new == ["b1"] && undone.revised == ["a1"])
    #expect(try archive.events().map { $0.properties["source_ids"]?.stringValue } == ["a;c", "b"])
    #expect(try archive.links().filter(\.isUndone).map(\.absorbedID) == ["b1"])
    // The first article changes: those that stood with it stay, under the first that is left.
    let revised = try archive.add([(Sample.article("a", []), "f2")], rules: Sample.rules)[0]
    #expect(revised.withdrawn == ["a1"] && revised.new.contains("c1") != revised.revised.contains("b1"))
    #expect(throws: StoreError.noLink(99)) { try archive.undo(99, rules: Sample.rules) }
  }

  @Test(arguments: Backend.allCases) func `questions of every kind`(backend: Backend) throws {
    let scratch = Scratch()
    guard let archive = try backend.make(scratch) else { return }
    var events = (0..<40).map { index in
      Sample.event(
        "e\(index)", "a", type: index % 3 == 0 ? .shelling : .airstrike, place: index % 4,
        day: "2020-02-\(10 + index % 10)", dead: index % 5 == 0 ? nil : index)
    }
    events[7].location = nil
    _ = try archive.add([(Sample.article("a", events), "f")], rules: unlinked)
    let all = try archive.events()
    #expect(all.count == 40)
    let day = try #require(Day(iso: "2020-02-15"))
    let area = Shape.polygon(Ellipsoid.circle(center: Sample.saraqib, radius: Meters(12_000)))
    let queries = [
      EventQuery(since: day), EventQuery(until: day), EventQuery(since: day, until: day),
      EventQuery(types: ["shelling"]), EventQuery(actor: "russ"), EventQuery(actor: "nobody"), EventQuery(precision: 1),
      EventQuery(box: BoundingBox(west: 36.7, south: 35.8, east: 36.9, north: 36)), EventQuery(area: area),
      EventQuery(regions: [QueryRegion(name: "sarmin")]),
      EventQuery(regions: [QueryRegion(name: "nowhere", boundary: area)]), EventQuery(text: "IDLIB"),
      EventQuery(box: BoundingBox(west: 36.7, south: 35, east: -170, north: 37)),
      EventQuery(box: BoundingBox(west: 36.80591, south: 35.86447, east: 36.80591, north: 35.86447)),
    ]
    for query in queries {
      let found = try archive.events(query)
      #expect(found == all.filter(query.accepts))
    }
    #expect(try archive.events(queries[2]).count < 40 && !archive.events(queries[2]).isEmpty)
    #expect(try archive.events(queries[7]).count == 20)
    #expect(try archive.events(queries[9]).count == 10)
    #expect(try archive.events(queries[10]).count == 20)
    #expect(try archive.events(queries[13]).count == 10)
  }

  /// Linking nothing.
  private var unlinked: ArchiveRules {
    ArchiveRules(link: { ArchiveLinked(events: $0.events) }, feature: Sample.rules.feature)
  }
}
