import Geodesy
import Geometry
import Territory
import Testing
import Topology

@Suite struct PartTests {
  private let seat = at(37.16117, 36.20124)

  @Test func `western Aleppo province is west of Aleppo and without the city`() throws {
    let aleppo = try Facts.governorate("Aleppo")
    let city = Shape.polygon(Ellipsoid.circle(center: seat, radius: Meters(kilometers: 8)))
    let west = try Ground.part(of: aleppo, seat: seat, direction: .west, excluding: city)
    let engine = Engine()
    for place in [at(36.8252, 36.1391), at(36.87256, 36.14524)] { #expect(try engine.covers(west, place)) }
    for place in [seat, at(37.5, 36.4), at(37.1, 36.2)] { #expect(try !engine.covers(west, place)) }
    let middle = try #require(try engine.representativePoint(of: west))
    #expect(Ellipsoid.distance(middle, seat).kilometers > 10)
    #expect(try engine.isValid(west))
    #expect(try engine.difference(west, aleppo).polygons.isEmpty)
  }

  @Test func `the four corners and the four halves fill the region`() throws {
    let aleppo = try Facts.governorate("Aleppo")
    let whole = Ellipsoid.area(of: aleppo).squareKilometers
    func share(_ direction: Compass) throws -> Double {
      let part = try Ground.part(of: aleppo, seat: seat, direction: direction)
      return Ellipsoid.area(of: part).squareKilometers
    }
    #expect(abs(try share(.west) + share(.east) - whole) < whole * 1e-6)
    #expect(abs(try share(.north) + share(.south) - whole) < whole * 1e-6)
    #expect(abs(try share(.northWest) + share(.southWest) - share(.west)) < whole * 1e-6)
    #expect(abs(try share(.northEast) + share(.southEast) - share(.east)) < whole * 1e-6)
  }

  @Test func `without a seat the middle of the region stands in`() throws {
    let part = try Ground.part(of: box(36, 35, 38, 36), seat: nil, direction: .southEast)
    #expect(part.boundingBox == BoundingBox(west: 37, south: 35, east: 38, north: 35.5))
  }

  @Test func `nothing left is an error`() throws {
    #expect(throws: TerritoryError.nothing(.west)) {
      try Ground.part(of: box(36, 35, 38, 36), seat: at(35, 35.5), direction: .west)
    }
    #expect(throws: TerritoryError.nothing(.west)) {
      try Ground.part(of: box(36, 35, 38, 36), seat: at(37, 35.5), direction: .west, excluding: box(35, 34, 39, 37))
    }
    #expect(throws: TerritoryError.noArea("the region")) {
      try Ground.part(of: .point(seat), seat: seat, direction: .west)
    }
  }
}
