import Geometry

/// Shapes as OGC well-known binary, little-endian (OGC 06-103r4, section 8.2).
enum WellKnownBinary {
  static func bytes(_ shape: Shape) -> [UInt8] {
    var writer = Writer()
    writer.shape(shape)
    return writer.bytes
  }

  /// The shape, nil for what is none.
  static func shape(_ bytes: ArraySlice<UInt8>) -> Shape? {
    bytes.withUnsafeBytes { raw in
      var reader = Reader(raw: raw)
      return reader.shape()
    }
  }

  /// The codes of the kinds.
  fileprivate enum Code: UInt32 {
    case point = 1
    case line, polygon, points, lines, polygons, collection
  }
}

private struct Writer {
  var bytes: [UInt8] = []

  mutating func shape(_ shape: Shape) {
    switch shape {
    case .point(let point):
      head(.point)
      position(point)
    case .multiPoint(let points): many(.points, points.map { .point($0) })
    case .lineString(let line):
      head(.line)
      positions(line.coordinates)
    case .multiLineString(let lines): many(.lines, lines.map { .lineString($0) })
    case .polygon(let polygon):
      head(.polygon)
      count(polygon.rings.count)
      for ring in polygon.rings { positions(ring.coordinates) }
    case .multiPolygon(let areas): many(.polygons, areas.polygons.map { .polygon($0) })
    case .collection(let shapes): many(.collection, shapes)
    }
  }

  private mutating func many(_ code: WellKnownBinary.Code, _ parts: [Shape]) {
    head(code)
    count(parts.count)
    for part in parts { shape(part) }
  }

  private mutating func head(_ code: WellKnownBinary.Code) {
    bytes.append(1)
    append(code.rawValue)
  }

  private mutating func count(_ count: Int) { append(UInt32(count)) }

  private mutating func positions(_ positions: [Coordinate]) {
    count(positions.count)
    for position in positions { self.position(position) }
  }

  private mutating func position(_ position: Coordinate) {
    append(position.lon.bitPattern)
    append(position.lat.bitPattern)
  }

  private mutating func append(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

private struct Reader {
  let raw: UnsafeRawBufferPointer
  var place = 0
  private var isLittle = true
  private var depth = 0

  init(raw: UnsafeRawBufferPointer) { self.raw = raw }

  mutating func shape() -> Shape? {
    depth += 1
    defer { depth -= 1 }
    guard depth < 32, place < raw.count else { return nil }
    isLittle = raw[place] == 1
    place += 1
    guard let word = word(), let code = WellKnownBinary.Code(rawValue: word) else { return nil }
    switch code {
    case .point: return position().map { .point($0) }
    case .line: return positions().flatMap { try? LineString($0) }.map { .lineString($0) }
    case .polygon: return polygon().map { .polygon($0) }
    case .points: return parts().map { .multiPoint($0.flatMap(\.coordinates)) }
    case .lines: return parts().map { .multiLineString($0.flatMap(\.lines)) }
    case .polygons: return parts().map { .multiPolygon(MultiPolygon($0.flatMap(\.polygons))) }
    case .collection: return parts().map { .collection($0) }
    }
  }

  private mutating func polygon() -> Polygon? {
    guard let count = count(least: 4) else { return nil }
    var rings: [Ring] = []
    for _ in 0..<count {
      guard let positions = positions(), let ring = try? Ring(positions) else { return nil }
      rings.append(ring)
    }
    return rings.first.map { Polygon(exterior: $0, holes: Array(rings.dropFirst())) }
  }

  private mutating func parts() -> [Shape]? {
    guard let count = count(least: 9) else { return nil }
    var parts: [Shape] = []
    for _ in 0..<count {
      guard let part = shape() else { return nil }
      parts.append(part)
    }
    return parts
  }

  private mutating func positions() -> [Coordinate]? {
    guard let count = count(least: 16) else { return nil }
    var positions: [Coordinate] = []
    positions.reserveCapacity(count)
    for _ in 0..<count {
      guard let position = position() else { return nil }
      positions.append(position)
    }
    return positions
  }

  /// A number of parts that the rest of the bytes can hold, each of `least` bytes or more.
  private mutating func count(least: Int) -> Int? {
    guard let count = word(), Int(count) <= (raw.count - place) / least else { return nil }
    return Int(count)
  }

  private mutating func position() -> Coordinate? {
    guard let lon = double(), let lat = double(), lon.isFinite, lat.isFinite else { return nil }
    return Coordinate(lon: lon, lat: lat)
  }

  private mutating func word() -> UInt32? {
    guard place + 4 <= raw.count else { return nil }
    defer { place += 4 }
    let value = raw.loadUnaligned(fromByteOffset: place, as: UInt32.self)
    return isLittle ? UInt32(littleEndian: value) : UInt32(bigEndian: value)
  }

  private mutating func double() -> Double? {
    guard place + 8 <= raw.count else { return nil }
    defer { place += 8 }
    let value = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    return Double(bitPattern: isLittle ? UInt64(littleEndian: value) : UInt64(bigEndian: value))
  }
}
