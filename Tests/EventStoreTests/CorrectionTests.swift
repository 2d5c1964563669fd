import EventStore
import Formats
import Foundation
import Geometry
import Records
import TestSupport
import Testing

@Suite struct `Corrections in a store` {
  /// Rejects, retells and merges by id, as far as these tests need it.
  private var rules: ArchiveRules {
    var rules = Sample.rules
    let link = rules.link
    rules.link = { reports in
      var linked = link(reports)
      for correction in reports.corrections {
        guard case .merge(let into) = correction.change,
          let own = linked.events.firstIndex(where: { $0.id == correction.event.id }),
          let kept = linked.events.firstIndex(where: { $0.id == into.id })
        else { continue }
        let absorbed = linked.events[own]
        linked.events[kept].mentions += absorbed.mentions
        linked.links.append(
          ArchiveLink(
            eventID: linked.events[kept].id, absorbedID: absorbed.id, kind: "corrected", reason: correction.reason))
        linked.outcomes.append(CorrectionOutcome(correction: correction, result: .applied, eventID: absorbed.id))
        linked.events.remove(at: own)
      }
      return linked
    }
    rules.correct = { findings, corrections in
      corrections.compactMap { correction in
        guard let place = findings.events.firstIndex(where: { $0.id == correction.event.id }) else { return nil }
        switch correction.change {
        case .reject: findings.events.remove(at: place)
        case .retoll(let toll): findings.events[place].toll.fatalities = toll.fatalities ?? nil
        default: return nil
        }
        return CorrectionOutcome(correction: correction, result: .applied, eventID: correction.event.id)
      }
    }
    return rules
  }

  private func correction(_ id: String, _ change: Correction.Change, line: Int = 1) -> Correction {
    Correction(
      line: line, event: EventAddress(id: id, docID: nil, quote: nil), change: change, author: "NN", reason: "why not")
  }

  private func ids(_ archive: EventArchive) throws -> [String] {
    try archive.events().compactMap { $0.id?.stringValue }.sorted()
  }

  @Test(arguments: Backend.allCases) func `a correction is done, kept, and done again when the article comes again`(
    backend: Backend
  ) throws {
    let scratch = Scratch()
    guard let archive = try backend.make(scratch) else { return }
    let events = [Sample.event("a1", "a"), Sample.event("a2", "a", place: 1)]
    _ = try archive.add([(Sample.article("a", events), "f1")], rules: rules)
    let change = try archive.correct([correction("a2", .reject), correction("none", .accept)], rules: rules)
    #expect(change.map(\.withdrawn) == [["a2"]])
    #expect(try ids(archive) == ["a1"])
    #expect(try archive.corrections().map(\.result) == [.applied, .unmatched])
    #expect(try archive.corrections().first?.eventID == "a2")
    // The same again, from another line.
    #expect(try archive.correct([correction("a2", .reject, line: 9)], rules: rules).isEmpty)
    #expect(try archive.corrections().count == 2)
    // The article comes again, with one event more: it is new, the rejected one stays away.
    let more = events + [Sample.event("a3", "a", place: 2)]
    let again = try archive.add([(Sample.article("a", more), "f2")], rules: rules)[0]
    #expect(again.new == ["a3"] && again.revised.isEmpty && again.withdrawn.isEmpty)
    #expect(try ids(archive) == ["a1", "a3"])
    // The article tells it no more: the correction has nothing to meet.
    _ = try archive.add([(Sample.article("a", [events[0]]), "f3")], rules: rules)
    #expect(try archive.corrections().map(\.result) == [.unmatched, .unmatched])
  }

