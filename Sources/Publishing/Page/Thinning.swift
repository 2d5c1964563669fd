import Geometry

/// Makes layers small enough to stand inside a page: what lies far off goes, lines lose points no eye would miss.
///
/// For drawing alone: nothing is measured on the result.
struct Thinning {
  /// What is looked at, with room around it.
  let view: BoundingBox
  /// How far a line may stray, in degrees.
  let tolerance: Double

  /// For a view of the extent: a border as wide as the extent, at least two degrees.
  init(around extent: BoundingBox?) {
    guard let extent, !extent.crossesAntimeridian else {
      view = BoundingBox(west: -180, south: -90, east: 180, north: 90)
      tolerance = 0.05
      return
    }
    let margin = max(2, extent.width, extent.height)
    view = BoundingBox(
      west: max(-180, extent.west - 2 * margin), south: max(-90, extent.south - margin),
      east: min(180, extent.east + 2 * margin), north: min(90, extent.north + margin))
    tolerance = min(0.05, max(0.0005, max(extent.width, extent.height) / 4000))
  }

  /// The feature with what is left of its lines and areas, nil where nothing lies in view.
  func thinned(_ feature: Feature) -> Feature? {
    guard let shape = feature.geometry, let box = shape.boundingBox, box.intersects(view) else { return nil }
    var result = feature
    result.geometry = thinned(shape)
    return result.geometry == nil ? nil : result
  }

  private func thinned(_ shape: Shape) -> Shape? {
    switch shape {
    case .lineString, .multiLineString:
      let lines = shape.lines.compactMap { try? LineString(points($0.coordinates, tolerance / 2)) }
      return lines.isEmpty ? nil : .multiLineString(lines)
    case .polygon, .multiPolygon:
      let polygons = shape.polygons.compactMap(thinned)
      return polygons.isEmpty ? nil : .multiPolygon(MultiPolygon(polygons))
    default: return shape
    }
  }

  private func thinned(_ polygon: Polygon) -> Polygon? {
    guard Shape.polygon(polygon).boundingBox?.intersects(view) == true, let exterior = thinned(polygon.exterior) else {
      return nil
    }
    return Polygon(exterior: exterior, holes: polygon.holes.compactMap(thinned))
  }

  private func thinned(_ ring: Ring) -> Ring? { try? Ring(points(ring.coordinates, tolerance)) }

  /// Douglas and Peucker's choice of points, with a stack instead of recursion: rings may be long.
  private func points(_ all: [Coordinate], _ tolerance: Double) -> [Coordinate] {
    guard all.count > 4 else { return all }
    var keep = [Bool](repeating: false, count: all.count)
    // A ring begins where it ends: its middle is kept, so that the first chord has a length.
    let middle = all.count / 2
    (keep[0], keep[middle], keep[all.count - 1]) = (true, true, true)
    var open = [(0, middle), (middle, all.count - 1)]
    while let (start, end) = open.popLast() {
      guard end - start > 1, let far = farthest(all, start, end), far.distance > tolerance else { continue }
      keep[far.index] = true
      open.append((start, far.index))
      open.append((far.index, end))
    }
    return all.indices.filter { keep[$0] }.map { all[$0] }
  }

  private func farthest(_ all: [Coordinate], _ start: Int, _ end: Int) -> (index: Int, distance: Double)? {
    var best: (index: Int, distance: Double)?
    for index in start + 1..<end {
      let distance = Self.distance(all[index], all[start], all[end])
      if distance > (best?.distance ?? -1) { best = (index, distance) }
    }
    return best
  }

  /// From a point to a segment, on the plane of degrees.
  private static func distance(_ point: Coordinate, _ start: Coordinate, _ end: Coordinate) -> Double {
    let (dx, dy) = (end.lon - start.lon, end.lat - start.lat)
    let length = dx * dx + dy * dy
    let along = length > 0 ? ((point.lon - start.lon) * dx + (point.lat - start.lat) * dy) / length : 0
    let part = min(1, max(0, along))
    let (x, y) = (point.lon - start.lon - part * dx, point.lat - start.lat - part * dy)
    return (x * x + y * y).squareRoot()
  }
}
