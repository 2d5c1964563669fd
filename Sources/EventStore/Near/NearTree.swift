import Geometry

/// A box in space round the points of a node.
struct NearBox {
  /// The least x, y, z; then 0.
  var low: SIMD4<Double>
  /// The greatest x, y, z; then the greatest radius of uncertainty.
  var high: SIMD4<Double>

  static let empty = NearBox(low: SIMD4(repeating: .infinity), high: SIMD4(-.infinity, -.infinity, -.infinity, 0))

  var radius: Double { high.w }

  /// The square of the least distance from the place to anything in the box.
  @inline(__always) func nearest2(_ place: SIMD4<Double>) -> Double {
    let dx = Self.most(Self.most(low.x - place.x, place.x - high.x), 0)
    let dy = Self.most(Self.most(low.y - place.y, place.y - high.y), 0)
    let dz = Self.most(Self.most(low.z - place.z, place.z - high.z), 0)
    return dx * dx + dy * dy + dz * dz
  }

  /// The square of the greatest.
  @inline(__always) func furthest2(_ place: SIMD4<Double>) -> Double {
    let dx = Self.most(place.x - low.x, high.x - place.x)
    let dy = Self.most(place.y - low.y, high.y - place.y)
    let dz = Self.most(place.z - low.z, high.z - place.z)
    return dx * dx + dy * dy + dz * dz
  }

  /// One instruction, where the library's `max` and `pointwiseMax` branch or are called.
  @inline(__always) private static func most(_ one: Double, _ other: Double) -> Double { one > other ? one : other }

  mutating func add(_ place: SIMD4<Double>, radius: Double) {
    low = pointwiseMin(low, place)
    let most = max(high.w, radius)
    high = pointwiseMax(high, place)
    high.w = most
  }

  mutating func add(_ other: NearBox) {
    low = pointwiseMin(low, other.low)
    high = pointwiseMax(high, other.high)
  }
}

/// A balanced k-d tree of points in space, packed into one block of memory that can be kept in a file as it is.
///
/// Node 1 is the root; node n holds a range of the points and its children 2n and 2n+1 a half each. A block is:
///
///     0    8 bytes  "EMNEAR01"
///     8    UInt64   count of points
///     16   UInt64   depth: the leaves are the nodes 2^depth ..< 2^(depth+1)
///     24   UInt64   0
///     32   boxes    2^(depth+1) NearBoxes of 8 Doubles, the first unused
///          x, y, z, radius  count Doubles each
///          items    count UInt32
///
/// in the byte order of the machine, which the mark betrays.
final class NearTree: @unchecked Sendable {  // the memory is written before the tree is made, and never after
  static let mark: UInt64 = 0x3130_5241_454E_4D45
  static let header = 32
  static let leafSize = 24

  let count: Int
  let depth: Int
  let memory: UnsafeMutableRawBufferPointer
  /// Some bytes more before it, so that every box is one line of the processor's cache.
  private let allocation: UnsafeMutableRawBufferPointer
  let boxes: UnsafeMutablePointer<NearBox>
  let x: UnsafeMutablePointer<Double>
  let y: UnsafeMutablePointer<Double>
  let z: UnsafeMutablePointer<Double>
  let radii: UnsafeMutablePointer<Double>
  let items: UnsafeMutablePointer<UInt32>

  /// Room for so many points; the header is written, the rest is not.
  init(count: Int) {
    let depth = Self.depth(count)
    let lead = MemoryLayout<NearBox>.stride - Self.header
    let allocation = UnsafeMutableRawBufferPointer.allocate(byteCount: lead + Self.size(count, depth), alignment: 64)
    let memory = UnsafeMutableRawBufferPointer(rebasing: allocation[lead...])
    memory.storeBytes(of: Self.mark, toByteOffset: 0, as: UInt64.self)
    memory.storeBytes(of: UInt64(count), toByteOffset: 8, as: UInt64.self)
    memory.storeBytes(of: UInt64(depth), toByteOffset: 16, as: UInt64.self)
    memory.storeBytes(of: 0, toByteOffset: 24, as: UInt64.self)
    (self.count, self.depth, self.memory, self.allocation) = (count, depth, memory, allocation)
    var place = memory.baseAddress! + Self.header  // a header is always there
    func take<T>(_ type: T.Type, _ number: Int) -> UnsafeMutablePointer<T> {
      defer { place += number * MemoryLayout<T>.stride }
      return place.bindMemory(to: type, capacity: number)
    }
    boxes = take(NearBox.self, 2 << depth)
    x = take(Double.self, count)
    y = take(Double.self, count)
    z = take(Double.self, count)
    radii = take(Double.self, count)
    items = take(UInt32.self, count)
  }

  deinit { allocation.deallocate() }

  /// The depth at which leaves hold no more than `leafSize` points.
  static func depth(_ count: Int) -> Int {
    var depth = 0
    while (count >> depth) > leafSize { depth += 1 }
    return depth
  }

  static func size(_ count: Int, _ depth: Int) -> Int {
    header + (2 << depth) * MemoryLayout<NearBox>.stride + count * (4 * 8 + 4)
  }

  @inline(__always) func place(_ index: Int) -> SIMD4<Double> { SIMD4(x[index], y[index], z[index], 0) }
}
