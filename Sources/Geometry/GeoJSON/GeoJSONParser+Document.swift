import Formats

extension GeoJSONParser {
  /// Reads a text that is one GeoJSON object.
  mutating func readDocument() throws(JSONError) {
    let start = try here()
    try readRoot(from: start)
    // Broken JSON is told before anything else, so a refused text is read to its end as well.
    if cursor.offset == start { try cursor.skip() }
    try cursor.finish()
  }

  /// Reads one record of many; what would refuse a whole file is a fault of the record, but for a foreign `crs`.
  mutating func readRecord(_ row: JSONLines.Row, of bytes: UnsafeRawBufferPointer) {
    let part = UnsafeRawBufferPointer(rebasing: bytes[row.range])
    cursor = JSONCursor(part, file: file, firstLine: row.line)
    lines = LineFinder(part, firstLine: row.line)
    place = GeoJSONPlace()
    featureStart = 0
    do throws(JSONError) { try readDocument() } catch {
      place = GeoJSONPlace()
      report(.syntax(error.reason), line: error.line)
    }
    if let fault = refusal, !fault.problem.isForeignCRS {
      refusal = nil
      report(fault)
    }
    if isLost { finish(Feature()) }
  }

  private mutating func readRoot(from start: Int) throws(JSONError) {
    guard try cursor.peek() == .object else {
      return refuse(.wrongKind(member: "the text", found: try cursor.peek().name, wanted: "an object"), at: start)
    }
    switch try typeName() {
    case "FeatureCollection": try readCollection()
    case "Feature": try readFeature()
    case let name? where Self.geometryTypes.contains(name): finish(Feature(geometry: try readGeometry()))
    case let name?: refuse(.unknownType(name, wanted: "FeatureCollection, Feature or a geometry"), at: start)
    case nil: refuse(.missing(member: "type"), at: start)
    }
  }

  static let geometryTypes: Set<String> = [
    "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection",
  ]

  /// The `type` of the object that begins here, which stays unread; nil when it has none.
  func typeName() throws(JSONError) -> String? {
    var ahead = cursor
    try ahead.beginObject()
    while let key = try ahead.nextKey() {
      if key == "type", try ahead.peek() == .string { return try ahead.string() }
      try ahead.skip()
    }
    return nil
  }

  /// Takes the feature into the collection, unless it was spoiled.
  mutating func finish(_ feature: Feature) {
    defer { isLost = false }
    guard !isLost else { return reading.lostFeatureCount += 1 }
    reading.collection.features.append(feature)
    reading.origins.append(.init(line: lines.line(at: featureStart), number: max(1, featureCount)))
  }
}

extension GeoJSONProblem {
  fileprivate var isForeignCRS: Bool { if case .foreignCRS = self { true } else { false } }
}
