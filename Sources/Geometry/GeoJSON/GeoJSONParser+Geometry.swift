import Formats

extension GeoJSONParser {
  /// Reads a geometry or null; nil also for what was reported. Its foreign members are skipped.
  mutating func readGeometry() throws(JSONError) -> Shape? {
    let start = try here()
    switch try cursor.peek() {
    case .null:
      try cursor.null()
      return nil
    case .object: return try readGeometryObject(from: start)
    case let kind:
      report(.wrongKind(member: "geometry", found: kind.name, wanted: "an object or null"), at: start)
      try cursor.skip()
      return nil
    }
  }

  private mutating func readGeometryObject(from start: Int) throws(JSONError) -> Shape? {
    guard let type = try typeName(), Self.geometryTypes.contains(type) else {
      let name = try typeName()
      report(name.map { .unknownType($0, wanted: "a geometry") } ?? .missing(member: "type"), at: start)
      try cursor.skip()
      return nil
    }
    let content = type == "GeometryCollection" ? "geometries" : "coordinates"
    var shape: Shape?
    var hasContent = false
    try cursor.beginObject()
    while let key = try cursor.nextKey() {
      switch key {
      case content:
        hasContent = true
        shape = try readContent(of: type)
      case "crs": try readCRS()
      case "bbox": _ = try readBox()
      case "geometry", "properties", "features": try misplaced(key, in: type)
      default: try cursor.skip()
      }
    }
    if !hasContent { report(.missing(member: content), at: start) }
    return shape
  }

  private mutating func readContent(of type: String) throws(JSONError) -> Shape? {
    let start = try here()
    guard try cursor.peek() == .array else {
      let member = type == "GeometryCollection" ? "geometries" : "coordinates"
      report(.wrongKind(member: member, found: try cursor.peek().name, wanted: "an array"), at: start)
      try cursor.skip()
      return nil
    }
    if try isEmptyArray() {
      report(.emptyCoordinates, at: start)
      try cursor.skip()
      return nil
    }
    let before = extraNumbers
    let shape = try readShape(of: type)
    if extraNumbers > before { report(.extraNumbers(count: extraNumbers - before), at: start) }
    return shape
  }

  private func isEmptyArray() throws(JSONError) -> Bool {
    var ahead = cursor
    try ahead.beginArray()
    return try !ahead.nextElement()
  }
}
