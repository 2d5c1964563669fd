import Geometry

/// A shape as GeoPackage keeps it: a header with the coordinate system and the box, then well-known binary (OGC 12-128r17,
/// section 2.1.3). Little-endian, EPSG 4326.
enum GeoPackageBlob {
  static func parts(_ shape: Shape) -> GeometryBytes {
    GeometryBytes(wkb: WellKnownBinary.bytes(shape), header: header(shape))
  }

  private static func header(_ shape: Shape) -> [UInt8] {
    // Flags: little-endian 1, a box of x and y 2, empty 16.
    let box = shape.isPoint ? nil : shape.boundingBox
    let flags: UInt8 = 1 | (box == nil ? 0 : 2) | (shape.isEmpty ? 16 : 0)
    var bytes: [UInt8] = [0x47, 0x50, 0, flags, 0xE6, 0x10, 0, 0]
    if let box {
      for side in [box.west, box.east, box.south, box.north] {
        withUnsafeBytes(of: side.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
      }
    }
    return bytes
  }

  /// Where the well-known binary begins; nil for what is no such blob.
  static func headerLength(_ bytes: UnsafeRawBufferPointer) -> Int? {
    guard bytes.count >= 8, bytes[0] == 0x47, bytes[1] == 0x50 else { return nil }
    let sizes = [0, 32, 48, 48, 64]
    let kind = Int(bytes[3] >> 1 & 7)
    guard kind < sizes.count, bytes.count >= 8 + sizes[kind] else { return nil }
    return 8 + sizes[kind]
  }

  /// The well-known binary in a blob.
  static func body(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
    bytes.withUnsafeBytes { headerLength($0) }.map { bytes[$0...] }
  }

  /// The shape in a blob; nil for what cannot be read.
  static func shape(_ bytes: [UInt8]) -> Shape? { body(bytes).flatMap { WellKnownBinary.shape($0) } }
}

extension Shape {
  var isPoint: Bool { if case .point = self { true } else { false } }
}
