/// What a byte, or the character that begins there, is to the tokenizer.
enum CharacterClass: UInt8 {
  case letter, digit, space, newline, apostrophe, other
}

/// The class table of the ASCII bytes; every other byte goes through `CharacterClass.multibyte`.
let asciiClasses: [CharacterClass] = (0..<128).map { byte in
  switch byte {
  case 0x41...0x5A, 0x61...0x7A: .letter
  case 0x30...0x39: .digit
  case 0x0A: .newline
  case 0x09, 0x0B, 0x0C, 0x0D, 0x20: .space
  case 0x27, 0x60: .apostrophe
  default: .other
  }
}

extension CharacterClass {
  /// The class and the length in bytes of the character at `index`, which begins with a byte of 0x80 or more.
  static func multibyte(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (CharacterClass, Int) {
    let lead = bytes[index]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    guard index + length <= bytes.count else { return (.other, bytes.count - index) }
    if lead == 0xC2 { return (bytes[index + 1] == 0xA0 ? .space : .other, 2) }
    if lead == 0xD8, bytes[index + 1] == 0x8C || bytes[index + 1] == 0x9B || bytes[index + 1] == 0x9F {
      return (.other, 2)
    }
    if lead == 0xCA, (0xB9...0xBF).contains(bytes[index + 1]) { return (.apostrophe, 2) }
    if lead == 0xE2 { return (generalPunctuation(bytes[index + 1], bytes[index + 2]), 3) }
    if lead == 0xEF, bytes[index + 1] == 0xBB, bytes[index + 2] == 0xBF { return (.space, 3) }
    return (lead < 0xC0 || lead >= 0xF0 ? .other : .letter, length)
  }

  /// U+2000 to U+2FFF.
  private static func generalPunctuation(_ second: UInt8, _ third: UInt8) -> CharacterClass {
    guard second == 0x80 else { return second == 0x81 && third == 0x9F ? .space : .other }
    switch third {
    case 0x80...0x8F, 0xA8...0xAF: return .space
    case 0x98, 0x99: return .apostrophe
    default: return .other
    }
  }
}
