import Geodesy
import Geometry

/// A path of geodesic edges, seen in space: what is surely further than something else needs no geodesic.
struct SpacePath {
  private let places: [SIMD4<Double>]

  init(_ coordinates: [Coordinate]) { places = coordinates.map(Geocentric.position) }

  var edges: Range<Int> { 0..<max(0, places.count - 1) }

  /// A way that no way from the place to the edge is shorter than: the straight distance to the edge's chord, less the
  /// most that the edge bends away from it.
  @inline(__always) func leastWay(from place: SIMD4<Double>, toEdge index: Int) -> Double {
    let (start, along) = (places[index], places[index + 1] - places[index])
    let length2 = (along * along).sum()
    guard length2 < Self.longestChord2 else { return 0 }
    let toPlace = place - start
    let share = length2 > 0 ? max(0, min(1, (toPlace * along).sum() / length2)) : 0
    let gap = toPlace - along * share
    // A curve of this length that bends no sharper than the sharpest geodesic; its length is its chord and at most 1 %.
    let bend = length2 * 1.03 / (8 * Geocentric.leastCurvatureRadius) + 1e-5
    return max(0, (gap * gap).sum().squareRoot() - bend)
  }

  private static let longestChord2 = 2e6 * 2e6

  /// The same for all edges; infinite without any.
  func leastWay(from place: SIMD4<Double>) -> Double {
    edges.reduce(.infinity) { min($0, leastWay(from: place, toEdge: $1)) }
  }

  /// The square of the chord from the place to the nearest position.
  fileprivate func nearestChord2(to place: SIMD4<Double>) -> Int? {
    places.indices.min { one, other in
      let (a, b) = (places[one] - place, places[other] - place)
      return (a * a).sum() < (b * b).sum()
    }
  }
}

extension ShapeWay {
  /// The way from a point to a line, as `Ellipsoid.distance(from:to:)` measures it, edges that are surely too far left out.
  static func measured(_ point: Coordinate, to line: LineString) -> ShapeWay { measured(point, to: WayLine(line)) }

  /// The same to a line that is in space already.
  static func measured(_ point: Coordinate, to way: WayLine) -> ShapeWay {
    let (line, path, place) = (way.line, way.path, Geocentric.position(point))
    var best = between(point, line.coordinates[path.nearestChord2(to: place) ?? 0])
    for edge in path.edges where path.leastWay(from: place, toEdge: edge) <= best.distance {
      guard let piece = try? LineString([line.coordinates[edge], line.coordinates[edge + 1]]) else { continue }
      let foot = Ellipsoid.distance(from: point, to: piece)
      guard foot.distance.rawValue < best.distance else { continue }
      best = ShapeWay(distance: foot.distance.rawValue, ends: (point, foot.nearest))
    }
    return best
  }

  /// The way between two points.
  static func between(_ one: Coordinate, _ other: Coordinate) -> ShapeWay {
    ShapeWay(distance: Ellipsoid.distance(one, other).rawValue, ends: (one, other))
  }

  /// Keeps the shorter.
  static func keep(_ way: ShapeWay, in best: inout ShapeWay?) {
    if way.distance < best?.distance ?? .infinity { best = way }
  }

  /// The least of many ways, of which few are measured: the one that may be shortest gives a bound for the others.
  ///
  /// - Parameters:
  ///   - positions: where the ways begin.
  ///   - paths: where they end, at the nearest.
  ///   - measure: measures the way of a position.
  static func least(
    _ positions: [Coordinate], to paths: [SpacePath], _ measure: (Coordinate) -> ShapeWay?
  ) -> ShapeWay? {
    let bounds = positions.map { position in
      let place = Geocentric.position(position)
      return paths.reduce(.infinity) { min($0, $1.leastWay(from: place)) }
    }
    guard let first = bounds.indices.min(by: { bounds[$0] < bounds[$1] }),
      var best = measure(positions[first])
    else { return nil }
    for index in bounds.indices where index != first && bounds[index] <= best.distance {
      if let way = measure(positions[index]), way.distance < best.distance { best = way }
    }
    return best
  }
}

extension Shape {
  /// Its lines and rings.
  var paths: [SpacePath] {
    lines.map { SpacePath($0.coordinates) } + polygons.flatMap(\.rings).map { SpacePath($0.coordinates) }
  }
}
