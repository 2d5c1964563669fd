import TestSupport
import Formats

extension Random {
  /// Short text of what breaks readers: quotes, controls, line ends, Arabic, astral planes, combining marks.
  mutating func text() -> String {
    let pieces = [
      "a", " ", "\"", "\\", "/", "\n", "\r", "\r\n", "\t", ",", ";", "'", "=", "\u{0}", "\u{1F}", "\u{7F}", "é",
      "e\u{301}",
      "إدلب", "\u{200F}", "Idlib", "🛰", "\u{10FFFF}", "\u{FEFF}", "\u{2028}", "{", "]", "12", "-",
    ]
    return (0..<below(8)).map { _ in pieces[below(pieces.count)] }.joined()
  }

  /// Any finite Double, by its bits.
  mutating func double() -> Double {
    let value = Double(bitPattern: next())
    return value.isFinite ? value : double()
  }

  /// A value without Doubles that are whole: those come back as integers.
  mutating func json(depth: Int = 0) -> JSONValue {
    switch below(depth > 4 ? 5 : 7) {
    case 0: .null
    case 1: .bool(below(2) == 0)
    case 2: .int(Int(truncatingIfNeeded: next()) >> below(64))
    case 3: fraction()
    case 4: .string(text())
    case 5: .array((0..<below(5)).map { _ in json(depth: depth + 1) })
    default: .object(JSONObject((0..<below(20)).map { _ in (text(), json(depth: depth + 1)) }))
    }
  }

  private mutating func fraction() -> JSONValue {
    let value = below(2) == 0 ? double() : Double(below(1_000_000)) / 1000 + 0.0001
    return Int(exactly: value) == nil ? .double(value) : fraction()
  }
}
