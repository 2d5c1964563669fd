import Formats
import Geometry
import Publishing
import Records
import Testing

@Suite struct EventFeatureTests {
  /// The contract's members in its order; the last seven are simplestyle's.
  static let members = [
    "feature", "id", "event_type", "acled_event_type", "acled_sub_event_type", "status", "attribution", "confidence",
    "actor1", "assoc_actor_1", "actor2", "assoc_actor_2", "date", "start", "end", "time_local", "date_text",
    "date_basis", "time_precision", "date_prec", "place", "place_text", "place_id", "place_kind", "lat", "lon",
    "admin1", "admin2", "country", "geo_precision", "where_prec", "radius_m", "location_basis", "alternatives",
    "fatalities", "fatalities_low", "fatalities_high", "injured", "displaced", "damage_text", "toll_text", "quote",
    "span_start", "span_end", "sentence", "zone", "doc_id", "n_mentions", "n_sources", "source_ids", "source_name",
    "source_url", "title", "published", "published_basis", "distance_km_m5", "description", "marker-color",
    "marker-symbol", "stroke", "stroke-width", "stroke-opacity", "fill", "fill-opacity",
  ]

  static func features() throws -> [Feature] {
    try FeatureMaker(stylebook: Repository.stylebook()).features(of: Sample.findings())
  }

  @Test func `an event has exactly the members of the contract in its order`() throws {
    for feature in try Self.features().prefix(6) { #expect(feature.properties.map(\.key) == Self.members) }
  }

  @Test func `the air strike on Kafr Amma tells all it knows`() throws {
    let event = try #require(try Self.features().first { $0.id == "d4c3b2a190817263" })
    let wanted: [(String, JSONValue)] = [
      ("event_type", "airstrike"), ("acled_event_type", "Explosions/Remote violence"),
      ("acled_sub_event_type", "Air/drone strike"), ("confidence", 0.9), ("actor1", "Military Forces of Russia"),
      ("assoc_actor_1", "Military Forces of Syria"), ("date", "2020-02-12"), ("start", "2020-02-11"),
      ("lat", 36.14524), ("lon", 36.87256), ("fatalities", 4), ("fatalities_high", nil), ("injured", 3),
      ("n_mentions", 4), ("n_sources", 1), ("source_ids", "002_acccf1519954a37a"), ("published", "2020-02-12"),
      ("published_basis", "inferred"), ("distance_km_m5", 11.904125), ("alternatives", nil), ("span_start", 367),
    ]
    for (name, value) in wanted { #expect(event.properties[name] == value, "\(name)") }
  }

  @Test func `a description is one sentence of the event's own fields`() throws {
    let features = try Self.features()
    func text(_ index: Int) -> String? { features[index].properties["description"]?.stringValue }
    #expect(
      text(3) == """
        Airstrike at Kafr Amma, Aleppo, on or about February 12, 2020 (within February 11–12, 2020); 4 killed, \
        3 injured (two homes were completely destroyed); by Military Forces of Russia with Military Forces of Syria \
        against Civilians (Syria); reported; place named, within 1 km.
        """)
    #expect(
      text(0)?.hasPrefix(
        "Airstrike near Damascus, on or about February 7, 2020 (within February 6–7, 2020); no toll given;") == true)
    #expect(text(1)?.hasPrefix("Shelling at Kafr Ruma, Idlib, on January 27, 2020; no toll given;") == true)
    #expect(text(4)?.hasPrefix("Capture in the west of Aleppo province, on or about") == true)
  }

  @Test func `an event of two documents names both and takes title and day from the first`() throws {
    var findings = try Sample.findings()
    let other = EventMention(docID: "other", quote: "q", span: Span(0, 1), sentence: "q", zone: .body, rule: "r")
    findings[2].events[0].mentions.append(other)
    let maker = FeatureMaker(stylebook: try Repository.stylebook())
    let feature = maker.feature(of: findings[2].events[0], sources: SourceIndex(findings))
    #expect(feature.properties["n_sources"] == 2)
    #expect(feature.properties["source_ids"] == "002_acccf1519954a37a;other")
    #expect(feature.properties["published"] == "2020-02-12")
  }

  @Test func `an event with nothing known is null throughout, never zero or empty`() throws {
    let time = EventTime(day: nil, window: nil, basis: "none", timePrecision: 3, datePrec: 5)
    let bare = Event(id: "x", type: .other, status: .alleged, time: time, location: nil, mentions: [])
    let maker = FeatureMaker(stylebook: try Repository.stylebook())
    let feature = maker.feature(of: bare, sources: SourceIndex([]))
    #expect(feature.geometry == nil)
    for name in [
      "acled_event_type", "date", "place", "lat", "fatalities", "quote", "doc_id", "source_ids", "distance_km_m5",
    ] {
      #expect(feature.properties[name] == .null, "\(name)")
    }
    #expect(
      feature.properties["description"]
        == "Other violence at a place that is not told, on a day that is not told; no toll given; alleged.")
  }

  @Test func `a semicolon inside an element of a list becomes a comma`() throws {
    var event = try Sample.third().events[0]
    event.assocActor1 = ["A; B", "C"]
    let feature = FeatureMaker(stylebook: try Repository.stylebook()).feature(of: event, sources: SourceIndex([]))
    #expect(feature.properties["assoc_actor_1"] == "A, B;C")
  }

  @Test func `every quote of the sample stands in its text`() throws {
    for found in try Sample.findings() {
      let scalars = Array(found.text.unicodeScalars)
      for mention in found.events.flatMap(\.mentions) {
        let words = String(String.UnicodeScalarView(scalars[mention.span.start..<mention.span.end]))
        #expect(words == mention.quote)
      }
    }
  }
}
