import Formats
import Geometry

/// What was imported so far: which ids, and where they lie.
struct ImportedPlaces {
  /// What a further row of an id is.
  enum Verdict {
    case new
    /// The same place again.
    case again
    /// The id lies elsewhere already.
    case elsewhere
  }

  /// Open-addressed: hash of the id (0 is free) and its position on a grid of 1e-7 degrees.
  private var slots: [(hash: UInt64, lon: Int32, lat: Int32)] = Array(repeating: (0, 0, 0), count: 1 << 10)
  private(set) var count = 0

  mutating func add(_ id: String, _ point: Coordinate) -> Verdict {
    if count * 4 >= slots.count * 3 { grow() }
    let hash = max(1, WordHash.word(id.utf8, seed: 0))
    let (lon, lat) = Self.grid(point)
    let place = slot(of: hash)
    guard slots[place].hash != 0 else {
      slots[place] = (hash, lon, lat)
      count += 1
      return .new
    }
    return slots[place].lon == lon && slots[place].lat == lat ? .again : .elsewhere
  }

  private func slot(of hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[place].hash != 0, slots[place].hash != hash { place = (place + 1) & (slots.count - 1) }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, 0, 0), count: old.count * 2)
    for entry in old where entry.hash != 0 { slots[slot(of: entry.hash)] = entry }
  }

  private static func grid(_ point: Coordinate) -> (Int32, Int32) {
    (Int32((point.lon * 1e7).rounded()), Int32((point.lat * 1e7).rounded()))
  }

  /// An id for a row that brings none: the same name and coordinate give the same one.
  static func id(name: String, _ point: Coordinate) -> String {
    var hash = FNV1a64()
    for byte in NameFold.fold(name) { hash.combine(byte) }
    let (lon, lat) = grid(point)
    withUnsafeBytes(of: (lon.littleEndian, lat.littleEndian)) { for byte in $0 { hash.combine(byte) } }
    let digits = String(hash.value, radix: 16)
    return "local:" + String(repeating: "0", count: 16 - digits.count) + digits
  }
}
