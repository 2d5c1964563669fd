/// Lengths for readers; data keeps them unrounded.
enum Kilometers {
  /// "11.9 km" of meters; whole kilometers from 100 km.
  static func text(_ meters: Double) -> String { "\(number(meters)) km" }

  /// "11.9" of meters.
  static func number(_ meters: Double) -> String {
    let kilometers = meters / 1000
    guard kilometers.isFinite else { return "?" }
    if kilometers.magnitude >= 100 { return TollWords.count(Int(kilometers.rounded())) }
    return oneDecimal(kilometers)
  }

  /// "2 km", "500 m": a radius, whose digits would feign a precision.
  static func rough(_ meters: Double) -> String {
    guard meters.isFinite else { return "?" }
    return meters < 1000 ? "\(Int(meters.rounded())) m" : trimmed(text(meters))
  }

  /// A number with exactly one decimal, rounded half away from zero.
  static func oneDecimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return (tenths < 0 ? "-" : "") + "\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
  }

  private static func trimmed(_ text: String) -> String {
    text.hasSuffix(".0 km") ? text.dropLast(5) + " km" : text
  }
}
