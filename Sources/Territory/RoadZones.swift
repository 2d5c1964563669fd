import Geometry
import Topology

/// The ground that is nearest to each of several runs of a road, on the plane.
///
/// One run needs no zones. Where a road turns back on itself, Voronoi cells of places along it say whose the ground
/// between is.
struct RoadZones {
  private let runs: [RoadRun]
  private let width: Double
  private let engine: Engine
  private var zones: [Shape] = []

  init(runs: [RoadRun], width: Double, engine: Engine) throws(TopologyError) {
    (self.runs, self.width, self.engine) = (runs, width, engine)
    guard runs.count > 1, let box = frame else { return }
    let places = runs.map { samples($0.positions) }
    let cells = try engine.voronoi(places.flatMap { $0 }, within: box, grid: Ground.planeGrid)
    var start = 0
    for group in places {
      zones.append(try engine.union(Array(cells[start..<start + group.count]), grid: Ground.planeGrid))
      start += group.count
    }
  }

  /// The part of the shape in the run's zone.
  func clip(_ shape: Shape, to run: Int) throws(TopologyError) -> Shape {
    zones.isEmpty ? shape : try engine.intersection(shape, zones[run], grid: Ground.planeGrid)
  }

  /// The run, led straight on past the places where it gives way to another, so that the outside of the bend is held too.
  func stretched(_ run: Int) -> [Coordinate] {
    PlaneLine.stretched(runs[run].positions, by: width, atStart: run > 0, atEnd: run < runs.count - 1)
  }

  /// Places along a run, a twentieth of the width apart, close to its ends but never on them: an end is two runs' own.
  private func samples(_ path: [Coordinate]) -> [Coordinate] {
    zip(path, path.dropFirst()).flatMap { a, b in
      let size = RoadRun.length(a, b)
      let count = max(2, Int((size / (width / 20)).rounded(.up)))
      let inset = min(1, size / 4)
      return (0..<count).map { part in
        let share = (inset + (size - 2 * inset) * Double(part) / Double(count - 1)) / size
        return Coordinate(lon: a.lon + (b.lon - a.lon) * share, lat: a.lat + (b.lat - a.lat) * share)
      }
    }
  }

  private var frame: BoundingBox? {
    let boxes = runs.flatMap(\.positions).map { BoundingBox($0) }
    guard let first = boxes.first else { return nil }
    let box = boxes.dropFirst().reduce(first) { $0.union($1) }
    return BoundingBox(
      west: box.west - 3 * width, south: box.south - 3 * width, east: box.east + 3 * width, north: box.north + 3 * width
    )
  }
}
