public import Formats
import Geometry
public import Records

/// Events as CSV: the columns of an ACLED export that can be filled truthfully, in its order and spelling, then ours.
///
/// Left out of ACLED's, for nothing here knows them: inter1, inter2, interaction, region, admin3, source_scale, tags,
/// timestamp. An unknown toll is an empty cell, never ACLED's 0. Cells are guarded against formula injection.
public struct EventTable: Sendable {
  /// Labels, ACLED's words, countries; and which roads have a distance column.
  public let maker: FeatureMaker

  /// A table of events.
  public init(maker: FeatureMaker) { self.maker = maker }

  /// The header row.
  public var columns: [String] {
    Self.acledColumns + Self.ownColumns + maker.roads.map { "distance_km_\($0)" } + ["wkt"]
  }

  /// ACLED's columns, in the order of its export.
  public static let acledColumns = [
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "actor2", "assoc_actor_2", "civilian_targeting", "iso", "country", "admin1", "admin2", "location",
    "latitude", "longitude", "geo_precision", "source", "notes", "fatalities",
  ]

  /// Properties of the event feature that ACLED has no column for; `eventmapper_type` is its `event_type`.
  public static let ownColumns = [
    "eventmapper_type", "status", "attribution", "confidence", "start", "end", "time_local", "date_text", "date_basis",
    "date_prec", "place_text", "place_id", "place_kind", "where_prec", "radius_m", "location_basis", "alternatives",
    "fatalities_low", "fatalities_high", "injured", "displaced", "damage_text", "toll_text", "quote", "span_start",
    "span_end", "sentence", "zone", "doc_id", "n_mentions", "n_sources", "source_ids", "source_url", "title",
    "published", "published_basis",
  ]

  /// The whole table of the findings' events.
  ///
  /// - Parameter byteOrderMark: begin with one, by which spreadsheets know UTF-8 (and Arabic survives).
  public func csv(_ findings: [Findings], byteOrderMark: Bool = false) -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: byteOrderMark)
    writer.row(columns)
    let sources = SourceIndex(findings)
    for event in findings.flatMap(\.events) { append(event, sources: sources, to: &writer) }
    return writer.bytes
  }

  /// Appends one event's row, for tables written as a stream.
  public func append(_ event: Event, sources: SourceIndex, to writer: inout CSVWriter) {
    writer.row(row(event, sources: sources))
  }

  func row(_ event: Event, sources: SourceIndex) -> [String?] {
    let properties = maker.feature(of: event, sources: sources).properties
    let own = Self.ownColumns.map { Self.cell(properties[$0 == "eventmapper_type" ? "event_type" : $0]) }
    let distances = maker.roads.map { Self.cell(properties["distance_km_\($0)"]) }
    return acled(event, properties) + own + distances + [Self.area(event)]
  }

  private func acled(_ event: Event, _ properties: JSONObject) -> [String?] {
    let date = event.time.day?.date
    let code = maker.stylebook.acled(of: event)
    let country = maker.stylebook.country(event.location?.country)
    func own(_ name: String) -> String? { Self.cell(properties[name]) }
    return [
      event.id, own("date"), date.map { String($0.year) }, own("time_precision"), code?.disorderType, code?.eventType,
      code?.subEventType, own("actor1"), own("assoc_actor_1"), own("actor2"), own("assoc_actor_2"),
      event.targetsCivilians ? "Civilian targeting" : nil, country.map { String($0.numeric) },
      country?.name ?? own("country"), own("admin1"), own("admin2"), own("place"), own("lat"), own("lon"),
      own("geo_precision"), own("source_name"), own("description"), own("fatalities"),
    ]
  }

  /// The area of an event that is none point; latitude and longitude hold the rest.
  private static func area(_ event: Event) -> String? {
    guard let shape = event.location?.shape else { return nil }
    if case .point = shape { return nil }
    return WellKnownText.text(shape)
  }

  /// A property as a cell: null is empty, numbers as JSON writes them.
  static func cell(_ value: JSONValue?) -> String? {
    switch value {
    case nil, .null?: nil
    case .string(let text)?: text
    case let other?: String(decoding: other.bytes, as: UTF8.self)
    }
  }
}
