import Formats
import NewsText

/// Hashes of names' texts, by which equal ones are known.
enum NameText {
  /// The hash of the text and that of the text in lower case.
  static func hashes(_ text: UnsafeBufferPointer<UInt8>) -> (exact: UInt64, lower: UInt64) {
    var (exact, lower) = (FNV1a64(), FNV1a64())
    var isASCII = true
    for byte in text {
      exact.combine(byte)
      lower.combine(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      if byte >= 0x80 { isASCII = false }
    }
    guard !isASCII else { return (exact.value, lower.value) }
    return (exact.value, FNV1a64.hash(String(decoding: text, as: UTF8.self).lowercased()))
  }

  /// The hash of the text in lower case with spaces for hyphens.
  static func spaced(_ text: some Sequence<UInt8>) -> UInt64 {
    var hash = FNV1a64()
    var isASCII = true
    for byte in text {
      hash.combine(byte == UInt8(ascii: "-") ? UInt8(ascii: " ") : byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      if byte >= 0x80 { isASCII = false }
    }
    guard !isASCII else { return hash.value }
    return FNV1a64.hash(String(decoding: Array(text), as: UTF8.self).lowercased().replacing("-", with: " "))
  }
}

extension Workspace {
  /// The hash by which a word of text is known: of one token, or of several taken for one word.
  func hash(of range: Range<Int>) -> UInt64 {
    range.count == 1
      ? document.hashes[range.lowerBound] : Vocabulary.hash(document.bytes[document.byteRange(range)])
  }

  /// The hashes of the words of tokens, by which equal ones are known.
  func textHashes(_ tokens: Range<Int>) -> (exact: UInt64, lower: UInt64) {
    document.bytes.withUnsafeBufferPointer {
      NameText.hashes(UnsafeBufferPointer(rebasing: $0[document.byteRange(tokens)]))
    }
  }
}
