import Geodesy
import Geometry

/// The so many least chords seen, in order: the square of the chord, then the index in the tree.
struct LeastChords {
  private(set) var count = 0
  let capacity: Int
  private let chords: UnsafeMutablePointer<Double>
  private let indices: UnsafeMutablePointer<Int32>
  /// The greatest chord that still counts.
  private(set) var worst2 = Double.infinity

  /// What `memory` must have room for.
  static func size(_ capacity: Int) -> Int { capacity * (MemoryLayout<Double>.size + MemoryLayout<Int32>.size) }

  init(capacity: Int, in memory: UnsafeMutableRawBufferPointer) {
    self.capacity = capacity
    let start = memory.baseAddress!  // room for one at least was asked for
    chords = start.bindMemory(to: Double.self, capacity: capacity)
    indices = (start + capacity * MemoryLayout<Double>.size).bindMemory(to: Int32.self, capacity: capacity)
  }

  subscript(position: Int) -> (chord2: Double, index: Int) { (chords[position], Int(indices[position])) }

  /// Takes in a chord that is less than `worst2`.
  @inline(__always) mutating func add(_ chord2: Double, _ index: Int) {
    var place = count < capacity ? count : capacity - 1
    while place > 0, chords[place - 1] > chord2 {
      chords[place] = chords[place - 1]
      indices[place] = indices[place - 1]
      place -= 1
    }
    chords[place] = chord2
    indices[place] = Int32(truncatingIfNeeded: index)
    if count < capacity { count += 1 }
    if count == capacity { worst2 = chords[capacity - 1] }
  }
}

extension NearTree {
  /// The items of the nearest points, nearest first, equally near ones in the order of their items.
  ///
  /// - Parameters:
  ///   - isWanted: which items count; nil counts all.
  ///   - point: the position of an item as it was given: chords that do not decide the order are measured.
  func nearest(
    _ number: Int, to center: Coordinate, isWanted: ((UInt32) -> Bool)? = nil,
    _ point: @escaping (UInt32) -> Coordinate
  ) -> [UInt32] {
    let number = min(number, count)
    guard number > 0 else { return [] }
    let place = Geocentric.position(center)
    // One more than asked tells whether the last place is contested.
    let capacity = number + 1
    return withUnsafeTemporaryAllocation(byteCount: LeastChords.size(capacity), alignment: 16) { memory in
      var least = LeastChords(capacity: capacity, in: memory)
      descend(1, 0, 0, count, boxes[1].nearest2(place), place, isWanted, &least)
      let sure = Self.ways(least, number)
      guard least.count > number, least[number].chord2 <= sure else { return ordered(least, number, center, point) }
      let limit = Geocentric.longestWay(least[number - 1].chord2.squareRoot())
      let rivals = within(limit.isFinite ? limit : 3e7, of: center, point).filter { isWanted?($0) ?? true }
      return Array(Self.measured(rivals, center, point).prefix(number))
    }
  }

  /// The square of the chord up to which a point may be as near as the last of the first `number`.
  private static func ways(_ least: LeastChords, _ number: Int) -> Double {
    guard least.count >= number else { return -1 }
    let chord = Geocentric.possibleChord(Geocentric.longestWay(least[number - 1].chord2.squareRoot()))
    return chord * chord
  }

  private func descend(
    _ node: Int, _ level: Int, _ low: Int, _ high: Int, _ gap2: Double, _ place: SIMD4<Double>,
    _ isWanted: ((UInt32) -> Bool)?, _ least: inout LeastChords
  ) {
    guard gap2 <= least.worst2 else { return }
    guard level < depth else { return look(low..<high, place, isWanted, &least) }
    let middle = (low + high) / 2
    let (one, other) = (boxes[2 * node].nearest2(place), boxes[2 * node + 1].nearest2(place))
    if one <= other {
      descend(2 * node, level + 1, low, middle, one, place, isWanted, &least)
      descend(2 * node + 1, level + 1, middle, high, other, place, isWanted, &least)
    } else {
      descend(2 * node + 1, level + 1, middle, high, other, place, isWanted, &least)
      descend(2 * node, level + 1, low, middle, one, place, isWanted, &least)
    }
  }

  @inline(__always) private func look(
    _ range: Range<Int>, _ place: SIMD4<Double>, _ isWanted: ((UInt32) -> Bool)?, _ least: inout LeastChords
  ) {
    for index in range {
      let (dx, dy, dz) = (x[index] - place.x, y[index] - place.y, z[index] - place.z)
      let chord2 = dx * dx + dy * dy + dz * dz
      guard chord2 < least.worst2, isWanted?(items[index]) ?? true else { continue }
      least.add(chord2, index)
    }
  }

  /// The first `number` in order: by chord, and runs of chords too alike by the way itself.
  private func ordered(_ least: LeastChords, _ number: Int, _ center: Coordinate, _ point: (UInt32) -> Coordinate)
    -> [UInt32]
  {
    let count = min(number, least.count)
    return Array(unsafeUninitializedCapacity: count) { result, filled in
      var start = 0
      for position in 0..<count {
        result[position] = items[least[position].index]
        guard position > 0, Self.isDecided(least[position - 1].chord2, least[position].chord2) else { continue }
        sort(start..<position, of: result, center, point)
        start = position
      }
      sort(start..<count, of: result, center, point)
      filled = count
    }
  }

  private static func isDecided(_ one: Double, _ next: Double) -> Bool {
    // Two chords of less than 100 km that differ by a part in 10⁴ and a centimeter stand for different ways.
    let (nearer, further) = (one.squareRoot(), next.squareRoot())
    if further < 100_000, further - nearer > 0.01 + nearer * 1e-4 { return true }
    return Geocentric.possibleChord(Geocentric.longestWay(nearer)) < further
  }

  private func sort(
    _ run: Range<Int>, of result: UnsafeMutableBufferPointer<UInt32>, _ center: Coordinate,
    _ point: (UInt32) -> Coordinate
  ) {
    guard run.count > 1 else { return }
    for (position, item) in zip(run, Self.measured(Array(result[run]), center, point)) { result[position] = item }
  }

  private static func measured(_ items: [UInt32], _ center: Coordinate, _ point: (UInt32) -> Coordinate) -> [UInt32] {
    items.map { (Ellipsoid.distance(center, point($0)).rawValue, $0) }.sorted { $0 < $1 }.map(\.1)
  }
}
