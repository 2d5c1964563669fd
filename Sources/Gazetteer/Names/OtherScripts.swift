/// Folding beyond Latin letters: marks, Arabic, Greek and Cyrillic.
enum OtherScripts {
  enum Folded: Hashable {
    case drop
    case part
    case letter(UInt32)
  }

  static func fold(_ scalar: UInt32) -> Folded {
    switch scalar {
    case 0x80...0xBF: latin1(scalar)
    case 0x2B0...0x36F: .drop  // modifier letters (ayn, hamza, apostrophes) and combining marks
    case 0x370...0x52F: .letter(european(scalar))
    case 0x600...0x6FF: arabic(scalar)
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: .drop  // invisible and direction marks
    case 0x2018...0x201B, 0x2032, 0x2035, 0xFE0F: .drop  // quotes that stand for ayn and hamza
    case 0x2000...0x206F, 0x3000...0x3003, 0xFFFD, 0xD7, 0xF7: .part
    default: .letter(scalar)
    }
  }

  private static func latin1(_ scalar: UInt32) -> Folded {
    switch scalar {
    case 0xAD, 0xB4, 0xB8, 0xAF, 0xA8, 0xB7: .drop  // soft hyphen, acute, cedilla, macron, diaeresis, middle dot
    case 0xAA: .letter(0x61)
    case 0xBA: .letter(0x6F)
    default: .part
    }
  }

  /// Upper to lower case; the accents that matter in names (Ё, Й stay: they are letters of their own).
  private static func european(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x391...0x3A9, 0x410...0x42F: scalar + 0x20
    case 0x400...0x40F: scalar + 0x50
    case 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F: scalar | 1
    case 0x386, 0x3AC: 0x3B1
    case 0x388, 0x3AD: 0x3B5
    case 0x389, 0x3AE: 0x3B7
    case 0x38A, 0x3AF, 0x390, 0x3CA: 0x3B9
    case 0x38C, 0x3CC: 0x3BF
    case 0x38E, 0x3CD, 0x3B0, 0x3CB: 0x3C5
    case 0x38F, 0x3CE: 0x3C9
    case 0x3C2: 0x3C3
    default: scalar
    }
  }

  private static func arabic(_ scalar: UInt32) -> Folded {
    switch scalar {
    case 0x622, 0x623, 0x625, 0x671: .letter(0x627)  // alef with hamza, madda, wasla
    case 0x624: .letter(0x648)  // hamza on waw
    case 0x626, 0x649, 0x6CC: .letter(0x64A)  // hamza on ya, alef maksura, Farsi ya
    case 0x629, 0x6D5, 0x6C0, 0x6BE, 0x6C1, 0x6C3: .letter(0x647)  // ta marbuta and the other ha
    case 0x6A9: .letter(0x643)  // Farsi kaf
    case 0x621, 0x640, 0x64B...0x65F, 0x670, 0x610...0x61A, 0x6D6...0x6ED: .drop  // hamza, tatweel, vowel marks
    case 0x660...0x669: .letter(scalar - 0x660 + 0x30)
    case 0x6F0...0x6F9: .letter(scalar - 0x6F0 + 0x30)
    case 0x60C, 0x61B, 0x61F, 0x66A...0x66D, 0x6D4: .part
    default: .letter(scalar)
    }
  }
}
