import TestSupport
import EventStore
import Foundation
import Geodesy
import Geometry
import Testing

@Suite struct `An index of points` {
  /// Points anywhere, in clusters, twice at one place, at the poles and on the antimeridian.
  static func points(_ count: Int, _ random: inout Random) -> [Coordinate] {
    var points = [at(0, 90), at(77, -90), at(180, -17), at(-180, -17), at(-0.0, 0.0), at(.nan, 1), at(36, 136)]
    while points.count < count {
      let center = random.place()
      points.append(center)
      for _ in 0..<20 {
        let way = Meters(random.number(0...30_000))
        points.append(Ellipsoid.direct(from: center, azimuth: random.number(0...360), distance: way))
      }
      points.append(points[points.count - 3])
    }
    return points
  }

  static func centers(_ points: [Coordinate], _ random: inout Random) -> [Coordinate] {
    [at(180, -17), at(-179.99, -17), at(0, 90), at(12, -89.99), at(0, 0)]
      + (0..<12).map { _ in random.place() } + (20..<60).map { points[$0 * 7] }
  }

  @Test func `it finds within a limit what measuring finds`() {
    var random = Random(seed: 3)
    let points = Self.points(3000, &random)
    let radii = points.indices.map { $0 % 3 == 0 ? random.number(0...5e4) : 0 }
    let (plain, uncertain) = (NearIndex(points), NearIndex(points, radii: radii))
    for center in Self.centers(points, &random) {
      let ways = points.map { $0.isOnEarth ? Ellipsoid.distance(center, $0).rawValue : .infinity }
      // A limit that is exactly a point's own distance counts it.
      let exact = ways[21].isFinite ? ways[21] : 1
      for limit in [0, 1e3, 1e4, exact, 2e5, 3e6, 1.2e7, 1.9e7, 2.1e7] {
        let found = plain.within(Meters(limit), of: center).sorted()
        #expect(found == points.indices.filter { ways[$0] <= limit }.map(UInt32.init))
        let possible = uncertain.within(Meters(limit), of: center).sorted()
        #expect(possible == points.indices.filter { ways[$0] - radii[$0] <= limit }.map(UInt32.init))
      }
    }
  }

  @Test func `it finds the nearest in the order of their distances`() {
    var random = Random(seed: 5)
    let points = Self.points(2000, &random)
    let index = NearIndex(points)
    for center in Self.centers(points, &random) {
      let ways = points.map { $0.isOnEarth ? Ellipsoid.distance(center, $0).rawValue : .infinity }
      let order = points.indices.filter { ways[$0].isFinite }.sorted { (ways[$0], $0) < (ways[$1], $1) }
      for count in [1, 2, 20, 500] {
        #expect(index.nearest(count, to: center) == order.prefix(count).map(UInt32.init))
      }
      #expect(index.nearest(100_000, to: center).count == order.count)
    }
    #expect(NearIndex([]).nearest(3, to: at(0, 0)).isEmpty && NearIndex([]).within(Meters(1), of: at(0, 0)).isEmpty)
  }

  @Test func `a chord bounds the way from both sides`() {
    var random = Random(seed: 7)
    for _ in 0..<20_000 {
      let start = random.place()
      let length = exp(random.number(0...16))
      let end = Ellipsoid.direct(from: start, azimuth: random.number(0...360), distance: Meters(length))
      let way = Ellipsoid.distance(start, end)
      let hair = max(way.rawValue * 1e-9, 1e-5)
      #expect(NearIndex([end]).within(way + Meters(hair), of: start).count == 1)
      #expect(NearIndex([end]).within(way - Meters(hair), of: start).isEmpty)
    }
  }
}
