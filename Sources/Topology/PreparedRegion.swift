import CGEOS
public import Geometry

/// One region, ready to be asked how boxes lie to it.
public final class PreparedRegion {
  /// How a box lies to a region.
  public enum Position: Hashable, Sendable {
    /// All of it in the region.
    case inside
    /// None of it in the region, but perhaps on its edge.
    case outside
    /// Some of it, or more than a box can tell.
    case across
  }

  private let engine: Engine
  private let geometry: OpaquePointer
  private let prepared: OpaquePointer

  /// The region, made valid first.
  public init(_ region: Shape, engine: Engine = Engine()) throws(TopologyError) {
    let geometry = try engine.sound(region).handOver()
    guard let prepared = GEOSPrepare_r(engine.context, geometry) else {
      GEOSGeom_destroy_r(engine.context, geometry)
      throw engine.failure("prepare a region")
    }
    (self.engine, self.geometry, self.prepared) = (engine, geometry, prepared)
  }

  deinit {
    GEOSPreparedGeom_destroy_r(engine.context, prepared)
    GEOSGeom_destroy_r(engine.context, geometry)
  }

  /// How a box lies to the region.
  public func position(of box: BoundingBox) throws(TopologyError) -> Position {
    let frame = try engine.geometry(Polygon(box))
    let pointer = frame.borrowed
    // 2 on failure, 1 true, 0 false
    if try engine.ask("ask what a region covers", { GEOSPreparedCovers_r(engine.context, prepared, pointer) }) {
      return .inside
    }
    // 2 on failure, 1 true, 0 false
    let meets = try engine.ask("ask what a region meets") {
      GEOSPreparedIntersects_r(engine.context, prepared, pointer)
    }
    return meets ? .across : .outside
  }
}
