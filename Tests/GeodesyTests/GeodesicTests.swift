import TestSupport
import Geodesy
import Geometry
import Testing

@Suite struct GeodesicTests {
  @Test(arguments: inverseRows) func `distance and directions agree with geod`(row: InverseRow) {
    let way = Ellipsoid.inverse(row.a, row.b)
    #expect(abs(way.distance.rawValue - row.distance) < 1e-6)
    #expect(angle(way.azimuth, row.azimuth) < 1e-9)
    #expect(angle(way.backAzimuth, row.backAzimuth) < 1e-9)
    #expect(Ellipsoid.distance(row.a, row.b) == way.distance)
  }

  @Test(arguments: directRows) func `going a distance in a direction agrees with geod`(row: DirectRow) {
    let end = Ellipsoid.direct(from: row.start, azimuth: row.azimuth, distance: Meters(row.distance))
    #expect(abs(end.lat - row.end.lat) < 1e-10)
    #expect(angle(end.lon, row.end.lon) < 1e-10)
  }

  @Test(arguments: areaRows) func `areas agree with PROJ`(row: AreaRow) throws {
    let ring = try Ring(closing: row.path.map { Coordinate(lon: $0.0, lat: $0.1) })
    #expect(abs(Ellipsoid.area(of: ring).rawValue - row.area) <= 1e-12 * row.area)
    #expect(abs(Ellipsoid.perimeter(of: ring).rawValue - row.perimeter) <= 1e-12 * row.perimeter)
    #expect(abs(Ellipsoid.area(of: ring.reversed).rawValue - row.area) <= 1e-12 * row.area)
  }

  @Test func `a hole is taken away and parts are added`() throws {
    let outer = try square(36, 35, 1)
    let inner = try square(36.4, 35.4, 0.1)
    let holed = Polygon(exterior: outer, holes: [inner])
    let expected = Ellipsoid.area(of: outer) - Ellipsoid.area(of: inner)
    #expect(Ellipsoid.area(of: holed) == expected)
    let both = Shape.collection([.polygon(holed), .multiPolygon(MultiPolygon([Polygon(exterior: inner)]))])
    #expect(abs((Ellipsoid.area(of: both) - Ellipsoid.area(of: outer)).rawValue) < 1e-3)
    #expect(Ellipsoid.area(of: .point(Coordinate(lon: 1, lat: 1))) == SquareMeters(0))
  }

  @Test func `there and back is the same way`() {
    var random = Random(seed: 7)
    for _ in 0..<2000 {
      let (a, b) = (random.place(), random.place())
      let (there, back) = (Ellipsoid.inverse(a, b), Ellipsoid.inverse(b, a))
      #expect(abs((there.distance - back.distance).rawValue) < 1e-7)
      let arrival = Ellipsoid.direct(from: a, azimuth: there.azimuth, distance: there.distance)
      #expect(Ellipsoid.distance(arrival, b).rawValue < 1e-6)
      #expect((0..<360).contains(there.azimuth) && (0..<360).contains(there.backAzimuth))
    }
  }

  @Test func `lengths are sums of distances`() throws {
    let places = [
      Coordinate(lon: 37.16, lat: 36.2), Coordinate(lon: 36.8, lat: 35.86), Coordinate(lon: 36.7, lat: 35.1),
    ]
    let sum = Ellipsoid.distance(places[0], places[1]) + Ellipsoid.distance(places[1], places[2])
    #expect(abs((Ellipsoid.length(of: try LineString(places)) - sum).rawValue) < 1e-8)
  }

  @Test func `units keep their factor`() {
    #expect(Meters(kilometers: 5) == Meters(5000))
    #expect(Meters(2500).kilometers == 2.5)
    #expect(SquareMeters(squareKilometers: 2).rawValue == 2e6)
    #expect(SquareMeters(3e6).squareKilometers == 3)
    #expect(Meters(1) < Meters(2) && SquareMeters(1) < SquareMeters(2))
  }
}
