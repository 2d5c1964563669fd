import Foundation

/// Prices as odds.
enum Odds {
  /// The winner's share against the runner-up: 1 without one, rounded to three digits.
  static func share(_ best: Double, _ next: Double?) -> Double {
    guard let next else { return 1 }
    return (1000 / (1 + exp(best - next))).rounded() / 1000
  }
}
