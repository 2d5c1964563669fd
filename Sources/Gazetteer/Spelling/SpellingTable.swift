/// The contents of names, and the keys that they are found by, as an index holds them.
///
/// A content is what is left of a folded name without its articles, its letters read as Latin ones: what an alignment
/// compares. Names that differ in their articles alone share one.
struct SpellingTable {
  private let contents: Window
  private let names: Window
  private let starts: Window
  private let entries: Window
  /// Keys are spread by so many of their top bits.
  private let bits: UInt64

  init(_ file: IndexFile) {
    contents = file[.contents]
    names = file[.contentNames]
    starts = file[.spellingStarts]
    entries = file[.spellingEntries]
    let buckets = max(1, starts.count / 4 - 1)
    bits = UInt64(63 - buckets.leadingZeroBitCount)
  }

  /// A key is looked up no further than this: more names than that share no spelling worth finding.
  static let mostEntries = 512

  /// Gives the offsets and letters of the contents filed under a key, and of the few that look so.
  @inline(__always)
  func find(_ key: UInt64, _ body: (_ content: Int, _ letters: UInt16) -> Void) {
    let bucket = SpellingTable.bucket(key, bits)
    let size = IndexFormat.SpellingEntry.size
    let first = Int(starts.u32(bucket * 4))
    let end = min(Int(starts.u32(bucket * 4 + 4)), entries.count / size)
    guard first < end else { return }
    let mark = UInt8(truncatingIfNeeded: key)
    var found = 0
    for row in first..<end where entries.u8(row * size) == mark {
      body(
        Int(entries.u32(row * size + IndexFormat.SpellingEntry.content)),
        entries.u16(row * size + IndexFormat.SpellingEntry.letters))
      found += 1
      if found == Self.mostEntries { return }
    }
  }

  /// The set whose rules a content follows.
  func set(_ content: Int) -> Int { Int(contents.u8(content + IndexFormat.Content.set)) }

  /// Bytes of a content with the spaces at its ends.
  func length(_ content: Int) -> Int { Int(contents.u8(content)) }

  /// The words of a content, with a space at either end.
  func words(_ content: Int) -> UnsafeBufferPointer<UInt8> {
    contents.part(content + IndexFormat.Content.size, length(content)).bindMemory(to: UInt8.self)
  }

  /// The names of a content, the greater places first.
  func eachName(_ content: Int, _ body: (Int) -> Void) {
    let first = Int(contents.u32(content + IndexFormat.Content.firstName))
    let end = min(first + Int(contents.u16(content + IndexFormat.Content.nameCount)), names.count / 4)
    guard first < end else { return }
    for row in first..<end { body(Int(names.u32(row * 4))) }
  }

  /// Where a key's entries lie among 2^bits buckets.
  static func bucket(_ key: UInt64, _ bits: UInt64) -> Int { bits == 0 ? 0 : Int(key >> (64 - bits)) }

  /// A bit for each letter of a content, to tell at a glance how much two differ. Letters that stand for each other
  /// share one: e, i and y; o, u and w; b and p; c, k and q; f and v; s, x and z.
  static func letters(_ content: some Sequence<UInt8>) -> UInt16 {
    var letters: UInt16 = 0
    for byte in content where byte >= 0x41 { letters |= 1 << bitOfLetter[Int(byte & 31)] }
    return letters
  }

  /// For a ... z and what lies behind them, by the low five bits.
  private static let bitOfLetter: [UInt16] = {
    let families = ["a", "eiy", "ouw", "bp", "ckq", "d", "fv", "g", "h", "j", "l", "m", "n", "r", "sxz", "t"]
    var bits = [UInt16](repeating: 0, count: 32)
    for (bit, family) in families.enumerated() {
      for letter in family.utf8 { bits[Int(letter & 31)] = UInt16(bit) }
    }
    return bits
  }()
}
