import Geometry

extension Arrangement {
  /// The ground of each group of faces; `groups` has a walk's, negative for none.
  func grounds(_ groups: [Int32], count: Int) -> [[Polygon]] {
    var rings = [[OpenRing]](repeating: [], count: count)
    var isDone = [Bool](repeating: false, count: origins.count)
    var tracer = Tracer(arrangement: self, groups: groups)
    for half in origins.indices where !isDone[half] && tracer.isBorder(Int32(half)) {
      rings[Int(tracer.group(Int32(half)))] += tracer.rings(from: Int32(half), &isDone)
    }
    return rings.map(GridNesting.polygons)
  }
}

/// A ring without its closing point, begun at its lowest corner, the westernmost of several.
struct OpenRing {
  let points: [GridPoint]
  /// Whether it runs counterclockwise, round ground and not round a hole.
  let isShell: Bool

  init(_ points: [GridPoint]) {
    let lowest = points.indices.min { (points[$0].y, points[$0].x) < (points[$1].y, points[$1].x) } ?? 0
    self.points = Array(points[lowest...] + points[..<lowest])
    // The lowest corner is convex.
    isShell = EdgeContact.turn(self.points[self.points.count - 1], self.points[0], self.points[1]) > 0
  }

  /// The same ring in degrees.
  var ring: Ring? { try? Ring(points.map(\.coordinate) + [points[0].coordinate]) }
}

/// Follows the borders of groups.
private struct Tracer {
  let arrangement: Arrangement
  let groups: [Int32]
  /// Where on the open path each point stands, -1 when it does not.
  private var places: [Int32]

  init(arrangement: Arrangement, groups: [Int32]) {
    (self.arrangement, self.groups) = (arrangement, groups)
    places = [Int32](repeating: -1, count: arrangement.points.count)
  }

  func group(_ half: Int32) -> Int32 { groups[Int(arrangement.walks[Int(half)])] }

  /// Whether a group is left of the half edge and not right of it.
  func isBorder(_ half: Int32) -> Bool {
    let mine = group(half)
    return mine >= 0 && group(Arrangement.twin(half)) != mine
  }

  /// The rings of the border that a half edge is part of: where it comes back to a point, a ring ends.
  mutating func rings(from start: Int32, _ isDone: inout [Bool]) -> [OpenRing] {
    var (rings, path): ([OpenRing], [Int32]) = ([], [])
    var half = start
    repeat {
      isDone[Int(half)] = true
      let point = arrangement.origins[Int(half)]
      let place = Int(places[Int(point)])
      if place >= 0 { rings.append(cutOff(&path, from: place)) }
      places[Int(point)] = Int32(path.count)
      path.append(point)
      half = next(half)
    } while half != start
    if !path.isEmpty { rings.append(cutOff(&path, from: 0)) }
    return rings
  }

  /// Takes the end of the path as a ring.
  private mutating func cutOff(_ path: inout [Int32], from place: Int) -> OpenRing {
    let ring = path[place...]
    for point in ring { places[Int(point)] = -1 }
    defer { path.removeSubrange(place...) }
    return OpenRing(ring.map { arrangement.points[Int($0)] })
  }

  /// The next half edge of the border round the same ground, which may go on across edges within the group.
  private func next(_ half: Int32) -> Int32 {
    let mine = group(half)
    var next = arrangement.nexts[Int(half)]
    while group(Arrangement.twin(next)) == mine { next = arrangement.nexts[Int(Arrangement.twin(next))] }
    return next
  }
}
