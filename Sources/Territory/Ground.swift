import Geometry

/// The areas that words mean.
public enum Ground {
  /// The grid of work on a plane: a millimeter.
  static let planeGrid = 0.001

  /// Refuses shapes that PROJ would answer with nonsense.
  static func check(_ shape: Shape, _ what: String) throws(TerritoryError) {
    var stray: Coordinate?
    shape.forEachCoordinate { if !$0.isOnEarth { stray = stray ?? $0 } }
    if let stray { throw .offEarth(stray, what) }
  }

  /// The polygons as one shape.
  static func area(_ polygons: [Polygon]) -> Shape {
    polygons.count == 1 ? .polygon(polygons[0]) : .multiPolygon(MultiPolygon(polygons))
  }
}
