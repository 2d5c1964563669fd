/// How many of the wanted were found, and how much else.
public struct Detection: Hashable, Sendable {
  /// Wanted and found.
  public var right: Int
  /// Found and not wanted.
  public var surplus: Int
  /// Wanted and not found.
  public var missed: Int

  /// Counts.
  public init(right: Int = 0, surplus: Int = 0, missed: Int = 0) {
    self.right = right
    self.surplus = surplus
    self.missed = missed
  }

  /// The share of the found that was wanted, nil where nothing was found.
  public var precision: Double? { share(right, of: right + surplus) }

  /// The share of the wanted that was found, nil where nothing was wanted.
  public var recall: Double? { share(right, of: right + missed) }

  /// The harmonic mean of the two, nil where either is.
  public var f1: Double? {
    guard let precision, let recall else { return nil }
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  /// Adds up.
  public static func += (sum: inout Detection, part: Detection) {
    sum.right += part.right
    sum.surplus += part.surplus
    sum.missed += part.missed
  }

  /// Precision, recall and F1 as rows of a table.
  func figures(_ set: String, _ name: String) -> [Figure] {
    [
      Figure(set, "\(name) precision", precision), Figure(set, "\(name) recall", recall),
      Figure(set, "\(name) f1", f1),
    ]
  }
}

/// A share, nil of nothing.
func share(_ part: Int, of whole: Int) -> Double? { whole == 0 ? nil : Double(part) / Double(whole) }

/// The middle value, nil of nothing; of an even number the mean of the two in the middle.
func median(_ values: [Double]) -> Double? {
  guard !values.isEmpty else { return nil }
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
