public import Geometry
import Records

extension EventArchive {
  /// The events that are asked for: points first, then areas, then lines, each in the order in which they came.
  public func events(_ query: EventQuery = EventQuery()) throws(StoreError) -> [Feature] {
    try guarded {
      var found: [Feature] = []
      for layer in Schema.eventLayers {
        let (condition, values) = condition(query)
        try eachFeature(layer, where: condition, values) { _, feature in
          if query.accepts(feature) { found.append(feature) }
        }
      }
      return found
    }
  }

  /// What the database can sort out by itself; every row that comes is looked at again.
  func condition(_ query: EventQuery) -> (String, [SQLValue]) {
    var parts: [String] = []
    var values: [SQLValue] = []
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
