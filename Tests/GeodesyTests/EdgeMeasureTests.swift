import Geodesy
import Geometry
import Testing

@Suite struct EdgeMeasureTests {
  @Test func `the edges of a ring sum to its area and its length as geod_polygon has them`() throws {
    let rings: [[(Double, Double)]] = [
      [(36, 35), (37, 35), (37, 36), (36, 36)], [(-10, 48), (10, 47.5), (11, 60), (-3, 62)],
      [(36.1, -1), (37, 2), (35.5, 1.2)], [(170, -20), (179.9, -21), (175, 10)],
    ]
    for corners in rings {
      let ring = try Ring(closing: corners.map { Coordinate(lon: $0.0, lat: $0.1) })
      var (area, length) = (LongSum(), LongSum())
      for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst()) {
        let edge = Ellipsoid.measure(from: a, to: b)
        area += edge.area
        length += edge.length
      }
      let (whole, way) = (Ellipsoid.area(of: ring).rawValue, Ellipsoid.perimeter(of: ring).rawValue)
      #expect(abs(abs(area.value) / whole - 1) < 1e-12)
      #expect((area.value > 0) == (ring.winding == .counterclockwise))
      #expect(abs(length.value / way - 1) < 1e-12)
    }
  }

  @Test func `area and length in one walk are those of two`() throws {
    let shell = try Ring(
      closing: [(36.0, 35.0), (37, 35), (37, 36), (36, 36)].map { Coordinate(lon: $0.0, lat: $0.1) })
    let hole = try Ring(
      closing: [(36.2, 35.2), (36.2, 35.4), (36.4, 35.4)].map { Coordinate(lon: $0.0, lat: $0.1) })
    let polygon = Polygon(exterior: shell, holes: [hole])
    let both = Ellipsoid.areaAndPerimeter(of: polygon)
    #expect(both.area == Ellipsoid.area(of: polygon))
    #expect(both.perimeter == Ellipsoid.perimeter(of: polygon))
  }

  @Test func `a long sum forgets nothing`() {
    var sum = LongSum()
    sum += 1e17
    for _ in 0..<1000 { sum += 0.001 }
    sum += -1e17
    #expect(abs(sum.value - 1) < 1e-12)
  }
}
