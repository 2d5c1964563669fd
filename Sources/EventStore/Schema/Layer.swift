/// The type of a column.
enum ColumnType: Sendable {
  case text, integer, real, date
}

/// A column of a table.
struct Column: Sendable {
  var name: String
  var type: ColumnType
  init(_ name: String, _ type: ColumnType = .text) { (self.name, self.type) = (name, type) }
}

/// A table that QGIS shows: a layer where it has a geometry, else a table of attributes.
struct Layer: Sendable {
  var name: String
  /// `POINT`, `MULTIPOLYGON`, `MULTILINESTRING`; nil for a table without geometry.
  var geometry: String?
  var title: String
  var columns: [Column]
  /// Columns that are searched for equal values.
  var keys: [String]

  /// The columns' names with commas between them, as a statement wants them.
  var columnList: String { columns.map { "\"\($0.name)\"" }.joined(separator: ", ") }
}

/// The tables of a store.
///
///     events, event_areas, event_lines   events by the kind of their geometry; events without a place are in `events`
///     control, roads, places             who is said to hold what; the gazetteer's roads; the places that events name
///     articles                           what was read, with a fingerprint of text, rules and gazetteer
///     mentions                           place names in the articles and where they were resolved
///     sources                            which words of which article tell of which event
///     links                              reports of several articles that were made one event
///     corrections                        what reviewers said of which event, by whom and why, and what became of it
///
/// and, for the program alone: `event_records` (each report as its article told it, and the event it went into),
/// `article_records` (the rest of what an article yielded), `told_records` (what an article told before corrections),
/// `near_blocks` and `near_changes` (the spatial index), `store_facts` (the schema's version).
enum Schema {
  static let version = Migration.steps.count + 1

  /// The members of an event in the order of the contract, without style.
  static let eventColumns: [Column] = [
    Column("id"), Column("event_type"), Column("acled_event_type"), Column("acled_sub_event_type"), Column("status"),
    Column("attribution"), Column("confidence", .real), Column("actor1"), Column("assoc_actor_1"), Column("actor2"),
    Column("assoc_actor_2"), Column("date", .date), Column("start", .date), Column("end", .date),
    Column("time_local"), Column("date_text"), Column("date_basis"), Column("time_precision", .integer),
    Column("date_prec", .integer), Column("place"), Column("place_text"), Column("place_id"), Column("place_kind"),
    Column("lat", .real), Column("lon", .real), Column("admin1"), Column("admin2"), Column("country"),
    Column("geo_precision", .integer), Column("where_prec", .integer), Column("radius_m", .real),
    Column("location_basis"), Column("alternatives"), Column("fatalities", .integer),
    Column("fatalities_low", .integer), Column("fatalities_high", .integer), Column("injured", .integer),
    Column("displaced", .integer), Column("damage_text"), Column("toll_text"), Column("quote"),
    Column("span_start", .integer), Column("span_end", .integer), Column("sentence"), Column("zone"),
    Column("doc_id"), Column("n_mentions", .integer), Column("n_sources", .integer), Column("source_ids"),
    Column("source_name"), Column("source_url"), Column("title"), Column("published", .date),
    Column("published_basis"), Column("distance_km_m5", .real), Column("distance_km_m4", .real),
    Column("description"), Column("more"),
  ]

  static let events = Layer(
    name: "events", geometry: "POINT", title: "Events", columns: eventColumns, keys: ["id"])
  static let eventAreas = Layer(
    name: "event_areas", geometry: "MULTIPOLYGON", title: "Events known to an area only", columns: eventColumns,
    keys: ["id"])
  static let eventLines = Layer(
    name: "event_lines", geometry: "MULTILINESTRING", title: "Events along a line", columns: eventColumns,
    keys: ["id"])
  static let eventLayers = [events, eventAreas, eventLines]

  static let control = Layer(
    name: "control", geometry: "MULTIPOLYGON", title: "Who holds what",
    columns: [
      Column("feature"), Column("side"), Column("status"), Column("date", .date), Column("area_km2", .real),
      Column("method"), Column("sources"), Column("doc_id"), Column("attribution"),
      Column("assumed_width_km", .real), Column("quote"), Column("span_start", .integer), Column("span_end", .integer),
    ], keys: ["doc_id"])

