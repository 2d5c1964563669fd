import TestSupport
import Evaluation
import Formats
import Foundation
import Geometry
import Publishing
import Records
import Testing

/// Our scores of annotated stories against those of the scorer that came with them, on what was found and on damaged
/// versions of it.
@Suite struct `Scores of stories` {
  enum Damage: String, CaseIterable {
    case none, moved, later, doubled, renamed, stripped

    func apply(_ findings: Findings) -> Findings {
      var findings = findings
      switch self {
      case .none: break
      case .moved:
        for index in findings.events.indices {
          findings.events[index].location?.point.lat += index % 2 == 0 ? 0.07 : 0.3
        }
        for index in findings.events.indices { Damage.pointed(&findings.events[index]) }
        for index in findings.mentions.indices {
          findings.mentions[index].place?.point?.lon += Double(index % 4) * 0.15
        }
      case .later:
        for index in findings.events.indices {
          findings.events[index].time.day = findings.events[index].time.day.map { $0 + index % 3 }
        }
      case .doubled:
        findings.events += findings.events.map {
          var event = $0; event.toll.fatalities = 7; return event
        }
        findings.mentions = findings.mentions.map {
          var mention = $0; mention.span.end += 1; return mention
        }
      case .renamed:
        for index in findings.events.indices { findings.events[index].type = EventType.allCases[index % 16] }
      case .stripped:
        findings.events = findings.events.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        for index in findings.mentions.indices { findings.mentions[index].place = nil }
      }
      return findings
    }

    private static func pointed(_ event: inout Event) {
      if let point = event.location?.point { event.location?.shape = .point(point) }
    }
  }

  @Test(arguments: Damage.allCases)
  func `equal those of the scorer that came with them`(damage: Damage) throws {
    guard let folder = SeedsShared.path("eval/conflict-dev"), let read = try SeedsShared.stories.get() else { return }
    let stories = read.map { (story: $0.story, findings: damage.apply($0.findings)) }
    let scratch = Scratch()
    for (story, findings) in stories { try write(findings, to: "\(story.set)/\(story.name).geojson", scratch) }
    let report = scratch.path + "/report.json"
    guard SeedsShared.python([folder + "/score.py", scratch.path, "--json", report]) != nil else { return }
    let theirs = try #require(try JSONValue.parse(scratch.read("report.json"))["ALL"])
    let set = try GoldStories(folder: folder)
    let ours = set.score { story in
      stories.first { $0.story.set == story.set && $0.story.name == story.name }?.findings
        ?? Findings(docID: "", text: "")
    }
    let differences = ScorerReport(theirs).differences(ours)
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    #expect(ours.stories == set.stories.count)
  }

  private func write(_ findings: Findings, to name: String, _ scratch: Scratch) throws {
    let writer = CollectionWriter(generator: Generator(version: "test", gazetteerHash: nil, rulesHash: nil))
    let features = try SeedsReading.maker.get().features(of: [findings])
    scratch.file(name, writer.collection(features, mentions: findings.mentions))
  }
}

/// The other scorer's report.
struct ScorerReport {
  let root: JSONValue

  init(_ root: JSONValue) { self.root = root }

  func differences(_ ours: StoryScore) -> [String] {
    detections(ours) + placements(ours) + likeness(ours) + types(ours)
  }

  private func compare(_ name: String, _ ours: Double?, _ theirs: JSONValue?) -> [String] {
    let theirs = theirs?.doubleValue
    if ours == nil, theirs == nil { return [] }
    if let ours, let theirs, abs(ours - theirs) < 1e-6 { return [] }
    return ["\(name): ours \(ours.map { "\($0)" } ?? "none"), theirs \(theirs.map { "\($0)" } ?? "none")"]
  }

  private func detections(_ ours: StoryScore) -> [String] {
    let recognition = root["toponym_recognition"]
    let events = root["events"]
    let pairs: [(String, Detection, JSONValue?)] = [
      ("exact", ours.exact, recognition?["exact"]), ("overlap", ours.overlap, recognition?["overlap"]),
      ("strict", ours.events, events?["strict"]), ("no_date", ours.eventsWithoutDate, events?["no_date"]),
      ("no_type", ours.eventsWithoutType, events?["no_type"]),
    ]
    let counts = pairs.flatMap { name, detection, theirs in
      compare("\(name) tp", Double(detection.right), theirs?["tp"])
        + compare("\(name) fp", Double(detection.surplus), theirs?["fp"])
        + compare("\(name) fn", Double(detection.missed), theirs?["fn"])
        + compare("\(name) precision", detection.precision, theirs?["precision"])
        + compare("\(name) recall", detection.recall, theirs?["recall"])
        + compare("\(name) f1", detection.f1, theirs?["f1"])
    }
    let decoys = recognition?["decoys_hit"]?.stringValue
    return counts + compare("optional", Double(ours.optionalFound), events?["optional_matched"])
      + (decoys == "\(ours.decoysTaken)/\(ours.decoys)"
        ? [] : ["decoys: \(ours.decoysTaken)/\(ours.decoys), \(decoys ?? "-")"])
  }

  private func placements(_ ours: StoryScore) -> [String] {
    ["all", "point", "area", "geonames"].flatMap { kind -> [String] in
      let (mine, theirs) = (ours.placement[kind], root["resolution"]?[kind])
      return compare("\(kind) gold", mine.map { Double($0.wanted) }, theirs?["gold"])
        + compare("\(kind) found", mine.map { Double($0.found) }, theirs?["found"])
        + compare("\(kind) median", mine?.medianKilometers, theirs?["median_km"])
        + Placement.limits.flatMap { compare("\(kind) \($0)", mine?.accuracy($0), theirs?["acc@\($0)km"]) }
    }
  }

  private func likeness(_ ours: StoryScore) -> [String] {
    let figures = Dictionary(uniqueKeysWithValues: ours.eventFigures("").map { ($0.measure, $0.value) })
    let names = [
      "matched type exact": "type_exact", "matched date exact": "date_exact", "matched median km": "median_km",
      "matched fatalities exact": "fatalities_exact", "matched fatalities in range": "fatalities_in_range",
      "matched fatalities null kept": "fatalities_null_kept",
    ]
    let false_ = root["false_events"]
    return names.flatMap { compare($0, figures[$0] ?? nil, root["matched"]?[$1]) }
      + compare("false from not-events", Double(ours.falseFromNotEvents), false_?["from_not_events"])
      + compare("triggered", Double(ours.notEventsTriggered), false_?["not_events_sentences_triggered"])
      + compare("not-events", Double(ours.notEvents), false_?["not_events_sentences"])
      + compare("false from elsewhere", Double(ours.falseFromElsewhere), false_?["from_other_text"])
  }

  private func types(_ ours: StoryScore) -> [String] {
    let theirs = root["recall_by_type"]?.objectValue ?? [:]
    let names = Set(theirs.map(\.key)).union(ours.types.keys).sorted()
    return names.flatMap { name -> [String] in
      let mine = ours.types[name].map { "\($0.right)/\($0.right + $0.missed)" }
      return mine == theirs[name]?.stringValue
        ? [] : ["\(name): \(mine ?? "none"), \(theirs[name]?.stringValue ?? "none")"]
    }
  }
}
