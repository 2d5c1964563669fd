/// The cheapest way to give every row a column of its own (the Hungarian method, O(n³)).
enum Assignment {
  /// A cost that no allowed pair reaches.
  private static let forbidden = 1e6

  /// The pairs of row and column in the order of the columns. nil forbids a pair; rows and columns may stay alone.
  static func pairs(_ costs: [[Double?]]) -> [(row: Int, column: Int)] {
    let (rows, columns) = (costs.count, costs.first?.count ?? 0)
    guard rows > 0, columns > 0 else { return [] }
    let size = max(rows, columns)
    let square = (0..<size).map { row in
      (0..<size).map { column in
        row < rows && column < columns ? costs[row][column] ?? forbidden : forbidden
      }
    }
    var solver = HungarianSolver(costs: square)
    return solver.solve().filter { $0.row < rows && $0.column < columns && costs[$0.row][$0.column] != nil }
  }
}

/// Kuhn's method with potentials (after Andrey Lopatin's short form); rows and columns count from 1, 0 is the source.
private struct HungarianSolver {
  let costs: [[Double]]
  private var rowPotential: [Double]
  private var columnPotential: [Double]
  private var rowOfColumn: [Int]

  init(costs: [[Double]]) {
    self.costs = costs
    rowPotential = Array(repeating: 0, count: costs.count + 1)
    columnPotential = rowPotential
    rowOfColumn = Array(repeating: 0, count: costs.count + 1)
  }

  mutating func solve() -> [(row: Int, column: Int)] {
    for row in 1...costs.count { place(row) }
    return (1...costs.count).map { (rowOfColumn[$0] - 1, $0 - 1) }
  }

  /// Finds a column for the row, moving others where that is cheaper.
  private mutating func place(_ row: Int) {
    let size = costs.count
    var least = Array(repeating: Double.infinity, count: size + 1)
    var isUsed = Array(repeating: false, count: size + 1)
    var way = Array(repeating: 0, count: size + 1)
    rowOfColumn[0] = row
    var column = 0
    repeat {
      isUsed[column] = true
      let from = rowOfColumn[column]
      var (step, next) = (Double.infinity, 1)
      for other in 1...size where !isUsed[other] {
        let cost = costs[from - 1][other - 1] - rowPotential[from] - columnPotential[other]
        if cost < least[other] { (least[other], way[other]) = (cost, column) }
        if least[other] < step { (step, next) = (least[other], other) }
      }
      shift(by: step, isUsed, &least)
      column = next
    } while rowOfColumn[column] != 0
    while column != 0 {
      rowOfColumn[column] = rowOfColumn[way[column]]
      column = way[column]
    }
  }

  private mutating func shift(by step: Double, _ isUsed: [Bool], _ least: inout [Double]) {
    for column in isUsed.indices {
      if isUsed[column] {
        rowPotential[rowOfColumn[column]] += step
        columnPotential[column] -= step
      } else {
        least[column] -= step
      }
    }
  }
}
