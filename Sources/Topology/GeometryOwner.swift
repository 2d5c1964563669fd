import CGEOS

/// The one owner of a GEOS geometry: frees it at the end, unless it was handed over.
struct GeometryOwner: ~Copyable {
  // GEOS takes ownership of what it is given, also when the call fails; the pointer is nil from then on.
  private var geometry: OpaquePointer?
  private let context: OpaquePointer

  init(_ geometry: OpaquePointer, context: OpaquePointer) {
    self.geometry = geometry
    self.context = context
  }

  /// The geometry, for calls that only look at it while this owner lives.
  var borrowed: OpaquePointer { geometry! }

  /// Gives the geometry away to a call that takes ownership.
  consuming func handOver() -> OpaquePointer {
    defer { geometry = nil }
    return geometry!
  }

  deinit {
    if let geometry { GEOSGeom_destroy_r(context, geometry) }
  }
}

/// The one owner of several GEOS geometries, to be put into a collection together.
struct GeometryList: ~Copyable {
  private var geometries: [OpaquePointer?] = []
  private let context: OpaquePointer

  init(context: OpaquePointer) { self.context = context }

  mutating func append(_ owner: consuming GeometryOwner) { geometries.append(owner.handOver()) }

  /// Gives all geometries away to a call that takes ownership of them; the buffer itself stays ours.
  consuming func handOver<Result>(_ take: (UnsafeMutablePointer<OpaquePointer?>?, UInt32) -> Result) -> Result {
    var given: [OpaquePointer?] = []
    swap(&given, &geometries)
    return given.withUnsafeMutableBufferPointer { take($0.baseAddress, UInt32($0.count)) }
  }

  deinit {
    for case let geometry? in geometries { GEOSGeom_destroy_r(context, geometry) }
  }
}
