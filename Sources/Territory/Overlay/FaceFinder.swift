import Geometry

/// Ground with one holder before and one after, of all its pieces.
struct Passage {
  /// The side's number before; nil is nobody.
  let from: Int?
  /// The side's number after; nil is nobody.
  let to: Int?
  let polygons: [Polygon]
}

/// Cuts the plane along edges of two maps and says of every face who held it and who holds it.
struct FaceFinder {
  let before: Outline
  let after: Outline
  /// How many sides there are.
  let count: Int

  /// The ground of each pair of holders, by the edges of both maps; nil where cutting them comes to no end.
  func all() -> [Passage]? {
    // Slots are the sides before, then the sides after.
    let later = after.edges.map { GridEdge(from: $0.from, to: $0.to, side: $0.side + Int32(count)) }
    return passages(before.edges + later, slots: 2 * count) { turns in
      (holder(turns.prefix(count)), holder(turns.suffix(count)))
    }
  }

  /// The ground that changed hands, by the edges that stand in one map only; nil when these do not enclose ground as maps
  /// must.
  func changed(_ leftover: Leftover) -> [Passage]? {
    // What went is an edge the other way, so that the turns tell what each side has more than before.
    let gone = leftover.removed.lazy.map { before.edges[$0].reversed }
    var isSound = true
    let found = passages(gone + leftover.added.map { after.edges[$0] }, slots: count) { turns in
      if turns.contains(where: { abs($0) > 1 }) { isSound = false }
      if turns.count(where: { $0 == 1 }) > 1 || turns.count(where: { $0 == -1 }) > 1 { isSound = false }
      return (holder(turns.lazy.map { -$0 }), holder(turns))
    }
    guard isSound, let found, found.allSatisfy(isBorneOut) else { return nil }
    return found
  }

  /// Whether the whole maps say of a point in each polygon what its border says.
  private func isBorneOut(_ passage: Passage) -> Bool {
    passage.polygons.allSatisfy { polygon in
      let (x, y) = InteriorPoint.of(polygon)
      return before.holder(x, y) == Holder(side: passage.from, isSound: true)
        && after.holder(x, y) == Holder(side: passage.to, isSound: true)
    }
  }

  /// The first side that goes round the ground counterclockwise.
  private func holder(_ turns: some Collection<Int32>) -> Int? {
    for (side, turns) in turns.enumerated() where turns > 0 { return side }
    return nil
  }

  private func passages(
    _ edges: [GridEdge], slots: Int, _ holders: (ArraySlice<Int32>) -> (from: Int?, to: Int?)
  ) -> [Passage]? {
    guard let cut = EdgeCutting.cut(edges) else { return nil }
    let arrangement = Arrangement(cut)
    let turns = arrangement.turns(slots: slots)
    var pairs: [(from: Int?, to: Int?)] = []
    var numbers: [Int: Int32] = [:]
    let groups = arrangement.starts.indices.map { walk in
      let (from, to) = holders(turns[(walk * slots)..<((walk + 1) * slots)])
      if from == to, slots == count || from == nil { return Int32(-1) }
      let key = (from ?? count) * (count + 1) + (to ?? count)
      if let known = numbers[key] { return known }
      numbers[key] = Int32(pairs.count)
      pairs.append((from, to))
      return Int32(pairs.count - 1)
    }
    return zip(pairs, arrangement.grounds(groups, count: pairs.count)).map { pair, polygons in
      Passage(from: pair.from, to: pair.to, polygons: polygons)
    }
  }
}

/// The edges of two outlines that stand in one of them only, by their numbers.
struct Leftover {
  /// Edges of the earlier outline.
  var removed: [Int] = []
  /// Edges of the later outline.
  var added: [Int] = []
  /// For each edge of the later outline its number in the earlier one, -1 for added edges.
  var origins: [Int32] = []

  var isEmpty: Bool { removed.isEmpty && added.isEmpty }

  init(_ before: Outline, _ after: Outline) {
    var isKept = [Bool](repeating: false, count: before.edges.count)
    origins.reserveCapacity(after.edges.count)
    for (number, edge) in after.edges.enumerated() {
      let found = before.table.find(edge.from, edge.to, in: before.edges)
      if let found, before.edges[found].side == edge.side {
        isKept[found] = true
        origins.append(Int32(found))
      } else {
        added.append(number)
        origins.append(-1)
      }
    }
    for number in before.edges.indices where !isKept[number] { removed.append(number) }
  }
}
