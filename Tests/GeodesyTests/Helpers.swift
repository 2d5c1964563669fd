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

/// SplitMix64: the same numbers on every machine.
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A place anywhere on the earth, evenly.
  mutating func place() -> Coordinate {
    let height = Double.random(in: -1...1, using: &self)
    return Coordinate(lon: Double.random(in: -180...180, using: &self), lat: asin(height) * 180 / .pi)
  }
}
