import Formats
import Geometry

/// Shapes as OGC well-known text, which QGIS and PostGIS read from a CSV column; at most 7 decimals.
enum WellKnownText {
  static func text(_ shape: Shape) -> String {
    switch shape {
    case .point(let point): "POINT (\(position(point)))"
    case .multiPoint(let points): tagged("MULTIPOINT", points.map { "(\(position($0)))" })
    case .lineString(let line): "LINESTRING \(positions(line.coordinates))"
    case .multiLineString(let lines): tagged("MULTILINESTRING", lines.map { positions($0.coordinates) })
    case .polygon(let polygon): "POLYGON \(rings(polygon))"
    case .multiPolygon(let areas): tagged("MULTIPOLYGON", areas.polygons.map(rings))
    case .collection(let shapes): tagged("GEOMETRYCOLLECTION", shapes.map(text))
    }
  }

  private static func tagged(_ tag: String, _ parts: [String]) -> String {
    parts.isEmpty ? "\(tag) EMPTY" : "\(tag) (\(parts.joined(separator: ", ")))"
  }

  private static func rings(_ polygon: Polygon) -> String {
    "(\(polygon.rightHanded.rings.map { positions($0.coordinates) }.joined(separator: ", ")))"
  }

  private static func positions(_ points: [Coordinate]) -> String {
    "(\(points.map(position).joined(separator: ", ")))"
  }

  private static func position(_ point: Coordinate) -> String {
    var writer = ByteWriter()
    writer.append(point.lon, places: 7)
    writer.append(UInt8(ascii: " "))
    writer.append(point.lat, places: 7)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
