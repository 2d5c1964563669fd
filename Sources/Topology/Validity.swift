import CGEOS
public import Geometry

/// What is wrong with a shape, in GEOS's words, and where.
public struct Invalidity: Hashable, Sendable {
  /// GEOS's reason, for example "Self-intersection".
  public let reason: String
  /// Where the fault is.
  public let place: Coordinate?

  /// A fault and its place.
  public init(reason: String, place: Coordinate?) { (self.reason, self.place) = (reason, place) }
}

extension Engine {
  /// Whether the shape is valid: rings simple, holes inside, parts apart.
  public func isValid(_ shape: Shape) throws(TopologyError) -> Bool {
    let subject = try geometry(shape)
    return try isValid(subject)
  }

  /// Why the shape is not valid, nil when it is.
  public func whyInvalid(_ shape: Shape) throws(TopologyError) -> Invalidity? {
    let subject = try geometry(shape)
    var (reason, location): (UnsafeMutablePointer<CChar>?, OpaquePointer?) = (nil, nil)
    // 2 on failure, 1 valid, 0 invalid; the reason and the location are then ours to free
    let valid = try ask("check validity") {
      GEOSisValidDetail_r(context, subject.borrowed, 0, &reason, &location)
    }
    defer { GEOSFree_r(context, reason) }
    guard let location else {
      return valid ? nil : Invalidity(reason: reason.map { String(cString: $0) } ?? "invalid", place: nil)
    }
    let place = try self.shape(GeometryOwner(location, context: context))
    guard !valid else { return nil }
    let text = reason.map { String(cString: $0) } ?? "invalid"
    if case .point(let point) = place { return Invalidity(reason: text, place: point) }
    return Invalidity(reason: text, place: nil)
  }

  /// The shape made valid: rings that cross themselves become their parts (both lobes of a bowtie stay), overlapping
  /// parts are merged, what has collapsed to a line or point goes.
  public func makeValid(_ shape: Shape) throws(TopologyError) -> Shape {
    let subject = try geometry(shape)
    return try self.shape(try valid(subject))
  }

  func isValid(_ subject: borrowing GeometryOwner) throws(TopologyError) -> Bool {
    let pointer = subject.borrowed
    // 2 on failure, 1 valid, 0 invalid
    return try ask("check validity") { GEOSisValid_r(context, pointer) }
  }

  func valid(_ subject: borrowing GeometryOwner) throws(TopologyError) -> GeometryOwner {
    let pointer = subject.borrowed
    guard let parameters = GEOSMakeValidParams_create_r(context) else { throw failure("make a shape valid") }
    defer { GEOSMakeValidParams_destroy_r(context, parameters) }
    // 0 on failure
    try check("make a shape valid") {
      GEOSMakeValidParams_setMethod_r(context, parameters, GEOS_MAKE_VALID_STRUCTURE)
    }
    // 0 on failure
    try check("make a shape valid") { GEOSMakeValidParams_setKeepCollapsed_r(context, parameters, 0) }
    return try make("make a shape valid") { GEOSMakeValidWithParams_r(context, pointer, parameters) }
  }

  /// The shape made valid and laid on the grid, ready for overlays.
  func laid(_ shape: Shape, grid: Double) throws(TopologyError) -> GeometryOwner {
    let raw = try geometry(shape)
    if try isValid(raw) { return try gridded(raw, grid) }
    let repaired = try valid(raw)
    return try gridded(repaired, grid)
  }

  private func gridded(_ subject: borrowing GeometryOwner, _ grid: Double) throws(TopologyError) -> GeometryOwner {
    let pointer = subject.borrowed
    // flags 0: the output is valid, what collapses goes
    return try make("lay a shape on the grid") {
      GEOSGeom_setPrecision_r(context, pointer, grid, CInt(GEOS_PREC_VALID_OUTPUT.rawValue))
    }
  }
}
