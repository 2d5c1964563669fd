import Geodesy
import Geometry

/// What a store keeps in memory between questions: the tree of its points, and the shapes that are no points.
struct NearCache {
  /// The state of the database for which it holds.
  var state: Int
  /// Points by their `fid`.
  var tree: NearTree
  /// Rows that changed since the tree was built: the tree's word for them does not count.
  var changed: Set<UInt32>
  /// The changed rows that still have a point.
  var fresh: [(item: UInt32, point: Coordinate, radius: Double)]
}
