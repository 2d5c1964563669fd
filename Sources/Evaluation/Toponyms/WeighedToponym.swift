public import Geometry

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An annotated toponym with its readings as they were weighed.
public struct WeighedToponym: Sendable {
  /// The text it stands in.
  public let docID: String
  /// The words.
  public let text: String
  /// How much of each price speaks against each reading.
  let amounts: [[Double]]
  /// Whether each reading is as near to the annotated place as the nearest one, give or take 25 km.
  let right: [Bool]

  /// A toponym; nil where no reading lies within 161 km of the annotated place.
  public init?(
    docID: String, text: String, point: Coordinate, readings: [(amounts: [Double], point: Coordinate?)]
  ) {
    let distances = readings.map { $0.point.map { SphereDistance.kilometers(point, $0) } ?? .infinity }
    guard let nearest = distances.min(), nearest <= 161 else { return nil }
    self.docID = docID
    self.text = text
    amounts = readings.map(\.amounts)
    right = distances.map { $0 <= nearest + 25 }
  }

  /// Some readings are right and some are wrong.
  var isInstructive: Bool { right.contains(true) && right.contains(false) }

  func isRight(_ reading: Int) -> Bool { right[reading] }

  /// The cheapest reading, the first of equals.
  func cheapest(_ prices: [Double]) -> Int {
    let sums = sums(prices)
    return sums.indices.min { sums[$0] < sums[$1] } ?? 0
  }

  /// Adds the slope of the negative logarithm of the right readings' likelihood.
  func addSlope(_ prices: [Double], _ weight: Double, to slope: inout [Double]) {
    let sums = sums(prices)
    let least = sums.min() ?? 0
    let odds = sums.map { exp(least - $0) }
    let all = odds.reduce(0, +)
    let good = max(zip(odds, right).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }, 1e-300)
    for (reading, row) in amounts.enumerated() {
      let pull = weight * ((right[reading] ? odds[reading] / good : 0) - odds[reading] / all)
      for (price, amount) in row.enumerated() where amount != 0 { slope[price] += pull * amount }
    }
  }

  private func sums(_ prices: [Double]) -> [Double] {
    amounts.map { row in zip(row, prices).reduce(0) { $0 + $1.0 * $1.1 } }
  }
}
