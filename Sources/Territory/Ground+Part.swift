public import Geometry
import Topology

extension Ground {
  /// The part of a region that news calls "western Aleppo province": what lies on that side of the seat's meridian and
  /// parallel, without the seat's built-up area (Codebook 10). "North-western" is both north and west of the seat.
  ///
  /// Without a seat the middle of the region's box stands in for it. Throws when nothing is left.
  public static func part(
    of region: Shape, seat: Coordinate?, direction: Compass, excluding builtUp: Shape? = nil
  ) throws(TerritoryError) -> Shape {
    try check(region, "the region")
    guard !region.polygons.isEmpty, let box = region.boundingBox else { throw .noArea("the region") }
    let cut = clipped(box, at: seat ?? box.center, to: direction)
    guard cut.west < cut.east, cut.south < cut.north else { throw .nothing(direction) }
    let polygons = try onTopology { () throws(TopologyError) in
      let engine = Engine()
      let side = try engine.clip(region, to: cut)
      guard let builtUp else { return side.polygons }
      return try engine.difference(area(side.polygons), builtUp).polygons
    }
    guard !polygons.isEmpty else { throw .nothing(direction) }
    return area(polygons)
  }

  /// The part of the box on that side of the point.
  private static func clipped(_ box: BoundingBox, at point: Coordinate, to direction: Compass) -> BoundingBox {
    var cut = box
    switch direction {
    case .west, .northWest, .southWest: cut.east = min(cut.east, point.lon)
    case .east, .northEast, .southEast: cut.west = max(cut.west, point.lon)
    case .north, .south: break
    }
    switch direction {
    case .north, .northEast, .northWest: cut.south = max(cut.south, point.lat)
    case .south, .southEast, .southWest: cut.north = min(cut.north, point.lat)
    case .east, .west: break
    }
    return cut
  }
}
