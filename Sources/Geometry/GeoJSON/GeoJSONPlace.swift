/// Where in a GeoJSON file something stands. All counts begin at 1.
public struct GeoJSONPlace: Hashable, Sendable {
  /// The feature, nil outside of features.
  public var feature: Int?
  /// The geometry of a GeometryCollection.
  public var geometry: Int?
  /// The polygon of a MultiPolygon.
  public var polygon: Int?
  /// The line of a MultiLineString.
  public var line: Int?
  /// The ring of a polygon: 0 is the exterior, 1 the first hole.
  public var ring: Int?
  /// The position of a line, ring or MultiPoint.
  public var point: Int?

  /// `hole 2 of polygon 1 of feature 3, point 17`; nil at the file's top.
  var sentence: String? {
    let parts = [
      ring.map { $0 == 0 ? "exterior" : "hole \($0)" }, line.map { "line \($0)" }, polygon.map { "polygon \($0)" },
      geometry.map { "geometry \($0)" }, feature.map { "feature \($0)" },
    ].compactMap(\.self)
    let all = [parts.joined(separator: " of "), point.map { "point \($0)" } ?? ""].filter { !$0.isEmpty }
    return all.isEmpty ? nil : all.joined(separator: ", ")
  }
}
