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

  /// A valid shape laid on the grid. Where rounding its positions keeps it valid, that is all that is done.
  public func laidOnGrid(_ shape: Shape, grid: Double = degreeGrid) throws(TopologyError) -> Shape {
    let scale = (1 / grid).rounded()
    guard let (rounded, isMoved) = shape.rounded(scale) else { return try snapped(shape, grid: grid) }
    if !isMoved { return rounded }
    if try isValid(rounded) { return rounded }
    return try snapped(shape, grid: grid)
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

extension Shape {
  /// The polygons with their positions rounded to so many steps in a unit and equal neighbors taken together, by the
  /// right-hand rule; nil where a ring collapses.
  fileprivate func rounded(_ scale: Double) -> (Shape, isMoved: Bool)? {
    var isMoved = false
    func ring(_ ring: Ring) -> Ring? {
      var path: [Coordinate] = []
      path.reserveCapacity(ring.coordinates.count)
      for position in ring.coordinates {
        let laid = Coordinate(
          lon: (position.lon * scale).rounded() / scale, lat: (position.lat * scale).rounded() / scale)
        if laid != position { isMoved = true }
        if laid != path.last { path.append(laid) }
      }
      return try? Ring(path)
    }
    var laid: [Polygon] = []
    for polygon in polygons {
      guard let exterior = ring(polygon.exterior) else { return nil }
      let holes = polygon.holes.compactMap(ring)
      guard holes.count == polygon.holes.count else { return nil }
      laid.append(Polygon(exterior: exterior, holes: holes).rightHanded)
    }
    return (laid.count == 1 ? .polygon(laid[0]) : .multiPolygon(MultiPolygon(laid)), isMoved)
  }
}
