import Geometry

/// A position on the grid of 1e-7 degrees, counted in steps of it: two positions are equal or they are not.
struct GridPoint: Hashable, Sendable {
  let x: Int32
  let y: Int32

  init(x: Int32, y: Int32) { (self.x, self.y) = (x, y) }

  /// The grid position nearest to one on the earth.
  init(_ position: Coordinate) {
    x = Int32((position.lon * 1e7).rounded())
    y = Int32((position.lat * 1e7).rounded())
  }

  /// The position with this key.
  init(key: UInt64) {
    (x, y) = (Int32(bitPattern: UInt32(key >> 32)), Int32(bitPattern: UInt32(truncatingIfNeeded: key)))
  }

  /// The position in degrees, as the decimal number that is meant.
  var coordinate: Coordinate { Coordinate(lon: Double(x) / 1e7, lat: Double(y) / 1e7) }

  /// Both counts in one number.
  var key: UInt64 { UInt64(UInt32(bitPattern: x)) << 32 | UInt64(UInt32(bitPattern: y)) }
}

/// A directed edge of a side's outline: the side's ground is on its left.
struct GridEdge: Hashable, Sendable {
  let from: GridPoint
  let to: GridPoint
  /// The side's number in the comparison.
  let side: Int32

  /// The edge the other way round, the side's ground on its right.
  var reversed: GridEdge { GridEdge(from: to, to: from, side: side) }
}
