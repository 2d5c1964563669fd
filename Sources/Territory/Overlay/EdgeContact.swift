/// How two edges of the grid meet, in exact integers.
enum EdgeContact {
  /// Whether the edges touch anywhere but at ends that they share.
  static func clash(_ a: GridEdge, _ b: GridEdge) -> Bool {
    let turns = Turns(a, b)
    if turns.areFlat { return overlap(a, b) }
    return turns.cross || rests(b.from, on: a, turns.b.from) || rests(b.to, on: a, turns.b.to)
      || rests(a.from, on: b, turns.a.from) || rests(a.to, on: b, turns.a.to)
  }

  /// Where two edges must be cut so that they share ends only: `cut` is called with whether it is the first that is cut,
  /// and where. A crossing is laid on the nearest position of the grid.
  static func cuts(_ a: GridEdge, _ b: GridEdge, cut: (_ isFirst: Bool, GridPoint) -> Void) {
    let turns = Turns(a, b)
    if turns.areApart { return }
    if turns.cross {
      let point = crossing(a, b)
      if point != a.from, point != a.to { cut(true, point) }
      if point != b.from, point != b.to { cut(false, point) }
      return
    }
    if rests(b.from, on: a, turns.b.from) { cut(true, b.from) }
    if rests(b.to, on: a, turns.b.to) { cut(true, b.to) }
    if rests(a.from, on: b, turns.a.from) { cut(false, a.from) }
    if rests(a.to, on: b, turns.a.to) { cut(false, a.to) }
  }

  /// On which side of each edge the ends of the other lie.
  private struct Turns {
    let a: (from: Int, to: Int)
    let b: (from: Int, to: Int)

    init(_ a: GridEdge, _ b: GridEdge) {
      self.b = (turn(a.from, a.to, b.from), turn(a.from, a.to, b.to))
      self.a = (turn(b.from, b.to, a.from), turn(b.from, b.to, a.to))
    }

    /// Whether both edges lie on one line.
    var areFlat: Bool { a == (0, 0) && b == (0, 0) }
    /// Whether they cross, neither ending on the other.
    var cross: Bool { a.from * a.to < 0 && b.from * b.to < 0 }
    /// Whether one of them lies wholly beside the other.
    var areApart: Bool { a.from * a.to > 0 || b.from * b.to > 0 }
  }

  /// The position of the grid nearest to where two edges cross.
  private static func crossing(_ a: GridEdge, _ b: GridEdge) -> GridPoint {
    let along = wide(a.from, b.from, across: b), whole = wide(a.from, a.to, across: b)
    let share = Double(along) / Double(whole)
    return GridPoint(
      x: Int32((Double(a.from.x) + share * Double(Int64(a.to.x) - Int64(a.from.x))).rounded()),
      y: Int32((Double(a.from.y) + share * Double(Int64(a.to.y) - Int64(a.from.y))).rounded()))
  }

  /// The cross product of the way from one point to another with an edge.
  private static func wide(_ from: GridPoint, _ to: GridPoint, across edge: GridEdge) -> Int128 {
    let (x, y) = (Int128(to.x) - Int128(from.x), Int128(to.y) - Int128(from.y))
    return x * (Int128(edge.to.y) - Int128(edge.from.y)) - y * (Int128(edge.to.x) - Int128(edge.from.x))
  }

  /// Whether a point in line with the edge lies between its ends.
  private static func rests(_ point: GridPoint, on edge: GridEdge, _ turn: Int) -> Bool {
    guard turn == 0, point != edge.from, point != edge.to else { return false }
    return min(edge.from.x, edge.to.x) <= point.x && point.x <= max(edge.from.x, edge.to.x)
      && min(edge.from.y, edge.to.y) <= point.y && point.y <= max(edge.from.y, edge.to.y)
  }

  /// Whether two edges on one line have more than an end in common; the same edge the other way round is a border.
  private static func overlap(_ a: GridEdge, _ b: GridEdge) -> Bool {
    if a.from == b.to, a.to == b.from { return false }
    if a.from == b.from, a.to == b.to { return true }
    return rests(b.from, on: a, 0) || rests(b.to, on: a, 0) || rests(a.from, on: b, 0) || rests(a.to, on: b, 0)
  }

  /// 1 when the point lies to the left of the line from a to b, -1 to the right, 0 on it.
  static func turn(_ a: GridPoint, _ b: GridPoint, _ point: GridPoint) -> Int {
    turn(
      Int64(b.x) - Int64(a.x), Int64(b.y) - Int64(a.y), Int64(point.x) - Int64(a.x), Int64(point.y) - Int64(a.y))
  }

  /// 1 when the second direction turns left from the first, -1 when it turns right, 0 when both are in line.
  static func turn(_ ax: Int64, _ ay: Int64, _ bx: Int64, _ by: Int64) -> Int {
    // Differences have 33 bits, so that their products may need more than 64.
    let (left, isWide) = ax.multipliedReportingOverflow(by: by)
    let (right, isWider) = ay.multipliedReportingOverflow(by: bx)
    if !isWide, !isWider { return left == right ? 0 : left > right ? 1 : -1 }
    let (one, other) = (Int128(ax) * Int128(by), Int128(ay) * Int128(bx))
    return one == other ? 0 : one > other ? 1 : -1
  }
}
