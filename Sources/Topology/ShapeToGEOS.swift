import CGEOS
import Geometry

extension Engine {
  /// The shape as a GEOS geometry.
  func geometry(_ shape: Shape) throws(TopologyError) -> GeometryOwner {
    switch shape {
    case .point(let point): try geometry(point)
    case .multiPoint(let points):
      try collect(GEOS_MULTIPOINT, points) { point throws(TopologyError) in try geometry(point) }
    case .lineString(let line): try geometry(line)
    case .multiLineString(let lines):
      try collect(GEOS_MULTILINESTRING, lines) { line throws(TopologyError) in try geometry(line) }
    case .polygon(let polygon): try geometry(polygon)
    case .multiPolygon(let polygons):
      try collect(GEOS_MULTIPOLYGON, polygons.polygons) { part throws(TopologyError) in try geometry(part) }
    case .collection(let shapes):
      try collect(GEOS_GEOMETRYCOLLECTION, shapes) { part throws(TopologyError) in try geometry(part) }
    }
  }

  func geometry(_ point: Coordinate) throws(TopologyError) -> GeometryOwner {
    let sequence = try sequence([point])
    // Takes the sequence.
    return try make("make a point") { GEOSGeom_createPoint_r(context, sequence) }
  }

  func geometry(_ line: LineString) throws(TopologyError) -> GeometryOwner {
    let sequence = try sequence(line.coordinates)
    // Takes the sequence.
    return try make("make a line") { GEOSGeom_createLineString_r(context, sequence) }
  }

  func geometry(_ polygon: Polygon) throws(TopologyError) -> GeometryOwner {
    var holes = GeometryList(context: context)
    for hole in polygon.holes { holes.append(try ring(hole)) }
    let shell = try ring(polygon.exterior).handOver()
    // Takes the shell and the holes, not the buffer that lists them.
    let made = holes.handOver { GEOSGeom_createPolygon_r(context, shell, $0, $1) }
    return try make("make a polygon") { made }
  }

  private func ring(_ ring: Ring) throws(TopologyError) -> GeometryOwner {
    let sequence = try sequence(ring.coordinates)
    // Takes the sequence.
    return try make("make a ring") { GEOSGeom_createLinearRing_r(context, sequence) }
  }

  private func collect<Part>(
    _ type: GEOSGeomTypes, _ parts: [Part], _ convert: (Part) throws(TopologyError) -> GeometryOwner
  ) throws(TopologyError) -> GeometryOwner {
    var list = GeometryList(context: context)
    for part in parts { list.append(try convert(part)) }
    // Takes the parts, not the buffer that lists them.
    let made = list.handOver { GEOSGeom_createCollection_r(context, CInt(type.rawValue), $0, $1) }
    return try make("make a collection") { made }
  }

  /// A coordinate sequence; whoever asks for it hands it on to a geometry at once.
  private func sequence(_ positions: [Coordinate]) throws(TopologyError) -> OpaquePointer {
    var numbers: [Double] = []
    numbers.reserveCapacity(positions.count * 2)
    for position in positions {
      guard position.lon.isFinite, position.lat.isFinite else { throw .notFinite(position) }
      numbers.append(position.lon)
      numbers.append(position.lat)
    }
    guard let made = GEOSCoordSeq_copyFromBuffer_r(context, numbers, UInt32(positions.count), 0, 0) else {
      throw failure("copy positions")
    }
    return made
  }
}
