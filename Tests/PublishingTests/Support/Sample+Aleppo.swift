import Geometry
import Records

extension Sample {
  static func third() throws -> Findings {
    let id = "002_acccf1519954a37a"
    var found = try document(
      id, title: "4 civilians killed in Russian airstrikes in Syria's Aleppo", "2020-02-12", .inferred)
    found.events = [airstrike(id), try seizure(id), caption(id)]
    found.assertions = [try strip(id)]
    found.claims = [try distanceClaim(id)]
    return found
  }

  private static func airstrike(_ id: String) -> Event {
    var event = event(
      "d4c3b2a190817263", .airstrike, .reported,
      time("2020-02-12", "2020-02-11", "2020-02-12", precision: 2, basis: "reporting_day"),
      spot(kafrAmma, "Kafr Amma", radius: 1000),
      [
        mention(id, "Two airstrikes targeted the village of Kafr Amma", 367),
        mention(id, "4 civilians killed in Russian airstrikes in Syria's Aleppo", 0, .headline),
        mention(id, "At least four civilians were killed as Russian and regime jets struck a village", 218),
        mention(id, "Three civilians were also injured, while two homes were completely destroyed", 467),
      ])
    event.actor1 = "Military Forces of Russia"
    event.assocActor1 = [army]
    event.actor2 = "Civilians (Syria)"
    event.confidence = 0.93
    event.toll.fatalities = 4
    event.toll.fatalitiesLow = 4
    event.toll.injured = 3
    event.toll.damageText = "two homes were completely destroyed"
    event.toll.text = "At least four civilians were killed"
    event.roadDistances = [RoadDistance(key: "m5", distance: 11_904.125)]
    return event
  }

  private static func seizure(_ id: String) throws -> Event {
    let shape = try area([
      (36.55, 36.02), (36.9, 35.92), (37.0, 36.1), (36.99, 36.33), (36.8, 36.62), (36.66, 36.4), (36.6, 36.2),
    ])
    let location = EventLocation(
      place: aleppo, text: "the west of Aleppo province", shape: shape, point: Coordinate(lon: 36.79, lat: 36.24),
      basis: .area, relation: "west", geoPrecision: 3, wherePrec: 4, radius: 40_000)
    var event = event(
      "e5d4c3b2a1908172", .capture, .reported,
      time("2020-02-12", "2020-02-11", "2020-02-12", precision: 2, basis: "weekday"), location,
      [
        mention(
          id,
          "regime forces have seized a string of towns and villages from opposition forces in the west of Aleppo province",
          887)
      ])
    event.actor1 = army
    event.actor1IsState = true
    event.actor2 = "Opposition forces (Syria)"
    event.attribution = "Syrian Observatory for Human Rights"
    event.roadDistances = [RoadDistance(key: "m5", distance: 21_400)]
    return event
  }

  private static func caption(_ id: String) -> Event {
    var event = event(
      "f6e5d4c3b2a19081", .shelling, .reported,
      time("2020-02-11", "2020-02-11", "2020-02-11", precision: 1, basis: "explicit"),
      spot(khanAsal, "Khan al-Asal", radius: 1500),
      [mention(id, "Smoke from Assad regime forces shelling is pictured over Khan al-Asal", 59, .caption)])
    event.actor1 = army
    event.roadDistances = [RoadDistance(key: "m5", distance: 1010)]
    return event
  }

  private static func strip(_ id: String) throws -> ControlAssertion {
    ControlAssertion(
      docID: id,
      shape: try area([
        (36.84, 35.88), (36.88, 35.96), (36.93, 36.03), (37.02, 36.1), (37.08, 36.16), (37.04, 36.2), (36.96, 36.14),
        (36.87, 36.06), (36.82, 35.98), (36.79, 35.9),
      ]),
      side: "Government of Syria", status: .claimed, date: Day(iso: "2020-02-12"),
      attribution: "Rami Abdul Rahman, Syrian Observatory for Human Rights", assumedWidth: 5,
      quote: "Areas adjacent to the M5 from the west in Aleppo province are now under regime control",
      span: Span(1071, 1157))
  }

  private static func distanceClaim(_ id: String) throws -> Claim {
    let city = place("Aleppo", "geonames:170063", .city, 37.16117, 36.20124, "Aleppo")
    var claim = Claim(
      docID: id, kind: .distance, claimed: 25, unit: "km", places: [kafrAmma, city],
      quote: "some 25 kilometers west of central Aleppo", span: Span(424, 465), zone: .body)
    claim.computed = 26.7
    claim.tolerance = 5
    claim.verdict = .consistent
    claim.note = "7 % over, azimuth 257 degrees"
    claim.shape = .lineString(try LineString([kafrAmma.point!, city.point!]))
    return claim
  }
}