  @Test(arguments: Backend.allCases) func `corrections of one article are done on what it told, not on one another`(
    backend: Backend
  ) throws {
    let scratch = Scratch()
    guard let archive = try backend.make(scratch) else { return }
    _ = try archive.add([(Sample.article("a", [Sample.event("a1", "a", dead: 3)]), "f1")], rules: rules)
    var (seven, none) = (TollChange(), TollChange())
    (seven.fatalities, none.fatalities) = (.some(7), .some(nil))
    let change = try archive.correct([correction("a1", .retoll(seven))], rules: rules)
    #expect(change.map(\.revised) == [["a1"]])
    #expect(try archive.events().first?.properties["fatalities"] == 7)
    _ = try archive.correct([correction("a1", .retoll(none))], rules: rules)
    #expect(try archive.events().first?.properties["fatalities"]?.isNull == true)
    // A correction that comes before its article waits for it.
    _ = try archive.correct([correction("b1", .retoll(seven))], rules: rules)
    _ = try archive.add([(Sample.article("b", [Sample.event("b1", "b", place: 1)]), "f1")], rules: rules)
    #expect(try archive.events().last?.properties["fatalities"] == 7)
    #expect(try archive.corrections().map(\.result) == [.applied, .applied, .applied])
  }

  @Test(arguments: Backend.allCases) func `a merge across articles and years holds, and can be undone`(
    backend: Backend
  ) throws {
    let scratch = Scratch()
    guard let archive = try backend.make(scratch) else { return }
    let late = Sample.event("b1", "b", place: 1, day: "2021-06-05")
    _ = try archive.add(
      [(Sample.article("a", [Sample.event("a1", "a")]), "f"), (Sample.article("b", [late]), "f")], rules: rules)
    let merge = correction("b1", .merge(EventAddress(id: "a1", docID: nil, quote: nil)))
    let change = try archive.correct([merge], rules: rules)
    #expect(change.flatMap(\.withdrawn) == ["b1"] && change.flatMap(\.revised) == ["a1"])
    #expect(try archive.events().map { $0.properties["source_ids"]?.stringValue } == ["a;b"])
    #expect(try archive.corrections().map(\.result) == [.applied])
    // Both articles come again, the second changed.
    let revised = Sample.event("b1", "b", place: 1, day: "2021-06-05", dead: 8)
    _ = try archive.add(
      [(Sample.article("a", [Sample.event("a1", "a")]), "g"), (Sample.article("b", [revised]), "g")], rules: rules)
    #expect(try ids(archive) == ["a1"])
    #expect(try archive.links().map(\.kind) == ["corrected"])
  }

