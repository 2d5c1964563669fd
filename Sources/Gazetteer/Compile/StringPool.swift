import Formats

/// The string pool in the making. A string that was written lately is not written again.
struct StringPool {
  let bytes: ScratchBytes
  /// Where strings were written lately, by their hash.
  private var recent: [(text: [UInt8], offset: UInt32)]

  /// Strings longer than this are cut (a length has two bytes).
  static let longest = 65_535

  init(folder: String) {
    bytes = ScratchBytes(folder: folder)
    recent = Array(repeating: ([], 0), count: 1 << 16)
    bytes.put(UInt16(0))
  }

  /// Whether its offsets have outgrown their four bytes.
  var isFull: Bool { bytes.count > Int(UInt32.max) }

  mutating func offset(_ text: String?) -> UInt32 {
    guard var text, !text.isEmpty else { return 0 }
    return text.withUTF8 { offset(UnsafeRawBufferPointer($0)) }
  }

  mutating func offset(_ utf8: [UInt8]) -> UInt32 { utf8.withUnsafeBytes { offset($0) } }

  private mutating func offset(_ utf8: UnsafeRawBufferPointer) -> UInt32 {
    guard !utf8.isEmpty else { return 0 }
    let place = Int(truncatingIfNeeded: WordHash.word(utf8, seed: 0) & UInt64(recent.count - 1))
    if recent[place].offset != 0, recent[place].text.elementsEqual(utf8) { return recent[place].offset }
    let offset = UInt32(truncatingIfNeeded: bytes.count)
    let kept = utf8.count > Self.longest ? UnsafeRawBufferPointer(rebasing: utf8.prefix(Self.longest)) : utf8
    bytes.put(UInt16(kept.count))
    bytes.put(kept)
    recent[place] = (Array(utf8), offset)
    return offset
  }
}
