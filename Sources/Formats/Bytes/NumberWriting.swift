extension ByteWriter {
  /// Appends the shortest decimal that reads back as the same value; a whole number has no `.0`.
  ///
  /// - Returns: false, with nothing written, when the value is not finite: no format here can say that.
  @discardableResult
  public mutating func append(shortest value: Double) -> Bool {
    guard value.isFinite else { return false }
    if let whole = Int(exactly: value), whole.magnitude < 1 << 53, !(whole == 0 && value.sign == .minus) {
      append(decimal: whole)
    } else {
      append(utf8: value.description)
    }
    return true
  }

  /// Appends the value with at most `places` decimals (0 to 9), by integer arithmetic, without trailing zeros.
  ///
  /// Writing what was read back from such a text gives the same text again. Values too large to be scaled
  /// exactly (beyond 2^53 units of the last place) are written in their shortest form.
  ///
  /// - Returns: false, with nothing written, when the value is not finite.
  @discardableResult
  public mutating func append(_ value: Double, places: Int) -> Bool {
    precondition(0...9 ~= places, "decimal places must be 0 to 9")
    let unit = Self.powersOfTen[places]
    let scaled = (value * Double(unit)).rounded()
    guard scaled.magnitude < 0x1p53 else { return append(shortest: value) }
    if scaled < 0 { append(ASCII.minus) }
    append(units: UInt64(scaled.magnitude), unit: unit, places: places)
    return true
  }

  private mutating func append(units: UInt64, unit: UInt64, places: Int) {
    append(digits: units / unit, atLeast: 1)
    var fraction = units % unit
    guard fraction > 0 else { return }
    var digits = places
    while fraction % 10 == 0 {
      fraction /= 10
      digits -= 1
    }
    append(ASCII.period)
    append(digits: fraction, atLeast: digits)
  }

  private static let powersOfTen: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  ]
}
