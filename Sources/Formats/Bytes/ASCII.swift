/// The bytes that the grammars of this module speak of, by name.
enum ASCII {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let recordSeparator: UInt8 = 0x1E
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let apostrophe: UInt8 = 0x27
  static let plus: UInt8 = 0x2B
  static let comma: UInt8 = 0x2C
  static let minus: UInt8 = 0x2D
  static let period: UInt8 = 0x2E
  static let slash: UInt8 = 0x2F
  static let zero: UInt8 = 0x30
  static let nine: UInt8 = 0x39
  static let colon: UInt8 = 0x3A
  static let leftBracket: UInt8 = 0x5B
  static let backslash: UInt8 = 0x5C
  static let rightBracket: UInt8 = 0x5D
  static let bar: UInt8 = 0x7C
  static let leftBrace: UInt8 = 0x7B
  static let rightBrace: UInt8 = 0x7D

  /// The UTF-8 byte order mark, which editors and spreadsheets put before a text.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  static func isDigit(_ byte: UInt8) -> Bool { byte &- zero < 10 }

  /// Is the byte a blank of JSON: space, tab, line feed or carriage return?
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == space || byte == lineFeed || byte == carriageReturn || byte == tab
  }
}

extension UnsafeRawBufferPointer {
  /// The part of the buffer in the range, counted from 0 again.
  func part(_ range: Range<Int>) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: self[range]) }

  /// 3 when the buffer begins with a byte order mark, else 0.
  var byteOrderMarkLength: Int { starts(with: ASCII.byteOrderMark) ? 3 : 0 }

  /// The text of the bytes, nil when they are not UTF-8.
  var text: String? {
    // Checked here and then taken as it is: several times as fast as `String(validating:as:)`.
    UTF8Check.firstBadOffset(in: self) == nil ? String(decoding: self, as: UTF8.self) : nil
  }
}
