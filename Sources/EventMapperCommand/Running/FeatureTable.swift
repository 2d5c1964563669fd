import Formats
import Geometry

/// Features of any origin as a table: a column for every property, in the order in which they first appear, and those of
/// the position.
struct FeatureTable {
  private var columns: [String] = []
  private var known: Set<String> = []
  private var point: [String] { ["lon", "lat"].filter { !known.contains($0) } }

  /// Notes the feature's columns.
  mutating func look(at feature: Feature) {
    for (key, _) in feature.properties where known.insert(key).inserted { columns.append(key) }
  }

  /// The row of names.
  func head(byteOrderMark: Bool) -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: byteOrderMark)
    writer.row(columns + point)
    return writer.bytes
  }

  /// The row of a feature that was looked at.
  func row(_ feature: Feature) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(columns.map { Self.cell(feature.properties[$0]) } + point.map { Self.place(feature, $0) })
    return writer.bytes
  }

  static func csv(_ features: [Feature], byteOrderMark: Bool) -> [UInt8] {
    var table = FeatureTable()
    for feature in features { table.look(at: feature) }
    return features.reduce(into: table.head(byteOrderMark: byteOrderMark)) { $0 += table.row($1) }
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