  @Test(arguments: Backend.allCases) func `what is withdrawn is undone, and stays so`(backend: Backend) throws {
    let scratch = Scratch()
    guard let archive = try backend.make(scratch) else { return }
    let late = Sample.event("b1", "b", place: 1, day: "2021-06-05")
    let articles = [Sample.article("a", [Sample.event("a1", "a")]), Sample.article("b", [late])]
    _ = try archive.add(articles.map { ($0, "f") }, rules: rules)
    let merge = correction("b1", .merge(EventAddress(id: "a1", docID: nil, quote: nil)))
    _ = try archive.correct([correction("a1", .reject)], rules: rules)
    #expect(try ids(archive) == ["b1"])
    let back = try archive.correct([correction("a1", .withdraw("reject"))], rules: rules)
    #expect(back.flatMap(\.new) == ["a1"])
    #expect(try archive.corrections().map(\.result) == [.withdrawn, .applied])
    _ = try archive.correct([merge], rules: rules)
    #expect(try ids(archive) == ["a1"])
    _ = try archive.correct([correction("b1", .withdraw("merge")), correction("b1", .withdraw("move"))], rules: rules)
    #expect(try ids(archive) == ["a1", "b1"])
    // The words that were withdrawn are known already; both articles come again.
    #expect(try archive.correct([merge, correction("a1", .reject)], rules: rules).isEmpty)
    _ = try archive.add(articles.map { ($0, "g") }, rules: rules)
    #expect(try ids(archive) == ["a1", "b1"])
    #expect(
      try archive.corrections().map(\.result) == [.withdrawn, .applied, .withdrawn, .applied, .unmatched])
    #expect(try archive.findings() == articles)
  }

  @Test(arguments: Backend.allCases) func `every kind of correction comes back as it was`(backend: Backend) throws {
    let scratch = Scratch()
    guard let archive = try backend.make(scratch) else { return }
    var toll = TollChange()
    (toll.fatalities, toll.fatalitiesHigh, toll.injured, toll.displaced) = (.some(nil), .some(4), .some(0), nil)
    let other = EventAddress(id: nil, docID: "b", quote: "its \"words\"")
    let changes: [Correction.Change] = [
      .accept, .reject, .move(.named("geonames:1")), .move(.point(lat: -0.5, lon: 36.123456789, radius: 12.5)),
      .retype(.shelling), .retoll(toll), .merge(other), .split(other), .split(nil), .withdraw("move"),
    ]
    let event = EventAddress(id: nil, docID: "a", quote: "jets\n\u{1F4A5}")
    let given = changes.enumerated().map {
      Correction(line: $0.offset + 1, event: event, change: $0.element, author: "Ä", reason: "r;\t")
    }
    _ = try archive.correct(given, rules: rules)
    #expect(try archive.corrections().map(\.correction) == given)
    let rows = try archive.features(of: .corrections)
    #expect(rows.count == 10 && rows[1].properties["action"] == "reject" && rows[1].properties["author"] == "Ä")
  }

  @Test(arguments: Backend.allCases) func `control maps are kept by day, method and sources`(backend: Backend) throws {
    let scratch = Scratch()
    guard let archive = try backend.make(scratch) else { return }
    func area(_ side: String, _ day: String, _ km2: Double, method: String = "settlements", sources: String = "a;b")
      throws
      -> Feature
    {
      let ring = try Ring(closing: [at(36, 35), at(37, 35), at(37, 36), at(36, 36)])
      return Feature(
        geometry: .polygon(Polygon(exterior: ring)),
        properties: [
          "feature": "control", "side": .string(side), "status": "held", "date": .string(day), "area_km2": .double(km2),
          "method": .string(method), "sources": .string(sources), "fill": "#ff0000",
        ])
    }
    let maps = try [area("A", "2020-02-01", 10), area("B", "2020-02-01", 20.5), area("A", "2020-02-08", 12)]
    #expect(try archive.keep(control: maps) == ControlKeeping(new: 2))
    #expect(try archive.keep(control: maps) == ControlKeeping(unchanged: 2))
    #expect(try archive.keep(control: [area("A", "2020-02-08", 13)]) == ControlKeeping(revised: 1))
    #expect(try archive.keep(control: [area("A", "2020-02-08", 13, method: "published")]) == ControlKeeping(new: 1))
    let stored = try archive.features(of: .control)
    #expect(stored.compactMap { $0.properties["area_km2"]?.doubleValue } == [10, 20.5, 13, 13])
    #expect(stored[1].geometry == maps[1].geometry && stored[1].properties["sources"] == "a;b")
    #expect(try archive.features(of: .control, since: Day(iso: "2020-02-02")).count == 2)
    #expect(try archive.features(of: .control, box: BoundingBox(west: 0, south: 0, east: 1, north: 1)).isEmpty)
    // A source more is the same map grown; another source's map stands beside it, and each is replaced by its own.
    #expect(try archive.keep(control: [area("A", "2020-02-08", 14, sources: "a;b;c")]) == ControlKeeping(revised: 1))
    #expect(try archive.keep(control: [area("B", "2020-02-08", 50, sources: "x;c")]) == ControlKeeping(new: 1))
    #expect(try archive.keep(control: [area("B", "2020-02-08", 51, sources: "x;c")]) == ControlKeeping(revised: 1))
    let later = try archive.features(of: .control, since: Day(iso: "2020-02-02"))
    #expect(later.compactMap { $0.properties["area_km2"]?.doubleValue } == [13, 14, 51])
    #expect(try archive.sides() == ["A", "B"])
  }
}
