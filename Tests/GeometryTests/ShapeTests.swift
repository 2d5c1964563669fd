import Geometry
import Testing

@Suite struct `Shapes` {
  /// The sentence of the error that the body throws.
  static func sentence(_ body: () throws -> Void) -> String? {
    #expect(throws: ShapeError.self) { try body() }?.description
  }

  @Test func `a ring needs four positions`() throws {
    let three = points([(0, 0), (1, 0), (0, 0)])
    let wanted = "a ring needs four positions, the last as the first, and this has 3; add the rest or remove the ring"
    #expect(Self.sentence { _ = try Ring(three) } == wanted)
    #expect(Self.sentence { _ = try Ring(closing: points([(0, 0), (1, 0)])) } == wanted)
    #expect(throws: ShapeError.ringTooShort(count: 0)) { try Ring(closing: []) }
  }

  @Test func `a ring is closed`() throws {
    let open = points([(0, 0), (1, 0), (1, 1), (0, 1)])
    #expect(
      Self.sentence { _ = try Ring(open) } == "the ring is not closed; repeat its first position at the end")
    #expect(try Ring(closing: open) == square(0, 0, 1))
    #expect(try Ring(closing: square(0, 0, 1).coordinates) == square(0, 0, 1))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `a ring and a line are finite`(bad: Double) throws {
    let ring = points([(0, 0), (1, bad), (1, 1), (0, 0)])
    #expect(Self.sentence { _ = try Ring(ring) } == "point 2: not finite; correct or remove it")
    #expect(Self.sentence { _ = try LineString(ring) } == "point 2: not finite; correct or remove it")
  }

  @Test func `a line needs two positions`() throws {
    #expect(
      Self.sentence { _ = try LineString(points([(0, 0)])) }
        == "a line needs two positions and this has 1; add the rest or make it a point")
    let line = try LineString(points([(0, 0), (1, 2)]))
    #expect(line.reversed.coordinates == points([(1, 2), (0, 0)]))
    #expect(!line.isClosed)
  }

  @Test func `a ring knows which way round it runs`() throws {
    let ring = try square(36, 35, 1)
    #expect(ring.winding == .counterclockwise)
    #expect(ring.reversed.winding == .clockwise)
    #expect(ring.wound(.clockwise) == ring.reversed)
    #expect(ring.wound(.counterclockwise) == ring)
    let flat = try Ring(points([(0, 0), (1, 1), (2, 2), (0, 0)]))
    #expect(flat.winding == .flat)
    #expect(flat.wound(.clockwise) == flat)
    #expect(try square(179.9999, 89.9999, 1e-7).winding == .counterclockwise)
  }

  @Test func `a polygon is turned by the right-hand rule`() throws {
    let (outer, inner) = (try square(0, 0, 3), try square(1, 1, 1))
    let wrong = Polygon(exterior: outer.reversed, holes: [inner])
    #expect(wrong.rightHanded == Polygon(exterior: outer, holes: [inner.reversed]))
    #expect(wrong.rings == [outer.reversed, inner])
  }

  @Test func `a shape knows its positions, parts and box`() throws {
    let line = try LineString(points([(5, 6), (-7, 8)]))
    let polygon = Polygon(exterior: try square(0, 0, 3), holes: [try square(1, 1, 1)])
    let shape = Shape.collection([
      .point(Coordinate(lon: 10, lat: -20)), .multiPoint(points([(1, 1)])), .lineString(line), .multiLineString([line]),
      .polygon(polygon), .multiPolygon(MultiPolygon([polygon])), .collection([]),
    ])
    #expect(shape.coordinateCount == 1 + 1 + 2 + 2 + 10 + 10)
    #expect(shape.coordinates.count == shape.coordinateCount)
    #expect(shape.coordinates.first == Coordinate(lon: 10, lat: -20))
    #expect(shape.polygons == [polygon, polygon])
    #expect(shape.lines == [line, line])
    #expect(shape.boundingBox == BoundingBox(west: -7, south: -20, east: 10, north: 8))
    #expect(!shape.isEmpty)
    #expect(Shape.collection([]).isEmpty)
    #expect(Shape.multiPolygon(MultiPolygon([])).boundingBox == nil)
  }

  @Test func `a collection's extent is its features' and passes over those without a place`() {
    let features = [Feature(), Feature(geometry: .point(Coordinate(lon: 1, lat: 2)))]
    #expect(FeatureCollection(features).extent == BoundingBox(west: 1, south: 2, east: 1, north: 2))
    #expect(FeatureCollection([Feature()]).extent == nil)
  }
}
