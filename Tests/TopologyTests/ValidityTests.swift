import TestSupport
import Geometry
import Testing
import Topology

@Suite struct ValidityTests {
  private let engine = Engine()

  @Test func `a bowtie is invalid where it crosses itself, and keeps both lobes when made valid`() throws {
    let tie = try bowtie()
    #expect(try !engine.isValid(tie))
    #expect(try engine.whyInvalid(tie) == Invalidity(reason: "Self-intersection", place: at(1, 1)))
    let fixed = try engine.makeValid(tie)
    #expect(try engine.isValid(fixed))
    #expect(fixed.polygons.count == 2)
    #expect(abs(planar(fixed) - 2) < 1e-12)
  }

  @Test func `a valid shape has no reason to be invalid`() throws {
    #expect(try engine.whyInvalid(box(0, 0, 1, 1)) == nil)
    #expect(try engine.isValid(.point(at(1, 2))))
  }

  @Test func `overlapping parts are merged`() throws {
    let both = Shape.multiPolygon(MultiPolygon(box(0, 0, 2, 2).polygons + box(1, 0, 3, 2).polygons))
    #expect(try engine.whyInvalid(both)?.reason == "Self-intersection")
    #expect(abs(planar(try engine.makeValid(both)) - 6) < 1e-12)
  }

  @Test func `a ring that encloses nothing goes`() throws {
    let flat = Shape.polygon(Polygon(exterior: try ring([(0, 0), (1, 1), (2, 2)])))
    #expect(try engine.makeValid(flat).isEmpty)
    let still = Shape.polygon(Polygon(exterior: try Ring([at(1, 1), at(1, 1), at(1, 1), at(1, 1)])))
    #expect(try engine.makeValid(still).isEmpty)
    #expect(try engine.union([flat, box(0, 0, 1, 1)]).polygons.count == 1)
  }

  @Test func `repeated points do no harm`() throws {
    let stutter = Shape.polygon(
      Polygon(exterior: try ring([(0, 0), (0, 0), (1, 0), (1, 0), (1, 0), (1, 1), (0, 1), (0, 1)])))
    #expect(try engine.isValid(stutter))
    #expect(try engine.equals(stutter, box(0, 0, 1, 1)))
  }

  @Test func `a hole outside its shell becomes a part of its own`() throws {
    let stray = Shape.polygon(
      Polygon(exterior: try ring([(0, 0), (1, 0), (1, 1), (0, 1)]), holes: [try ring([(5, 5), (6, 5), (6, 6)])]))
    #expect(try engine.whyInvalid(stray)?.reason == "Hole lies outside shell")
    #expect(abs(planar(try engine.makeValid(stray)) - 1.5) < 1e-12)
  }

  @Test func `numbers that are none are refused with their place`() throws {
    let error = #expect(throws: TopologyError.self) { try engine.isValid(.point(at(.nan, 1))) }
    #expect(error?.description == "a shape has the position nan,1.0: give finite numbers")
    #expect(throws: TopologyError.notFinite(at(1, .infinity))) {
      try engine.union([.multiPoint([at(0, 0), at(1, .infinity)])])
    }
  }

  @Test func `GEOS's own sentence comes out`() throws {
    let mixed = Shape.collection([.point(at(0, 0)), box(1, 1, 2, 2)])
    let error = #expect(throws: TopologyError.self) { try engine.intersection(mixed, mixed) }
    #expect(
      error?.description
        == "cannot intersect shapes: GEOS says \"IllegalArgumentException: Overlay input is mixed-dimension\""
    )
    // The next failure does not repeat the last one's sentence, and the engine still works.
    #expect(try engine.contains(box(0, 0, 3, 3), box(1, 1, 2, 2)))
  }

  @Test func `random tangles come out valid and on the grid`() throws {
    var random = Random(seed: 21)
    for _ in 0..<150 {
      let tangle = try random.tangle(corners: Int.random(in: 3...12, using: &random))
      let snapped = try engine.snapped(tangle)
      #expect(try engine.isValid(try engine.makeValid(tangle)))
      #expect(try engine.isValid(snapped))
      #expect(snapped.coordinates == snapped.coordinates.map(\.rounded))
      #expect(try engine.equals(engine.snapped(snapped), snapped))
    }
  }
}
