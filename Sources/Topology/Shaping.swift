import CGEOS
public import Geometry

extension Engine {
  /// A point that surely lies on the shape, well inside it when it is a polygon; nil for an empty shape.
  public func representativePoint(of shape: Shape) throws(TopologyError) -> Coordinate? {
    let subject = try sound(shape)
    let pointer = subject.borrowed
    let found = try make("find a point on a shape") { GEOSPointOnSurface_r(context, pointer) }
    if case .point(let point) = try self.shape(found) { return point }
    return nil
  }

  /// The box round the shape; nil for an empty shape.
  public func envelope(of shape: Shape) throws(TopologyError) -> BoundingBox? {
    let subject = try geometry(shape)
    let pointer = subject.borrowed
    // 2 on failure
    if try ask("look at a shape", { GEOSisEmpty_r(context, pointer) }) { return nil }
    var (west, south, east, north) = (0.0, 0.0, 0.0, 0.0)
    // 0 on failure
    try check("measure a shape") { GEOSGeom_getExtent_r(context, pointer, &west, &south, &east, &north) }
    return BoundingBox(west: west, south: south, east: east, north: north)
  }

  /// The part of the shape inside the box, on the grid.
  public func clip(_ shape: Shape, to box: BoundingBox, grid: Double = degreeGrid) throws(TopologyError) -> Shape {
    try intersection(shape, .polygon(Polygon(box)), grid: grid)
  }

  /// The shape with fewer positions, none of its edges moved further than `tolerance` (in the units of its coordinates);
  /// still valid, no part lost.
  public func simplify(_ shape: Shape, tolerance: Double) throws(TopologyError) -> Shape {
    let subject = try sound(shape)
    let pointer = subject.borrowed
    return try self.shape(
      try make("simplify a shape") { GEOSTopologyPreserveSimplify_r(context, pointer, tolerance) })
  }
}

extension Polygon {
  /// The box as a polygon, counterclockwise from its south-west corner.
  public init(_ box: BoundingBox) {
    let corners = [
      Coordinate(lon: box.west, lat: box.south), Coordinate(lon: box.east, lat: box.south),
      Coordinate(lon: box.east, lat: box.north), Coordinate(lon: box.west, lat: box.north),
      Coordinate(lon: box.west, lat: box.south),
    ]
    self.init(exterior: Ring(sure: corners), holes: [])
  }
}
