import CGEOS
public import Geometry

/// Many regions, ready to be asked which of them hold a point. Built once, read by the worker that built it.
public final class RegionIndex {
  private let engine: Engine
  private let tree: OpaquePointer
  // Owned here: a prepared region points into its geometry, and the tree into the boxes of the geometries.
  private var geometries: [OpaquePointer] = []
  private var prepared: [OpaquePointer] = []

  /// An index over these regions, which are made valid first.
  public init(_ regions: [Shape], engine: Engine = Engine()) throws(TopologyError) {
    self.engine = engine
    guard let tree = GEOSSTRtree_create_r(engine.context, 10) else { throw engine.failure("build an index") }
    self.tree = tree
    // From here on a throw runs deinit, which frees what was made so far.
    for region in regions { try add(region) }
  }

  deinit {
    let context = engine.context
    GEOSSTRtree_destroy_r(context, tree)
    for region in prepared { GEOSPreparedGeom_destroy_r(context, region) }
    for geometry in geometries { GEOSGeom_destroy_r(context, geometry) }
  }

  /// The positions (ascending) of the regions in which the point lies or on whose edge it lies.
  public func holding(_ point: Coordinate) throws(TopologyError) -> [Int] {
    let place = try engine.geometry(point)
    let pointer = place.borrowed
    var found: [Int] = []
    for candidate in candidates(pointer) {
      // 2 on failure, 1 true, 0 false
      let holds = try engine.ask("ask what holds a point") {
        GEOSPreparedIntersects_r(engine.context, prepared[candidate], pointer)
      }
      if holds { found.append(candidate) }
    }
    return found
  }

  /// The regions whose boxes hold the point.
  private func candidates(_ point: OpaquePointer) -> [Int] {
    var found: [Int] = []
    withUnsafeMutablePointer(to: &found) { list in
      GEOSSTRtree_query_r(
        engine.context, tree, point,
        { item, list in
          // Items are positions plus one, because 0 is no pointer.
          list!.assumingMemoryBound(to: [Int].self).pointee.append(Int(bitPattern: item) - 1)
        }, list)
    }
    return found.sorted()
  }

  private func add(_ region: Shape) throws(TopologyError) {
    let geometry = try engine.sound(region).handOver()
    geometries.append(geometry)
    guard let ready = GEOSPrepare_r(engine.context, geometry) else { throw engine.failure("prepare a region") }
    prepared.append(ready)
    GEOSSTRtree_insert_r(engine.context, tree, geometry, UnsafeMutableRawPointer(bitPattern: geometries.count))
  }
}
