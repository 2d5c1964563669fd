import TestSupport
import Geodesy
import Geometry
import Testing

@Suite struct EdgesOfTheEarth {
  @Test func `the two ends of the antimeridian are one place`() {
    let (east, west) = (Coordinate(lon: 180, lat: -17), Coordinate(lon: -180, lat: -17))
    #expect(Ellipsoid.distance(east, west).rawValue == 0)
    let beside = Coordinate(lon: -179.99, lat: -17)
    #expect(Ellipsoid.distance(east, beside) == Ellipsoid.distance(west, beside))
    #expect(angle(Ellipsoid.inverse(east, beside).azimuth, 90) < 0.01)
  }

  @Test func `all longitudes of a pole are one place`() {
    for lon in [0.0, 77, -180, 180] {
      #expect(Ellipsoid.distance(Coordinate(lon: lon, lat: 90), Coordinate(lon: 12, lat: 90)).rawValue < 1e-8)
    }
    let down = Ellipsoid.inverse(Coordinate(lon: 30, lat: 90), Coordinate(lon: 30, lat: 0))
    #expect(abs(down.distance.rawValue - 10_001_965.729) < 1e-3)
    #expect(down.azimuth == 180 && down.backAzimuth == 0)
  }

  @Test func `minus zero is zero`() {
    for (a, b) in [(0.0, 1.0), (-0.0, 1.0), (0.0, -1.0), (-0.0, -1.0)] {
      let way = Ellipsoid.inverse(Coordinate(lon: a, lat: a), Coordinate(lon: b, lat: -0.0))
      #expect(abs(way.distance.rawValue - 111_319.490793) < 1e-6)
      #expect(way.azimuth == (b > 0 ? 90 : 270))
    }
    #expect(Ellipsoid.turned(-0.0).sign == .plus)
    #expect(Ellipsoid.turned(-1e-20) == 0)
    #expect(Ellipsoid.turned(360) == 0)
    #expect(Ellipsoid.turned(-90) == 270)
    #expect(Ellipsoid.turned(720.5) == 0.5)
  }

  @Test func `no way is longer than half the meridian`() {
    var random = Random(seed: 3)
    for _ in 0..<500 {
      let a = random.place()
      let opposite = Coordinate(lon: a.lon > 0 ? a.lon - 180 : a.lon + 180, lat: -a.lat)
      let way = Ellipsoid.distance(a, opposite).rawValue
      #expect(way > 19_903_000 && way < 20_003_931.4587)
    }
  }

  @Test func `equal points are no distance apart`() {
    let here = Coordinate(lon: 37.16117, lat: 36.20124)
    #expect(Ellipsoid.distance(here, here).rawValue == 0)
  }

  @Test(arguments: [
    Coordinate(lon: 37, lat: 36), Coordinate(lon: 179.99, lat: -17), Coordinate(lon: -180, lat: 0),
    Coordinate(lon: 20, lat: 89.9), Coordinate(lon: -60, lat: -89.95), Coordinate(lon: 0, lat: 90),
  ])
  func `a circle holds its center and has its area, also round a pole`(center: Coordinate) {
    let circle = Ellipsoid.circle(center: center, radius: Meters(20000), vertices: 360)
    let area = Ellipsoid.area(of: circle).rawValue
    #expect(abs(area / (Double.pi * 4e8) - 1) < 2e-4)
    #expect(circle.exterior.winding == .counterclockwise)
    for position in circle.exterior.coordinates where abs(position.lat) != 90 {
      #expect(abs(Ellipsoid.distance(center, position).rawValue - 20000) < 1e-6)
    }
    let jumps = zip(circle.exterior.coordinates, circle.exterior.coordinates.dropFirst()).filter {
      abs($0.0.lon - $0.1.lon) > 180 && $0.0.lat != $0.1.lat
    }
    #expect(jumps.isEmpty)
  }
}
