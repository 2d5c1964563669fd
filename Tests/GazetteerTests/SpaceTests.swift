import Gazetteer
import Geodesy
import Geometry
import Records
import Testing

@Suite struct `Places in space` {
  @Test func `the nearest place is the one that looking at all of them finds`() throws {
    let index = try Committed.index.get()
    let all = index.refs.map { index.place(at: $0) }.filter { $0.point != nil }
    for point in [
      (37.1, 36.2), (0.0, 0.0), (179.99, -17.0), (-179.99, -17.0), (10.0, 89.9), (36.8, 35.86), (-120.0, -89.0),
    ] {
      let here = Coordinate(lon: point.0, lat: point.1)
      let nearest = try #require(index.nearest(to: here))
      let best = all.compactMap { $0.point.map { Ellipsoid.distance(here, $0).rawValue } }.min()
      #expect(nearest.distance.rawValue == best)
    }
  }

  @Test func `the antimeridian does not part neighbors`() throws {
    let index = try Fixture.index()
    #expect(index.nearest(to: Coordinate(lon: 179.9, lat: -16.85))?.place.name == "Taveuni")
    #expect(index.nearest(to: Coordinate(lon: -179.5, lat: -16.6), kinds: [.island])?.place.name == "Taveuni")
    let box = BoundingBox(west: 179, south: -18, east: -179, north: -16)
    #expect(index.places(within: box).map(\.name) == ["Taveuni", "Vanua Levu"])
  }

  @Test func `kinds narrow the choice`() throws {
    let index = try Fixture.index()
    let here = Coordinate(lon: 37.22, lat: 36.177)
    #expect(index.nearest(to: here)?.place.id == "t:3")
    #expect(index.nearest(to: here, kinds: [.city])?.place.id == "t:1")
    #expect(index.nearest(to: here, kinds: [.dam]) == nil)
    #expect(index.nearest(3, to: here).map(\.place.id) == ["t:3", "t:1", "t:12"])
  }

  @Test func `a box gives the places in it in their order`() throws {
    let index = try Fixture.index()
    let box = BoundingBox(west: 36.6, south: 35.6, east: 36.9, north: 36.2)
    #expect(index.places(within: box, kinds: [.town, .village, .city]).map(\.id) == ["t:2", "t:4", "t:5"])
  }

  @Test func `a point lies in its units and a hole is outside`() throws {
    let index = try Fixture.index()
    #expect(index.units(at: Coordinate(lon: 36.7, lat: 35.9)) == AdminUnits(country: "SY", admin1: "Idlib"))
    #expect(index.units(at: Coordinate(lon: 36.45, lat: 35.45)) == AdminUnits(country: "SY"))
    #expect(index.units(at: Coordinate(lon: 0, lat: 0)) == AdminUnits())
    #expect(index.units(at: Coordinate(lon: .nan, lat: 0)) == AdminUnits())
  }

  @Test func `a boundary is given by id and by name`() throws {
    let index = try Fixture.index()
    let idlib = try #require(index.boundary(of: "t:8"))
    #expect(index.boundary(of: "idlib") == idlib)
    #expect(idlib.polygons.map(\.holes.count) == [1])
    #expect(index.boundary(of: "Atlantis") == nil)
  }

  @Test func `a road comes with its line and key`() throws {
    let road = try #require(try Fixture.index().roads.first)
    #expect(road.id == "road:m5")
    #expect(road.otherNames == ["M5 highway", "M-5"])
    #expect(road.distanceKey == "m5")
    #expect(road.from == "Aleppo" && road.to == "Nasib")
    #expect(road.line.coordinates.map(\.lat) == [36.2, 35.86, 35.13])
  }

  @Test func `a kind says what is customary, and one without a row is nothing precise`() throws {
    let index = try Fixture.index()
    #expect(index.info(of: .city).radius == 5000)
    #expect(index.info(of: .city).builtUpRadius == 4500)
    #expect(index.info(of: .country).wherePrecision == 6)
    #expect(index.info(of: .dam).geoPrecision == 2)
  }
}

@Suite struct `Places of a kind` {
  @Test func `are found without looking at others, a replaced one left out`() throws {
    let index = try Fixture.index()
    #expect(index.refs(of: [.country, .governorate]).map { index.place(at: $0).id } == ["t:6", "t:7", "t:8"])
    #expect(index.refs(of: [.dam]).isEmpty)
    #expect(Set(index.refs(of: Set(PlaceKind.allCases))) == Set(index.refs))
  }
}
