import TestSupport
import EventStore
import Formats
import Foundation
import Geodesy
import Geometry
import Records
import Testing

extension Random {
  mutating func place() -> Coordinate { at(number(-180...180), number(-90...90)) }
}

func at(_ lon: Double, _ lat: Double) -> Coordinate { Coordinate(lon: lon, lat: lat) }

/// Articles about places round Saraqib.
enum Sample {
  static let saraqib = at(36.80591, 35.86447)
  static let places = [
    ("Saraqib", 36.80591, 35.86447), ("Sarmin", 36.72, 35.9), ("Idlib", 36.63, 35.93), ("Aleppo", 37.16, 36.2),
  ]

  static func event(
    _ id: String, _ docID: String, type: EventType = .airstrike, place: Int = 0, day: String = "2020-02-05",
    dead: Int? = 3, shape: Shape? = nil
  ) -> Event {
    let (name, lon, lat) = places[place]
    let found = Place(
      id: "geonames:\(place)", name: name, kind: .town, point: at(lon, lat), country: "SY", admin1: "Idlib",
      admin2: name, population: 100)
    let mention = EventMention(
      docID: docID, quote: "jets bombed \(name)", span: Span(3, 20), sentence: "In \(docID) \"jets bombed\" \(name).",
      zone: .body, rule: "airstrike.verb")
    let moment = Day(iso: day)!  // a day as it is written
    var event = Event(
      id: id, type: type, status: .reported,
      time: EventTime(
        day: moment, window: DayWindow(moment - 1, moment), basis: "weekday", timePrecision: 1, datePrec: 1),
      location: EventLocation(
        place: found, text: name, shape: shape ?? .point(at(lon, lat)), point: at(lon, lat), basis: .named,
        geoPrecision: 1, wherePrec: 1, radius: 1000, alternatives: ["a; b"]),
      mentions: [mention])
    event.toll.fatalities = dead
    event.actor1 = "Russia"
    event.assocActor1 = ["Government of Syria"]
    event.roadDistances = [RoadDistance(key: "m5", distance: 1234.5)]
    event.explanation = ["because"]
    return event
  }

  static func article(_ docID: String, _ events: [Event], title: String? = "A title") -> Findings {
    var findings = Findings(docID: docID, text: "The text of \(docID).\u{1F4A5}")
    findings.title = title
    findings.sourceName = "Agency"
    findings.sourceURL = "https://example.org/\(docID)"
    let day = Day(iso: "2020-02-06")!  // a day as it is written
    findings.publication = Publication(day: day, window: DayWindow(day, day), basis: .given)
    findings.events = events
    findings.mentions = events.compactMap(\.location).map {
      Mention(
        docID: docID, text: $0.text, span: Span(0, 5), zone: .body, role: .literal, place: $0.place, score: 0.9,
        reasons: ["only one"])
    }
    return findings
  }

  /// Reports of one type, place and day are one event.
  static var rules: ArchiveRules {
    ArchiveRules(
      link: { reports in
        let apart = reports.apart
        var kept: [Event] = []
        var links: [ArchiveLink] = []
        for event in reports.events {
          let isApart = { (other: Event) in
            apart.contains { ($0.0 == other.id && $0.1 == event.id) || ($0.1 == other.id && $0.0 == event.id) }
          }
          let place = kept.firstIndex {
            $0.type == event.type && $0.location?.place.id == event.location?.place.id && $0.time.day == event.time.day
              && !isApart($0)
          }
          guard let place else { kept.append(event); continue }
          kept[place].mentions += event.mentions
          links.append(
            ArchiveLink(eventID: kept[place].id, absorbedID: event.id, kind: "same", reason: "place and day"))
        }
        return ArchiveLinked(events: kept, links: links)
      },
      feature: { event, articles in
        var feature = Feature(id: .string(event.id), geometry: event.location?.shape)
        feature.properties = [
          "feature": "event", "id": .string(event.id), "event_type": .string(event.type.rawValue),
          "actor1": event.actor1.map { .string($0) } ?? .null,
          "date": event.time.day.map { .string($0.description) } ?? .null,
          "start": event.time.window.map { .string($0.start.description) } ?? .null,
          "end": event.time.window.map { .string($0.end.description) } ?? .null,
          "place": event.location.map { .string($0.place.name) } ?? .null,
          "admin2": event.location?.admin2.map { .string($0) } ?? .null,
          "admin1": event.location?.admin1.map { .string($0) } ?? .null,
          "country": event.location?.country.map { .string($0) } ?? .null,
          "geo_precision": event.location.map { .int($0.geoPrecision) } ?? .null,
          "radius_m": event.location.map { .double($0.radius) } ?? .null,
          "fatalities": event.toll.fatalities.map { .int($0) } ?? .null,
          "n_sources": .int(Set(event.mentions.map(\.docID)).count),
          "source_ids": .string(event.mentions.map(\.docID).joined(separator: ";")),
          "title": articles.first?.title.map { .string($0) } ?? .null, "fill": "#ffffff",
        ]
        return feature
      })
  }
}
