import Formats
import Geometry

/// Features of any origin as a table: a column for every property, in the order in which they first appear.
enum FeatureTable {
  static func csv(_ features: [Feature], byteOrderMark: Bool) -> [UInt8] {
    var columns: [String] = []
    for feature in features {
      for (key, _) in feature.properties where !columns.contains(key) { columns.append(key) }
    }
    let point = ["lon", "lat"].filter { !columns.contains($0) }
    var writer = CSVWriter(byteOrderMark: byteOrderMark)
    writer.row(columns + point)
    for feature in features {
      writer.row(columns.map { cell(feature.properties[$0]) } + point.map { place(feature, $0) })
    }
    return writer.bytes
  }

  /// Rows alone, of these columns.
  static func rows(_ features: [Feature], columns: [String]) -> [UInt8] {
    var writer = CSVWriter()
    for feature in features { writer.row(columns.map { cell(feature.properties[$0]) }) }
    return writer.bytes
  }

  private static func cell(_ value: JSONValue?) -> String? {
    switch value {
    case nil, .null: nil
    case .string(let text): text
    case .some(let other): String(decoding: other.bytes, as: UTF8.self)
    }
  }

  /// The position of a point; areas have no column of their own here.
  private static func place(_ feature: Feature, _ name: String) -> String? {
    guard case .point(let point) = feature.geometry else { return nil }
    return "\(name == "lon" ? point.lon : point.lat)"
  }
}
