import Geometry
import Publishing
import Records

/// A small story of control, for the report.
enum StorySample {
  static let first = Day(iso: "2020-01-01")!
  static let attack = "</script><script>document.body.dataset.hit=1</script>"

  static func box(_ west: Double, _ east: Double) -> Shape {
    BoundingBox(west: west, south: 35, east: east, north: 36).shape
  }

  static func story() throws -> ControlStory {
    var story = ControlStory(title: "Who held what", side: "Government of Syria")
    story.sides = ["Government of Syria", "Syrian opposition"]
    story.frames = [frame(-1, 36.5), frame(3, 36.7, claim: true)]
    story.weeks = [week(-1, 4000, 0, 0), week(6, 5800, 1800, 1)]
    story.changes = [change("Saraqib", 3, .held, "they took Saraqib"), change("Afis", 4, .claimed, attack)]
    story.idle = [
      IdleStep(
        ControlStep(
          day: first, settlement: "x", name: "Sarmin", kind: .denied, side: "Government of Syria",
          cause: ControlCause(sources: [CitedSource("S")])), reason: "it is denied")
    ]
    let road = try LineString([Coordinate(lon: 36, lat: 35.5), Coordinate(lon: 37, lat: 35.5)])
    story.roads = [
      RoadStory(
        name: "M5", direction: "Aleppo to Nasib crossing", shape: .lineString(road), lengthKM: 90,
        days: [
          RoadDay(day: first - 1, km: [45, 45], missing: ["Saraqib"]),
          RoadDay(day: first + 3, km: [90, 0], missing: []),
        ],
        taken: [first + 3], cut: [])
    ]
    story.verdicts = [verdict]
    story.inputs = [ControlInput(name: "list.tsv", hash: "abc")]
    story.notes = ["a note"]
    return story
  }

  private static func frame(_ day: Int, _ line: Double, claim: Bool = false) -> ControlFrame {
    let areas = [
      ControlArea(side: "Government of Syria", date: first + day, shape: box(36, line), areaKM2: 4000),
      ControlArea(side: "Syrian opposition", date: first + day, shape: box(line, 37), areaKM2: 4000),
    ]
    let over = ControlArea(side: "Government of Syria", status: .claimed, shape: box(36.8, 36.9), areaKM2: 900)
    let border = [Coordinate(lon: line, lat: 35), Coordinate(lon: line, lat: 36)]
    let front = (try? LineString(border)).map {
      FrontLine(
        left: "Government of Syria", right: "Syrian opposition", shape: .lineString($0), lengthKM: 111,
        vertexSpacingKM: 111)
    }
    return ControlFrame(day: first + day, areas: areas + (claim ? [over] : []), front: front.map { [$0] } ?? [])
  }

  private static func week(_ day: Int, _ held: Double, _ net: Double, _ count: Int) -> ControlWeek {
    let gain = AreaEstimate(km2: net, low: net * 0.8, high: net * 1.2)
    return ControlWeek(
      day: first + day, areasKM2: [held, 8000 - held], net: gain, sinceStart: gain, gainedCount: count, lostCount: 0,
      frontKM: 111)
  }

  static func change(_ name: String, _ day: Int, _ status: ControlStatus, _ quote: String) -> SettlementChange {
    SettlementChange(
      day: first + day, settlement: "id-\(name)", name: name, from: "Syrian opposition", to: "Government of Syria",
      status: status, ground: box(36.5, 36.7), areaKM2: 1800,
      causes: [
        ControlCause(
          eventID: "e1", sources: [CitedSource("SANA", day: first + day), CitedSource("SOHR")], quote: quote,
          docID: "d1", doubt: "single", note: "as reported")
      ])
  }

  private static var verdict: ControlVerdict {
    ControlVerdict(
      claim: ControlClaim(
        id: "c", kind: .area, value: 123, unit: "mi2", valueKM2: 318.6, side: "Government of Syria", since: first,
        until: first + 6, within: nil, quote: "around 123 square miles", sources: [CitedSource("RFE/RL")], note: nil),
      computed: 1800, low: 1440, high: 2160, isConsistent: false, fitting: nil, changes: [0],
      reasons: ["on no day does the map's figure meet it"])
  }
}
