import TestSupport
import Geometry

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The difference of two angles in degrees, 0 ... 180.
func angle(_ a: Double, _ b: Double) -> Double { abs(remainder(a - b, 360)) }

func square(_ west: Double, _ south: Double, _ side: Double) throws -> Ring {
  try Ring(
    closing: [(0.0, 0.0), (side, 0), (side, side), (0, side)].map { Coordinate(lon: west + $0.0, lat: south + $0.1) })
}

extension Random {
  /// A place anywhere on the earth, evenly.
  mutating func place() -> Coordinate {
    let height = Double.random(in: -1...1, using: &self)
    return Coordinate(lon: Double.random(in: -180...180, using: &self), lat: asin(height) * 180 / .pi)
  }
}
