import Geodesy
import Geometry
import Territory
import Testing
import Topology

@Suite struct StripTests {
  private let five = Meters(kilometers: 5)

  @Test func `areas adjacent to the M5 from the west in Aleppo province`() throws {
    let aleppo = try Facts.governorate("Aleppo")
    let m5 = try Facts.m5()
    let strip = try Ground.strip(along: m5, side: .west, within: aleppo, width: five)
    let engine = Engine()
    #expect(try engine.covers(strip, at(36.995, 36.135)))
    for place in [at(37.16117, 36.20124), at(36.64, 35.93), at(36.8252, 36.1391), at(37.06, 36.08)] {
      #expect(try !engine.covers(strip, place), "\(place)")
    }
    #expect(try engine.isValid(strip))
    #expect(try engine.difference(strip, aleppo).polygons.isEmpty)
    #expect(strip.coordinates == strip.coordinates.map(\.rounded))
    let area = Ellipsoid.area(of: strip).squareKilometers
    #expect(area > 100 && area < 250, "\(area)")
  }

  @Test func `west and east part what lies within the width`() throws {
    let aleppo = try Facts.governorate("Aleppo")
    let m5 = try Facts.m5()
    let engine = Engine()
    let west = try Ground.strip(along: m5, side: .west, within: aleppo, width: five)
    let east = try Ground.strip(along: m5, side: .east, within: aleppo, width: five)
    #expect(Ellipsoid.area(of: try engine.intersection(west, east)).rawValue < 1)
    // The M5 runs south from Aleppo: its west is its right.
    #expect(try Ground.strip(along: m5, side: .right, within: aleppo, width: five) == west)
    #expect(try Ground.strip(along: m5, side: .left, within: aleppo, width: five) == east)
    try check(west, against: m5, onEast: false)
    try check(east, against: m5, onEast: true)
  }

  /// Every place of a strip is within the width, and the road lies across from it.
  private func check(_ strip: Shape, against road: LineString, onEast: Bool) throws {
    let engine = Engine()
    let frame = try #require(strip.boundingBox)
    var held = 0
    for step in 0..<400 {
      let place = at(
        frame.west + frame.width * (Double(step % 20) + 0.5) / 20,
        frame.south + frame.height * (Double(step / 20) + 0.5) / 20)
      guard try engine.covers(strip, place) else { continue }
      held += 1
      let foot = Ellipsoid.distance(from: place, to: road)
      #expect(foot.distance.rawValue < 5005)
      #expect((foot.nearest.lon < place.lon) == onEast, "\(place)")
    }
    #expect(held > 30)
  }

