import CGEOS
import Geometry

extension Engine {
  /// The value of a GEOS geometry. Exterior rings come out counterclockwise, holes clockwise. An empty polygon is a
  /// multipolygon without parts, any other empty thing an empty collection.
  func shape(_ owner: borrowing GeometryOwner) throws(TopologyError) -> Shape {
    try ShapeReader(engine: self, scale: nil).shape(owner.borrowed)
  }

  /// The value of a geometry that lies on the grid. GEOS leaves grid positions an ulp beside the decimal number that is
  /// meant; here they become that number, so that writing and reading changes nothing.
  func shape(_ owner: borrowing GeometryOwner, grid: Double) throws(TopologyError) -> Shape {
    try ShapeReader(engine: self, scale: (1 / grid).rounded()).shape(owner.borrowed)
  }
}

/// Reads geometries that somebody else owns.
private struct ShapeReader {
  let engine: Engine
  /// Steps of the grid in a unit; nil off the grid.
  let scale: Double?
  var context: OpaquePointer { engine.context }

  func shape(_ geometry: OpaquePointer) throws(TopologyError) -> Shape {
    // -1 on failure
    switch GEOSGeomTypes(UInt32(bitPattern: GEOSGeomTypeId_r(context, geometry))) {
    case GEOS_POINT:
      let positions = try positions(geometry)
      return positions.isEmpty ? .collection([]) : .point(positions[0])
    case GEOS_LINESTRING, GEOS_LINEARRING: return try line(geometry)
    case GEOS_POLYGON:
      guard let polygon = try polygon(geometry) else { return .multiPolygon(MultiPolygon([])) }
      return .polygon(polygon)
    case GEOS_MULTIPOINT, GEOS_MULTILINESTRING, GEOS_MULTIPOLYGON, GEOS_GEOMETRYCOLLECTION:
      return try gathered(geometry)
    default: throw engine.failure("read a geometry")
    }
  }

  private func gathered(_ geometry: OpaquePointer) throws(TopologyError) -> Shape {
    var parts: [Shape] = []
    // -1 on failure; the parts stay the collection's
    for index in 0..<max(0, GEOSGetNumGeometries_r(context, geometry)) {
      guard let part = GEOSGetGeometryN_r(context, geometry, index) else { throw engine.failure("read a part") }
      parts.append(try shape(part))
    }
    switch GEOSGeomTypes(UInt32(bitPattern: GEOSGeomTypeId_r(context, geometry))) {
    case GEOS_MULTIPOINT: return .multiPoint(parts.compactMap { if case .point(let point) = $0 { point } else { nil } })
    case GEOS_MULTILINESTRING:
      return .multiLineString(parts.compactMap { if case .lineString(let line) = $0 { line } else { nil } })
    case GEOS_MULTIPOLYGON: return .multiPolygon(MultiPolygon(parts.flatMap(\.polygons)))
    default: return .collection(parts)
    }
  }

  private func line(_ geometry: OpaquePointer) throws(TopologyError) -> Shape {
    // An empty line is no line.
    guard let line = try? LineString(try positions(geometry)) else { return .collection([]) }
    return .lineString(line)
  }

  private func polygon(_ geometry: OpaquePointer) throws(TopologyError) -> Polygon? {
    // The rings stay the polygon's.
    guard let shell = GEOSGetExteriorRing_r(context, geometry) else { throw engine.failure("read a ring") }
    let exterior = try positions(shell)
    if exterior.isEmpty { return nil }
    var holes: [Ring] = []
    // -1 on failure
    for index in 0..<max(0, GEOSGetNumInteriorRings_r(context, geometry)) {
      guard let hole = GEOSGetInteriorRingN_r(context, geometry, index) else { throw engine.failure("read a ring") }
      holes.append(Ring(sure: try positions(hole)).wound(.clockwise))
    }
    return Polygon(exterior: Ring(sure: exterior).wound(.counterclockwise), holes: holes)
  }

  private func positions(_ geometry: OpaquePointer) throws(TopologyError) -> [Coordinate] {
    // The sequence stays the geometry's.
    guard let sequence = GEOSGeom_getCoordSeq_r(context, geometry) else { throw engine.failure("read positions") }
    var count: UInt32 = 0
    // 0 on failure
    try engine.check("read positions") { GEOSCoordSeq_getSize_r(context, sequence, &count) }
    var numbers = [Double](repeating: 0, count: Int(count) * 2)
    // 0 on failure
    try engine.check("read positions") { GEOSCoordSeq_copyToBuffer_r(context, sequence, &numbers, 0, 0) }
    if let scale { for index in numbers.indices { numbers[index] = (numbers[index] * scale).rounded() / scale } }
    return stride(from: 0, to: numbers.count, by: 2).map { Coordinate(lon: numbers[$0], lat: numbers[$0 + 1]) }
  }
}

extension Ring {
  /// A ring of positions that are known to be closed, finite, and four or more.
  init(sure positions: [Coordinate]) {
    guard let ring = try? Ring(positions) else { preconditionFailure("a ring of \(positions.count) positions") }
    self = ring
  }
}