  static let roads = Layer(
    name: "roads", geometry: "MULTILINESTRING", title: "Roads", columns: [Column("road_id"), Column("name")],
    keys: ["road_id"])

  static let places = Layer(
    name: "places", geometry: "POINT", title: "Places that events name",
    columns: [
      Column("place_id"), Column("name"), Column("name_ar"), Column("kind"), Column("admin1"), Column("admin2"),
      Column("country"), Column("population", .integer), Column("source"),
    ], keys: ["place_id"])

  static let articles = Layer(
    name: "articles", geometry: nil, title: "Articles",
    columns: [
      Column("doc_id"), Column("fingerprint"), Column("title"), Column("source_name"), Column("source_url"),
      Column("published", .date), Column("published_basis"), Column("n_events", .integer), Column("notes"),
      Column("text"),
    ], keys: ["doc_id"])

  static let mentions = Layer(
    name: "mentions", geometry: nil, title: "Place names",
    columns: [
      Column("doc_id"), Column("text"), Column("start", .integer), Column("end", .integer), Column("zone"),
      Column("role"), Column("name"), Column("place_id"), Column("place_kind"), Column("country"),
      Column("lat", .real), Column("lon", .real), Column("score", .real), Column("reasons"),
    ], keys: ["doc_id"])

  static let sources = Layer(
    name: "sources", geometry: nil, title: "Which words tell of which event",
    columns: [
      Column("event_id"), Column("doc_id"), Column("quote"), Column("span_start", .integer),
      Column("span_end", .integer), Column("sentence"), Column("zone"), Column("rule"),
    ], keys: ["event_id", "doc_id"])

  static let links = Layer(
    name: "links", geometry: nil, title: "Reports made one event",
    columns: [
      Column("event_id"), Column("absorbed_id"), Column("kind"), Column("reason"), Column("state"),
    ], keys: ["event_id", "absorbed_id"])

  static let corrections = Layer(
    name: "corrections", geometry: nil, title: "What reviewers corrected",
    columns: [
      Column("action"), Column("event_id"), Column("doc_id"), Column("quote"), Column("author"), Column("reason"),
      Column("result"), Column("matched_id"), Column("matched_doc"), Column("record"),
    ], keys: [])

  static let all = [
    events, eventAreas, eventLines, control, roads, places, articles, mentions, sources, links, corrections,
  ]

  static let toldRecords = "CREATE TABLE told_records (doc_id TEXT PRIMARY KEY NOT NULL, record TEXT NOT NULL)"

  /// Tables for the program alone; GDAL and QGIS do not list them.
  static func inner(_ dialect: SQLDialect) -> [String] {
    [
      "CREATE TABLE store_facts (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)",
      """
      CREATE TABLE event_records (
        number \(dialect.rowNumber), id TEXT NOT NULL, doc_id TEXT NOT NULL, position INTEGER NOT NULL,
        kept_id TEXT, first_day INTEGER, last_day INTEGER, country TEXT, raw TEXT NOT NULL, merged TEXT)
      """,
      "CREATE UNIQUE INDEX event_records_id ON event_records (id)",
      "CREATE INDEX event_records_doc ON event_records (doc_id)",
      "CREATE INDEX event_records_kept ON event_records (kept_id)",
      "CREATE INDEX event_records_days ON event_records (first_day, last_day)",
      "CREATE TABLE article_records (doc_id TEXT PRIMARY KEY NOT NULL, record TEXT NOT NULL)",
      toldRecords,
    ]
  }

  /// Statements that make the layer's own table and its indexes.
  static func create(_ layer: Layer, _ dialect: SQLDialect, geometry: String?) -> [String] {
    var columns = ["fid \(dialect.rowNumber)"]
    if let geometry { columns.append("geom \(geometry)") }
    columns += layer.columns.map { "\"\($0.name)\" \(type($0.type, dialect))" }
    return ["CREATE TABLE \(layer.name) (\(columns.joined(separator: ", ")))"] + indexes(layer)
  }

  static func indexes(_ layer: Layer) -> [String] {
    layer.keys.map { "CREATE INDEX \(layer.name)_\($0) ON \(layer.name) (\"\($0)\")" }
  }

  private static func type(_ type: ColumnType, _ dialect: SQLDialect) -> String {
    switch type {
    case .text: "TEXT"
    case .integer: dialect.integer
    case .real: dialect.real
    case .date: "DATE"
    }
  }
}
