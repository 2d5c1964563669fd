import TestSupport
import Geodesy
import Geometry
import Territory
import Testing
import Topology

@Suite struct CellTests {
  private let engine = Engine()

  private func sites(_ count: Int, seed: UInt64) -> [Coordinate] {
    var random = Random(seed: seed)
    return (0..<count).map { _ in at(random.number(36...37), random.number(35...36)) }
  }

  @Test func `two settlements part a box midway between them`() throws {
    let mesh = try SettlementCells.mesh(sites: [at(36.25, 35.5), at(36.75, 35.5)], region: box(36, 35, 37, 36))
    #expect(mesh.count == 2)
    #expect(abs(mesh.areasKM2[0] / mesh.areasKM2[1] - 1) < 1e-6)
    #expect(try engine.covers(mesh.ground(of: 0), at(36.49, 35.9)))
    #expect(try engine.covers(mesh.ground(of: 1), at(36.51, 35.1)))
    #expect(mesh.neighbors(of: 0) == [1] && mesh.isAtBorder(0))
  }

  @Test func `cells do not overlap, cover the region, and each is nearest to its settlement`() throws {
    let region = try Facts.governorate("Idlib")
    for seed in 1...3 as ClosedRange<UInt64> {
      let sites = try sites(200, seed: seed).filter { try engine.covers(region, $0) }
      let mesh = try SettlementCells.mesh(sites: sites, region: region)
      let whole = Ellipsoid.area(of: region).squareKilometers
      let all = mesh.ground { _ in true }
      #expect(abs(mesh.areasKM2.reduce(0, +) / Ellipsoid.area(of: all).squareKilometers - 1) < 1e-9)
      // A new position on a long edge bends its geodesic.
      #expect(abs(mesh.areasKM2.reduce(0, +) / whole - 1) < 1e-5)
      #expect(try engine.symmetricDifference(all, region).polygons.isEmpty)
      var random = Random(seed: seed)
      let grounds = (0..<mesh.count).map { mesh.ground(of: $0) }
      let index = try RegionIndex(grounds, engine: engine)
      for _ in 0..<300 {
        let place = at(random.number(36...37), random.number(35...36))
        guard try engine.covers(region, place) else { continue }
        let near = sites.map { Ellipsoid.distance($0, place).rawValue }
        let holders = try index.holding(place)
        #expect(!holders.isEmpty)
        // The plane's distances differ from the ellipsoid's by a few parts in 10,000.
        for holder in holders { #expect(near[holder] < (near.min() ?? 0) * 1.001 + 10) }
      }
      for ground in grounds { #expect(try engine.isValid(ground)) }
    }
  }

  @Test func `joined cells are what GEOS makes of them, whatever is joined`() throws {
    var random = Random(seed: 8)
    let mesh = try SettlementCells.mesh(sites: sites(150, seed: 5), region: box(36, 35, 37, 36))
    for count in [2, 3, 7] {
      let labels = (0..<mesh.count).map { _ in Int.random(in: 0..<count, using: &random) }
      let grounds = mesh.grounds(labels, count: count)
      for (label, ground) in grounds.enumerated() {
        #expect(try engine.isValid(ground))
        let cells = labels.indices.filter { labels[$0] == label }.map { mesh.ground(of: $0) }
        let union = try engine.union(cells)
        #expect(try engine.symmetricDifference(ground, union).polygons.isEmpty)
        let sum = labels.indices.filter { labels[$0] == label }.reduce(0) { $0 + mesh.areasKM2[$1] }
        #expect(abs(Ellipsoid.area(of: ground).squareKilometers / sum - 1) < 1e-9)
      }
    }
  }

  @Test func `a line parts the ground of settlements, one that ends inside does not`() throws {
    let sites = [at(36.45, 35.5), at(36.9, 35.5)]
    let region = box(36, 35, 37, 36)
    let through = try LineString([at(36.5, 34.9), at(36.5, 36.1)])
    let parted = try SettlementCells.mesh(sites: sites, region: region, lines: [through])
    #expect(parted.ground(of: 0).boundingBox?.east == 36.5)
    #expect(parted.ground(of: 1).boundingBox?.west == 36.5)
    let short = try LineString([at(36.5, 34.9), at(36.5, 35.4)])
    let free = try SettlementCells.mesh(sites: sites, region: region, lines: [short])
    #expect((free.ground(of: 0).boundingBox?.east ?? 0) > 36.6)
  }

  @Test func `a part without settlements goes to the nearest of all`() throws {
    let line = try LineString([at(36.9, 34.9), at(36.9, 36.1)])
    let mesh = try SettlementCells.mesh(
      sites: [at(36.2, 35.5), at(36.6, 35.5)], region: box(36, 35, 37, 36), lines: [line])
    #expect(mesh.ground(of: 1).boundingBox?.east == 37)
  }

  @Test func `settlements at one place share no ground twice, one outside has none`() throws {
    let mesh = try SettlementCells.mesh(
      sites: [at(36.2, 35.5), at(36.2, 35.5), at(40, 35.5)], region: box(36, 35, 37, 36))
    #expect(mesh.areasKM2[0] > 0 && mesh.areasKM2[1] == 0 && mesh.areasKM2[2] == 0)
    let one = try SettlementCells.mesh(sites: [at(36.2, 35.5)], region: box(36, 35, 37, 36))
    #expect(try engine.equals(one.ground(of: 0), box(36, 35, 37, 36)))
  }

  @Test func `ground beyond reach belongs to nobody`() throws {
    let near = try SettlementCells.reach(
      of: [at(36.2, 35.5)], within: box(36, 35, 37, 36), Meters(kilometers: 10))
    #expect(abs(Ellipsoid.area(of: near).squareKilometers / 314 - 1) < 0.01)
  }

  @Test func `what cannot be shared out is refused`() {
    let none = #expect(throws: TerritoryError.self) { try SettlementCells.mesh(sites: [], region: box(36, 35, 37, 36)) }
    #expect(none?.description == "no settlement with a place: control is made from settlements and their sides")
    let flat = #expect(throws: TerritoryError.self) {
      try SettlementCells.mesh(sites: [at(36, 35)], region: .point(at(36, 35)))
    }
    #expect(flat?.description == "the region has no area: give a polygon")
    let round = Shape.multiPolygon(MultiPolygon([box(179, 0, 180, 1), box(-180, 0, -179, 1)].flatMap(\.polygons)))
    let wide = #expect(throws: TerritoryError.self) { try SettlementCells.mesh(sites: [at(179, 0)], region: round) }
    #expect(
      wide?.description
        == "the region is 360 degrees wide or high: what is nearest is judged on a flat map; give a region of 30 degrees "
        + "or less, on one side of the antimeridian")
    let stray = #expect(throws: TerritoryError.self) {
      try SettlementCells.mesh(sites: [at(.nan, 35)], region: box(36, 35, 37, 36))
    }
    #expect(
      stray?.description
        == "a settlement has the position nan,35.0: longitudes are -180 to 180 and latitudes -90 to 90, longitude first"
    )
  }
}
