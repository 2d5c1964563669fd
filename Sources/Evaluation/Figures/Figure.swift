/// One row of the table that an evaluation prints.
public struct Figure: Hashable, Sendable {
  /// What it was measured on.
  public var set: String
  /// What was measured: `events f1`, `resolution acc@20km`.
  public var measure: String
  /// How it came out, nil where there was nothing to measure.
  public var value: Double?

  /// A figure.
  public init(_ set: String, _ measure: String, _ value: Double?) {
    self.set = set
    self.measure = measure
    self.value = value
  }

  /// A count.
  init(_ set: String, _ measure: String, _ count: Int) { self.init(set, measure, Double(count)) }
}
