import CGEOS
public import Geometry

/// How a buffer ends where a line ends.
public enum BufferCap: Hashable, Sendable {
  /// In a half circle.
  case round
  /// Straight across the end.
  case flat
  /// A half square beyond the end.
  case square

  fileprivate var code: CInt {
    switch self {
    case .round: CInt(GEOSBUF_CAP_ROUND.rawValue)
    case .flat: CInt(GEOSBUF_CAP_FLAT.rawValue)
    case .square: CInt(GEOSBUF_CAP_SQUARE.rawValue)
    }
  }
}

// Buffers are planar: lay the shape on a local plane first, so that the width is in meters.
extension Engine {
  /// The ground within `width` of the shape, in the units of its coordinates; a negative width shrinks polygons.
  /// `sides` is the number of edges in a quarter circle.
  public func buffer(_ shape: Shape, width: Double, sides: Int = 16, cap: BufferCap = .round) throws(TopologyError)
    -> Shape
  {
    let subject = try sound(shape)
    let (pointer, join) = (subject.borrowed, CInt(GEOSBUF_JOIN_ROUND.rawValue))
    return try self.shape(
      try make("buffer a shape") {
        GEOSBufferWithStyle_r(context, pointer, width, CInt(sides), cap.code, join, 5)
      })
  }

  /// The ground within `width` on one side of a line, seen along its direction, ending straight across its ends.
  public func singleSidedBuffer(_ line: LineString, width: Double, onLeft: Bool, sides: Int = 16) throws(TopologyError)
    -> Shape
  {
    let subject = try geometry(line)
    let pointer = subject.borrowed
    guard let parameters = GEOSBufferParams_create_r(context) else { throw failure("buffer a line") }
    defer { GEOSBufferParams_destroy_r(context, parameters) }
    // 0 on failure
    try check("buffer a line") { GEOSBufferParams_setSingleSided_r(context, parameters, 1) }
    // 0 on failure
    try check("buffer a line") { GEOSBufferParams_setQuadrantSegments_r(context, parameters, CInt(sides)) }
    // A positive width is the left side.
    return try shape(
      try make("buffer a line") {
        GEOSBufferWithParams_r(context, pointer, parameters, onLeft ? width : -width)
      })
  }
}
