import Formats

/// The words that some data file knows, as small integers: text is compared by code, never by string.
public struct Vocabulary: Sendable {
  private var codes = HashSlots()
  /// The words by code; code 0 is the unknown word.
  public private(set) var words: [String] = [""]

  /// An empty vocabulary.
  public init() {}

  /// The code of a word, made if it is new. Case does not count.
  public mutating func intern(_ word: some StringProtocol) -> Int32 {
    let hash = Vocabulary.hash(word)
    let known = codes[hash]
    if known != 0 { return known }
    codes.insert(hash, Int32(words.count))
    words.append(word.lowercased())
    return Int32(words.count - 1)
  }

  /// The codes of a phrase whose words are parted by spaces.
  public mutating func intern(phrase: some StringProtocol) -> [Int32] {
    phrase.split(separator: " ").map { intern($0) }
  }

  /// The code of the word with this hash, 0 where none has it.
  public func code(hash: UInt64) -> Int32 { codes[hash] }

  /// The code of a word, 0 where it is not known.
  public func code(_ word: some StringProtocol) -> Int32 { code(hash: Vocabulary.hash(word)) }

  /// FNV-1a over the bytes, ASCII letters in lower case; the curly apostrophe counts as the straight one.
  public static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.withUnsafeBufferPointer { hash($0) } }

  /// The hash of a word.
  static func hash(_ word: some StringProtocol) -> UInt64 { hash(Array(word.utf8)[...]) }

  /// The hash of a range of a buffer.
  static func hash(text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    hash(UnsafeBufferPointer(rebasing: text[range]))
  }

  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = FNV1a64()
    var index = 0
    while index < text.count {
      var byte = text[index]
      if byte == 0xE2, index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] == 0x99 {
        byte = 0x27
        index += 2
      } else if byte >= 0x41, byte <= 0x5A {
        byte |= 0x20
      }
      hash.combine(byte)
      index += 1
    }
    return hash.value
  }
}

/// Codes by hash: open addressing in one array, so that a look-up is one probe or two.
struct HashSlots: Sendable {
  /// The upper bits of a hash and the code below them; 0 is a free slot.
  private var slots = [UInt64](repeating: 0, count: 1024)
  private var used = 0
  private static let codes: UInt64 = 0xFF_FFFF

  /// The code of a hash, 0 where there is none.
  @inline(__always)
  subscript(hash: UInt64) -> Int32 {
    slots.withUnsafeBufferPointer { Int32(truncatingIfNeeded: $0[Self.slot(of: hash, in: $0)] & Self.codes) }
  }

  /// Enters a code (not 0) for a hash that has none.
  ///
  /// - Precondition: the code is less than 16 million.
  mutating func insert(_ hash: UInt64, _ code: Int32) {
    precondition(code > 0 && UInt64(code) <= Self.codes, "more words than codes")
    if used * 2 >= slots.count { grow() }
    let slot = slots.withUnsafeBufferPointer { Self.slot(of: hash, in: $0) }
    slots[slot] = hash & ~Self.codes | UInt64(code)
    used += 1
  }

  /// Where the hash stands, or the free slot where it would.
  @inline(__always)
  private static func slot(of hash: UInt64, in slots: UnsafeBufferPointer<UInt64>) -> Int {
    let mask = slots.count - 1
    let tag = hash & ~codes
    var slot = Int(truncatingIfNeeded: tag >> 24 ^ tag >> 44) & mask
    while slots[slot] != 0, slots[slot] & ~codes != tag { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for entry in old where entry != 0 {
      slots[slots.withUnsafeBufferPointer { Self.slot(of: entry & ~Self.codes, in: $0) }] = entry
    }
  }
}
