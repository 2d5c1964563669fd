import CGEOS
public import Geometry

// All overlays lay their input on a grid first; positions of the result lie on it too. `grid` is in the units of the
// coordinates: degrees, or meters for shapes on a plane.
extension Engine {
  /// The ground covered by any of the shapes; shapes that touch are joined.
  public func union(_ shapes: [Shape], grid: Double = degreeGrid) throws(TopologyError) -> Shape {
    var list = GeometryList(context: context)
    for shape in shapes { list.append(try laid(shape, grid: grid)) }
    // Takes the parts.
    let made = list.handOver { GEOSGeom_createCollection_r(context, CInt(GEOS_GEOMETRYCOLLECTION.rawValue), $0, $1) }
    let all = try make("gather shapes") { made }
    let pointer = all.borrowed
    return try shape(try make("unite shapes") { GEOSUnaryUnionPrec_r(context, pointer, grid) }, grid: grid)
  }

  /// The ground covered by both. Where they only touch, that is a line or a point: `polygons` leaves these out.
  public func intersection(_ a: Shape, _ b: Shape, grid: Double = degreeGrid) throws(TopologyError) -> Shape {
    try overlay("intersect shapes", a, b, grid) { GEOSIntersectionPrec_r(self.context, $0, $1, grid) }
  }

  /// The ground covered by the first but not the second.
  public func difference(_ a: Shape, _ b: Shape, grid: Double = degreeGrid) throws(TopologyError) -> Shape {
    try overlay("subtract a shape", a, b, grid) { GEOSDifferencePrec_r(self.context, $0, $1, grid) }
  }

  /// The ground covered by exactly one of them.
  public func symmetricDifference(_ a: Shape, _ b: Shape, grid: Double = degreeGrid) throws(TopologyError) -> Shape {
    try overlay("compare shapes", a, b, grid) { GEOSSymDifferencePrec_r(self.context, $0, $1, grid) }
  }

  /// The shape made valid, with every position on the grid.
  public func snapped(_ shape: Shape, grid: Double = degreeGrid) throws(TopologyError) -> Shape {
    try self.shape(try laid(shape, grid: grid), grid: grid)
  }

  private func overlay(
    _ operation: String, _ a: Shape, _ b: Shape, _ grid: Double,
    _ call: (OpaquePointer, OpaquePointer) -> OpaquePointer?
  ) throws(TopologyError) -> Shape {
    let first = try laid(a, grid: grid)
    let second = try laid(b, grid: grid)
    let (one, other) = (first.borrowed, second.borrowed)
    return try shape(try make(operation) { call(one, other) }, grid: grid)
  }
}
