import TestSupport
import Geometry
import Testing
import Topology

@Suite struct OverlayTests {
  private let engine = Engine()

  @Test func `two boxes`() throws {
    let (a, b) = (box(0, 0, 2, 2), box(1, 1, 3, 3))
    #expect(planar(try engine.union([a, b])) == 7)
    #expect(try engine.equals(engine.intersection(a, b), box(1, 1, 2, 2)))
    #expect(planar(try engine.difference(a, b)) == 3)
    #expect(planar(try engine.symmetricDifference(a, b)) == 6)
  }

  @Test func `areas keep the laws of sets`() throws {
    var random = Random(seed: 4)
    for _ in 0..<120 {
      let a = try engine.snapped(random.tangle(corners: 7))
      let b = try engine.snapped(random.tangle(corners: 5))
      let (both, either) = (planar(try engine.intersection(a, b)), planar(try engine.union([a, b])))
      let (onlyA, onlyB) = (planar(try engine.difference(a, b)), planar(try engine.difference(b, a)))
      let (areaA, areaB) = (planar(a), planar(b))
      // A new node moves a line by half a grid step at most.
      #expect(abs(areaA + areaB - both - either) < 1e-6)
      #expect(abs(onlyA + both - areaA) < 1e-6)
      #expect(abs(onlyB + both - areaB) < 1e-6)
      #expect(abs(planar(try engine.symmetricDifference(a, b)) - onlyA - onlyB) < 1e-6)
    }
  }

  @Test func `a shape less itself is nothing`() throws {
    var random = Random(seed: 8)
    for _ in 0..<50 {
      let a = try random.tangle(corners: 9)
      #expect(try engine.difference(a, a).isEmpty)
      #expect(try engine.symmetricDifference(a, a).isEmpty)
      #expect(abs(planar(try engine.union([a, a])) - planar(try engine.snapped(a))) < 1e-6)
    }
  }

  @Test func `results are valid, on the grid, and wound by the right hand`() throws {
    var random = Random(seed: 15)
    for _ in 0..<80 {
      let result = try engine.difference(random.tangle(corners: 6), random.tangle(corners: 6))
      #expect(try engine.isValid(result))
      #expect(result.coordinates == result.coordinates.map(\.rounded))
      #expect(result.polygons.allSatisfy { $0 == $0.rightHanded })
    }
  }

  @Test func `nothing in, nothing out`() throws {
    let nothing = Shape.multiPolygon(MultiPolygon([]))
    #expect(try engine.union([]).isEmpty)
    #expect(try engine.intersection(nothing, box(0, 0, 1, 1)).isEmpty)
    #expect(try engine.equals(engine.difference(box(0, 0, 1, 1), nothing), box(0, 0, 1, 1)))
    #expect(try engine.union([nothing, box(0, 0, 1, 1)]).polygons.count == 1)
  }

  @Test func `boxes that only touch share no ground`() throws {
    let edge = try engine.intersection(box(0, 0, 1, 1), box(1, 0, 2, 1))
    #expect(edge.polygons.isEmpty && !edge.isEmpty)
    #expect(try engine.union([box(0, 0, 1, 1), box(1, 0, 2, 1)]).polygons.count == 1)
  }

  @Test func `a line is cut by a region`() throws {
    let line = Shape.lineString(try LineString([at(-1, 0.5), at(3, 0.5)]))
    let inside = try engine.intersection(line, box(0, 0, 1, 1))
    #expect(inside.lines.map(\.coordinates) == [[at(0, 0.5), at(1, 0.5)]])
  }

  @Test func `the same input gives the same result, vertex by vertex`() throws {
    var random = Random(seed: 2)
    let (a, b) = (try random.tangle(corners: 20), try random.tangle(corners: 20))
    let first = try engine.difference(a, b)
    for _ in 0..<5 { #expect(try Engine().difference(a, b) == first) }
  }
}
