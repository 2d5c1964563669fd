/// What a byte, or the character that begins there, is to the tokenizer.
enum CharacterClass: UInt8 {
  case letter, digit, space, newline, apostrophe, other
  /// A mark that is not seen and parts nothing: reading direction, joiners, emoji variants, a byte order mark.
  case invisible
}

extension CharacterClass {
  /// The class and the length in bytes of the character at `index`.
  static func at(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (CharacterClass, Int) {
    let byte = bytes[index]
    return byte < 0x80 ? (ascii(byte), 1) : multibyte(bytes, at: index)
  }

  /// The class of an ASCII byte, the commonest first.
  @inline(__always)
  private static func ascii(_ byte: UInt8) -> CharacterClass {
    if isASCIILetter(byte) { return .letter }
    switch byte {
    case 0x20, 0x09, 0x0B, 0x0C, 0x0D: return .space
    case 0x30...0x39: return .digit
    case 0x0A: return .newline
    case 0x27, 0x60: return .apostrophe
    default: return .other
    }
  }

  @inline(__always)
  static func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Whether an ASCII character behind letters ends their word: no digit, apostrophe or period.
  @inline(__always)
  static func partsPlainly(_ byte: UInt8) -> Bool {
    byte < 0x80 && byte != 0x2E && byte != 0x27 && byte != 0x60 && byte &- 0x30 > 9 && !isASCIILetter(byte)
  }

  /// The same for a character that begins with a byte of 0x80 or more.
  private static func multibyte(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (CharacterClass, Int) {
    let lead = bytes[index]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    guard index + length <= bytes.count else { return (.other, bytes.count - index) }
    switch length {
    case 2: return (twoBytes(lead, bytes[index + 1]), 2)
    case 3: return (threeBytes(lead, bytes[index + 1], bytes[index + 2]), 3)
    default: return (.other, length)
    }
  }

  /// U+0080 to U+07FF.
  private static func twoBytes(_ lead: UInt8, _ second: UInt8) -> CharacterClass {
    switch (lead, second) {
    case (0xC2, 0xA0): .space
    case (0xC2, 0xAD): .invisible
    case (0xC2, _), (0xC3, 0x97), (0xC3, 0xB7): .other
    case (0xCA, 0xB9...0xBF): .apostrophe
    case (0xD8, 0x8C), (0xD8, 0x9B), (0xD8, 0x9F): .other
    case (0xD8, 0x9C): .invisible
    default: .letter
    }
  }

  /// U+0800 to U+FFFF.
  private static func threeBytes(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> CharacterClass {
    switch (lead, second, third) {
    case (0xE2, 0x80, _): generalPunctuation(third)
    case (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): .space
    case (0xE2, 0x81, 0xA0...0xAF): .invisible
    case (0xE2, _, _), (0xE3, 0x80, _): .other
    case (0xEF, 0xBB, 0xBF), (0xEF, 0xB8, 0x80...0x8F): .invisible
    case (0xEF, 0xBC, 0x80...0x8F), (0xEF, 0xBF, _): .other
    default: .letter
    }
  }

  /// U+2000 to U+203F.
  private static func generalPunctuation(_ third: UInt8) -> CharacterClass {
    switch third {
    case 0x80...0x8B, 0xA8, 0xA9, 0xAF: .space
    case 0x8C...0x8F, 0xAA...0xAE: .invisible
    case 0x98, 0x99: .apostrophe
    default: .other
    }
  }

  /// Whether an upper-case letter of the Latin, Greek or Cyrillic script begins at `index`.
  static func isUpper(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return byte >= 0x41 && byte <= 0x5A }
    guard index + 1 < bytes.count else { return false }
    let next = bytes[index + 1]
    if byte < 0xE0 { return isUpper(UInt32(byte & 0x1F) << 6 | UInt32(next & 0x3F)) }
    return byte == 0xE1 && (0xB8...0xBB).contains(next) && index + 2 < bytes.count && bytes[index + 2] & 1 == 0
  }

  /// The blocks in which case alternates change its parity twice (The Unicode Standard, Latin Extended-A).
  private static func isUpper(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xDE: true
    case 0x100...0x137, 0x14A...0x177, 0x1E0...0x1EF, 0x1F8...0x21F: scalar & 1 == 0
    case 0x139...0x148, 0x179...0x17E: scalar & 1 == 1
    case 0x178: true
    case 0x386, 0x388...0x38F, 0x391...0x3A9, 0x400...0x42F: true
    case 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F: scalar & 1 == 0
    default: false
    }
  }

  /// Whether a letter that begins with this byte is of a script other than Latin.
  static func isOtherScript(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let lead = bytes[index]
    guard lead >= 0xCD, index + 1 < bytes.count else { return false }
    if lead == 0xCD { return bytes[index + 1] >= 0xB0 }
    return !(lead == 0xE1 && (0xB8...0xBB).contains(bytes[index + 1]))
  }
}
