/// What stands before a number.
public enum NumberQualifier: String, Sendable {
  /// "at least"
  case least
  /// "more than"
  case more
  /// "about"
  case about
  /// "up to"
  case most
  /// "only"
  case exact
  /// "between" (with the second figure behind it)
  case between
}

/// A quantity in a text: "at least four", "between 20 and 30", "1.7 million", "dozens".
public struct NumberExpression: Sendable {
  /// All tokens, the qualifier included.
  public var tokens: Range<Int>
  /// The tokens of the figure alone.
  public var figure: Range<Int>
  /// The figure, nil where the words give none ("scores"). The lower bound of a range.
  public var value: Double?
  /// The least it can be, as said.
  public var low: Double?
  /// The most it can be, as said.
  public var high: Double?
  /// What stands before it.
  public var qualifier: NumberQualifier?
  /// Digits in the text, not words.
  public var isDigits: Bool
  /// Half a unit of the last digit said: 25 -> 0.5, 300 -> 50, 2.5 -> 0.05.
  public var rounding: Double

  /// The figure as a count, nil where there is none or it is no whole number.
  public var count: Int? {
    value.flatMap { $0 == $0.rounded() && abs($0) < 1e15 ? Int($0) : nil }
  }
}
