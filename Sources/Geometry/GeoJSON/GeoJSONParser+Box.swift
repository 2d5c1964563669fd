import Formats

extension GeoJSONParser {
  mutating func readBox() throws(JSONError) -> (value: BoundingBox, offset: Int)? {
    let start = try here()
    let numbers = try cursor.value().arrayValue?.compactMap(\.doubleValue) ?? []
    guard numbers.count == 4 || numbers.count == 6 else {
      report(.malformedBox, at: start)
      return nil
    }
    let half = numbers.count / 2
    let box = BoundingBox(west: numbers[0], south: numbers[1], east: numbers[half], north: numbers[half + 1])
    return (box, start)
  }

  /// Takes over the file's box, when it has one, and makes sure that it holds what it must.
  mutating func checkBox() {
    guard let box else { return }
    reading.collection.bbox = box.value
    let slack = 1e-6
    let wide = BoundingBox(
      west: box.value.west - slack, south: box.value.south - slack, east: box.value.east + slack,
      north: box.value.north + slack)
    var holdsAll = true
    for feature in reading.collection.features {
      feature.geometry?.forEachCoordinate { if !wide.contains($0) { holdsAll = false } }
    }
    if !holdsAll { report(.boxTooSmall, at: box.offset) }
  }

  /// Accepts the names of longitude and latitude on WGS 84; null says nothing.
  mutating func readCRS() throws(JSONError) {
    let start = try here()
    let value = try cursor.value()
    let name = value["properties"]?["name"]?.stringValue
    if value.isNull || name.map(Self.isWGS84) == true {
      report(.needlessCRS, at: start)
    } else {
      refuse(.foreignCRS(name ?? "a coordinate system without a name"), at: start)
    }
  }

  private static func isWGS84(_ name: String) -> Bool {
    let name = name.uppercased()
    return name.hasSuffix("CRS84") || name.hasSuffix("EPSG:4326") || name.hasSuffix("EPSG::4326")
      || name.hasSuffix("EPSG/0/4326") || name == "WGS84" || name == "WGS 84"
  }
}
