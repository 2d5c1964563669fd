extension Arrangement {
  /// How often each slot's edges wind round each walk's ground: `slots` numbers a walk. Slots are closed lines together,
  /// so that the turns are the same whichever way one goes.
  func turns(slots: Int) -> [Int32] {
    var turns = [Int32](repeating: 0, count: starts.count * slots)
    var isKnown = [Bool](repeating: false, count: starts.count)
    let outermost = outermost()
    let rays = outermost.count > 1 ? Rays(self) : nil
    for (part, half) in outermost {
      rays?.addTurns(at: Int(origins[Int(half)]), outside: part, to: &turns, Int(walks[Int(half)]) * slots)
      spread(from: half, slots, &turns, &isKnown)
    }
    return turns
  }

  /// From the walk of a half edge to all that can be reached across edges.
  private func spread(from half: Int32, _ slots: Int, _ turns: inout [Int32], _ isKnown: inout [Bool]) {
    var open = [walks[Int(half)]]
    isKnown[Int(open[0])] = true
    while let walk = open.popLast() {
      var half = starts[Int(walk)]
      repeat {
        let across = Int(walks[Int(Self.twin(half))])
        if !isKnown[across] {
          isKnown[across] = true
          open.append(Int32(across))
          for slot in 0..<slots { turns[across * slots + slot] = turns[Int(walk) * slots + slot] }
          let sign: Int32 = half & 1 == 0 ? -1 : 1
          for step in self.steps(of: Int(half) / 2) { turns[across * slots + Int(step.slot)] += sign * step.turns }
        }
        half = nexts[Int(half)]
      } while half != starts[Int(walk)]
    }
  }

  func steps(of edge: Int) -> ArraySlice<Step> { steps[Int(firstSteps[edge])..<Int(firstSteps[edge + 1])] }

  /// For each part that hangs together, by a number of one of its points, a half edge with the ground around the part on
  /// its left.
  private func outermost() -> [(part: Int32, half: Int32)] {
    let parts = self.parts()
    var found = [Int32](repeating: -1, count: points.count)
    for half in origins.indices {
      let part = Int(parts[Int(origins[half])])
      if found[part] < 0 || isFurther(Int32(half), found[part]) { found[part] = Int32(half) }
    }
    return found.indices.lazy.filter { found[$0] >= 0 }.map { (Int32($0), found[$0]) }
  }

  /// Whether a half edge begins further west (then further south), or at the same point and turned further left: of those
  /// that leave the westernmost point, none turns further than north, and the last has the west on its left.
  private func isFurther(_ half: Int32, _ known: Int32) -> Bool {
    let (a, b) = (origin(half), origin(known))
    if a != b { return (a.x, a.y) < (b.x, b.y) }
    return EdgeContact.turn(a, origin(Self.twin(known)), origin(Self.twin(half))) > 0
  }

  /// For each point the least number of a point that it hangs together with.
  func parts() -> [Int32] {
    var heads = points.indices.map { Int32($0) }
    func head(_ point: Int32) -> Int32 {
      var point = point
      while heads[Int(point)] != point {
        heads[Int(point)] = heads[Int(heads[Int(point)])]
        point = heads[Int(point)]
      }
      return point
    }
    for edge in 0..<edgeCount {
      let (a, b) = (head(origins[2 * edge]), head(origins[2 * edge + 1]))
      if a != b { heads[Int(max(a, b))] = min(a, b) }
    }
    return points.indices.map { head(Int32($0)) }
  }
}

/// Counts the edges east of a point, to know what winds round it.
private struct Rays {
  private let arrangement: Arrangement
  private let edges: [GridEdge]
  private let bands: Bands
  private let parts: [Int32]

  init(_ arrangement: Arrangement) {
    self.arrangement = arrangement
    edges = (0..<arrangement.edgeCount).map { edge in
      GridEdge(from: arrangement.origin(Int32(2 * edge)), to: arrangement.origin(Int32(2 * edge + 1)), side: 0)
    }
    bands = Bands(edges)
    parts = arrangement.parts()
  }

  /// Adds the turns round a point by edges of other parts than its own.
  func addTurns(at number: Int, outside part: Int32, to turns: inout [Int32], _ start: Int) {
    let point = arrangement.points[number]
    for number in bands.edges(at: Double(point.y)) {
      let edge = edges[Int(number)]
      guard (edge.from.y > point.y) != (edge.to.y > point.y), parts[Int(arrangement.origins[2 * Int(number)])] != part
      else { continue }
      let isUp = edge.to.y > edge.from.y
      guard (EdgeContact.turn(edge.from, edge.to, point) > 0) == isUp else { continue }
      for step in arrangement.steps(of: Int(number)) {
        turns[start + Int(step.slot)] += isUp ? step.turns : -step.turns
      }
    }
  }
}
