import Formats

/// Names by their numbers, asked for by a literal: no string is made or compared.
final class NumberedNames: @unchecked Sendable {
  /// Open addressing by the hash of a name; its number is one less than what stands there.
  private let slots: UnsafeMutableBufferPointer<(hash: UInt64, entry: Int)>

  /// - Precondition: fewer than 256 different names.
  init(_ names: [String]) {
    precondition(names.count < 256, "more names than room")
    slots = .allocate(capacity: 512)
    slots.initialize(repeating: (0, 0))
    for (number, name) in names.enumerated() {
      var name = name
      let hash = name.withUTF8 { Self.hash(UnsafeRawBufferPointer($0)) }
      slots[slot(of: hash)] = (hash, number + 1)
    }
  }

  /// A hash of a short name by its first and last eight bytes, all of it where it is longer.
  @inline(__always)
  private static func hash(_ name: UnsafeRawBufferPointer) -> UInt64 {
    func word(_ offset: Int) -> UInt64 { name.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
    func part(_ offset: Int) -> UInt64 { UInt64(name.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) }
    switch name.count {
    case 8...16: return mixed(word(0), word(name.count - 8), name.count)
    case 4..<8: return mixed(part(0), part(name.count - 4), name.count)
    default: return FNV1a64.hash(name)
    }
  }

  @inline(__always)
  private static func mixed(_ first: UInt64, _ last: UInt64, _ count: Int) -> UInt64 {
    let value = (first ^ 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9 &+ (last ^ UInt64(count))
    return (value ^ value >> 32) &* 0x94D0_49BB_1331_11EB
  }

  deinit { slots.deallocate() }

  /// The number of a name, -1 where it has none.
  @inline(__always)
  subscript(name: StaticString) -> Int {
    let hash = Self.hash(UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    return slots[slot(of: hash)].entry - 1
  }

  /// Where a name stands, or the free slot where it would.
  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & 511
    while slots[slot].entry != 0, slots[slot].hash != hash { slot = (slot + 1) & 511 }
    return slot
  }
}

/// Which roles the grammar gives to which words: for each word a bit a role, so that asking costs two loads and counts no
/// reference, whatever the number of workers.
///
/// The memory is the table's own, written once and freed with it.
final class WordRoles: @unchecked Sendable {
  /// For each word's code one more than the index of its bits, 0 for words without a role.
  fileprivate let slots: UnsafeMutableBufferPointer<UInt16>
  fileprivate let bits: UnsafeMutableBufferPointer<SIMD4<UInt64>>
  private let names: NumberedNames

  /// - Precondition: no more roles than a word has bits.
  init(_ roles: [(name: String, words: [Int32])]) {
    precondition(roles.count <= 256, "more roles than bits")
    let codes = Set(roles.flatMap(\.words)).sorted()
    slots = .allocate(capacity: Int(codes.last ?? 0) + 1)
    slots.initialize(repeating: 0)
    bits = .allocate(capacity: codes.count)
    bits.initialize(repeating: SIMD4())
    names = NumberedNames(roles.map(\.name))
    for (index, code) in codes.enumerated() { slots[Int(code)] = UInt16(index + 1) }
    for (number, role) in roles.enumerated() {
      for word in role.words { bits[Int(slots[Int(word)]) - 1][number >> 6] |= 1 << UInt64(number & 63) }
    }
  }

  deinit {
    slots.deallocate()
    bits.deallocate()
  }

  /// The words of a role; none where the grammar does not know it.
  @inline(__always)
  func words(_ role: StaticString) -> WordSet {
    let number = names[role]
    return WordSet(
      slots: UnsafeBufferPointer(slots), bits: UnsafeBufferPointer(bits), part: max(0, number) >> 6,
      bit: number < 0 ? 0 : 1 << UInt64(number & 63))
  }
}

/// The words of a role: a view of `WordRoles`, for as long as the lexicon lives.
struct WordSet: @unchecked Sendable {
  fileprivate let slots: UnsafeBufferPointer<UInt16>
  fileprivate let bits: UnsafeBufferPointer<SIMD4<UInt64>>
  fileprivate let part: Int
  fileprivate let bit: UInt64

  /// Whether the word has the role.
  @inline(__always)
  func contains(_ word: Int32) -> Bool {
    guard Int(word) < slots.count else { return false }
    let slot = Int(slots[Int(word)])
    return slot != 0 && bits[slot - 1][part] & bit != 0
  }
}
