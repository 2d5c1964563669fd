import Geometry
import Records
import Testing

@testable import Gazetteer

/// Which units hold a point.
@Suite struct `Units of administration` {
  private func noise(_ count: Int) -> [(x: Double, y: Double)] {
    var state: UInt64 = 15
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    return (0..<count).map { _ in (next(), next()) }
  }

  /// Ray casting over all edges, as the textbook has it.
  private func holds(_ polygon: Polygon, _ point: Coordinate) -> Bool {
    ([polygon.exterior] + polygon.holes).reduce(false) { inside, ring in
      zip(ring.coordinates, ring.coordinates.dropFirst()).reduce(inside) { inside, edge in
        let (a, b) = edge
        guard (a.lat > point.lat) != (b.lat > point.lat) else { return inside }
        return point.lon < a.lon + (point.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon) ? !inside : inside
      }
    }
  }

  private func polygons(_ shape: Shape?) -> [Polygon] {
    switch shape {
    case .polygon(let polygon): [polygon]
    case .multiPolygon(let all): all.polygons
    default: []
    }
  }

  @Test func `grid and strips find what looking at every edge finds`() throws {
    let index = try Committed.index.get()
    let shapes = index.allBoundaries.map { ($0, polygons($0.shape)) }
    var inside = 0
    for (x, y) in noise(400) {
      // Half of the points in and about Syria, where the units are small.
      let point =
        x < 0.5 ? Coordinate(lon: 35 + 15 * x, lat: 32 + 5.5 * y) : Coordinate(lon: 720 * x - 540, lat: 180 * y - 90)
      let plain = shapes.filter { unit in unit.1.contains { holds($0, point) } }.map(\.0.number).reversed()
      #expect(index.boundaries(at: point).map(\.number) == Array(plain), "\(point)")
      inside += plain.isEmpty ? 0 : 1
    }
    #expect(inside > 100)
  }

  @Test func `a point between two units or a little off the coast belongs to the nearest`() throws {
    let index = try Fixture.index()
    #expect(index.units(at: Coordinate(lon: 34.98, lat: 35)).country == "SY")
    #expect(index.units(at: Coordinate(lon: 34.9, lat: 35)) == AdminUnits())
    #expect(index.units(at: Coordinate(lon: 42.03, lat: 32)).country == "SY")
  }

  @Test func `positions that are none are in no unit`() throws {
    let index = try Fixture.index()
    for (lon, lat) in [(Double.nan, 0.0), (200, 0), (0, 91), (.infinity, 1)] {
      #expect(index.units(at: Coordinate(lon: lon, lat: lat)) == AdminUnits())
    }
    for (lon, lat) in [(-180.0, -90.0), (180, 90), (180, -90)] {
      _ = index.units(at: Coordinate(lon: lon, lat: lat))
    }
  }
}
