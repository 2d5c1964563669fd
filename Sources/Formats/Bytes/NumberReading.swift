/// A decimal number read from ASCII bytes, before it becomes an Int or a Double.
///
/// Grammar: JSON's (RFC 8259, section 6): no leading `+`, no leading zeros, digits on both sides of the point.
struct DecimalNumber {
  /// Where the number ends in the buffer it was read from.
  private(set) var end: Int
  /// Has it neither point nor exponent?
  private(set) var isInteger = true

  private var isNegative = false
  private var mantissa: UInt64 = 0
  private var exponent = 0
  /// Do mantissa and exponent hold every digit? Nineteen digits do.
  private var isExact = true
  private let start: Int
  private let bytes: UnsafeRawBufferPointer

  /// Reads the number that begins at `start`; nil when what stands there is none.
  init?(_ bytes: UnsafeRawBufferPointer, at start: Int) {
    self.bytes = bytes
    self.start = start
    end = start
    if byte == ASCII.minus {
      isNegative = true
      end += 1
    }
    guard readWhole(), readFraction(), readExponent() else { return nil }
  }

  private var byte: UInt8 { end < bytes.count ? bytes[end] : 0 }

  private mutating func readWhole() -> Bool {
    guard byte == ASCII.zero else { return readDigits(shift: 0) }
    end += 1
    return !ASCII.isDigit(byte)
  }

  private mutating func readFraction() -> Bool {
    guard byte == ASCII.period else { return true }
    isInteger = false
    end += 1
    return readDigits(shift: -1)
  }

  /// Reads one digit or more into the mantissa; each moves the exponent by `shift`.
  private mutating func readDigits(shift: Int) -> Bool {
    let first = end
    while ASCII.isDigit(byte) {
      if mantissa < 1_000_000_000_000_000_000 {
        mantissa = mantissa &* 10 &+ UInt64(byte &- ASCII.zero)
        exponent += shift
      } else {
        isExact = false
      }
      end += 1
    }
    return end > first
  }

  private mutating func readExponent() -> Bool {
    guard byte | 0x20 == 0x65 else { return true }
    isInteger = false
    end += 1
    let negative = byte == ASCII.minus
    if negative || byte == ASCII.plus { end += 1 }
    guard ASCII.isDigit(byte) else { return false }
    var value = 0
    while ASCII.isDigit(byte) {
      // Far beyond what a Double can hold; the limit keeps the sum from overflowing.
      value = min(value * 10 + Int(byte &- ASCII.zero), 100_000)
      end += 1
    }
    exponent += negative ? -value : value
    return true
  }

  /// The value when it is an integer that fits.
  var int: Int? {
    guard isInteger, isExact, !(isNegative && mantissa == 0) else { return nil }
    let magnitude = Int(exactly: mantissa)
    return isNegative ? magnitude.map { -$0 } : magnitude
  }

  /// The nearest Double; infinite when the number is beyond the largest.
  var double: Double {
    // Both factors are exact, so one correctly rounded operation gives the nearest value (Clinger 1990).
    if isExact, mantissa <= 1 << 53, exponent.magnitude <= 22 {
      let power = Self.powersOfTen[Int(exponent.magnitude)]
      let value = exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
      return isNegative ? -value : value
    }
    return Double(String(decoding: bytes[start..<end], as: UTF8.self)) ?? .nan
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
    1e20, 1e21, 1e22,
  ]
}
