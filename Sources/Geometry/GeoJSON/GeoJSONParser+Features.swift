import Formats

extension GeoJSONParser {
  mutating func readCollection() throws(JSONError) {
    let start = try here()
    var hasFeatures = false
    try cursor.beginObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "type": try cursor.skip()
      case "features":
        hasFeatures = true
        try readFeatures()
      case "bbox": box = try readBox()
      case "crs": try readCRS()
      case "coordinates", "geometries", "geometry", "properties": try misplaced(key, in: "FeatureCollection")
      default: reading.collection.members[key] = try cursor.value()
      }
    }
    if !hasFeatures { refuse(.missing(member: "features"), at: start) }
  }

  private mutating func readFeatures() throws(JSONError) {
    let start = try here()
    guard try cursor.peek() == .array else {
      refuse(.wrongKind(member: "features", found: try cursor.peek().name, wanted: "an array"), at: start)
      return try cursor.skip()
    }
    try cursor.beginArray()
    while try cursor.nextElement() {
      if refusal == nil { try readFeature() } else { try cursor.skip() }
    }
  }

  mutating func readFeature() throws(JSONError) {
    featureCount += 1
    place = GeoJSONPlace(feature: featureCount)
    let start = try here()
    featureStart = start
    if try cursor.peek() != .object {
      report(.wrongKind(member: "feature", found: try cursor.peek().name, wanted: "an object"), at: start)
      try cursor.skip()
    } else if let name = try typeName(), name != "Feature" {
      report(.unknownType(name, wanted: "Feature"), at: start)
      try cursor.skip()
    } else {
      finish(try readFeatureMembers(from: start))
    }
    if isLost { finish(Feature()) }
    place = GeoJSONPlace()
  }

  private mutating func readFeatureMembers(from start: Int) throws(JSONError) -> Feature {
    var feature = Feature()
    var missing: Set<String> = ["type", "geometry", "properties"]
    try cursor.beginObject()
    while let key = try cursor.nextKey() {
      missing.remove(key)
      switch key {
      case "type": try cursor.skip()
      case "geometry": feature.geometry = try readGeometry()
      case "properties": feature.properties = try readProperties()
      case "id": feature.id = try readID()
      case "bbox": _ = try readBox()
      case "crs": try readCRS()
      case "coordinates", "geometries", "features": try misplaced(key, in: "Feature")
      default: feature.members[key] = try cursor.value()
      }
    }
    for member in ["type", "geometry", "properties"] where missing.contains(member) {
      report(.missing(member: member), at: start)
    }
    return feature
  }

  private mutating func readProperties() throws(JSONError) -> JSONObject {
    let start = try here()
    let value = try cursor.value()
    if let members = value.objectValue { return members }
    if !value.isNull {
      report(.wrongKind(member: "properties", found: value.kindName, wanted: "an object or null"), at: start)
    }
    return [:]
  }

  private mutating func readID() throws(JSONError) -> JSONValue? {
    let start = try here()
    let value = try cursor.value()
    if value.stringValue != nil || value.doubleValue != nil { return value }
    report(.wrongKind(member: "id", found: value.kindName, wanted: "a string or a number"), at: start)
    return nil
  }

  mutating func misplaced(_ key: String, in type: String) throws(JSONError) {
    report(.misplaced(member: key, type: type), at: try here())
    try cursor.skip()
  }
}
