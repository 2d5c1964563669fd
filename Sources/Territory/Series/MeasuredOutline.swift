import Geodesy

/// An outline with the measures of its edges, each edge measured once in a series.
struct MeasuredOutline {
  let outline: Outline
  let measures: [EdgeMeasure]

  /// - Parameter leftover: where edges come from a map that was measured before.
  init(_ outline: Outline, from last: MeasuredOutline? = nil, _ leftover: Leftover? = nil) {
    self.outline = outline
    measures = outline.edges.indices.map { number in
      if let last, let origin = leftover?.origins[number], origin >= 0 { return last.measures[Int(origin)] }
      let edge = outline.edges[number]
      return Ellipsoid.measure(from: edge.from.coordinate, to: edge.to.coordinate)
    }
  }

  /// Each side's square meters.
  func areas(_ count: Int) -> [Double] { sums(count) { $0.area } }

  /// The length of each side's outline in meters, and the number of its edges.
  func lengths(_ count: Int) -> (meters: [Double], edges: [Int]) {
    var edges = [Int](repeating: 0, count: count)
    for edge in outline.edges { edges[Int(edge.side)] += 1 }
    return (sums(count) { $0.length }, edges)
  }

  private func sums(_ count: Int, _ value: (EdgeMeasure) -> Double) -> [Double] {
    var sums = [LongSum](repeating: LongSum(), count: count)
    for (edge, measure) in zip(outline.edges, measures) { sums[Int(edge.side)] += value(measure) }
    return sums.map(\.value)
  }
}
