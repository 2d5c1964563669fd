public import Geometry
import Records

extension EventArchive {
  /// The events that are asked for: points first, then areas, then lines, each in the order in which they came.
  public func events(_ query: EventQuery = EventQuery()) throws(StoreError) -> [Feature] {
    var found: [Feature] = []
    try eachEvent(query) { found.append($0) }
    return found
  }

  /// The same, one after the other, none of them kept.
  public func eachEvent(_ query: EventQuery, _ body: (Feature) -> Void) throws(StoreError) {
    try guarded {
      for layer in Schema.eventLayers {
        let (condition, values) = condition(query, on: layer)
        try eachFeature(layer, where: condition, values) { _, feature in
          if query.accepts(feature) { body(feature) }
        }
      }
    }
  }

  /// What the database can sort out by itself; every row that comes is looked at again.
  func condition(_ query: EventQuery, on layer: Layer) -> (String, [SQLValue]) {
    var parts: [String] = []
    var values: [SQLValue] = []
    for box in [query.box, query.area?.boundingBox].compactMap({ $0 }) where box.west <= box.east {
      parts.append(inBox(layer))
      values += [box.west, box.east, box.south, box.north].map { .double($0) }
    }
    if !query.types.isEmpty {
      parts.append("event_type IN (\(query.types.map { _ in "?" }.joined(separator: ", ")))")
      values += query.types.sorted().map { .text($0) }
    }
    if let precision = query.precision {
      parts.append("geo_precision <= \(precision)")
    }
    if let since = query.since {
      parts.append("(\"end\" >= ? OR \"end\" IS NULL)")
      values.append(.text(since.description))
    }
    if let until = query.until {
      parts.append("(\"start\" <= ? OR \"start\" IS NULL)")
      values.append(.text(until.description))
    }
    return (parts.joined(separator: " AND "), values)
  }

  /// By the spatial index: what may reach into the box, given west, east, south, north.
  private func inBox(_ layer: Layer) -> String {
    guard connection is SQLiteConnection else {
      let sides = "SELECT ?::float8 AS w, ?::float8 AS e, ?::float8 AS s, ?::float8 AS n"
      return "geom && (SELECT ST_MakeEnvelope(w, s, e, n, 4326) FROM (\(sides)) AS box)"
    }
    return "fid IN (SELECT id FROM rtree_\(layer.name)_geom WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?)"
  }

  /// How many events, articles and links there are.
  public func counts() throws(StoreError) -> (events: Int, articles: Int, links: Int) {
    try guarded {
      func count(_ table: String, _ condition: String = "") throws -> Int {
        try connection.rows("SELECT count(*) FROM \(table)\(condition)").first?[0].int ?? 0
      }
      let events = try Schema.eventLayers.reduce(0) { try $0 + count($1.name) }
      return (events, try count("articles"), try count("links", " WHERE state = 'merged'"))
    }
  }
}
