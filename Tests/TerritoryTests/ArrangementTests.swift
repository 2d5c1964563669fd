import Foundation
import Geometry
import TestSupport
import Testing
import Topology

@testable import Territory

/// Cutting edges and finding the ground between them, in exact integers.
@Suite struct ArrangementTests {
  private func point(_ x: Int, _ y: Int) -> GridPoint { GridPoint(x: Int32(x), y: Int32(y)) }

  /// A closed line through the points, counterclockwise round its ground.
  private func ring(_ side: Int32, _ points: [(Int, Int)]) -> [GridEdge] {
    zip(points, points.dropFirst() + points.prefix(1)).map { from, to in
      GridEdge(from: point(from.0, from.1), to: point(to.0, to.1), side: side)
    }
  }

  private func square(_ side: Int32, _ x: Int, _ y: Int, _ size: Int) -> [GridEdge] {
    ring(side, [(x, y), (x + size, y), (x + size, y + size), (x, y + size)])
  }

  /// The ground of which some slot has a turn, a group for each list of turns.
  private func grounds(_ edges: [GridEdge], slots: Int) throws -> [[Int32]: [Polygon]] {
    let arrangement = Arrangement(try #require(EdgeCutting.cut(edges)))
    let turns = arrangement.turns(slots: slots)
    var kinds: [[Int32]] = []
    let groups = arrangement.starts.indices.map { walk in
      let mine = Array(turns[walk * slots..<(walk + 1) * slots])
      if mine.allSatisfy({ $0 == 0 }) { return Int32(-1) }
      if !kinds.contains(mine) { kinds.append(mine) }
      return Int32(kinds.firstIndex(of: mine) ?? 0)
    }
    return Dictionary(uniqueKeysWithValues: zip(kinds, arrangement.grounds(groups, count: kinds.count)))
  }

  /// The plane area in square steps.
  private func area(_ polygons: [Polygon]) -> Double {
    var sum = 0.0
    for ring in polygons.flatMap(\.rings) {
      let points = ring.coordinates.map(GridPoint.init)
      for (a, b) in zip(points, points.dropFirst()) {
        let cross: Double = Double(a.x) * Double(b.y) - Double(a.y) * Double(b.x)
        sum += cross / 2
      }
    }
    return sum
  }

  @Test func `lines that cross, touch and lie on each other are cut until they share ends only`() throws {
    var random = Random(seed: 91)
    for _ in 0..<40 {
      // So few positions that every kind of meeting happens many times.
      let edges = (0..<30).compactMap { _ -> GridEdge? in
        let ends = (0..<4).map { _ in Int(random.number(0...12)) }
        let edge = GridEdge(from: point(ends[0], ends[1]), to: point(ends[2], ends[3]), side: 0)
        return edge.from == edge.to ? nil : edge
      }
      let cut = try #require(EdgeCutting.cut(edges))
      for (number, edge) in cut.enumerated() {
        for other in cut[..<number] where Set([edge.from, edge.to]) != Set([other.from, other.to]) {
          #expect(!EdgeContact.clash(edge, other), "\(edge) and \(other)")
        }
      }
    }
  }

  @Test func `a crossing of edges round half the earth is the nearest position of the grid`() throws {
    let west = GridEdge(from: point(-1_800_000_000, -900_000_000), to: point(1_799_999_999, 900_000_000), side: 0)
    let north = GridEdge(from: point(-1_800_000_000, 900_000_000), to: point(1_799_999_999, -900_000_000), side: 0)
    let cut = try #require(EdgeCutting.cut([west, north]))
    #expect(cut.count == 4 && Set(cut.flatMap { [$0.from, $0.to] }).count == 5)
    #expect(cut.allSatisfy { [$0.from, $0.to].contains(point(-1, 0)) || [$0.from, $0.to].contains(point(0, 0)) })
  }

  @Test func `ground in a hole in ground is told apart, however deep, and islands beside it`() throws {
    var edges: [GridEdge] = []
    for depth in 0..<6 {
      let box = square(0, 10 * depth, 10 * depth, 200 - 20 * depth)
      edges += depth % 2 == 0 ? box : box.map(\.reversed)
    }
    for island in 0..<200 { edges += square(0, 300 + 10 * (island % 20), 10 * (island / 20), 5) }
    let found = try grounds(edges, slots: 1)
    #expect(found.keys.map { $0 } == [[1]])
    let polygons = try #require(found[[1]])
    #expect(polygons.count == 203 && polygons.count { $0.holes.count == 1 } == 3)
    let frames: Double = (200 * 200 - 180 * 180) + (160 * 160 - 140 * 140) + (120 * 120 - 100 * 100)
    #expect(area(polygons) == frames + 200 * 25)
  }

  @Test func `rings that touch themselves come out as rings that do not`() throws {
    // Two squares that share a corner, and one with a hole at its corner.
    let corners: [(Int, Int)] = [(0, 0), (10, 0), (10, 10), (20, 10), (20, 20), (10, 20), (10, 10), (0, 10)]
    let hole: [(Int, Int)] = [(100, 0), (110, 20), (120, 10)]
    let drawn = ring(0, corners) + square(0, 100, 0, 50) + ring(0, hole)
    let polygons = try #require(try grounds(drawn, slots: 1)[[1]])
    #expect(polygons.count == 3 && polygons.count { $0.holes.count == 1 } == 1)
    #expect(area(polygons) == 2550)
    for polygon in polygons { #expect(try Engine().isValid(.polygon(polygon))) }
  }

  /// Corners round the origin, at random distances: whatever these are, the ring does not cross itself.
  private func star(_ random: inout Random) -> [(Int, Int)] {
    let rays = 5 + random.below(60)
    return (0..<rays).map { ray in
      let turn = 2 * Double.pi * Double(ray) / Double(rays)
      let reach = random.number(1e6...4e6)
      return (Int(reach * cos(turn)), Int(reach * sin(turn)))
    }
  }

  @Test func `random outlines of two maps part the plane as GEOS says`() throws {
    var random = Random(seed: 17)
    let engine = Engine()
    for _ in 0..<20 {
      let maps = [star(&random), star(&random)]
      let shapes = try maps.map { map in
        Shape.polygon(Polygon(exterior: try Ring(closing: map.map { point($0.0, $0.1).coordinate })))
      }
      let found = try grounds(ring(0, maps[0]) + ring(1, maps[1]), slots: 2)
      let expected: [[Int32]: Shape] = [
        [1, 0]: try engine.difference(shapes[0], shapes[1]), [0, 1]: try engine.difference(shapes[1], shapes[0]),
        [1, 1]: try engine.intersection(shapes[0], shapes[1]),
      ]
      #expect(Set(found.keys).isSubset(of: expected.keys))
      for (turns, shape) in expected {
        let mine = found[turns] ?? []
        #expect(abs(area(mine) - area(shape.polygons)) <= 1e-6 * 1e13, "\(turns)")
        #expect(try engine.isValid(.multiPolygon(MultiPolygon(mine))))
      }
    }
  }
}
