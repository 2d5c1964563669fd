/// The contents of names, and the keys that they are found by, as an index holds them.
///
/// A content is what is left of a folded name without its articles, its letters read as Latin ones: what an alignment
/// compares. Names that differ in their articles alone share one.
struct SpellingTable {
  private let contents: Window
  private let text: Window
  private let names: Window
  private let starts: Window
  private let entries: Window
  /// Keys are spread by so many of their top bits.
  private let bits: UInt64

  init(_ file: IndexFile) {
    contents = file[.contents]
    text = file[.contentText]
    names = file[.contentNames]
    starts = file[.spellingStarts]
    entries = file[.spellingEntries]
    let buckets = max(1, starts.count / 4 - 1)
    bits = UInt64(63 - buckets.leadingZeroBitCount)
  }

  /// A key is looked up no further than this: more names than that share no spelling worth finding.
  static let mostEntries = 512

  /// Gives the numbers of the contents filed under a key, and of the few that look so.
  @inline(__always)
  func find(_ key: UInt64, _ body: (Int) -> Void) {
    let bucket = SpellingTable.bucket(key, bits)
    let first = Int(starts.u32(bucket * 4))
    let end = min(Int(starts.u32(bucket * 4 + 4)), entries.count / IndexFormat.spellingEntrySize)
    guard first < end else { return }
    let mark = UInt8(truncatingIfNeeded: key)
    var found = 0
    for row in first..<end where entries.u8(row * IndexFormat.spellingEntrySize) == mark {
      body(Int(entries.u32(row * IndexFormat.spellingEntrySize + 1)))
      found += 1
      if found == Self.mostEntries { return }
    }
  }

  /// The set whose rules a content follows.
  func set(_ content: Int) -> Int { Int(contents.u32(content * IndexFormat.Content.size + IndexFormat.Content.set)) }

  /// The words of a content, with a space at either end.
  func words(_ content: Int) -> UnsafeBufferPointer<UInt8> {
    let offset = Int(contents.u32(content * IndexFormat.Content.size))
    return text.part(offset + 1, Int(text.u8(offset))).bindMemory(to: UInt8.self)
  }

  /// The names of a content, the greater places first.
  func eachName(_ content: Int, _ body: (Int) -> Void) {
    let base = content * IndexFormat.Content.size + IndexFormat.Content.firstName
    let first = Int(contents.u32(base))
    let end = min(Int(contents.u32(base + IndexFormat.Content.size)), names.count / 4)
    guard first < end else { return }
    for row in first..<end { body(Int(names.u32(row * 4))) }
  }

  /// Where a key's entries lie among 2^bits buckets.
  static func bucket(_ key: UInt64, _ bits: UInt64) -> Int { bits == 0 ? 0 : Int(key >> (64 - bits)) }
}
