import Geometry
import Testing

@Suite struct `Edges of the earth` {
  static let fiji = BoundingBox(west: 177, south: -20, east: -178, north: -12)
  static let syria = BoundingBox(west: 35.7, south: 32.3, east: 42.4, north: 37.3)

  @Test(arguments: [
    (177.0, true), (180, true), (-180, true), (-178, true), (176.9, false), (-177.9, false), (0, false),
  ]) func `a box over the antimeridian holds what lies on both sides`(lon: Double, isInside: Bool) {
    #expect(Self.fiji.contains(Coordinate(lon: lon, lat: -15)) == isInside)
    #expect(!Self.fiji.contains(Coordinate(lon: lon, lat: 15)))
  }

  @Test func `a box has its sides and corners`() {
    #expect(Self.syria.contains(Coordinate(lon: 35.7, lat: 37.3)))
    #expect(!Self.syria.contains(Coordinate(lon: 35.69, lat: 35)))
    #expect(!Self.syria.contains(Coordinate(lon: .nan, lat: 35)))
    #expect(BoundingBox(Coordinate(lon: -0.0, lat: 0)).contains(Coordinate(lon: 0, lat: -0.0)))
  }

  @Test func `a box over the antimeridian has its width, middle and two parts`() {
    #expect(Self.fiji.crossesAntimeridian)
    #expect(Self.fiji.width == 5)
    #expect(Self.fiji.center == Coordinate(lon: 179.5, lat: -16))
    #expect(BoundingBox(west: 179, south: 0, east: -170, north: 2).center == Coordinate(lon: -175.5, lat: 1))
    #expect(Self.fiji.plainParts.map(\.width) == [3, 2])
    #expect(Self.fiji.shape.polygons.map(\.exterior.winding) == [.counterclockwise, .counterclockwise])
    #expect(Self.syria.shape.boundingBox == Self.syria)
  }

  @Test func `boxes meet over the antimeridian, and on their sides`() {
    let alaska = BoundingBox(west: -179, south: -15, east: -130, north: 70)
    let tonga = BoundingBox(west: -176, south: -22, east: -173, north: -15)
    #expect(Self.fiji.intersects(alaska))
    #expect(alaska.intersects(Self.fiji))
    #expect(!Self.fiji.intersects(tonga))
    #expect(Self.fiji.intersects(Self.fiji))
    #expect(!Self.fiji.intersects(Self.syria))
    #expect(tonga.intersects(BoundingBox(west: -173, south: -15, east: 0, north: 0)))
  }

  @Test func `a union is the least box, and crosses only with what crosses`() {
    let tonga = BoundingBox(west: -176, south: -22, east: -173, north: -15)
    let wanted = BoundingBox(west: 177, south: -22, east: -173, north: -12)
    #expect(Self.fiji.union(tonga) == wanted)
    #expect(tonga.union(Self.fiji) == wanted)
    let australia = BoundingBox(west: 113, south: -39, east: 154, north: -10)
    #expect(Self.fiji.union(australia) == BoundingBox(west: 113, south: -39, east: -178, north: -10))
    #expect(
      australia.union(tonga) == BoundingBox(west: -176, south: -39, east: 154, north: -10))
    let world = BoundingBox(west: -179, south: 0, east: 179, north: 1)
    #expect(world.union(Self.fiji).width == 360)
  }

  @Test(arguments: [
    (180.0, 90.0, true), (-180, -90, true), (180.0000001, 0, false), (0, 90.0000001, false), (.nan, 0, false),
    (0, .infinity, false),
  ]) func `a position is on the earth or not`(lon: Double, lat: Double, isOnEarth: Bool) {
    #expect(Coordinate(lon: lon, lat: lat).isOnEarth == isOnEarth)
  }
}
