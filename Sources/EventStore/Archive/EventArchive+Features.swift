import Formats
import Geometry
import Records

/// Features as rows of a layer, and back.
struct FeatureRows {
  let layer: Layer
  let dialect: SQLDialect
  private let types: [String: ColumnType]

  init(_ layer: Layer, _ dialect: SQLDialect) {
    (self.layer, self.dialect) = (layer, dialect)
    types = Dictionary(uniqueKeysWithValues: layer.columns.map { ($0.name, $0.type) })
  }

  /// The members that viewers draw by, and the one that the layer tells where it has no column for it.
  static let derived: Set<String> = [
    "feature", "marker-color", "marker-symbol", "stroke", "stroke-width", "stroke-opacity", "fill", "fill-opacity",
  ]

  var insert: String {
    let places = layer.columns.map { _ in "?" }.joined(separator: ", ")
    return layer.geometry == nil
      ? "INSERT INTO \(layer.name) (\(layer.columnList)) VALUES (\(places))"
      : "INSERT INTO \(layer.name) (geom, \(layer.columnList)) VALUES (\(dialect.geometryIn), \(places))"
  }

  var update: String {
    let sets = layer.columns.map { "\"\($0.name)\" = ?" }.joined(separator: ", ")
    return "UPDATE \(layer.name) SET geom = \(dialect.geometryIn), \(sets) WHERE fid = ?"
  }

  var select: String {
    layer.geometry == nil
      ? "SELECT fid, \(layer.columnList) FROM \(layer.name)"
      : "SELECT fid, \(dialect.geometryOut), \(layer.columnList) FROM \(layer.name)"
  }

  func geometry(_ shape: Shape?) -> SQLValue { shape.map { dialect.encode(GeoPackageBlob.parts($0)) } ?? .null }

  /// The values of all columns. What fits none goes into the column `more`, as JSON.
  func values(_ properties: JSONObject) -> [SQLValue] {
    var rest = JSONObject()
    var found: [String: SQLValue] = [:]
    for (key, value) in properties where !value.isNull && (types[key] != nil || !Self.derived.contains(key)) {
      if let type = types[key], key != "more", let fitting = Self.value(value, as: type) {
        found[key] = fitting
      } else {
        rest[key] = value
      }
    }
    if !rest.isEmpty { found["more"] = .text(String(decoding: JSONValue.object(rest).bytes, as: UTF8.self)) }
    return layer.columns.map { found[$0.name] ?? .null }
  }

  private static func value(_ value: JSONValue, as type: ColumnType) -> SQLValue? {
    switch (type, value) {
    case (.text, .string(let text)): .text(text)
    case (.date, .string(let text)): text.utf8.count == 10 && Day(iso: text) != nil ? .text(text) : nil
    case (.integer, .int(let number)): .int(number)
    case (.real, .int(let number)): .double(Double(number))
    case (.real, .double(let number)): .double(number)
    default: nil
    }
  }

  /// The feature of a row of `select`.
  func feature(_ row: [SQLValue]) -> Feature {
    let shape = layer.geometry == nil ? nil : dialect.decode(row[1]).flatMap { WellKnownBinary.shape($0) }
    var properties = JSONObject()
    if layer.name.hasPrefix("event") { properties["feature"] = "event" }
    for (column, value) in zip(layer.columns, row.dropFirst(layer.geometry == nil ? 1 : 2)) {
      guard column.name != "more" else {
        if let text = value.text, let rest = try? JSONValue.parse(text).objectValue {
          for (key, value) in rest { properties[key] = value }
        }
        continue
      }
      properties[column.name] = Self.json(value, column.type)
    }
    return Feature(id: properties["id"].flatMap { $0.isNull ? nil : $0 }, geometry: shape, properties: properties)
  }

  private static func json(_ value: SQLValue, _ type: ColumnType) -> JSONValue {
    switch type {
    case .text, .date: value.text.map { .string($0) } ?? .null
    case .integer: value.int.map { .int($0) } ?? .null
    case .real: value.double.map { .double($0) } ?? .null
    }
  }
}

extension Shape {
  /// The layer of events with such a geometry, and the geometry as that layer wants it.
  static func eventLayer(_ shape: Shape?) -> (layer: Layer, shape: Shape?) {
    guard let shape, !shape.isEmpty else { return (Schema.events, nil) }
    if case .point = shape { return (Schema.events, shape) }
    if !shape.polygons.isEmpty { return (Schema.eventAreas, .multiPolygon(MultiPolygon(shape.polygons))) }
    if !shape.lines.isEmpty { return (Schema.eventLines, .multiLineString(shape.lines)) }
    return (Schema.events, shape.coordinates.first.map { .point($0) })
  }

  /// As it was before it went into a layer: one area or line by itself.
  var plain: Shape {
    switch self {
    case .multiPolygon(let areas) where areas.polygons.count == 1: .polygon(areas.polygons[0])
    case .multiLineString(let lines) where lines.count == 1: .lineString(lines[0])
    default: self
    }
  }
}

extension EventArchive {
  /// Puts an event's feature into its layer, in place of the one of the same id.
  func put(_ feature: Feature, id: String) throws {
    let (layer, shape) = Shape.eventLayer(feature.geometry)
    let rows = FeatureRows(layer, connection.dialect)
    let values = [rows.geometry(shape)] + rows.values(feature.properties)
    for other in Schema.eventLayers where other.name != layer.name {
      try connection.run("DELETE FROM \(other.name) WHERE id = ?", .text(id))
    }
    let known = try connection.rows("SELECT fid FROM \(layer.name) WHERE id = ?", .text(id)).first?[0]
    if let known { try connection.run(rows.update, values + [known]) } else { try connection.run(rows.insert, values) }
  }

  /// Takes an event's feature out.
  func remove(id: String) throws {
    for layer in Schema.eventLayers { try connection.run("DELETE FROM \(layer.name) WHERE id = ?", .text(id)) }
    try connection.run("DELETE FROM sources WHERE event_id = ?", .text(id))
  }

  /// Adds a feature to a layer that is no event's.
  func insert(_ feature: Feature, into layer: Layer) throws {
    let rows = FeatureRows(layer, connection.dialect)
    let geometry = layer.geometry == nil ? [] : [rows.geometry(Self.fitted(feature.geometry, layer))]
    try connection.run(rows.insert, geometry + rows.values(feature.properties))
  }

  static func fitted(_ shape: Shape?, _ layer: Layer) -> Shape? {
    guard let shape, !shape.isEmpty else { return nil }
    switch layer.geometry {
    case "MULTIPOLYGON": return shape.polygons.isEmpty ? nil : .multiPolygon(MultiPolygon(shape.polygons))
    case "MULTILINESTRING": return shape.lines.isEmpty ? nil : .multiLineString(shape.lines)
    default: return shape
    }
  }

  /// The features of a layer, in the order in which they came.
  func features(_ layer: Layer, where condition: String = "", _ values: [SQLValue] = []) throws -> [Feature] {
    var features: [Feature] = []
    try eachFeature(layer, where: condition, values) { features.append($1) }
    return features
  }

  func eachFeature(
    _ layer: Layer, where condition: String = "", _ values: [SQLValue] = [], _ body: (Int, Feature) throws -> Void
  ) throws {
    let rows = FeatureRows(layer, connection.dialect)
    let sql = rows.select + (condition.isEmpty ? "" : " WHERE \(condition)") + " ORDER BY fid"
    try connection.each(sql, values) { row in
      var feature = rows.feature(row)
      feature.geometry = feature.geometry?.plain
      try body(row[0].int ?? 0, feature)
    }
  }
}
