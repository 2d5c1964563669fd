import CGEOS

/// One GEOS context, for one worker. Cheap to make; errors of GEOS come out as `TopologyError`.
///
/// For example: `try Engine().intersection(governorate, strip)`.
public final class Engine {
  /// The grid of all overlays in longitude and latitude, in degrees.
  public static let degreeGrid = 1e-7

  let context: OpaquePointer
  private let complaints = Complaints()

  /// A new context.
  public init() {
    guard let context = GEOS_init_r() else { fatalError("no memory for a GEOS context") }
    self.context = context
    // The box lives as long as the engine, and the context not longer.
    let box = Unmanaged.passUnretained(complaints).toOpaque()
    _ = GEOSContext_setErrorMessageHandler_r(
      context,
      { message, box in
        guard let message, let box else { return }
        Unmanaged<Complaints>.fromOpaque(box).takeUnretainedValue().last = String(cString: message)
      }, box)
  }

  deinit { GEOS_finish_r(context) }

  /// Runs a call that returns a new geometry, NULL on failure.
  func make(_ operation: String, _ call: () -> OpaquePointer?) throws(TopologyError) -> GeometryOwner {
    guard let geometry = call() else { throw failure(operation) }
    return GeometryOwner(geometry, context: context)
  }

  /// Runs a call that answers 1 for true, 0 for false, 2 on failure.
  func ask(_ operation: String, _ call: () -> CChar) throws(TopologyError) -> Bool {
    let answer = call()
    guard answer != 2 else { throw failure(operation) }
    return answer == 1
  }

  /// Runs a call that answers 1 on success, 0 on failure.
  func check(_ operation: String, _ call: () -> CInt) throws(TopologyError) {
    guard call() == 1 else { throw failure(operation) }
  }

  /// The failure that just happened, with the sentence GEOS left for it.
  func failure(_ operation: String) -> TopologyError {
    defer { complaints.last = nil }
    return .refused(operation: operation, reason: complaints.last ?? "no reason given")
  }
}

/// Where the message handler leaves GEOS's last sentence.
private final class Complaints {
  var last: String?
}
