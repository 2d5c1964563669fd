import Formats
import Geometry

/// Goes through the features of a GeoJSON collection without keeping them.
struct FeatureStreamReader<Sink: BulkSink> {
  private var cursor: JSONCursor
  private(set) var rows: BulkRows<Sink>
  private let path: String

  init(_ bytes: UnsafeRawBufferPointer, _ path: String, _ rows: BulkRows<Sink>) {
    cursor = JSONCursor(bytes, file: path)
    self.rows = rows
    self.path = path
  }

  /// Writes a row for each feature; how many there were.
  mutating func run() throws -> Int {
    var count = 0
    try cursor.beginObject()
    while let key = try cursor.nextKey() {
      guard key == "features" else {
        try cursor.skip()
        continue
      }
      try cursor.beginArray()
      while try cursor.nextElement() {
        try feature()
        count += 1
      }
    }
    try rows.finish()
    return count
  }

  private mutating func feature() throws {
    rows.clear()
    var (point, id) = (Coordinate?.none, JSONValue?.none)
    try cursor.beginObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "geometry": point = try geometry()
      case "properties": try rows.bindProperties(&cursor)
      case "id": id = try cursor.value()
      default: try cursor.skip()
      }
    }
    rows.bindID(id)
    try rows.write(point)
  }

  /// A point; other shapes are refused, since their rows belong into other layers.
  private mutating func geometry() throws -> Coordinate? {
    guard try cursor.peek() == .object else {
      try cursor.skip()
      return nil
    }
    var (isPoint, point) = (false, Coordinate?.none)
    try cursor.beginObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "type": isPoint = try cursor.string() == "Point"
      case "coordinates": point = try position()
      default: try cursor.skip()
      }
    }
    guard isPoint, let point, point.isOnEarth else {
      throw StoreError.refused(path, reason: "a bulk load takes points on the earth alone; leave the others out")
    }
    return point
  }

  private mutating func position() throws -> Coordinate? {
    var (lon, lat, count) = (0.0, 0.0, 0)
    try cursor.beginArray()
    while try cursor.nextElement() {
      let number = try cursor.double()
      if count == 0 { lon = number } else if count == 1 { lat = number }
      count += 1
    }
    return count >= 2 ? Coordinate(lon: lon, lat: lat) : nil
  }
}