  @Test func `a road that turns back has its west in the west on both legs`() throws {
    // North to a peak and south again, ten kilometers apart.
    let road = try LineString([at(36, 35), at(36.05, 35.4), at(36.11, 35)])
    let engine = Engine()
    let west = try Ground.strip(along: road, side: .west, within: nil, width: Meters(kilometers: 4))
    for place in [at(35.99, 35.1), at(36.01, 35.3), at(36.075, 35.1)] { #expect(try engine.covers(west, place)) }
    for place in [at(36.03, 35.1), at(36.13, 35.1), at(36.09, 35.3)] { #expect(try !engine.covers(west, place)) }
    let east = try Ground.strip(along: road, side: .east, within: nil, width: Meters(kilometers: 4))
    for place in [at(36.03, 35.1), at(36.13, 35.1), at(36.09, 35.3)] { #expect(try engine.covers(east, place)) }
    #expect(Ellipsoid.area(of: try engine.intersection(west, east)).rawValue < 1000)
    #expect(
      try Ground.strip(along: road.reversed, side: .west, within: nil, width: Meters(kilometers: 4)).boundingBox != nil)
    for leg in 0..<8 {
      let share = Double(leg) / 10 + 0.1
      let beside = at(36 + 0.05 * share - 0.01, 35 + 0.4 * share)
      #expect(try engine.covers(west, beside), "\(beside)")
      #expect(try !engine.covers(east, beside), "\(beside)")
    }
  }

  @Test func `a stretch due west does not change the sides of a road to the south`() throws {
    // The middle stretch runs west and a little north.
    let road = try LineString([at(37, 36.3), at(37, 36.2), at(36.8, 36.21), at(36.8, 36)])
    let strip = try Ground.strip(along: road, side: .west, within: nil, width: Meters(kilometers: 3))
    let engine = Engine()
    #expect(try engine.covers(strip, at(36.9, 36.22)))
    #expect(try !engine.covers(strip, at(36.9, 36.19)))
    #expect(try engine.covers(strip, at(36.98, 36.25)))
    #expect(try engine.covers(strip, at(36.78, 36.1)))
    #expect(strip.polygons.count == 1)
  }

  @Test func `a loop smaller than the strip does not change the sides`() throws {
    // South, round a loop of 400 m, and south again.
    let loop = [at(36, 35.5), at(36, 35.3), at(36.003, 35.298), at(36.004, 35.302), at(35.999, 35.301)]
    let road = try LineString(loop + [at(36, 35.29), at(36, 35.1)])
    let strip = try Ground.strip(along: road, side: .west, within: nil, width: five)
    let engine = Engine()
    for lat in stride(from: 35.12, to: 35.5, by: 0.02) {
      #expect(try engine.covers(strip, at(35.97, lat)) && !engine.covers(strip, at(36.03, lat)), "\(lat)")
    }
  }

  @Test func `north and south of a road that runs west`() throws {
    let road = try LineString([at(37, 36), at(36.8, 36.02), at(36.5, 35.97)])
    let engine = Engine()
    let north = try Ground.strip(along: road, side: .north, within: nil, width: Meters(kilometers: 3))
    #expect(try engine.covers(north, at(36.7, 36.02)) && !engine.covers(north, at(36.7, 35.99)))
    let south = try Ground.strip(along: road, side: .south, within: nil, width: Meters(kilometers: 3))
    #expect(try engine.covers(south, at(36.7, 35.99)) && !engine.covers(south, at(36.7, 36.02)))
    let straight = Ellipsoid.length(of: road).kilometers * 3
    #expect(abs(Ellipsoid.area(of: north).squareKilometers / straight - 1) < 0.02)
  }

  @Test func `the road is cut where it leaves the region`() throws {
    let road = try LineString([at(36, 35), at(36, 36)])
    let strip = try Ground.strip(along: road, side: .west, within: box(35.5, 35.4, 36.5, 35.6), width: five)
    let frame = try #require(strip.boundingBox)
    #expect(frame.south == 35.4 && frame.north == 35.6)
    #expect(abs(frame.east - 36) < 1e-6)
    #expect(abs(Ellipsoid.area(of: strip).squareKilometers - 5 * 22.19) < 0.3)
  }

  @Test func `what cannot be a strip is said`() throws {
    let road = try LineString([at(36, 35), at(36, 36)])
    #expect(throws: TerritoryError.roadOutside) {
      try Ground.strip(along: road, side: .west, within: box(40, 35, 41, 36), width: five)
    }
    #expect(throws: TerritoryError.width(0)) {
      try Ground.strip(along: road, side: .west, within: nil, width: Meters(0))
    }
    let swapped = try LineString([at(35, 36), at(36, 136)])
    #expect(throws: TerritoryError.offEarth(at(36, 136), "the road")) {
      try Ground.strip(along: swapped, side: .west, within: nil, width: five)
    }
    let still = try LineString([at(36, 35), at(36, 35)])
    #expect(throws: TerritoryError.roadOutside) {
      try Ground.strip(along: still, side: .west, within: nil, width: five)
    }
  }

  @Test(arguments: [
    ("west", Compass.west), ("western", .west), ("North-West", .northWest), ("northwestern", .northWest),
    ("south eastern", .southEast), ("north", .north),
  ])
  func `directions are read as news writes them`(words: String, direction: Compass) {
    #expect(Compass(words: words) == direction)
    #expect(RoadSide(words: words) == .toward(direction))
  }

  @Test func `other words are no direction`() {
    for words in ["", "left", "central", "westerly", "ern"] { #expect(Compass(words: words) == nil) }
    #expect(RoadSide(words: "left") == .left && RoadSide(words: "Right") == .right && RoadSide(words: "up") == nil)
    #expect(Compass.allCases.map(\.azimuth) == [0, 45, 90, 135, 180, 225, 270, 315])
  }
}
