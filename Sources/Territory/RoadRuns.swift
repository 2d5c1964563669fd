import Geodesy
import Geometry

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A stretch of a road on which the wanted side is always the same hand.
struct RoadRun {
  /// The positions of the stretch, on the plane.
  var positions: [Coordinate]
  /// Whether the wanted side is to the left along it.
  let onLeft: Bool
}

extension RoadRun {
  /// The stretches of a road drawn on a plane.
  ///
  /// The west of a stretch that runs north is its left, of one that runs south its right. A segment within 20 degrees of
  /// due east or west says nothing of it and goes with the nearest that does; and what turns back for less than the
  /// width of the strip (a hairpin, a junction's loop) goes with the stretch beside it. So the wriggles of a road do not
  /// change its sides.
  static func runs(of road: [Coordinate], side: RoadSide, width: Double) -> [RoadRun] {
    let steps = Array(zip(road, road.dropFirst()))
    let lengths = steps.map { length($0.0, $0.1) }
    let hands = calmed(settled(steps.map { onLeft($0.0, $0.1, side) }, lengths: lengths), lengths, width)
    var runs: [RoadRun] = []
    for (step, hand) in zip(steps, hands) {
      if let last = runs.indices.last, runs[last].onLeft == hand {
        runs[last].positions.append(step.1)
      } else {
        runs.append(RoadRun(positions: [step.0, step.1], onLeft: hand))
      }
    }
    return runs
  }

  /// Whether the side is to the left of the segment; nil when the segment runs nearly toward or from it.
  private static func onLeft(_ from: Coordinate, _ to: Coordinate, _ side: RoadSide) -> Bool? {
    switch side {
    case .left: return true
    case .right: return false
    case .toward(let direction):
      let course = atan2(to.lon - from.lon, to.lat - from.lat) * 180 / .pi
      let toLeft = cos((course - 90 - direction.azimuth) * .pi / 180)
      return abs(toLeft) < sin(20 * .pi / 180) ? nil : toLeft > 0
    }
  }

  /// Undecided segments take the hand of the nearest decided one along the road; where none is decided, the hand of the
  /// whole does not matter, for the road has no such side, and left is as good as right.
  private static func settled(_ hands: [Bool?], lengths: [Double]) -> [Bool] {
    let (before, after) = (reaches(hands, lengths), reaches(hands.reversed(), lengths.reversed()).reversed())
    return zip(hands, zip(before, Array(after))).map { hand, near in
      if let hand { return hand }
      guard let last = near.0 else { return near.1?.hand ?? true }
      guard let next = near.1 else { return last.hand }
      return next.way < last.way ? next.hand : last.hand
    }
  }

  /// The hands with stretches shorter than `least` given the hand beside them, the shortest first.
  private static func calmed(_ hands: [Bool], _ lengths: [Double], _ least: Double) -> [Bool] {
    var stretches: [(hand: Bool, segments: Int, length: Double)] = []
    func join(_ next: (hand: Bool, segments: Int, length: Double)) {
      guard let last = stretches.indices.last, stretches[last].hand == next.hand else { return stretches.append(next) }
      stretches[last].segments += next.segments
      stretches[last].length += next.length
    }
    for (hand, length) in zip(hands, lengths) { join((hand, 1, length)) }
    while stretches.count > 1,
      let shortest = stretches.indices.min(by: { stretches[$0].length < stretches[$1].length }),
      stretches[shortest].length < least
    {
      let old = stretches
      stretches = []
      for (index, stretch) in old.enumerated() {
        join(index == shortest ? (!stretch.hand, stretch.segments, stretch.length) : stretch)
      }
    }
    return stretches.flatMap { repeatElement($0.hand, count: $0.segments) }
  }

  /// For each segment the last decided hand before it, and how far back that was.
  private static func reaches(_ hands: [Bool?], _ lengths: [Double]) -> [(hand: Bool, way: Double)?] {
    var last: (hand: Bool, way: Double)?
    return zip(hands, lengths).map { hand, length in
      defer { last = hand.map { ($0, 0) } ?? last.map { ($0.hand, $0.way + length) } }
      return last
    }
  }

  static func length(_ a: Coordinate, _ b: Coordinate) -> Double { hypot(b.lon - a.lon, b.lat - a.lat) }
}
