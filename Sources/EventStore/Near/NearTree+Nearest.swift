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

  init(capacity: Int) {
    self.capacity = capacity
    chords = .allocate(capacity: capacity + 1)
    indices = .allocate(capacity: capacity + 1)
  }

  func free() {
    chords.deallocate()
    indices.deallocate()
  }

  subscript(position: Int) -> (chord2: Double, index: Int) { (chords[position], Int(indices[position])) }

  @inline(__always) mutating func add(_ chord2: Double, _ index: Int) {
    var place = count
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
    var least = LeastChords(capacity: number + 1)
    defer { least.free() }
    descend(1, 0, 0, count, boxes[1].nearest2(place), place, isWanted, &least)
    let sure = Self.ways(least, number)
    guard least.count > number, least[number].chord2 <= sure else { return ordered(least, number, center, point) }
    let limit = Geocentric.longestWay(least[number - 1].chord2.squareRoot())
    let rivals = within(limit.isFinite ? limit : 3e7, of: center, point).filter { isWanted?($0) ?? true }
    return Array(Self.measured(rivals, center, point).prefix(number))
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
    let found = (0..<min(number, least.count)).map { items[least[$0].index] }
    var (result, start) = (found, 0)
    for index in found.indices where index > 0 {
      if Self.isDecided(least[index - 1].chord2, least[index].chord2) {
        sortRun(start..<index, of: &result, center, point)
        start = index
      }
    }
    sortRun(start..<found.count, of: &result, center, point)
    return result
  }

  private static func isDecided(_ one: Double, _ next: Double) -> Bool {
    // Two chords of less than 100 km that differ by a part in 10⁴ and a centimeter stand for different ways.
    let (nearer, further) = (one.squareRoot(), next.squareRoot())
    if further < 100_000, further - nearer > 0.01 + nearer * 1e-4 { return true }
    return Geocentric.possibleChord(Geocentric.longestWay(nearer)) < further
  }

  private func sortRun(
    _ run: Range<Int>, of result: inout [UInt32], _ center: Coordinate, _ point: (UInt32) -> Coordinate
  ) {
    guard run.count > 1 else { return }
    result.replaceSubrange(run, with: Self.measured(Array(result[run]), center, point))
  }

  private static func measured(_ items: [UInt32], _ center: Coordinate, _ point: (UInt32) -> Coordinate) -> [UInt32] {
    items.map { (Ellipsoid.distance(center, point($0)).rawValue, $0) }.sorted { $0 < $1 }.map(\.1)
  }
}
