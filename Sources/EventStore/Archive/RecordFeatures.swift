import Formats
import Geometry
import Records

/// Records as the rows of layers that need no style.
enum RecordFeatures {
  static func mention(_ mention: Mention) -> Feature {
    Feature(properties: [
      "doc_id": .string(mention.docID), "text": .string(mention.text), "start": .int(mention.span.start),
      "end": .int(mention.span.end), "zone": .string(mention.zone.rawValue), "role": .string(mention.role.rawValue),
      "name": text(mention.place?.name), "place_id": text(mention.place?.id),
      "place_kind": text(mention.place?.kind.rawValue), "country": text(mention.place?.country),
      "lat": number(mention.place?.point?.lat), "lon": number(mention.place?.point?.lon),
      "score": number(mention.score),
      "reasons": mention.reasons.isEmpty ? .null : .string(mention.reasons.joined(separator: ";")),
    ])
  }

  static func source(_ mention: EventMention, of id: String) -> Feature {
    Feature(properties: [
      "event_id": .string(id), "doc_id": .string(mention.docID), "quote": .string(mention.quote),
      "span_start": .int(mention.span.start), "span_end": .int(mention.span.end),
      "sentence": .string(mention.sentence), "zone": .string(mention.zone.rawValue), "rule": .string(mention.rule),
    ])
  }

  static func control(_ assertion: ControlAssertion) -> Feature {
    Feature(
      geometry: assertion.shape,
      properties: [
        "feature": .string("control_assertion"), "side": .string(assertion.side),
        "status": .string(assertion.status.rawValue), "date": text(assertion.date?.description),
        "doc_id": .string(assertion.docID), "attribution": text(assertion.attribution),
        "assumed_width_km": number(assertion.assumedWidth), "quote": .string(assertion.quote),
        "span_start": .int(assertion.span.start), "span_end": .int(assertion.span.end),
      ])
  }

  static func place(_ place: Place) -> Feature {
    Feature(
      geometry: place.point.map { .point($0) },
      properties: [
        "place_id": .string(place.id), "name": .string(place.name), "name_ar": text(place.arabicName),
        "kind": .string(place.kind.rawValue), "admin1": text(place.admin1), "admin2": text(place.admin2),
        "country": text(place.country), "population": place.population.map { .int($0) } ?? .null,
        "source": text(place.source),
      ])
  }

  private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
  private static func number(_ number: Double?) -> JSONValue { number.map { .double($0) } ?? .null }
}
