import CGEOS
public import Geometry

extension Engine {
  /// The pieces into which lines cut the polygons of a shape, on the grid. Lines that end inside cut only where together
  /// they close a face.
  public func split(_ shape: Shape, by lines: [LineString], grid: Double = degreeGrid) throws(TopologyError)
    -> [Polygon]
  {
    let whole = try snapped(shape, grid: grid)
    let edges = whole.polygons.flatMap(\.rings).compactMap { try? LineString($0.coordinates) }
    let pieces = try faces(of: edges + lines, grid: grid)
    var kept: [Polygon] = []
    for piece in pieces {
      guard let inside = try representativePoint(of: .polygon(piece)) else { continue }
      if try covers(whole, inside) { kept.append(piece) }
    }
    return kept
  }

  /// The faces that lines enclose together, however they cross.
  public func faces(of lines: [LineString], grid: Double = degreeGrid) throws(TopologyError) -> [Polygon] {
    let net = try geometry(.multiLineString(lines))
    let pointer = net.borrowed
    // A union on the grid puts a node wherever lines meet.
    let noded = try make("node lines") { GEOSUnaryUnionPrec_r(context, pointer, grid) }
    var input: OpaquePointer? = noded.borrowed
    // Only looks at what it is given.
    return try shape(try make("find faces") { GEOSPolygonize_r(context, &input, 1) }, grid: grid).polygons
  }
}
