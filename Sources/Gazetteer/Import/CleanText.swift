import Formats

/// Text as other people's tables hold it, made fit for a name.
enum CleanText {
  /// The text without marks of writing direction and without blanks at its ends; control characters are blanks.
  static func name(_ bytes: UnsafeRawBufferPointer) -> String {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      let mark = markLength(bytes, position)
      if mark > 0 {
        position += mark
        continue
      }
      let byte = bytes[position]
      let isBlank = byte <= 0x20 || byte == 0x7F
      if !isBlank { kept.append(byte) } else if let last = kept.last, last != 0x20 { kept.append(0x20) }
      position += 1
    }
    if kept.last == 0x20 { kept.removeLast() }
    return String(decoding: kept, as: UTF8.self)
  }

  static func name(_ text: String) -> String {
    var text = text
    return text.withUTF8 { name(UnsafeRawBufferPointer($0)) }
  }

  /// The names of a list parted by a byte, without empty ones.
  static func names(_ bytes: UnsafeRawBufferPointer, partedBy separator: UInt8) -> [String] {
    bytes.split(separator: separator).map { name(UnsafeRawBufferPointer(rebasing: $0)) }.filter { !$0.isEmpty }
  }

  static func names(_ text: String?, partedBy separator: Character) -> [String] {
    guard var text, let separator = separator.asciiValue else { return [] }
    return text.withUTF8 { names(UnsafeRawBufferPointer($0), partedBy: separator) }
  }

  /// The length of a mark of direction here, 0 when there is none: U+061C, U+200E, U+200F, U+202A...U+202E,
  /// U+2066...U+2069, U+FEFF.
  private static func markLength(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int {
    switch bytes[at] {
    case 0xD8: return at + 1 < bytes.count && bytes[at + 1] == 0x9C ? 2 : 0
    case 0xE2:
      guard at + 2 < bytes.count else { return 0 }
      let rest = (bytes[at + 1], bytes[at + 2])
      let isMark =
        rest.0 == 0x80 && (0x8E...0x8F ~= rest.1 || 0xAA...0xAE ~= rest.1) || rest.0 == 0x81 && 0xA6...0xA9 ~= rest.1
      return isMark ? 3 : 0
    case 0xEF: return at + 2 < bytes.count && bytes[at + 1] == 0xBB && bytes[at + 2] == 0xBF ? 3 : 0
    default: return 0
    }
  }

  /// Whether an alternate name of a settlement is one that people write: GeoNames also holds machine romanizations (all
  /// in small letters) and airport codes.
  static func isWritten(_ name: String) -> Bool {
    let letters = name.utf8.filter { $0 >= 0x80 || (65...90).contains($0) || (97...122).contains($0) }
    guard letters.allSatisfy({ $0 < 0x80 }) else { return true }
    let capitals = letters.filter { $0 < 97 }.count
    return capitals > 0 && !(capitals == letters.count && letters.count <= 4)
  }
}
