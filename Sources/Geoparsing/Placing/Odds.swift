import Glibc

/// Prices as odds, and the logarithms that prices are made of.
enum Odds {
  /// The winner's share against the runner-up: 1 without one, rounded to three digits.
  static func share(_ best: Double, _ next: Double?) -> Double {
    guard let next else { return 1 }
    return (1000 / (1 + exp(best - next))).rounded() / 1000
  }

  /// The odds of a price against the least one.
  static func odds(_ price: Double, least: Double) -> Double { exp(least - price) }

  /// The price of a probability.
  static func price(_ probability: Double) -> Double { -log(probability) }

  /// How often a length doubles another.
  static func doublings(_ length: Double, of unit: Double) -> Double { log2(length / unit) }

  /// The power of ten.
  static func magnitude(_ count: Double) -> Double { log10(count) }
}
