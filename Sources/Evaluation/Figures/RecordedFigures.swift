import Formats

/// Figures that were once reached, from `Data/recorded.tsv`: a test fails when one is no longer reached.
public struct RecordedFigures: Hashable, Sendable {
  /// One of them.
  public struct Row: Hashable, Sendable {
    /// Set, measure and value.
    public var figure: Figure
    /// The command that measures it.
    public var command: String
  }

  /// The rows, in the order of the file.
  public let rows: [Row]

  /// Reads columns `set`, `measure`, `value` and `command`.
  public init(path: String) throws(EvaluationError) {
    let file = try Truthful.file(path)
    do throws(TableError) {
      let table = try Table(file)
      try table.require("set", "measure", "value", "command")
      rows = try table.rows.map { (row) throws(TableError) in
        let figure = Figure(try row.text("set"), try row.text("measure"), try row.double("value"))
        return Row(figure: figure, command: try row.text("command"))
      }
    } catch { throw .table(error) }
  }

  /// What is worse than recorded, a sentence each. Values are compared to three decimals, as they are written.
  public func shortfalls(_ figures: [Figure], of set: String) -> [String] {
    rows.filter { $0.figure.set == set }.compactMap { row in
      guard let wanted = row.figure.value else { return nil }
      let name = "\(set) \(row.figure.measure)"
      guard let figure = figures.first(where: { $0.measure == row.figure.measure }), let got = figure.value else {
        return "\(name): recorded \(Wording.number(wanted)), now not measured"
      }
      let isWorse = figure.isBetterLow ? got > wanted + 0.0005 : got < wanted - 0.0005
      return isWorse ? "\(name): recorded \(Wording.number(wanted)), now \(Wording.rounded(got, 1000))" : nil
    }
  }
}

extension Figure {
  /// Whether less of it is better: distances, and counts of what is wrong.
  public var isBetterLow: Bool {
    ["median km", "auc", "surplus", "taken", "differences", "false events"].contains { measure.has($0) }
  }
}
