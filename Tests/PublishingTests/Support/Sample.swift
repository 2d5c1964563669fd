import Geometry
import Records

/// The seeds' six events, their control assertion and two claims, as a careful coder records them.
///
/// Coordinates: GeoNames (CC BY 4.0) by way of Who's On First: Kafr Ruma 168641, Maarrat al-Numan 167611, Kafr Ammah
/// 11554439, Khan al-Asal 168368, Damascus 170654, Aleppo 170063.
enum Sample {
  static func findings() throws -> [Findings] { [try first(), try second(), try third()] }

  static func event(
    _ id: String, _ type: EventType, _ status: EventStatus, _ time: EventTime, _ location: EventLocation?,
    _ mentions: [EventMention]
  ) -> Event {
    Event(id: id, type: type, status: status, time: time, location: location, mentions: mentions)
  }

  static func time(_ day: String, _ start: String, _ end: String, precision: Int, basis: String) -> EventTime {
    EventTime(
      day: Day(iso: day), window: DayWindow(Day(iso: start)!, Day(iso: end)!), basis: basis, timePrecision: precision,
      datePrec: precision)
  }

  static func place(_ name: String, _ id: String, _ kind: PlaceKind, _ lon: Double, _ lat: Double, _ admin1: String)
    -> Place
  {
    Place(id: id, name: name, kind: kind, point: Coordinate(lon: lon, lat: lat), country: "SY", admin1: admin1)
  }

  static func spot(_ place: Place, _ text: String, radius: Double) -> EventLocation {
    EventLocation(
      place: place, text: text, shape: .point(place.point!), point: place.point!, basis: .named, geoPrecision: 1,
      wherePrec: 1, radius: radius)
  }

  static func mention(_ doc: String, _ quote: String, _ start: Int, _ zone: Zone = .body) -> EventMention {
    EventMention(
      docID: doc, quote: quote, span: Span(start, start + quote.unicodeScalars.count), sentence: quote, zone: zone,
      rule: "fixture")
  }

  static func area(_ corners: [(Double, Double)]) throws -> Shape {
    let ring = try Ring(closing: corners.map { Coordinate(lon: $0.0, lat: $0.1) })
    return .polygon(Polygon(exterior: ring))
  }

  static let kafrAmma = place("Kafr Amma", "geonames:11554439", .village, 36.87256, 36.14524, "Aleppo")
  static let khanAsal = place("Khan al-Asal", "geonames:168368", .town, 37.03907, 36.17135, "Aleppo")
  static let kafrRuma = place("Kafr Ruma", "geonames:168641", .village, 36.63293, 35.63661, "Idlib")
  static let maarat = place("Maarat al-Numan", "geonames:167611", .city, 36.67693, 35.6483, "Idlib")
  static let damascus = place("Damascus", "geonames:170654", .city, 36.29128, 33.5102, "Damascus")
  static let aleppo = place("Aleppo", "geonames:170062", .governorate, 37.6, 36.2, "Aleppo")
}
