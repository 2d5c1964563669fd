#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Fits the prices of readings to annotated toponyms.
///
/// A conditional logit (McFadden 1974): the odds of a reading are `exp(-price)`, its price the sum of amounts times
/// prices; the likelihood of the right readings is raised by gradient descent (Adam, Kingma and Ba 2015). The prices
/// are held to those given by an L2 weight, so that what few texts tell does not outweigh what is known.
public struct PriceFit: Sendable {
  /// The prices' names, in the order of the amounts.
  public let names: [String]
  /// The prices given.
  public let given: [Double]
  private let isFitted: [Bool]
  private let restraint: Double
  private let steps: Int

  /// A fit of those prices whose names are in `fitted`.
  public init(names: [String], given: [Double], fitted: Set<String>, restraint: Double = 20, steps: Int = 300) {
    self.names = names
    self.given = given
    isFitted = names.map(fitted.contains)
    self.restraint = restraint
    self.steps = steps
  }

  /// The prices that the toponyms ask for, none below 0.
  public func prices(for toponyms: [WeighedToponym]) -> [Double] {
    let toponyms = toponyms.filter(\.isInstructive)
    let weights = PriceFit.weights(toponyms)
    var (prices, mean, square) = (given, given.map { _ in 0.0 }, given.map { _ in 0.0 })
    for step in 1...max(steps, 1) {
      var slope = zip(prices, given).map { restraint * ($0 - $1) }
      for (toponym, weight) in zip(toponyms, weights) { toponym.addSlope(prices, weight, to: &slope) }
      for row in prices.indices where isFitted[row] {
        mean[row] = 0.9 * mean[row] + 0.1 * slope[row]
        square[row] = 0.99 * square[row] + 0.01 * slope[row] * slope[row]
        let pace = 0.05 / ((square[row] / (1 - pow(0.99, Double(step)))).squareRoot() + 1e-8)
        prices[row] = max(0, prices[row] - pace * mean[row] / (1 - pow(0.9, Double(step))))
      }
    }
    return prices
  }

  /// The share of toponyms with a choice whose cheapest reading is right.
  public func accuracy(_ prices: [Double], on toponyms: [WeighedToponym]) -> Double? {
    let toponyms = toponyms.filter(\.isInstructive)
    guard !toponyms.isEmpty else { return nil }
    return Double(toponyms.count { $0.isRight($0.cheapest(prices)) }) / Double(toponyms.count)
  }

  /// The same on texts that the prices were not fitted to: each quarter of the texts by the other three.
  public func crossValidated(_ toponyms: [WeighedToponym]) -> Double? {
    let toponyms = toponyms.filter(\.isInstructive)
    guard toponyms.count >= 8 else { return nil }
    var texts: [String: Int] = [:]
    for toponym in toponyms where texts[toponym.docID] == nil { texts[toponym.docID] = texts.count % 4 }
    var right = 0
    for part in 0..<4 {
      let prices = prices(for: toponyms.filter { texts[$0.docID] != part })
      right += toponyms.count { texts[$0.docID] == part && $0.isRight($0.cheapest(prices)) }
    }
    return Double(right) / Double(toponyms.count)
  }

  /// A name that a text repeats counts as the root of how often.
  private static func weights(_ toponyms: [WeighedToponym]) -> [Double] {
    var counts: [String: Int] = [:]
    for toponym in toponyms { counts[toponym.docID + "\t" + toponym.text, default: 0] += 1 }
    return toponyms.map { 1 / Double(counts[$0.docID + "\t" + $0.text] ?? 1).squareRoot() }
  }
}
