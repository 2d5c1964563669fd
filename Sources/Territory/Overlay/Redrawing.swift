import Geometry

/// Finds maps on which the publisher changed his decimals: many positions differ by a hair and nothing moved.
struct Redrawing {
  /// Positions nearer than this in both directions are one, in steps of the grid: a millionth of a degree, 11 cm.
  static let tolerance: Int32 = 10
  /// So large a part of all positions must differ by a hair before a map is taken for redrawn.
  static let leastShare = 0.1

  /// The later outline with such positions put back where they were.
  let outline: Outline
  /// How many positions were put back.
  let count: Int

  /// The redrawn map put back; nil where it was not redrawn.
  init?(_ before: Outline, _ after: Outline, _ leftover: Leftover) {
    guard Double(leftover.added.count) >= Self.leastShare * Double(after.edges.count) else { return nil }
    let old = Self.ends(leftover.removed, before), new = Self.ends(leftover.added, after)
    var cells: [Cell: [GridPoint]] = [:]
    for point in old.subtracting(new) { cells[Cell(point), default: []].append(point) }
    var homes: [GridPoint: GridPoint] = [:]
    for point in new.subtracting(old) {
      if let home = Self.nearest(point, cells) { homes[point] = home }
    }
    guard Double(homes.count) >= Self.leastShare * Double(after.edges.count) else { return nil }
    count = homes.count
    outline = Outline(
      after.edges.compactMap { edge in
        let (from, to) = (homes[edge.from] ?? edge.from, homes[edge.to] ?? edge.to)
        return from == to ? nil : GridEdge(from: from, to: to, side: edge.side)
      })
  }

  /// What happened, for the user.
  static func sentence(_ count: Int, _ after: String, _ before: String, isAll: Bool) -> String {
    "\(after): \(count) positions differ from \(before) by 1e-06 degrees or less: the publisher changed his decimals, "
      + (isAll ? "and nothing moved" : "they are compared as unmoved")
  }

  private static func ends(_ numbers: [Int], _ outline: Outline) -> Set<GridPoint> {
    Set(numbers.lazy.flatMap { [outline.edges[$0].from, outline.edges[$0].to] })
  }

  private static func nearest(_ point: GridPoint, _ cells: [Cell: [GridPoint]]) -> GridPoint? {
    var best: GridPoint?
    Cell.near(point) { cell in
      for other in cells[cell] ?? [] where distance(other, point) <= tolerance {
        if let best, !isNearer(other, best, to: point) { continue }
        best = other
      }
    }
    return best
  }

  private static func isNearer(_ a: GridPoint, _ b: GridPoint, to point: GridPoint) -> Bool {
    (distance(a, point), a.x, a.y) < (distance(b, point), b.x, b.y)
  }

  private static func distance(_ a: GridPoint, _ b: GridPoint) -> Int64 {
    max(abs(Int64(a.x) - Int64(b.x)), abs(Int64(a.y) - Int64(b.y)))
  }

  /// A square much wider than the tolerance, so that what is near a point mostly lies in its own.
  private struct Cell: Hashable {
    static let width: Int32 = 256
    let column: Int32
    let row: Int32

    init(_ point: GridPoint) { self.init(column: point.x / Self.width, row: point.y / Self.width) }

    init(column: Int32, row: Int32) { (self.column, self.row) = (column, row) }

    /// Calls with each square that reaches within the tolerance of a point.
    static func near(_ point: GridPoint, _ look: (Cell) -> Void) {
      let low = Cell(GridPoint(x: point.x - tolerance, y: point.y - tolerance))
      let high = Cell(GridPoint(x: point.x + tolerance, y: point.y + tolerance))
      for column in low.column...high.column { for row in low.row...high.row { look(Cell(column: column, row: row)) } }
    }
  }
}
