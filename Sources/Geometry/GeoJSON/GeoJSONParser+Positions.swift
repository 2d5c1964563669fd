import Formats

extension GeoJSONParser {
  /// Reads an array of positions; nil when any of them was lost.
  mutating func positions() throws(JSONError) -> [Coordinate]? {
    let start = try here()
    guard try cursor.peek() == .array else {
      report(.wrongKind(member: "coordinates", found: try cursor.peek().name, wanted: "an array"), at: start)
      try cursor.skip()
      return nil
    }
    var points: [Coordinate] = []
    var count = 0
    try cursor.beginArray()
    while try cursor.nextElement() {
      count += 1
      place.point = count
      if let point = try position() { points.append(point) }
    }
    place.point = nil
    return points.count == count ? points : nil
  }

  /// Reads one position; nil when it was lost.
  mutating func position() throws(JSONError) -> Coordinate? {
    let start = try here()
    guard try cursor.peek() == .array else {
      report(.notAPosition(found: try cursor.peek().name), at: start)
      try cursor.skip()
      return nil
    }
    guard let point = try numbers(from: start) else { return nil }
    if !point.isFinite {
      report(.notFinite, at: start)
    } else if !point.isOnEarth {
      report(.offEarth(lon: point.lon, lat: point.lat), at: start)
    } else {
      return point
    }
    return nil
  }

  /// Reads the array's first two numbers; what follows them is counted and dropped.
  private mutating func numbers(from start: Int) throws(JSONError) -> Coordinate? {
    var point = Coordinate(lon: 0, lat: 0)
    var count = 0
    var isWhole = true
    try cursor.beginArray()
    while try cursor.nextElement() {
      count += 1
      if count > 2 {
        try cursor.skip()
      } else if try cursor.peek() != .number {
        report(.notANumber(found: try cursor.peek().name), at: cursor.offset)
        isWhole = false
        try cursor.skip()
      } else if count == 1 {
        point.lon = try cursor.double()
      } else {
        point.lat = try cursor.double()
      }
    }
    if count > 2 { extraNumbers += 1 }
    if count < 2, isWhole { report(.positionTooShort(count: count), at: start) }
    return count >= 2 && isWhole ? point : nil
  }
}
