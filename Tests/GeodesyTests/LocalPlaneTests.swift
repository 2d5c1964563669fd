import TestSupport
import Geodesy
import Geometry
import Testing

@Suite struct LocalPlaneTests {
  @Test func `the plane keeps distance and direction from its center`() {
    var random = Random(seed: 5)
    for _ in 0..<300 {
      let plane = LocalPlane(center: random.place())
      let azimuth = Double.random(in: 0..<360, using: &random)
      let point = Ellipsoid.direct(from: plane.center, azimuth: azimuth, distance: Meters(80000))
      let flat = plane.flat(point)
      #expect(abs((flat.lon * flat.lon + flat.lat * flat.lat).squareRoot() - 80000) < 1e-5)
      #expect(Ellipsoid.distance(plane.round(flat), point).rawValue < 1e-6)
    }
  }

  @Test func `north is up and east is right`() {
    let plane = LocalPlane(center: Coordinate(lon: 36, lat: 35))
    #expect(plane.flat(Coordinate(lon: 36, lat: 36)).lat > 110_000)
    #expect(plane.flat(Coordinate(lon: 37, lat: 35)).lon > 90000)
    #expect(plane.flat(plane.center) == Coordinate(lon: 0, lat: 0))
  }

  @Test func `a shape over the antimeridian stays whole`() throws {
    let plane = LocalPlane(center: Coordinate(lon: 179.9, lat: -17))
    let box = Shape.polygon(Polygon(exterior: try square(-20000, -20000, 40000)))
    let lons = plane.round(box).coordinates.map(\.lon)
    #expect(lons.allSatisfy { abs($0 - 179.9) < 1 })
    #expect(abs(Ellipsoid.area(of: plane.round(box)).rawValue / 1.6e9 - 1) < 1e-4)
  }

  @Test func `densifying adds positions on the line and keeps its length`() throws {
    let line = try LineString([Coordinate(lon: 179, lat: 10), Coordinate(lon: -178, lat: 12)])
    let dense = Ellipsoid.densify(line, maxSegment: Meters(10000))
    #expect(dense.coordinates.count > 33)
    #expect(dense.coordinates.first == line.coordinates.first && dense.coordinates.last == line.coordinates.last)
    #expect(abs((Ellipsoid.length(of: dense) - Ellipsoid.length(of: line)).rawValue) < 1e-5)
    for (a, b) in zip(dense.coordinates, dense.coordinates.dropFirst()) {
      #expect(Ellipsoid.distance(a, b).rawValue <= 10000)
    }
  }
}
