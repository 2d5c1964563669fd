import Formats

/// The words that some data file knows, as small integers: text is compared by code, never by string.
public struct Vocabulary: Sendable {
  private var codes: [UInt64: Int32] = [:]
  /// The words by code; code 0 is the unknown word.
  public private(set) var words: [String] = [""]

  /// An empty vocabulary.
  public init() {}

  /// The code of a word, made if it is new. Case does not count.
  public mutating func intern(_ word: some StringProtocol) -> Int32 {
    let hash = Vocabulary.hash(word)
    if let code = codes[hash] { return code }
    codes[hash] = Int32(words.count)
    words.append(word.lowercased())
    return Int32(words.count - 1)
  }

  /// The codes of a phrase whose words are parted by spaces.
  public mutating func intern(phrase: some StringProtocol) -> [Int32] {
    phrase.split(separator: " ").map { intern($0) }
  }

  /// The code of the word with this hash, 0 where none has it.
  public func code(hash: UInt64) -> Int32 { codes[hash] ?? 0 }

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
