/// How two edges of the grid meet, in exact integers.
enum EdgeContact {
  /// Whether the edges touch anywhere but at ends that they share.
  static func clash(_ a: GridEdge, _ b: GridEdge) -> Bool {
    let turns = (
      turn(a.from, a.to, b.from), turn(a.from, a.to, b.to), turn(b.from, b.to, a.from), turn(b.from, b.to, a.to)
    )
    if turns == (0, 0, 0, 0) { return overlap(a, b) }
    if turns.0 * turns.1 < 0, turns.2 * turns.3 < 0 { return true }
    return rests(b.from, on: a, turns.0) || rests(b.to, on: a, turns.1) || rests(a.from, on: b, turns.2)
      || rests(a.to, on: b, turns.3)
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
  private static func turn(_ a: GridPoint, _ b: GridPoint, _ point: GridPoint) -> Int {
    // Differences have 33 bits, so that their products need more than 64.
    let left = wide(Int64(b.x) - Int64(a.x), Int64(point.y) - Int64(a.y))
    let right = wide(Int64(b.y) - Int64(a.y), Int64(point.x) - Int64(a.x))
    return left == right ? 0 : left > right ? 1 : -1
  }

  private static func wide(_ a: Int64, _ b: Int64) -> Int128 { Int128(a) * Int128(b) }
}
