import TestSupport
import Geodesy
import Geometry
import Testing

@Suite struct LineDistanceTests {
  /// The distance by brute force: a comb of places on each segment, then a finer comb about the best.
  private func brute(_ point: Coordinate, _ line: LineString) -> Double {
    zip(line.coordinates, line.coordinates.dropFirst()).map { from, to in
      let way = Ellipsoid.inverse(from, to)
      func reach(_ along: Double) -> Double {
        let place = Ellipsoid.direct(from: from, azimuth: way.azimuth, distance: Meters(along))
        return Ellipsoid.distance(point, place).rawValue
      }
      var (low, high) = (0.0, way.distance.rawValue)
      var best = 0.0
      for _ in 0..<12 {
        let step = (high - low) / 100
        best = (0...100).map { low + step * Double($0) }.min { reach($0) < reach($1) } ?? low
        (low, high) = (max(0, best - step), min(way.distance.rawValue, best + step))
      }
      return reach(best)
    }.min() ?? .infinity
  }

  @Test func `distance to a line is what brute force finds, anywhere on earth`() throws {
    var random = Random(seed: 11)
    for round in 0..<120 {
      let start = round % 4 == 0 ? Coordinate(lon: 179.9, lat: Double(round) / 2 - 30) : random.place()
      let line = try wandering(from: start, reach: [2e3, 5e4, 3e5, 4e6][round % 4], &random)
      let azimuth = Double.random(in: 0..<360, using: &random)
      let away = [10.0, 3e3, 2e5, 9e6][(round / 4) % 4]
      let point = Ellipsoid.direct(from: line.coordinates[1], azimuth: azimuth, distance: Meters(away))
      let found = Ellipsoid.distance(from: point, to: line)
      #expect(abs(found.distance.rawValue - brute(point, line)) < 1e-3, "\(point) to \(line.coordinates)")
      #expect(abs((Ellipsoid.distance(point, found.nearest) - found.distance).rawValue) < 1e-6)
    }
  }

  @Test func `segments that the sphere rules out change no bit of the answer`() throws {
    var random = Random(seed: 23)
    for round in 0..<400 {
      let start = round % 4 == 0 ? Coordinate(lon: 179.9, lat: Double(round) / 5 - 40) : random.place()
      let line = try wandering(from: start, reach: [2e2, 2e4, 3e5, 4e6][round % 4], &random)
      let away = [0, 10.0, 3e3, 2e5, 9e6][(round / 4) % 5]
      let place = line.coordinates[random.below(line.coordinates.count)]
      let point = Ellipsoid.direct(from: place, azimuth: random.number(0...360), distance: Meters(away))
      let each = try zip(line.coordinates, line.coordinates.dropFirst()).map {
        Ellipsoid.distance(from: point, to: try LineString([$0, $1]))
      }
      let best = each.min { $0.distance.rawValue < $1.distance.rawValue }
      let found = Ellipsoid.distance(from: point, to: line)
      #expect(found.distance == best?.distance && found.nearest == best?.nearest)
      #expect(found.azimuth == best?.azimuth)
    }
  }

  @Test func `a point on the line is at no distance`() throws {
    let line = try LineString([Coordinate(lon: 37, lat: 36), Coordinate(lon: 36.8, lat: 35.86)])
    let way = Ellipsoid.inverse(line.coordinates[0], line.coordinates[1])
    let middle = Ellipsoid.direct(from: line.coordinates[0], azimuth: way.azimuth, distance: way.distance * 0.3)
    #expect(Ellipsoid.distance(from: middle, to: line).distance.rawValue < 1e-3)
    #expect(Ellipsoid.distance(from: line.coordinates[1], to: line).distance.rawValue == 0)
    #expect(Ellipsoid.distance(from: line.coordinates[1], to: line).azimuth == 0)
  }

  @Test func `a line that stands still has a distance and no sides`() throws {
    let place = Coordinate(lon: 36, lat: 35)
    let line = try LineString([place, place])
    let point = Coordinate(lon: 36.1, lat: 35)
    #expect(Ellipsoid.distance(from: point, to: line).distance == Ellipsoid.distance(point, place))
    #expect(Ellipsoid.side(of: line, point) == nil)
  }

  @Test func `left and right are seen along the line`() throws {
    let north = try LineString([Coordinate(lon: 36, lat: 35), Coordinate(lon: 36, lat: 36)])
    #expect(Ellipsoid.side(of: north, Coordinate(lon: 35.9, lat: 35.5)) == .left)
    #expect(Ellipsoid.side(of: north, Coordinate(lon: 36.1, lat: 35.5)) == .right)
    #expect(Ellipsoid.side(of: north.reversed, Coordinate(lon: 36.1, lat: 35.5)) == .left)
  }

  @Test func `round a sharp corner the outside is one side`() throws {
    // North, then back to the south-east: a turn of 150 degrees to the right.
    let line = try LineString([
      Coordinate(lon: 36, lat: 35), Coordinate(lon: 36, lat: 36), Coordinate(lon: 36.5, lat: 35.134),
    ])
    for place in [(36.0, 36.1), (36.1, 36.1), (36.05, 36.2), (35.95, 36.01)] {
      #expect(Ellipsoid.side(of: line, Coordinate(lon: place.0, lat: place.1)) == .left, "\(place)")
    }
    #expect(Ellipsoid.side(of: line, Coordinate(lon: 36.02, lat: 35.9)) == .right)
  }

  private func wandering(from start: Coordinate, reach: Double, _ random: inout Random) throws -> LineString {
    var places = [start]
    for _ in 0..<4 {
      let azimuth = Double.random(in: 0..<360, using: &random)
      let distance = Double.random(in: 0.1...1, using: &random) * reach
      places.append(Ellipsoid.direct(from: places[places.count - 1], azimuth: azimuth, distance: Meters(distance)))
    }
    return try LineString(places)
  }
}
