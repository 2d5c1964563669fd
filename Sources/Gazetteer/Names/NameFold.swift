/// The one folding of names: what is left of a spelling when case, marks and punctuation are taken away.
///
/// Lower case; diacritics removed; Arabic hamza seats, ta marbuta and alef maksura normalized, vowel marks and tatweel
/// dropped; apostrophes, ayn and hamza marks and dots dropped; spaces, hyphens and other punctuation part words.
/// `Ma'arrat an-Nu‘mān` folds to `maarrat an numan`, `U.S.` to `us`, `كفر عمّة` to `كفر عمه`.
public enum NameFold {
  /// The folded words of UTF-8 text, joined by single spaces. Bytes that are no UTF-8 part words.
  public static func fold(_ utf8: UnsafeRawBufferPointer) -> [UInt8] {
    // Nothing folds to more bytes than it had.
    [UInt8](unsafeUninitializedCapacity: utf8.count) { buffer, count in
      var sink = FoldSink(out: buffer)
      var reader = ScalarReader(bytes: utf8)
      while let scalar = reader.next() { sink.take(scalar) }
      count = sink.finish()
    }
  }

  /// The folded words of a string, joined by single spaces.
  public static func fold(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { fold(UnsafeRawBufferPointer($0)) }
  }

  /// The folded words, each by itself.
  public static func words(_ text: String) -> [ArraySlice<UInt8>] { fold(text).split(separator: space) }

  static let space = UInt8(ascii: " ")
}

/// Decodes UTF-8 leniently: a broken byte reads as U+FFFD.
struct ScalarReader {
  let bytes: UnsafeRawBufferPointer
  var position = 0

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func next() -> UInt32? {
    guard position < bytes.count else { return nil }
    let first = bytes[position]
    position += 1
    if first < 0x80 { return UInt32(first) }
    switch first {
    case 0xC2...0xDF: return tail(1, UInt32(first & 0x1F))
    case 0xE0...0xEF: return tail(2, UInt32(first & 0x0F))
    case 0xF0...0xF4: return tail(3, UInt32(first & 0x07))
    default: return 0xFFFD
    }
  }

  private mutating func tail(_ count: Int, _ start: UInt32) -> UInt32 {
    guard position + count <= bytes.count else { return 0xFFFD }
    var value = start
    for offset in 0..<count {
      let byte = bytes[position + offset]
      guard byte & 0xC0 == 0x80 else { return 0xFFFD }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    position += count
    return value
  }
}

/// Writes folded scalars, with one space between words and none at the ends.
private struct FoldSink {
  let out: UnsafeMutableBufferPointer<UInt8>
  var count = 0
  var spacePending = false

  init(out: UnsafeMutableBufferPointer<UInt8>) { self.out = out }

  mutating func take(_ scalar: UInt32) {
    if scalar < 0x80 { return takeASCII(UInt8(scalar)) }
    if let slot = FoldTable.slot(of: scalar), FoldTable.letters[slot] != 0 {
      let letters = FoldTable.letters[slot]
      put(UInt8(letters & 0xFF))
      if letters > 0xFF { put(UInt8(letters >> 8)) }
      return
    }
    switch OtherScripts.fold(scalar) {
    case .drop: break
    case .part: spacePending = true
    case .letter(let folded): putUTF8(folded)
    }
  }

  private mutating func takeASCII(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): put(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): put(byte | 0x20)
    case UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "."): break
    default: spacePending = true
    }
  }

  private mutating func put(_ byte: UInt8) {
    if spacePending, count > 0 {
      out[count] = NameFold.space
      count += 1
    }
    spacePending = false
    out[count] = byte
    count += 1
  }

  private mutating func putUTF8(_ scalar: UInt32) {
    switch scalar {
    case 0..<0x80: put(UInt8(scalar))
    case 0x80..<0x800:
      put(UInt8(0xC0 | scalar >> 6))
      put(UInt8(0x80 | scalar & 0x3F))
    case 0x800..<0x10000:
      put(UInt8(0xE0 | scalar >> 12))
      put(UInt8(0x80 | scalar >> 6 & 0x3F))
      put(UInt8(0x80 | scalar & 0x3F))
    default:
      put(UInt8(0xF0 | scalar >> 18 & 0x07))
      put(UInt8(0x80 | scalar >> 12 & 0x3F))
      put(UInt8(0x80 | scalar >> 6 & 0x3F))
      put(UInt8(0x80 | scalar & 0x3F))
    }
  }

  func finish() -> Int { count }
}
