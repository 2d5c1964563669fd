public import Geodesy
public import Geometry

/// Points ready to be asked which of them are near, millions of them in memory.
///
/// For example: `NearIndex(points).within(Meters(kilometers: 10), of: saraqib)`. The chord through the earth decides
/// almost everything, whole branches at once; the geodesic decides what lies within microns of the limit, so that the
/// answer is that of measuring every point on the ellipsoid.
public struct NearIndex: Sendable {
  /// The points as given.
  public let points: [Coordinate]
  let tree: NearTree

  /// An index of the points; those that are not on the earth are never found.
  ///
  /// - Parameter radii: the meters by which each point may be off (`radius_m`); none without.
  public init(_ points: [Coordinate], radii: [Double]? = nil) {
    let entries = NearEntries(capacity: points.count)
    for (index, point) in points.enumerated() where Self.isPlaced(point) {
      entries.append(point, radius: Self.radius(radii?[index]), item: UInt32(index))
    }
    self.points = points
    tree = NearTree.build(entries)
  }

  /// The positions, in the list, of the points that are or may be within the limit; in no order.
  public func within(_ limit: Meters, of center: Coordinate) -> [UInt32] {
    tree.within(limit.rawValue, of: center) { points[Int($0)] }
  }

  /// The positions, in the list, of the nearest points, nearest first; equally near ones in the order of the list.
  public func nearest(_ count: Int, to center: Coordinate) -> [UInt32] {
    tree.nearest(count, to: center) { points[Int($0)] }
  }

  static func isPlaced(_ point: Coordinate) -> Bool { point.isFinite && abs(point.lat) <= 90 }

  static func radius(_ radius: Double?) -> Double {
    guard let radius, radius > 0, radius.isFinite else { return 0 }
    return radius
  }
}
