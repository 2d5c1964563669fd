import Geometry
import Records

extension Sample {
  static let army = "Military Forces of Syria"

  static func document(_ id: String, title: String?, _ published: String, _ basis: PublishedBasis) throws -> Findings {
    var found = Findings(docID: id, text: try Repository.text("seeds/\(id).txt"))
    let day = Day(iso: published)!
    found.title = title
    found.publication = Publication(day: day, window: DayWindow(day, day), basis: basis)
    return found
  }

  static func first() throws -> Findings {
    let id = "000_91f5bfbed66f5faf"
    var found = try document(id, title: nil, "2020-02-07", .header)
    var location = EventLocation(
      place: damascus, text: "near Damascus", shape: .point(damascus.point!), point: damascus.point!, basis: .relative,
      relation: "near", geoPrecision: 2, wherePrec: 2, radius: 25_000)
    location.country = "SY"
    let when = time("2020-02-07", "2020-02-06", "2020-02-07", precision: 2, basis: "reporting_day")
    var event = event(
      "a1f0c2d3e4b5a697", .airstrike, .reported, when, location,
      [
        mention(id, "Israel launched strikes against several targets near Damascus", 1904),
        mention(id, "“Our air defenses confronted an Israeli attack” west of the capital", 2063),
      ])
    event.time.local = "01:15"
    event.attribution = "Syrian state media"
    event.actor1 = "Military Forces of Israel"
    event.actor2 = army
    event.notes = ["Syrian state media claim that most missiles were intercepted; analysts dispute it."]
    event.roadDistances = [RoadDistance(key: "m5", distance: 2310.5)]
    found.events = [event]
    return found
  }

  static func second() throws -> Findings {
    let id = "001_ed468d2604eec858"
    let title = "Russia Ignores American Demand to Stop 'Unjustifiable Attacks' in Syria's Idlib"
    var found = try document(id, title: title, "2020-01-28", .inferred)
    var shelling = event(
      "b2e1d3c4f5a60718", .shelling, .reported,
      time("2020-01-27", "2020-01-27", "2020-01-27", precision: 1, basis: "explicit"),
      spot(kafrRuma, "Kafr Ruma", radius: 1000),
      [
        mention(
          id, "Smoke billows following reported bombardment by Syrian regime forces on the town of Kafr Ruma", 3270,
          .caption)
      ])
    shelling.actor1 = army
    shelling.roadDistances = [RoadDistance(key: "m5", distance: 3712.25)]
    var capture = event(
      "c3d2e1f0a5b69788", .capture, .claimed,
      time("2020-01-28", "2020-01-27", "2020-01-28", precision: 2, basis: "reporting_day"),
      spot(maarat, "Maarat al-Numan", radius: 2000),
      [mention(id, "Maarat al-Numan in southern Idlib, which regime forces now claim to have captured", 2600)])
    capture.actor1 = army
    capture.actor1IsState = true
    capture.attribution = army
    capture.roadDistances = [RoadDistance(key: "m5", distance: 702)]
    found.events = [shelling, capture]
    found.claims = [countClaim(id), areaClaim(id)]
    found.nearMisses = [
      NearMiss(
        docID: id, kind: .historical, reason: "the clause tells of last year", type: .execution, quote: "killed",
        span: Span(1810, 1816), sentence: "ISIS leader Abu Bakr al-Baghdadi was hiding in Idlib.", zone: .body)
    ]
    found.notes = ["the day of publication is inferred from the caption"]
    return found
  }

  static func countClaim(_ id: String) -> Claim {
    var claim = Claim(
      docID: id, kind: .count, claimed: 46, unit: "count", places: [], quote: "46 settlements", span: Span(1484, 1498),
      zone: .body)
    claim.note = "no earlier map of control to count by"
    return claim
  }

  static func areaClaim(_ id: String) -> Claim {
    var claim = Claim(
      docID: id, kind: .area, claimed: 318.568537, unit: "km2", places: [], quote: "around 123 square miles",
      span: Span(1506, 1529), zone: .body)
    claim.note = "no earlier map of control to measure by"
    return claim
  }
}
