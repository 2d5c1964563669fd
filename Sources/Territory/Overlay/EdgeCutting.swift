/// Cuts edges wherever they meet, until they share ends only. All cuts lie on the grid.
///
/// Laying a crossing on the grid moves its edges by less than a step, so that they may meet others: cutting goes on until
/// nothing is left to cut, looking only at pairs with an edge that was just cut.
struct EdgeCutting {
  /// The edges, those of a cut edge one after the other.
  private(set) var edges: [GridEdge]
  private var isNew: [Bool]

  /// Real maps need three rounds.
  private static let mostRounds = 16

  private init(_ edges: [GridEdge]) {
    (self.edges, isNew) = (edges, [Bool](repeating: true, count: edges.count))
  }

  /// The edges cut; nil where there is no end to it.
  static func cut(_ edges: [GridEdge]) -> [GridEdge]? {
    var cutting = EdgeCutting(edges)
    for _ in 0..<mostRounds {
      var cuts = cutting.cuts()
      if cuts.isEmpty { return cutting.edges }
      cuts.sort { $0.edge < $1.edge }
      cutting.apply(cuts)
    }
    return nil
  }

  private struct Cut {
    let edge: Int32
    let point: GridPoint
  }

  /// An edge's number with its box.
  private struct Span {
    let number: Int32
    let west: Int32
    let east: Int32
    let south: Int32
    let north: Int32

    init(_ number: Int32, _ edge: GridEdge) {
      self.number = number
      (west, east) = (min(edge.from.x, edge.to.x), max(edge.from.x, edge.to.x))
      (south, north) = (min(edge.from.y, edge.to.y), max(edge.from.y, edge.to.y))
    }
  }

  private func cuts() -> [Cut] {
    let bands = Bands(edges)
    var found: [Cut] = []
    var spans: [Span] = []
    for band in bands.indices {
      spans.removeAll(keepingCapacity: true)
      for number in bands.edges(in: band) { spans.append(Span(number, edges[Int(number)])) }
      spans.sort { $0.west < $1.west }
      sweep(spans, bands.latitudes(of: band), &found)
    }
    return found
  }

  /// Looks at the pairs in a band whose boxes meet; in which band a pair is looked at is a matter of where they meet
  /// first.
  private func sweep(_ spans: [Span], _ latitudes: ClosedRange<Int64>, _ found: inout [Cut]) {
    for (place, one) in spans.enumerated() {
      let isOneNew = isNew[Int(one.number)]
      var next = place + 1
      while next < spans.count, spans[next].west <= one.east {
        let other = spans[next]
        next += 1
        guard isOneNew || isNew[Int(other.number)], other.south <= one.north, one.south <= other.north,
          latitudes.contains(Int64(max(one.south, other.south)))
        else { continue }
        EdgeContact.cuts(edges[Int(one.number)], edges[Int(other.number)]) { isFirst, point in
          found.append(Cut(edge: isFirst ? one.number : other.number, point: point))
        }
      }
    }
  }

  private mutating func apply(_ cuts: [Cut]) {
    var (parted, isPart): ([GridEdge], [Bool]) = ([], [])
    parted.reserveCapacity(edges.count + cuts.count)
    isPart.reserveCapacity(edges.count + cuts.count)
    var next = 0
    for (number, edge) in edges.enumerated() {
      let first = next
      while next < cuts.count, cuts[next].edge == number { next += 1 }
      if next == first {
        parted.append(edge)
        isPart.append(false)
        continue
      }
      var from = edge.from
      for point in Self.ordered(cuts[first..<next], along: edge) + [edge.to] where point != from {
        parted.append(GridEdge(from: from, to: point, side: edge.side))
        isPart.append(true)
        from = point
      }
    }
    (edges, isNew) = (parted, isPart)
  }

  /// Points beside an edge in the order in which it passes them.
  private static func ordered(_ cuts: ArraySlice<Cut>, along edge: GridEdge) -> [GridPoint] {
    if cuts.count < 2 { return cuts.map(\.point) }
    let (x, y) = (Int64(edge.to.x) - Int64(edge.from.x), Int64(edge.to.y) - Int64(edge.from.y))
    func place(_ point: GridPoint) -> (Int64, Int64) {
      let (east, north) = (Int64(point.x) * x.signum(), Int64(point.y) * y.signum())
      return abs(x) >= abs(y) ? (east, north) : (north, east)
    }
    return cuts.map(\.point).sorted { place($0) < place($1) }
  }
}
