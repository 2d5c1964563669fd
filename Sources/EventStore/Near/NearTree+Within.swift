import Geodesy
import Geometry

/// A range of a tree's points that may be within a limit, or surely is.
private struct Span {
  var low: Int
  var high: Int
  var isSure: Bool
}

extension NearTree {
  /// The items of the points whose way, less their radius, is at most `limit`; in no order.
  ///
  /// - Parameter point: the position of an item as it was given: the few that the chord does not decide are measured.
  ///   Without it these are taken along.
  func within(_ limit: Double, of center: Coordinate, _ point: ((UInt32) -> Coordinate)?) -> [UInt32] {
    guard count > 0 else { return [] }
    let place = Geocentric.position(center)
    let spans = spans(limit, of: place)
    let most = spans.reduce(0) { $0 + $1.high - $1.low }
    return Array(unsafeUninitializedCapacity: most) { buffer, found in
      guard let out = buffer.baseAddress else { return }
      for span in spans {
        if span.isSure {
          (out + found).update(from: items + span.low, count: span.high - span.low)
          found += span.high - span.low
        } else {
          found += test(span.low..<span.high, limit, center, place, point, into: out + found)
        }
      }
    }
  }

  /// What the boxes tell: ranges wholly within, and leaves to be looked at.
  private func spans(_ limit: Double, of place: SIMD4<Double>) -> [Span] {
    let sure = Geocentric.sureChord(limit)
    let sure2 = sure >= 0 ? sure * sure : -1
    var bound = (radius: 0.0, chord2: squared(Geocentric.possibleChord(limit)))
    var spans: [Span] = []
    spans.reserveCapacity(256)
    func visit(_ node: Int, _ level: Int, _ low: Int, _ high: Int) {
      let box = boxes[node]
      if box.radius != bound.radius {
        bound = (box.radius, squared(Geocentric.possibleChord(limit + box.radius)))
      }
      guard box.nearest2(place) <= bound.chord2 else { return }
      if box.furthest2(place) <= sure2 { return add(low, high, true) }
      guard level < depth else { return add(low, high, false) }
      let middle = (low + high) / 2
      visit(2 * node, level + 1, low, middle)
      visit(2 * node + 1, level + 1, middle, high)
    }
    func add(_ low: Int, _ high: Int, _ isSure: Bool) {
      if isSure, let last = spans.last, last.isSure, last.high == low {
        spans[spans.count - 1].high = high
      } else {
        spans.append(Span(low: low, high: high, isSure: isSure))
      }
    }
    visit(1, 0, 0, count)
    return spans
  }

  /// Looks at every point of a leaf.
  @inline(__always) private func test(
    _ range: Range<Int>, _ limit: Double, _ center: Coordinate, _ place: SIMD4<Double>,
    _ point: ((UInt32) -> Coordinate)?, into out: UnsafeMutablePointer<UInt32>
  ) -> Int {
    var found = 0
    var bound = ChordBound(limit)
    for index in range {
      let (dx, dy, dz) = (x[index] - place.x, y[index] - place.y, z[index] - place.z)
      let chord2 = dx * dx + dy * dy + dz * dz
      if radii[index] != bound.radius { bound = ChordBound(limit, radius: radii[index]) }
      guard chord2 <= bound.possible2 else { continue }
      if chord2 > bound.sure2, let point {
        let way = Ellipsoid.distance(center, point(items[index])).rawValue
        guard way - bound.radius <= limit else { continue }
      }
      out[found] = items[index]
      found += 1
    }
    return found
  }

  @inline(__always) private func squared(_ value: Double) -> Double { value * value }
}

/// Between which squares of the chord the geodesic must decide.
private struct ChordBound {
  let radius: Double
  let sure2: Double
  let possible2: Double

  @inline(__always) init(_ limit: Double, radius: Double = 0) {
    let sure = Geocentric.sureChord(limit + radius)
    let possible = Geocentric.possibleChord(limit + radius)
    self.radius = radius
    sure2 = sure >= 0 ? sure * sure : -1
    possible2 = possible * possible
  }
}
