import TestSupport
import Geometry
import Topology

func at(_ lon: Double, _ lat: Double) -> Coordinate { Coordinate(lon: lon, lat: lat) }

func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Shape {
  BoundingBox(west: west, south: south, east: east, north: north).shape
}

func ring(_ path: [(Double, Double)]) throws -> Ring { try Ring(closing: path.map { at($0.0, $0.1) }) }

/// Rings that cross at 1,1: two triangles of area 1 each.
func bowtie() throws -> Shape { .polygon(Polygon(exterior: try ring([(0, 0), (2, 2), (2, 0), (0, 2)]))) }

/// The area on the plane of the numbers themselves.
func planar(_ shape: Shape) -> Double { shape.polygons.map(planar).reduce(0, +) }

private func planar(_ polygon: Polygon) -> Double {
  planar(polygon.exterior) - polygon.holes.map(planar).reduce(0, +)
}

private func planar(_ ring: Ring) -> Double {
  let origin = ring.coordinates[0]
  let twice = zip(ring.coordinates, ring.coordinates.dropFirst()).map { a, b in
    (a.lon - origin.lon) * (b.lat - origin.lat) - (b.lon - origin.lon) * (a.lat - origin.lat)
  }
  return abs(twice.reduce(0, +)) / 2
}

extension Random {
  /// A ring of random corners about a place: crosses itself more often than not.
  mutating func tangle(corners: Int) throws -> Shape {
    let center = (number(36...38), number(34...36))
    let path = (0..<corners).map { _ in (center.0 + number(-0.5...0.5), center.1 + number(-0.5...0.5)) }
    return .polygon(Polygon(exterior: try ring(path)))
  }
}
