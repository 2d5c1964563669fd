import TestSupport
import Geometry
import Testing
import Topology

@Suite struct ShapingTests {
  private let engine = Engine()

  @Test func `predicates know the edge`() throws {
    let square = box(0, 0, 2, 2)
    #expect(try engine.contains(square, .point(at(1, 1))) && engine.covers(square, at(1, 1)))
    #expect(try !engine.contains(square, .point(at(0, 1))) && engine.covers(square, at(0, 1)))
    #expect(try !engine.covers(square, at(3, 1)))
    #expect(try engine.intersects(square, box(2, 2, 3, 3)) && !engine.intersects(square, box(2.1, 2, 3, 3)))
    #expect(try engine.covers(bowtie(), at(0.1, 1)) && !engine.covers(bowtie(), at(1, 1.5)))
  }

  @Test func `a buffer grows and shrinks`() throws {
    let grown = planar(try engine.buffer(.point(at(0, 0)), width: 10, sides: 64))
    #expect(abs(grown / (Double.pi * 100) - 1) < 1e-3)
    #expect(planar(try engine.buffer(box(0, 0, 10, 10), width: -2)) == 36)
    #expect(try engine.buffer(box(0, 0, 10, 10), width: -6).isEmpty)
    let line = Shape.lineString(try LineString([at(0, 0), at(10, 0)]))
    #expect(planar(try engine.buffer(line, width: 1, cap: .flat)) == 20)
    #expect(planar(try engine.buffer(line, width: 1, cap: .square)) == 24)
  }

  @Test func `a single-sided buffer keeps to its side`() throws {
    let line = try LineString([at(0, 0), at(10, 0)])
    #expect(try engine.equals(engine.singleSidedBuffer(line, width: 2, onLeft: true), box(0, 0, 10, 2)))
    #expect(try engine.equals(engine.singleSidedBuffer(line, width: 2, onLeft: false), box(0, -2, 10, 0)))
  }

  @Test func `the representative point lies on the shape`() throws {
    let horseshoe = try engine.difference(box(0, 0, 3, 3), box(1, 0, 2, 2))
    let point = try #require(try engine.representativePoint(of: horseshoe))
    #expect(try engine.contains(horseshoe, .point(point)))
    #expect(try engine.representativePoint(of: .multiPolygon(MultiPolygon([]))) == nil)
    #expect(try engine.covers(bowtie(), #require(try engine.representativePoint(of: bowtie()))))
  }

  @Test func `envelope and clip`() throws {
    let horseshoe = try engine.difference(box(0, 0, 3, 3), box(1, 0, 2, 2))
    #expect(try engine.envelope(of: horseshoe) == BoundingBox(west: 0, south: 0, east: 3, north: 3))
    #expect(try engine.envelope(of: .collection([])) == nil)
    let low = try engine.clip(horseshoe, to: BoundingBox(west: -1, south: 0, east: 5, north: 1))
    #expect(low.polygons.count == 2 && planar(low) == 2)
  }

  @Test func `simplifying drops what does not matter`() throws {
    let wavy = Shape.polygon(Polygon(exterior: try ring([(0, 0), (1, 0.001), (2, 0), (2, 2), (0, 2)])))
    #expect(try engine.simplify(wavy, tolerance: 0.01).coordinateCount == 5)
    #expect(try engine.simplify(wavy, tolerance: 0.0001).coordinateCount == 6)
  }

  @Test func `lines cut a polygon into pieces`() throws {
    let cross = [try LineString([at(-1, 1), at(3, 1)]), try LineString([at(1, -1), at(1, 3)])]
    let pieces = try engine.split(box(0, 0, 2, 2), by: cross)
    #expect(pieces.map { planar(.polygon($0)) } == [1, 1, 1, 1])
    let holed = try engine.difference(box(0, 0, 4, 4), box(1, 1, 3, 3))
    #expect(try engine.split(holed, by: [LineString([at(-1, 2), at(5, 2)])]).count == 2)
    #expect(try engine.split(box(0, 0, 2, 2), by: [LineString([at(0.5, 1), at(1, 1)])]).count == 1)
  }

  @Test func `each site holds its cell and the cells fill the box`() throws {
    var random = Random(seed: 6)
    var sites = (0..<40).map { _ in at(random.number(36...37), random.number(35...36)) }
    sites.append(sites[3])
    let frame = BoundingBox(west: 35.9, south: 34.9, east: 37.1, north: 36.1)
    let cells = try engine.voronoi(sites, within: frame)
    #expect(cells.count == 41 && cells[40] == cells[3])
    for (site, cell) in zip(sites, cells) { #expect(try engine.covers(cell, site)) }
    #expect(abs(cells.dropLast().map(planar).reduce(0, +) - 1.44) < 1e-5)
    #expect(try engine.voronoi([at(1, 1)], within: frame) == [frame.shape])
    #expect(try engine.voronoi([], within: frame).isEmpty)
  }

  @Test func `the index finds what asking every region finds`() throws {
    var random = Random(seed: 13)
    let regions = try (0..<60).map { _ in try random.tangle(corners: 5) }
    let index = try RegionIndex(regions)
    for _ in 0..<300 {
      let place = at(random.number(35.4...38.6), random.number(33.4...36.6))
      let asked = try regions.indices.filter { try engine.covers(regions[$0], place) }
      #expect(try index.holding(place) == asked)
    }
    #expect(try RegionIndex([]).holding(at(1, 1)).isEmpty)
    #expect(try RegionIndex([box(0, 0, 1, 1), box(1, 0, 2, 1)]).holding(at(1, 0.5)) == [0, 1])
    #expect(throws: TopologyError.self) { try RegionIndex(regions).holding(at(.nan, 0)) }
  }
}
