import Geometry
import Records
import Testing

@testable import Geoparsing

@Suite struct `What the geoparser works with` {
  @Test func `a table of hashes holds what a dictionary holds`() {
    var table = HashedTable<[Int]>()
    var known: [UInt64: [Int]] = [:]
    var key: UInt64 = 1
    for value in 0..<2000 {
      key = (key &* 0x5851_F42D_4C95_7F2D &+ 1) % 701
      table[key, default: []].append(value)
      known[key, default: []].append(value)
    }
    #expect(table.count == known.count)
    for key in 0..<UInt64(800) { #expect(table[key] == known[key], "\(key)") }
  }

  @Test func `a set of hashes tells what is new`() {
    var set = HashedSet()
    #expect(set.isEmpty && !set.contains(0))
    #expect([0, 5, 0, 5, .max].map { set.insert($0) } == [true, true, false, false, true])
    #expect(set.count == 3 && set.contains(.max) && !set.contains(1))
  }

  @Test func `a set of kinds holds the kinds that pass`() {
    for kind in PlaceKind.allCases {
      #expect(KindSet.settlements.contains(kind) == kind.isSettlement)
      for other in PlaceKind.allCases { #expect(kind.called.contains(other) == kind.fits(other)) }
    }
    #expect(KindSet.settlements.isDisjoint(with: PlaceKind.country.called))
    #expect(PlaceKind.town.called.isSubset(of: KindSet.settlements))
  }

  @Test func `straight lines and lengths along the sphere tell the same`() {
    for kilometers in [0.0, 1, 25, 800, 6000, 20_000] {
      #expect(abs(Sphere.kilometers(Sphere.chord(ofKilometers: kilometers)) - kilometers) < 0.01, "\(kilometers)")
    }
    #expect(Sphere.chord(ofKilometers: 20_020) == .infinity)
    let (aleppo, idlib) = (Coordinate(lon: 37.16, lat: 36.2), Coordinate(lon: 36.63, lat: 35.93))
    let chord = Sphere.chord(Sphere.direction(aleppo), Sphere.direction(idlib))
    #expect(abs(Sphere.kilometers(chord) - 56.4) < 0.5)
  }

  @Test func `reasons come in their order, however many`() {
    var lists: [[String]] = []
    var reasons = ReasonList.ofMatch
    var wanted = ["doubled r"]
    for round in 0..<12 {
      if reasons.isFull { reasons.settle(["doubled r"], &lists) }
      if round % 3 == 0 {
        reasons.append("told \(round)", to: &lists)
        wanted.append("told \(round)")
      } else {
        reasons.append(.near)
        wanted.append("near other places of the text")
      }
    }
    #expect(reasons.words(["doubled r"], lists) == wanted)
  }
}
