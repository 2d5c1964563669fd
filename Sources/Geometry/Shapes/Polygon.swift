/// An area inside one ring and outside others.
public struct Polygon: Hashable, Sendable {
  /// The outer bound.
  public let exterior: Ring
  /// What is cut out.
  public let holes: [Ring]

  /// The area inside the exterior and outside the holes. That the holes lie inside is not checked: ask Topology.
  public init(exterior: Ring, holes: [Ring] = []) {
    self.exterior = exterior
    self.holes = holes
  }

  /// The exterior, then the holes.
  public var rings: [Ring] { [exterior] + holes }

  /// The polygon by the right-hand rule of RFC 7946: exterior counterclockwise, holes clockwise.
  public var rightHanded: Polygon {
    Polygon(exterior: exterior.wound(.counterclockwise), holes: holes.map { $0.wound(.clockwise) })
  }
}

/// Several areas as one; none is allowed, which is the empty area.
public struct MultiPolygon: Hashable, Sendable {
  /// The areas. That they do not overlap is not checked: ask Topology.
  public let polygons: [Polygon]

  /// The areas as one.
  public init(_ polygons: [Polygon]) { self.polygons = polygons }
}
