import CGEOS
public import Geometry

extension Engine {
  /// Whether the second lies wholly in the first and not only on its edge.
  public func contains(_ a: Shape, _ b: Shape) throws(TopologyError) -> Bool {
    try relate("ask what contains what", a, b) { GEOSContains_r(self.context, $0, $1) }
  }

  /// Whether the second lies wholly in the first or on its edge.
  public func covers(_ a: Shape, _ b: Shape) throws(TopologyError) -> Bool {
    try relate("ask what covers what", a, b) { GEOSCovers_r(self.context, $0, $1) }
  }

  /// Whether the shapes share any point.
  public func intersects(_ a: Shape, _ b: Shape) throws(TopologyError) -> Bool {
    try relate("ask what meets what", a, b) { GEOSIntersects_r(self.context, $0, $1) }
  }

  /// Whether the point lies in the shape or on its edge.
  public func covers(_ shape: Shape, _ point: Coordinate) throws(TopologyError) -> Bool {
    try covers(shape, .point(point))
  }

  /// Whether both cover the same points, in whatever order these are listed.
  public func equals(_ a: Shape, _ b: Shape) throws(TopologyError) -> Bool {
    try relate("ask what equals what", a, b) { GEOSEquals_r(self.context, $0, $1) }
  }

  private func relate(
    _ operation: String, _ a: Shape, _ b: Shape, _ call: (OpaquePointer, OpaquePointer) -> CChar
  ) throws(TopologyError) -> Bool {
    let first = try sound(a)
    let second = try sound(b)
    let (one, other) = (first.borrowed, second.borrowed)
    // 2 on failure, 1 true, 0 false
    return try ask(operation) { call(one, other) }
  }

  /// The shape as it stands, made valid when it is not: on an invalid one GEOS's answers mean nothing.
  func sound(_ shape: Shape) throws(TopologyError) -> GeometryOwner {
    let raw = try geometry(shape)
    if try isValid(raw) { return raw }
    return try valid(raw)
  }
}
