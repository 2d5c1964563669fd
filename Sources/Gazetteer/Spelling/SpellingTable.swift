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
  private let entryCount: Int

  init(_ file: IndexFile) {
    contents = file[.contents]
    names = file[.contentNames]
    starts = file[.spellingStarts]
    entries = file[.spellingEntries]
    let buckets = max(1, starts.count / 4 - 1)
    bits = UInt64(63 - buckets.leadingZeroBitCount)
    entryCount = entries.count / IndexFormat.SpellingEntry.size
  }

  /// A key is looked up no further than this: more names than that share no spelling worth finding.
  static let mostEntries = 512

  /// Gives the offsets and letters of the contents filed under keys, and of the few that look so.
  ///
  /// All buckets are found before the first is read: so memory is waited for once, not key by key.
  @inline(__always)
  func find(_ keys: [UInt64], _ body: (_ content: Int, _ letters: UInt16) -> Void) {
    withUnsafeTemporaryAllocation(of: Bucket.self, capacity: keys.count) { buckets in
      for number in keys.indices { buckets.initializeElement(at: number, to: bucket(of: keys[number])) }
      for number in keys.indices {
        buckets[number].firstMark = entries.u8(buckets[number].first * IndexFormat.SpellingEntry.size)
      }
      for number in keys.indices { scan(buckets[number], UInt8(truncatingIfNeeded: keys[number]), body) }
    }
  }

  /// The entries that a key may be among.
  private struct Bucket {
    let first: Int
    let end: Int
    var firstMark: UInt8 = 0
  }

  @inline(__always)
  private func bucket(of key: UInt64) -> Bucket {
    let number = SpellingTable.bucket(key, bits)
    let first = Int(starts.u32(number * 4))
    return Bucket(first: first, end: min(Int(starts.u32(number * 4 + 4)), entryCount))
  }

  @inline(__always)
  private func scan(_ bucket: Bucket, _ mark: UInt8, _ body: (_ content: Int, _ letters: UInt16) -> Void) {
    let size = IndexFormat.SpellingEntry.size
    guard bucket.first < bucket.end else { return }
    var found = 0
    for row in bucket.first..<bucket.end
    where (row == bucket.first ? bucket.firstMark : entries.u8(row * size)) == mark {
      body(
        Int(entries.u32(row * size + IndexFormat.SpellingEntry.content)),
        entries.u16(row * size + IndexFormat.SpellingEntry.letters))
      found += 1
      if found == Self.mostEntries { return }
    }
  }

  /// Whether there are so few names that a search may take its time.
  var isSmall: Bool { contents.count <= Self.smallContents }

  /// Bytes of contents: some fifty thousand names.
  private static let smallContents = 1 << 20

  /// Gives every content with its words.
  func eachContent(_ body: (Int, UnsafeBufferPointer<UInt8>) -> Void) {
    var content = 0
    while content + IndexFormat.Content.size < contents.count {
      body(content, words(content))
      content += IndexFormat.Content.size + length(content)
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
